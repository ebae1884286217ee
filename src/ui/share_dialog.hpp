// Chooses the models that one entry speaks for together (the printed block of models 38–41). Rows
// with content of their own cannot join and are not offered.
#pragma once

#include <set>

#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"

namespace ui {

class ShareDialog {
public:
    void open(const Sheet& sheet, const model::RowId& lead);
    bool is_open() const { return !lead_.empty(); }
    void forget() { lead_ = {}; }
    /// Sends what joins and what leaves when it is agreed to.
    void draw(const Frame& frame, const Sheet& sheet);

private:
    void send(const Frame& frame, const Sheet& sheet) const;
    void draw_rows(const Frame& frame, Rect area, const Sheet& sheet);

    model::RowId lead_;
    std::set<model::RowId> chosen_;
};

/// Whether the row can join an entry of `lead`: it is part of it already or says nothing yet.
bool may_share(const Sheet& sheet, const model::RowId& lead, const RowView& row);

}  // namespace ui
