#include "ui/paste_dialog.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "ui/cell_text.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Gap = 8;
constexpr std::size_t MostShown = 60;  // changes and troubles; the rest is counted
constexpr std::string_view Nothing = "";
constexpr std::string_view Number = "/number";  // no field has such an id
constexpr std::string_view Title = "/title";

std::string_view id_of(const PasteColumn& column) {
    switch (column.is) {
        case PasteColumn::Is::Nothing:
            return Nothing;
        case PasteColumn::Is::Number:
            return Number;
        case PasteColumn::Is::Title:
            return Title;
        case PasteColumn::Is::Field:
            return column.field.value;
    }
    return Nothing;
}

PasteColumn column_of(std::string_view id) {
    if (id == Nothing) return {};
    if (id == Number) return {PasteColumn::Is::Number, {}};
    if (id == Title) return {PasteColumn::Is::Title, {}};
    return {PasteColumn::Is::Field, {std::string(id)}};
}

/// What a person knows the column by: its head, or the first thing in it.
std::string sample_of(const Block& block, std::size_t column) {
    for (const auto& row : block)
        if (column < row.size() && !row[column].empty()) return row[column];
    return {};
}

TextStyle quiet(const Surface& surface, int lines = 0) {
    return {surface.metrics().text_small, Weight::Regular, Tone::Quiet, Align::Left, lines};
}

}  // namespace

void PasteDialog::open(EntryPlace where, Pasted pasted, const Sheet& sheet) {
    auto columns = guess_columns(pasted.block, sheet, pasted.place);
    open_ = Open{std::move(where), std::move(pasted), std::move(columns)};
}

void PasteDialog::forget() {
    open_.reset();
    insert_.reset();
}

void PasteDialog::draw(const Frame& frame, const Sheet& sheet, const EntryPlace& where) {
    auto& surface = frame.surface;
    const auto insert = std::exchange(insert_, std::nullopt);
    if (insert && insert->where == where) paste_into(surface, insert->what.node, insert->what.text);
    if (open_ && open_->where != where) open_.reset();
    if (!open_) return;
    const auto& pasted = open_->pasted;
    const auto plan = plan_paste(pasted.block, open_->columns, sheet, pasted.place, frame.lang);
    const Dialog dialog(surface, "paste", frame.tr(S::PasteTitle), 760, 0);
    bool as_text = false;
    {
        ScrollArea scroll(surface, "pane", dialog.pane(), Role::Group, frame.tr(S::PasteTitle));
        const Rect content = scroll.content();
        Column column(content.inset(Dialog::RingRoom, 0), Gap);
        column.skip(label(surface, "about", column.here(), frame.tr(S::PasteAbout),
                          {0, Weight::Regular, Tone::Quiet}));
        as_text = draw_as_text(frame, column);
        draw_columns(frame, column, sheet);
        draw_troubles(frame, column, plan);
        draw_changes(frame, column, sheet, plan);
        scroll.set_content_height(column.y() - content.y);
    }
    ButtonLook look{.kind = ButtonKind::Primary};
    look.disabled = plan.changes.empty();
    // Enter writes what was looked at, Escape leaves all as it was (product.md C.3).
    if (std::exchange(open_->fresh, false) && !look.disabled) surface.request_focus("do");
    const auto paste = frame.tr({S::PasteDo, {std::to_string(plan.changes.size())}});
    const auto answer =
        foot_buttons(surface, dialog, {"do", paste, look}, {"cancel", frame.tr(S::Cancel)});
    if (answer == Answer::Agree) {
        app::PasteCells command{sheet.id, {}};
        for (const auto& change : plan.changes)
            command.cells.push_back({change.row, change.field, change.parts});
        frame.send(app::ReportCommand{std::move(command)});
    }
    if (answer != Answer::None || as_text) open_.reset();
}

/// A field of the form can have the table as text.
bool PasteDialog::draw_as_text(const Frame& frame, Column& column) {
    if (!open_->pasted.as_text) return false;
    auto& surface = frame.surface;
    const auto words = frame.tr(S::PasteAsText);
    const Rect line = column.take(surface.metrics().control_height);
    const float width = std::min(button_width(surface, words), line.w);
    if (!button(surface, "text", {line.x, line.y, width, line.h}, words)) return false;
    insert_ = Insert{open_->where, std::move(*open_->pasted.as_text)};
    return true;
}

