// What keys do in the table: moving, opening, emptying, and choosing rows to copy.
#include <algorithm>
#include <utility>

#include "ui/entry_grid.hpp"
#include "ui/grid_paint.hpp"
#include "ui/row_state.hpp"
#include "ui/state_edit.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr std::size_t PageRows = 8;  // how far Page keys go

}  // namespace

void EntryGrid::take_keys(Table& table) {
    auto& surface = table.frame.surface;
    const auto chord = surface.waiting_chord();
    if (!chord || chord->alt || state_menu_ || !surface.focus_within(row_.value)) return;
    const auto at = place(table);
    const auto* row = table.rows[at.row];
    if (select_by_key(table, *chord)) return;
    if (chord->key == "Enter" || chord->key == "F2") {
        surface.take_chord(*chord);
        return begin(table, *row, column_);
    }
    if (chord->key == "Delete") {
        surface.take_chord(*chord);
        return clear(table, *row);
    }
    if (chord->key == " ") {
        surface.take_chord(*chord);
        const auto* field = table.columns[column_].field;
        if (!field || field->type != model::FieldType::Choice || !leads_entry(*row)) return;
        const auto* entry = table.sheet.entry(row->row);
        return send_state(table.frame, table.sheet, row->row,
                          state_after(*table.sheet.form, entry));
    }
    const auto to = moved(at, {table.rows.size(), table.columns.size() - TitleColumn}, chord->key,
                          chord->shift, chord->ctrl, PageRows);
    if (to == at) return;
    surface.take_chord(*chord);
    move_to(table, to);
}

/// What the cell says goes; one step of history.
void EntryGrid::clear(const Table& table, const RowView& row) const {
    const auto& at = table.columns[column_];
    const auto& cell = at.field ? table.sheet.cell(row.row, at.field->id) : model::Cell{};
    if (cell.blank() || use_of(at, cell, leads_entry(row)) != CellUse::Text) return;
    table.frame.send(app::ReportCommand{app::EditCell{table.sheet.id, row.row, at.field->id,
                                                      model::changes(cell, model::Cell{}), 0}});
}

std::vector<const RowView*> EntryGrid::selection(const Table& table) const {
    const auto place_of = [&](const model::RowId& row) {
        return std::find_if(table.rows.begin(), table.rows.end(),
                            [&](const RowView* one) { return one->row == row; });
    };
    auto from = place_of(row_);
    auto to = anchor_.empty() ? from : place_of(anchor_);
    if (from == table.rows.end() || to == table.rows.end()) return {};
    if (to < from) std::swap(from, to);
    return {from, std::next(to)};
}

bool EntryGrid::selected(const Table& table, const RowView& row) const {
    if (anchor_.empty()) return false;
    const auto rows = selection(table);
    return std::find(rows.begin(), rows.end(), &row) != rows.end();
}

/// What Ctrl+C would take lies with the page before it is pressed: a browser lets a page copy only
/// while the key is down. The cell one is in, as in every table; the row where it is the model's
/// name, or the rows that were chosen.
void EntryGrid::offer_copy(const Table& table) {
    auto& surface = table.frame.surface;
    const bool here = !editing_ && surface.focus_within(row_.value);
    const auto rows = here ? selection(table) : std::vector<const RowView*>();
    if (rows.empty()) return;
    const auto* field = anchor_.empty() ? table.columns[column_].field : nullptr;
    CopyKey key{table.frame.work.revision(), table.sheet.id, {}, {}, table.frame.lang};
    for (const auto* row : rows) key.rows.push_back(row->row);
    if (field) key.field = field->id;
    const auto& copied = copy_.get(key, [&] {
        return field ? copy_cell(table.sheet, *rows.front(), *field, table.frame.lang)
                     : copy_rows(table.sheet, rows, table.frame.lang);
    });
    surface.offer_copy(copied.text, copied.html, field ? 0 : rows.size());
}

/// Shift with a press takes all rows along up to that one. The press has moved the focus already,
/// so the other end is the row it left.
void EntryGrid::select_to(Table& table, const RowView& row, std::size_t column) {
    const auto anchor = !anchor_.empty()                            ? anchor_
                        : chosen_row_.empty() && !left_row_.empty() ? left_row_
                                                                    : row_;
    const auto found = std::find(table.rows.begin(), table.rows.end(), &row);
    move_to(table, {static_cast<std::size_t>(found - table.rows.begin()), column - TitleColumn});
    anchor_ = anchor;
    tell_selection(table);
}

void EntryGrid::tell_selection(const Table& table) const {
    table.frame.surface.announce(
        table.frame.tr({S::RowsSelected, {std::to_string(selection(table).size())}}));
}

/// Shift with an arrow takes the next row along, Ctrl+A all of them, Escape lets go of them.
bool EntryGrid::select_by_key(Table& table, const Chord& chord) {
    auto& surface = table.frame.surface;
    const bool along = chord.shift && (chord.key == "ArrowDown" || chord.key == "ArrowUp");
    const bool all = chord.ctrl && chord.key == "A";
    const bool drop = chord.key == "Escape" && !anchor_.empty();
    if (!along && !all && !drop) return false;
    surface.take_chord(chord);
    if (drop) {
        anchor_ = {};
        surface.redraw();
        return true;
    }
    auto anchor = anchor_.empty() ? row_ : anchor_;
    auto to = place(table);
    if (all) {
        anchor = table.rows.front()->row;
        to.row = table.rows.size() - 1;
    } else if (chord.key == "ArrowDown") {
        to.row = std::min(to.row + 1, table.rows.size() - 1);
    } else if (to.row > 0) {
        --to.row;
    }
    move_to(table, to);
    anchor_ = anchor;
    surface.announce(table.frame.tr({S::RowsSelected, {std::to_string(selection(table).size())}}));
    return true;
}

}  // namespace ui
