// The report on a phone: a card for each row instead of the table, with its number, its badge and
// the beginning of what it says. Pressing one opens it in the form; the keys for copying and
// pasting take the row of the one that has the focus, as in the table.
#pragma once

#include "ui/entry_grid.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"

namespace ui {

class EntryCards {
public:
    TableWish draw(const Frame& frame, Rect area, const Sheet& sheet, RowFilter& filter,
                   RowMenu& menu, const model::RowId& current);

    /// The row of the card with this full id; nothing where it is no card.
    static const RowView* row_of(const Sheet& sheet, std::string_view node);

private:
    model::RowId revealed_;
};

}  // namespace ui
