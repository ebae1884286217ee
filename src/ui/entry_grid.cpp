#include "ui/entry_grid.hpp"

#include <algorithm>
#include <utility>

#include "ui/cell_edit.hpp"
#include "ui/cell_text.hpp"
#include "ui/entry_list.hpp"
#include "ui/flow.hpp"
#include "ui/grid_paint.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/report_titles.hpp"
#include "ui/row_badge.hpp"
#include "ui/row_state.hpp"
#include "ui/state_edit.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float LeastHead = 40;
constexpr int HeadLines = 3;  // at most
constexpr float HeadPad = 8;
constexpr float GroupHeight = 34;
constexpr float BarWidth = 12;  // of the scroll area, kept free above it too
constexpr std::string_view ScopeName = "grid";

std::string cell_name(const Frame& frame, const RowView& row, const GridColumn& column) {
    const auto number = std::to_string(row.number);
    if (!column.field) return frame.tr({S::EntryModelNumber, {number}});
    return frame.tr({S::GridCellName, {number, field_title(*column.field, frame.lang)}});
}

/// Rows are told as selected or not only while some are.
NodeState selection_state(bool selected, bool any) {
    NodeState state;
    if (any) state.selected = selected ? NodeState::Tri::On : NodeState::Tri::Off;
    return state;
}

FieldLook editor_look(float height) {
    FieldLook look;
    look.multiline = true;
    look.bare = true;
    look.min_height = height;
    return look;
}

std::string cell_id(const GridColumn& column) {
    return column.field ? column.field->id.value : "title";
}

}  // namespace

std::string EntryGrid::full_id(const RowView& row, const GridColumn& column) const {
    return base_ + '/' + row.row.value + '/' + cell_id(column);
}

std::string EntryGrid::editor_id(const RowView& row, const GridColumn& column) const {
    return full_id(row, column) + "/text";
}

void EntryGrid::go_to(const model::RowId& row) {
    if (row.empty() || row == row_) return;
    row_ = row;
    editing_ = false;
    reveal_ = went_ = true;
}

const model::Field* EntryGrid::field(const Sheet& sheet) const {
    if (column_ <= TitleColumn || column_ - TitleColumn > sheet.form->fields.size()) return nullptr;
    return &sheet.form->fields[column_ - TitleColumn - 1];
}

void EntryGrid::enter(const Sheet& sheet, const RowField& cell) {
    go_to(cell.row);
    const auto& fields = sheet.form->fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].id == cell.field) column_ = TitleColumn + 1 + i;
    enter_ = true;
}

void EntryGrid::fill(Table& table, const RowFilter& filter) const {
    for (const auto& row : table.sheet.rows.rows) {
        if (!matches(row, filter) && !(editing_ && row.row == row_)) continue;
        if (table.rows.empty() || table.rows.back()->group != row.group)
            table.lines.push_back({nullptr, row.group});
        table.lines.push_back({&row, row.group});
        table.rows.push_back(&row);
    }
}

TableWish EntryGrid::draw(const Frame& frame, Rect area, const Sheet& sheet, RowFilter& filter,
                          Typing& typing, RowMenu& menu) {
    auto& surface = frame.surface;
    Table table{frame, sheet, typing, menu, grid_columns(*sheet.form, area.w - BarWidth)};
    fill(table, filter);
    // Who was in the table goes along, or the keys would be for a row that is not drawn any more.
    const bool went = std::exchange(went_, false) && surface.focus_within(ScopeName);
    const bool entered = std::exchange(enter_, false) || went;
    if (table.rows.empty()) {
        const Scope scope(surface, ScopeName);
        draw_no_rows(frame, area, filter);
        return {};
    }
    if (row_.empty() || !std::any_of(table.rows.begin(), table.rows.end(),
                                     [&](const RowView* row) { return row->row == row_; }))
        row_ = table.rows.front()->row;
    base_ = surface.full_id(ScopeName);
    place_next(surface, {.keys = "Control+C Control+V"});
    const Container grid(surface, ScopeName, area, Role::Grid, frame.tr(S::GridName),
                         static_cast<int>(table.lines.size()) + 1,
                         static_cast<int>(table.columns.size()));
    reopen(table);
    const Scope scope(surface, ScopeName);
    follow_focus(table);
    if (entered) move_to(table, place(table));
    if (!editing_) take_keys(table);
    const float head = head_height(table);
    draw_head(table, {area.x, area.y, area.w, head});
    draw_lines(table, {area.x, area.y + head, area.w, area.h - head}, filter);
    draw_state_menu(table);
    offer_copy(table);
    return table.wish;
}

