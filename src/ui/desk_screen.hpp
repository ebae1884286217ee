// Bàn làm việc: the reports of this workbook as cards, and beside them how to open a file, where
// the data is safe, and the other workbooks on this machine. The first thing a person sees.
#pragma once

#include <optional>
#include <string>

#include "base/cached.hpp"
#include "ui/desk_side.hpp"
#include "ui/desk_view.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/new_report_dialog.hpp"

namespace ui {

class DeskScreen {
public:
    void draw(const Frame& frame, Rect area);

    /// The desk as it is now; asked again only when the workbook moved. Also for the header.
    const DeskView& read(const Frame& frame);
    /// The dialog for a new report, also from elsewhere.
    void new_report(const Frame& frame) { new_report_.open(frame); }

private:
    void draw_reports(const Frame& frame, Column& column, const DeskView& view);
    void draw_empty(const Frame& frame, Column& column);
    void draw_card(const Frame& frame, Column& column, const ReportCard& card);
    void follow_new(const Frame& frame);

    base::Cached<std::pair<std::int64_t, std::string>, DeskView> view_;  // by revision and workbook
    NewReportDialog new_report_;
    std::optional<model::ReportKey> go_to_;  // asked for, shown as soon as it is there
    DeskSide side_;
};

}  // namespace ui
