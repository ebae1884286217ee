// The 44 rows as a list in their groups, with badges, filter and search: the left pane of the form,
// and a page of its own on a phone. Tells which row was chosen; goes nowhere by itself.
#pragma once

#include <optional>

#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"
#include "ui/row_menu.hpp"

namespace ui {

class EntryList {
public:
    /// Draws into `area`; answers the row pressed. `current` is revealed when it changed.
    std::optional<model::RowId> draw(const Frame& frame, Rect area, const Sheet& sheet,
                                     RowFilter& filter, RowMenu& menu, const model::RowId& current);

private:
    std::optional<model::RowId> draw_rows(const Frame& frame, Rect area, const Sheet& sheet,
                                          RowFilter& filter, RowMenu& menu,
                                          const model::RowId& current);

    model::RowId revealed_;
    RowFilter found_by_;  // what the list showed then
};

/// The search field and the list of kinds, from the top of `area`; answers the height used.
float draw_row_filter(const Frame& frame, Rect area, const Sheet& sheet, RowFilter& filter);

/// The same on one line of `line`'s height: chips, or their list where they have no room, then the
/// search field.
void draw_row_filter_line(const Frame& frame, Rect line, const Sheet& sheet, RowFilter& filter);

/// "Không có mô hình nào khớp bộ lọc", with the button that lifts it.
void draw_no_rows(const Frame& frame, Rect area, RowFilter& filter);

}  // namespace ui