namespace {

std::string title_of(const Frame& frame, const model::Form& form, const GridColumn& column) {
    if (column.field) return field_title(*column.field, frame.lang);
    return column.x == 0 ? number_title(form, frame.lang) : row_title(form, frame.lang);
}

TextStyle head_style(const Surface& surface) {
    return {surface.metrics().text_small, Weight::SemiBold, Tone::Quiet, Align::Left, HeadLines};
}

}  // namespace

/// Titles of narrow columns take several lines.
float EntryGrid::head_height(const Table& table) {
    auto& surface = table.frame.surface;
    float height = LeastHead;
    for (const auto& column : table.columns) {
        const auto title = title_of(table.frame, *table.sheet.form, column);
        const float words =
            text_height(surface, title, column.w - 2 * HeadPad, head_style(surface));
        height = std::max(height, words + HeadPad);
    }
    return height;
}

void EntryGrid::draw_head(const Table& table, Rect area) const {
    const auto& frame = table.frame;
    auto& surface = frame.surface;
    paint_fill(surface, area, surface.palette().surface_sunken);
    place_next(surface, {.row = 1});
    const Container row(surface, "head", area, Role::Row, "");
    const Scope scope(surface, "head");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        const auto title = title_of(frame, *table.sheet.form, column);
        const Rect cell{area.x + column.x, area.y, column.w, area.h};
        place_next(surface, {.row = 1, .column = static_cast<int>(i) + 1});
        const Container header(surface, i == 0 ? "number" : cell_id(column), cell,
                               Role::ColumnHeader, title);
        const auto style = head_style(surface);
        const Rect words = cell.inset(HeadPad, 0);
        paint_text(surface, centered(words, words.w, text_height(surface, title, words.w, style)),
                   title, style);
    }
    paint_line(surface, area.x, area.bottom() - 1, area.right(), area.bottom() - 1);
}

const std::vector<float>& EntryGrid::measured(const Table& table, const RowFilter& filter,
                                              float width) {
    const auto& frame = table.frame;
    const Measured key{frame.work.revision(), table.sheet.id, filter, width,
                       table.lines.size(),    frame.lang};
    return heights_.get(key, [&] {
        std::vector<float> heights;
        for (const auto& line : table.lines) {
            float height = line.row ? frame.surface.metrics().row_height : GroupHeight;
            for (std::size_t i = TitleColumn; line.row && i < table.columns.size(); ++i) {
                const auto paint = cell_paint(frame, table.sheet, *line.row, table.columns[i]);
                height = std::max(height, cell_height(frame, paint, table.columns[i].w));
            }
            heights.push_back(height);
        }
        return heights;
    });
}

void EntryGrid::draw_group(const Table& table, Rect rect, const std::string& id) const {
    auto& surface = table.frame.surface;
    const auto* group = table.sheet.catalogue->group(id);
    const auto title = group ? table.frame.tr({S::EntryGroup, {group->label, group->title}}) : id;
    const Container line(surface, "group-" + id, rect, Role::Row, "");
    const Scope scope(surface, "group-" + id);
    place_next(surface, {.column = 1});
    const Container named(surface, "name", rect, Role::RowHeader, title);
    paint_fill(surface, rect, surface.palette().page);
    paint_one_line(surface, rect.inset(10, 0), title,
                   {surface.metrics().text_small, Weight::SemiBold});
    paint_line(surface, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1);
}

