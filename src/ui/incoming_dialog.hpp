// What an opened file holds and would change, before anything is written: each report with how it
// stands to the one that is here, which of the two to keep, and what was wrong with the file.
// Nothing enters the workbook without it (design.md §5).
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/files.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"

namespace ui {

class IncomingDialog {
public:
    /// Shows it; what waits already is shown first.
    void show(app::Incoming incoming) { waiting_.push_back(std::move(incoming)); }
    bool is_open() const { return !waiting_.empty(); }

    /// The file as it was agreed to, with a way chosen for each report.
    std::optional<app::Incoming> draw(const Frame& frame);
    /// Another workbook was opened: what was read was held against the one before.
    void forget() { waiting_.clear(); }

private:
    void draw_report(const Frame& frame, Column& column, Rect visible, app::IncomingReport& report,
                     std::size_t number);
    void draw_findings(const Frame& frame, Column& column, const app::Incoming& incoming);

    std::vector<app::Incoming> waiting_;
};

/// Whether agreeing would change or add anything.
bool brings_anything(const app::Incoming& incoming);

}  // namespace ui
