// A report as a table: the rows in their groups, a column for each field, cells that grow with
// their text. One cell is current; keys move it, F2 or Enter edits it where the whole cell is one
// plain text, else opens the form. Only the lines that can be seen are drawn. Too wide for a phone:
// entry_cards.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/cached.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"
#include "ui/grid_columns.hpp"
#include "ui/grid_copy.hpp"
#include "ui/grid_layout.hpp"
#include "ui/paste_plan.hpp"
#include "ui/row_menu.hpp"
#include "ui/typing.hpp"

namespace ui {

/// What the table and the cards ask of the entry screen.
struct TableWish {
    std::optional<model::RowId> form;     // open this row in the form
    std::optional<model::FieldId> field;  // and begin in this field
};

class EntryGrid {
public:
    TableWish draw(const Frame& frame, Rect area, const Sheet& sheet, RowFilter& filter,
                   Typing& typing, RowMenu& menu);

    /// The row of the current cell.
    const model::RowId& row() const { return row_; }
    /// Makes it current and brings it into sight.
    void go_to(const model::RowId& row);
    /// The field of the current cell; nothing in the column of titles.
    const model::Field* field(const Sheet& sheet) const;
    /// Makes the cell current in the next frame, brings it into sight and gives it the focus;
    /// without a field that of the current column.
    void enter(const Sheet& sheet, const RowField& cell);
    /// Closes the list of states.
    void forget_menu() { state_menu_.reset(); }
    /// Where a pasted block goes that does not say so itself.
    PastePlace paste_place(const Sheet& sheet, const RowFilter& filter) const;

private:
    struct Measured {  // what the heights below were measured for
        std::int64_t revision = 0;
        model::ReportId report;
        RowFilter filter;
        float width = 0;
        std::size_t lines = 0;
        i18n::Lang lang = i18n::Lang::Vi;
        bool operator==(const Measured&) const = default;
    };
    struct Line {
        const RowView* row = nullptr;  // nothing: the line that names a group
        std::string group;
    };
    /// What one frame works on.
    struct Table {
        const Frame& frame;
        const Sheet& sheet;
        Typing& typing;
        RowMenu& menu;
        std::vector<GridColumn> columns;
        std::vector<Line> lines{};
        std::vector<const RowView*> rows{};  // of the lines
        TableWish wish{};
    };

    void fill(Table& table, const RowFilter& filter) const;
    const std::vector<float>& measured(const Table& table, const RowFilter& filter, float width);
    void grow_edited_row(const Table& table, std::vector<float>& heights);
    void draw_group(const Table& table, Rect rect, const std::string& id) const;
    static float head_height(const Table& table);
    void draw_head(const Table& table, Rect area) const;
    void draw_lines(Table& table, Rect area, const RowFilter& filter);
    void draw_row(Table& table, Rect rect, const RowView& row);
    void draw_cell(Table& table, Rect rect, const RowView& row, std::size_t column);
    void draw_editor(Table& table, Rect rect, const RowView& row, const model::Field& field);
    void clear(const Table& table, const RowView& row) const;
    void offer_copy(const Table& table);
    void select_to(Table& table, const RowView& row, std::size_t column);
    void tell_selection(const Table& table) const;
    bool select_by_key(Table& table, const Chord& chord);
    bool selected(const Table& table, const RowView& row) const;
    std::vector<const RowView*> selection(const Table& table) const;
    void draw_state_menu(Table& table);
    void follow_focus(const Table& table);
    void reopen(const Table& table);
    void take_keys(Table& table);
    void begin(Table& table, const RowView& row, std::size_t column);
    void leave_editor(Table& table, const FieldResult& result);
    void go_on(Table& table, GridPlace to);
    void move_to(Table& table, GridPlace place);
    const RowView& make_current(Table& table, GridPlace place);
    std::optional<GridPlace> place_of_cell(const Table& table, std::string_view id) const;
    GridPlace place(const Table& table) const;
    /// The cell's id from outside any scope.
    std::string full_id(const RowView& row, const GridColumn& column) const;
    std::string editor_id(const RowView& row, const GridColumn& column) const;

    model::RowId row_;
    std::size_t column_ = TitleColumn + 1;
    model::RowId
        chosen_row_;  // the cell a press or a key made the current one, not the focus alone
    std::size_t chosen_column_ = 0;
    model::RowId left_row_;  // current before the focus moved by itself
    model::RowId anchor_;    // other end of the selected rows; blank: only the current one
    bool editing_ = false;
    std::optional<Rect> state_menu_;  // under this cell
    bool reveal_ = false;
    bool enter_ = false;
    bool went_ = false;  // to another row, by an address or by undo
    std::string focus_seen_;
    std::string base_;  // full id of the table
    base::Cached<Measured, std::vector<float>> heights_;
    struct CopyKey {
        std::int64_t revision = 0;
        model::ReportId report;
        std::vector<model::RowId> rows;
        model::FieldId field;  // of the one cell; empty: whole rows
        i18n::Lang lang = i18n::Lang::Vi;
        bool operator==(const CopyKey&) const = default;
    };
    base::Cached<CopyKey, CopiedRows> copy_;
};

}  // namespace ui