void EntryGrid::draw_lines(Table& table, Rect area, const RowFilter& filter) {
    const auto& frame = table.frame;
    auto& surface = frame.surface;
    auto heights = measured(table, filter, area.w);
    ScrollArea scroll(surface, "lines", area, Role::RowGroup, frame.tr(S::GridName));
    const Rect content = scroll.content();
    if (editing_) grow_edited_row(table, heights);
    const LineLayout layout(heights);
    const float from = area.y - content.y;
    const auto seen = layout.between(from, from + area.h);
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const auto& line = table.lines[i];
        const Rect rect{content.x, content.y + layout.top(i), content.w, layout.height(i)};
        const bool current = line.row && line.row->row == row_;
        if (current && reveal_) {
            scroll.reveal(rect);
            reveal_ = false;
        }
        // The current row is drawn always: it has the focus, or what is being typed.
        if ((i < seen.first || i >= seen.end) && !current) continue;
        place_next(surface, {.row = static_cast<int>(i) + 2});
        if (line.row) {
            draw_row(table, rect, *line.row);
        } else {
            draw_group(table, rect, line.group);
        }
    }
    scroll.set_content_height(layout.total() + 24);
}

/// The row being edited grows with what is typed, before it is stored.
void EntryGrid::grow_edited_row(const Table& table, std::vector<float>& heights) {
    auto& surface = table.frame.surface;
    const auto& column = table.columns[column_];
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const auto* row = table.lines[i].row;
        if (!row || row->row != row_ || !column.field) continue;
        const Scope in_row(surface, row->row.value);
        const Scope in_cell(surface, cell_id(column));
        const auto text = table.sheet.cell(row_, column.field->id).part("text");
        heights[i] =
            std::max(heights[i], field_height(surface, text, column.w, editor_look(0), "text"));
        return;
    }
}

void EntryGrid::draw_row(Table& table, Rect rect, const RowView& row) {
    auto& surface = table.frame.surface;
    const bool chosen = selected(table, row);
    // Its cells say the rest; without a name of its own a row would be read as all of them.
    const Container container(surface, row.row.value, rect, Role::Row,
                              table.frame.tr({S::EntryModelNumber, {std::to_string(row.number)}}),
                              selection_state(chosen, !anchor_.empty()));
    const Scope scope(surface, row.row.value);
    const auto& palette = surface.palette();
    paint_fill(surface, rect, chosen ? palette.accent_soft : palette.surface);
    const auto badge = badge_of(row.status);
    const Rect number{rect.x, rect.y, table.columns.front().w, surface.metrics().row_height};
    {
        const auto words = std::to_string(row.number);
        place_next(surface, {.column = 1});
        const Container named(surface, "number", number, Role::GridCell,
                              words + " · " + table.frame.tr(badge.word));
        const float half = line_height(surface, {surface.metrics().text_small});
        const Rect lines = centered(number, number.w, 2 * half);
        paint_one_line(
            surface, {lines.x, lines.y, lines.w, half}, words,
            {surface.metrics().text_small, Weight::SemiBold, Tone::Neutral, Align::Center});
        const auto letters = table.frame.tr(badge.letters);
        const Rect below{lines.x, lines.y + half, lines.w, half};
        paint_badge(surface, centered(below, badge_width(surface, letters), half), letters,
                    badge.tone);
    }
    for (std::size_t i = TitleColumn; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        draw_cell(table, {rect.x + column.x, rect.y, column.w, rect.h}, row, i);
        paint_line(surface, rect.x + column.x, rect.y, rect.x + column.x, rect.bottom());
    }
    paint_line(surface, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1);
}