void PasteDialog::draw_columns(const Frame& frame, Column& column, const Sheet& sheet) {
    auto& surface = frame.surface;
    const Scope scope(surface, "columns");
    std::vector<std::string> titles{frame.tr(S::PasteSkip), frame.tr(S::PasteNumber),
                                    frame.tr(S::PasteRowTitle)};
    for (const auto& field : sheet.form->fields) titles.push_back(field_title(field, frame.lang));
    std::vector<Option> options{{Nothing, titles[0]}, {Number, titles[1]}, {Title, titles[2]}};
    for (std::size_t i = 0; i < sheet.form->fields.size(); ++i)
        options.push_back({sheet.form->fields[i].id.value, titles[i + 3]});
    for (std::size_t i = 0; i < open_->columns.size(); ++i) {
        const auto number = std::to_string(i + 1);
        const Rect row = column.take(surface.metrics().control_height);
        Line line(row, 12);
        const Rect choice = line.right(std::min(260.0f, row.w * 0.55f));
        const auto sample = sample_of(open_->pasted.block, i);
        const auto name = frame.tr({S::PasteColumnName, {number, sample}});
        caption_line(surface, number, line.rest(), name);
        const auto chosen =
            select(surface, number, choice, name, options, id_of(open_->columns[i]));
        if (chosen) open_->columns[i] = column_of(*chosen);
    }
}

void PasteDialog::draw_changes(const Frame& frame, Column& column, const Sheet& sheet,
                               const PastePlan& plan) {
    auto& surface = frame.surface;
    const Scope scope(surface, "changes");
    const auto counts = frame.tr(
        {S::PasteChanges, {std::to_string(plan.changes.size()), std::to_string(plan.rows)}});
    column.space(Gap);
    column.skip(heading(surface, "title", column.here(),
                        plan.changes.empty() ? frame.tr(S::PasteNothing) : counts, 2,
                        {0, Weight::SemiBold}));
    const auto shown = std::min(plan.changes.size(), MostShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& change = plan.changes[i];
        const auto* row = sheet.rows.find(change.row);
        const auto& field = field_title(*sheet.form->field(change.field), frame.lang);
        const auto where =
            frame.tr({S::GridCellName, {std::to_string(row ? row->number : 0), field}});
        const auto before = change.before.empty() ? frame.tr(S::PasteWasBlank)
                                                  : frame.tr({S::PasteWas, {change.before}});
        const float width = column.width();
        const float was = text_height(surface, before, width, quiet(surface, 2));
        const TextStyle words{0, Weight::Regular, Tone::Neutral, Align::Left, 4};
        const float is = text_height(surface, change.after, width, words);
        const float head = line_height(surface, {0, Weight::SemiBold});
        const Rect place = column.take(head + was + is + Gap);
        const Container item(surface, std::to_string(i), place, Role::Group, where);
        const Scope inside(surface, std::to_string(i));
        Column lines(place, 0);
        caption_line(surface, "where", lines.take(head), where, {0, Weight::SemiBold});
        label(surface, "is", lines.take(is), change.after, words);
        label(surface, "was", lines.take(was), before, quiet(surface, 2));
    }
    if (shown == plan.changes.size()) return;
    column.skip(label(surface, "more", column.here(),
                      frame.tr({S::PasteMore, {std::to_string(plan.changes.size() - shown)}}),
                      quiet(surface)));
}

void PasteDialog::draw_troubles(const Frame& frame, Column& column, const PastePlan& plan) {
    if (plan.troubles.empty()) return;
    auto& surface = frame.surface;
    const Scope scope(surface, "troubles");
    column.space(Gap);
    column.skip(heading(surface, "title", column.here(), frame.tr(S::PasteTroubles), 2,
                        {0, Weight::SemiBold}));
    const auto shown = std::min(plan.troubles.size(), MostShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto words = frame.tr(plan.troubles[i]);
        const Rect row = column.take(text_height(surface, words, column.width() - 26));
        paint_icon(surface, {row.x, row.y + 2, 18, 18}, icon::AlertTriangle, Tone::Caution);
        label(surface, std::to_string(i), {row.x + 26, row.y, row.w - 26, row.h}, words);
    }
}

}  // namespace ui