void EntryGrid::draw_cell(Table& table, Rect rect, const RowView& row, std::size_t column) {
    const auto& frame = table.frame;
    auto& surface = frame.surface;
    const auto& at = table.columns[column];
    const bool current = row.row == row_ && column == column_;
    const auto name = cell_name(frame, row, at);
    place_next(surface, {.column = static_cast<int>(column) + 1});
    if (current && editing_) {
        const Container cell(surface, cell_id(at), rect, Role::GridCell, name);
        const Scope scope(surface, cell_id(at));
        draw_editor(table, rect, row, *at.field);
        return;
    }
    const auto paint = cell_paint(frame, table.sheet, row, at);
    const Role role = column == TitleColumn ? Role::RowHeader : Role::GridCell;
    if (current && at.field) {
        const auto& cell = table.sheet.cell(row.row, at.field->id);
        if (use_of(at, cell, leads_entry(row)) == CellUse::Text)
            typing_opens_next(surface, rect, cell.part("text"), editor_look(rect.h));
    }
    const auto touched = interact(surface, cell_id(at), rect, role, name, {}, {}, paint.read());
    table.menu.offer(surface, cell_id(at), row.row);
    if (touched.hovered) paint_fill(surface, rect, surface.palette().surface_hover);
    paint_cell(frame, rect, paint);
    if (current) paint_current(frame, rect);
    if (current && state_menu_) state_menu_ = rect;
    if (!touched.pressed) return;
    // The focus comes with the press, so that being current says nothing of a pointer's first
    // press.
    const bool known = touched.activated || (chosen_row_ == row.row && chosen_column_ == column);
    if (!touched.activated && surface.pressed_with_shift()) return select_to(table, row, column);
    if (current && known) {
        begin(table, row, column);
    } else {
        move_to(table,
                {static_cast<std::size_t>(std::find(table.rows.begin(), table.rows.end(), &row) -
                                          table.rows.begin()),
                 column - TitleColumn});
    }
}

void EntryGrid::draw_editor(Table& table, Rect rect, const RowView& row,
                            const model::Field& field) {
    const auto& cell = table.sheet.cell(row.row, field.id);
    const auto name = cell_name(table.frame, row, table.columns[column_]);
    const auto result =
        text_field(table.frame.surface, "text", rect, name, cell.part("text"), editor_look(rect.h));
    table.typing.take(table.frame, {table.sheet.id, row.row, field.id}, result, cell,
                      [](const model::Cell& before, std::string_view words) {
                          return with_text(before, "text", words);
                      });
    if (result.ended) leave_editor(table, result);
}

void EntryGrid::leave_editor(Table& table, const FieldResult& result) {
    using Reason = TextEvent::Reason;
    editing_ = false;
    const auto at = place(table);
    const GridSize size{table.rows.size(), table.columns.size() - TitleColumn};
    const auto go = [&](std::string_view key, bool shift) {
        go_on(table, moved(at, size, key, shift, false, 0));
    };
    if (result.ended == Reason::Enter) go("ArrowDown", false);
    if (result.ended == Reason::Tab) go("Tab", false);
    if (result.ended == Reason::ShiftTab) go("Tab", true);
    if (result.ended == Reason::ToCell) go_on(table, place_of_cell(table, result.to).value_or(at));
    if (result.ended == Reason::Escape || result.ended == Reason::CtrlEnter) move_to(table, at);
}

/// To the next cell. After a finger its text is edited at once, in the editor that is open: where
/// the focus left it in between, the keyboard on glass would close.
void EntryGrid::go_on(Table& table, GridPlace to) {
    const bool stays = to == place(table);
    const auto& row = *table.rows[std::min(to.row, table.rows.size() - 1)];
    const auto column = to.column + TitleColumn;
    const auto& at = table.columns[column];
    const auto& cell = at.field ? table.sheet.cell(row.row, at.field->id) : model::Cell{};
    auto& surface = table.frame.surface;
    if (stays || !surface.pressed_by_finger() ||
        use_of(at, cell, leads_entry(row)) != CellUse::Text)
        return move_to(table, to);
    make_current(table, to);
    surface.announce(cell_name(table.frame, row, at));
    begin(table, row, column);
}

std::optional<GridPlace> EntryGrid::place_of_cell(const Table& table, std::string_view id) const {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t i = TitleColumn; i < table.columns.size(); ++i)
            if (full_id(*table.rows[row], table.columns[i]) == id)
                return GridPlace{row, i - TitleColumn};
    }
    return std::nullopt;
}

/// The focus came to a cell by itself (Tab, a screen reader): then that cell is the current one.
void EntryGrid::follow_focus(const Table& table) {
    const auto& focused = table.frame.surface.focused();
    if (focused == focus_seen_) return;
    focus_seen_ = focused;
    for (const auto* row : table.rows) {
        if (editing_ || !table.frame.surface.focus_within(row->row.value)) continue;
        for (std::size_t i = TitleColumn; i < table.columns.size(); ++i) {
            if (full_id(*row, table.columns[i]) != focused) continue;
            if (row_ == row->row && column_ == i) return;
            left_row_ = std::exchange(row_, row->row);
            column_ = i;
            chosen_row_ = {};
        }
    }
}

/// A page whose module was started anew says again what was typed in a cell: it is opened for that.
void EntryGrid::reopen(const Table& table) {
    if (editing_) return;
    const auto waiting = table.frame.surface.text_waiting(ScopeName);
    if (!waiting) return;
    for (const auto* row : table.rows) {
        for (std::size_t i = TitleColumn; i < table.columns.size(); ++i) {
            if (*waiting != editor_id(*row, table.columns[i])) continue;
            row_ = row->row;
            column_ = i;
            editing_ = reveal_ = true;
        }
    }
}

void EntryGrid::begin(Table& table, const RowView& row, std::size_t column) {
    const auto& at = table.columns[column];
    const auto& cell = at.field ? table.sheet.cell(row.row, at.field->id) : model::Cell{};
    switch (use_of(at, cell, leads_entry(row))) {
        case CellUse::Text:
            editing_ = true;
            begin_edit(table.frame.surface, editor_id(row, at));
            table.frame.surface.redraw();
            break;
        case CellUse::State:
            state_menu_ = Rect{};
            table.frame.surface.redraw();
            break;
        case CellUse::OpensForm:
            table.wish.form = row.row;
            if (at.field) table.wish.field = at.field->id;
            break;
    }
}

PastePlace EntryGrid::paste_place(const Sheet& sheet, const RowFilter& filter) const {
    const auto first = column_ > TitleColumn ? column_ - TitleColumn - 1 : 0;
    return ui::paste_place(sheet, filter, row_, sheet.form->fields.at(first).id);
}

void EntryGrid::draw_state_menu(Table& table) {
    if (!state_menu_ || state_menu_->w == 0) return;
    const auto& frame = table.frame;
    const auto* entry = table.sheet.entry(row_);
    const auto options = state_options(*table.sheet.form, entry, frame.lang);
    std::vector<Option> items;
    for (const auto& option : options) items.push_back({option.id, option.title, option.disabled});
    const auto chosen =
        menu(frame.surface, "state-menu", *state_menu_, frame.tr(S::GridStateMenu), items);
    if (!chosen) return;
    state_menu_.reset();
    if (!chosen->empty()) send_state(frame, table.sheet, row_, *chosen);
}

void EntryGrid::move_to(Table& table, GridPlace place) {
    const auto& row = make_current(table, place);
    table.frame.surface.request_focus(full_id(row, table.columns[column_]));
}

const RowView& EntryGrid::make_current(Table& table, GridPlace place) {
    const auto& row = *table.rows[std::min(place.row, table.rows.size() - 1)];
    anchor_ = {};
    row_ = chosen_row_ = row.row;
    column_ = chosen_column_ = place.column + TitleColumn;
    editing_ = false;
    reveal_ = true;
    table.frame.surface.redraw();
    return row;
}

GridPlace EntryGrid::place(const Table& table) const {
    const auto found = std::find_if(table.rows.begin(), table.rows.end(),
                                    [&](const RowView* row) { return row->row == row_; });
    const auto row = static_cast<std::size_t>(found - table.rows.begin());
    return {std::min(row, table.rows.size() - 1), column_ - TitleColumn};
}

}  // namespace ui
