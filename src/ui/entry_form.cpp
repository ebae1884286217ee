#include "ui/entry_form.hpp"

#include <algorithm>
#include <array>

#include "ui/cell_edit.hpp"
#include "ui/cell_text.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/row_badge.hpp"
#include "ui/row_state.hpp"
#include "ui/state_edit.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float WidestForm = 800;  // longer lines are hard to read
constexpr float Gap = 8;
constexpr float BlockGap = 20;

/// To whom and when, beside each other where there is room.
void draw_hand_over(const FieldDesk& desk, Column& column) {
    auto& surface = desk.frame.surface;
    const TextStyle small{surface.metrics().text_small, Weight::Regular, Tone::Quiet};
    const float label_height = line_height(surface, small) + 4;
    const bool wide = column.width() >= 520;
    const auto draw = [&](Rect rect, std::string_view part, S title) {
        const auto name = desk.frame.tr(title);
        caption(surface, part, {rect.x, rect.y, rect.w, label_height}, name, small);
        const Rect box{rect.x, rect.y + label_height, rect.w, surface.metrics().control_height};
        const auto& cell = desk.cell();
        const auto result = text_field(surface, part, box, name, cell.part(part));
        desk.typing.take(desk.frame, desk.place(), result, cell,
                         [&](const model::Cell& before, std::string_view words) {
                             return with_detail(before, part, words);
                         });
    };
    const float height = label_height + surface.metrics().control_height;
    if (wide) {
        Line line(column.take(height), 12);
        draw(line.left((column.width() - 12) * 0.6f), "empty_to", S::EntryHandedOverTo);
        draw(line.rest(), "empty_when", S::EntryHandedOverWhen);
    } else {
        draw(column.take(height), "empty_to", S::EntryHandedOverTo);
        draw(column.take(height), "empty_when", S::EntryHandedOverWhen);
    }
}

/// Chips where there is room; a phone has a list, or the states would fill its screen.
std::optional<std::string> draw_states(const Frame& frame, Column& column, std::string_view name,
                                       std::vector<Option> options, std::string_view chosen) {
    auto& surface = frame.surface;
    if (frame.room != Room::Narrow) {
        const auto result = choice_chips(surface, "choice", column.here(), name, options, chosen);
        column.skip(result.height);
        return result.chosen;
    }
    const auto none = frame.tr(S::EntryStateNone);
    options.insert(options.begin(), {"", none});
    const Rect line = column.take(surface.metrics().control_height);
    return select(surface, "choice", line, name, options, chosen);
}

/// Where there is no room for the context beside the form, it ends with what stands there.
bool draw_share_button(const Frame& frame, Column& column, const RowView& view) {
    auto& surface = frame.surface;
    const auto share = frame.tr(S::EntryShareWith);
    ButtonLook look{.icon = icon::Link};
    look.disabled = view.status == RowStatus::NotEntered;
    const Rect line = column.take(surface.metrics().control_height);
    const float width = std::min(button_width(surface, share, look), line.w);
    return button(surface, "share", {line.x, line.y, width, line.h}, share, look);
}

/// The button to the row before or after, closed where there is none.
struct Step {
    model::RowId to;
    std::string title;
    ButtonLook look;
};

Step step_of(const Frame& frame, const Sheet& sheet, const model::RowId& row, int way) {
    const bool back = way < 0;
    Step step{sheet.rows.beside(row, way), {}, {}};
    const auto* view = sheet.rows.find(step.to);
    step.look.kind = back ? ButtonKind::Quiet : ButtonKind::Secondary;
    step.look.icon = back ? icon::ChevronLeft : icon::ChevronRight;
    step.look.icon_last = !back;
    step.look.keys = back ? "Alt+ArrowUp" : "Alt+ArrowDown";
    step.look.disabled = step.to == row || !view;
    if (view) step.look.hint = view->title;
    step.title =
        step.look.disabled
            ? frame.tr(back ? S::EntryFirst : S::EntryLast)
            : frame.tr({back ? S::EntryPrevious : S::EntryNext, {std::to_string(view->number)}});
    return step;
}

/// The id, inside the scope of the form, of what one comes to first where the state is chosen: the
/// chosen chip, else the first; on a phone the list.
std::string state_control(const Frame& frame, const Sheet& sheet, const RowView& view,
                          const model::Field& state) {
    auto control = state.id.value + "/choice";
    if (frame.room == Room::Narrow) return control;
    const auto* entry = sheet.entry(view.row);
    auto chosen = chosen_state(*sheet.form, entry);
    const auto options = state_options(*sheet.form, entry, frame.lang);
    if (chosen.empty() && !options.empty()) chosen = options.front().id;
    return control + '/' + chosen;
}

}  // namespace

std::optional<RowField> EntryForm::field_of(const Sheet& sheet, std::string_view node) {
    // The scopes that draw() opens: form, row, field.
    for (const auto& row : sheet.rows.rows) {
        for (const auto& field : sheet.form->fields) {
            const auto scopes = "/form/" + row.row.value + '/' + field.id.value + '/';
            if (node.find(scopes) != std::string_view::npos) return RowField{row.row, field.id};
        }
    }
    return std::nullopt;
}

EntryForm::Wish EntryForm::draw(const Frame& frame, Rect area, const Sheet& sheet,
                                const model::RowId& row, Typing& typing) {
    auto& surface = frame.surface;
    Wish wish;
    const auto* view = sheet.rows.find(row);
    if (!view) return wish;
    const Scope scope(surface, "form");
    const float steps = surface.metrics().control_height + 2 * Gap;
    const float bar = frame.low() ? 0 : steps;  // what of the page it takes; else it ends the form
    const auto go_by_steps = [&](Rect rect) {
        if (const auto step = draw_steps(frame, rect, sheet, row)) wish.go = step;
    };
    const float margin = frame.room == Room::Narrow ? 16 : 24;
    {
        ScrollArea scroll(
            surface, "pane", {area.x, area.y, area.w, area.h - bar}, Role::Form,
            frame.tr({S::EntryFormName, {std::to_string(view->number), view->title}}));
        if (shown_ != row) {
            shown_ = row;
            audiences_open_ = false;
            cost_.leave();
            scroll.reset();
        }
        const Rect content = scroll.content();
        const float width = std::min(content.w - 2 * margin, WidestForm);
        Column column({content.x + margin, content.y, width, 0}, Gap);
        column.space(margin);
        draw_fields({frame, sheet, *view, typing, scroll}, column, wish);
        column.space(margin);
        if (bar == 0) go_by_steps({content.x, column.y(), content.w, steps});
        scroll.set_content_height(column.y() + steps - bar - content.y);
    }
    if (bar > 0) go_by_steps({area.x, area.bottom() - bar, area.w, bar});
    return wish;
}

/// In a scope of the row, so that a field of another row is another field.
void EntryForm::draw_fields(const Work& work, Column& column, Wish& wish) {
    const auto& [frame, sheet, view, typing, scroll] = work;
    auto& surface = frame.surface;
    const Scope inner(surface, view.row.value);
    draw_title(frame, column, sheet, view);
    wish.share = draw_sharing(frame, column, sheet, view);
    const float state_top = column.y();
    draw_state(frame, column, sheet, view, typing);
    const auto* state = state_field(*sheet.form);
    if (state && wanted_ == state->id) {
        scroll.reveal({column.here().x, state_top, column.width(), column.y() - state_top});
        surface.request_focus(state_control(frame, sheet, view, *state));
        wanted_.reset();
    }
    for (const auto& field : sheet.form->fields) {
        if (field.type == model::FieldType::Choice) continue;
        column.space(BlockGap - Gap);
        const float top = column.y();
        const auto left = draw_field({frame, sheet, view.row, field, typing}, column, view);
        if (left == TextEvent::Reason::CtrlEnter) wish.go = sheet.rows.beside(view.row, 1);
        if (wanted_ == field.id) {
            scroll.reveal({column.here().x, top, column.width(), column.y() - top});
            const Scope in_field(surface, field.id.value);
            begin_edit(surface, surface.full_id("text"));
            wanted_.reset();
        }
    }
    if (frame.room == Room::Wide || !view.shared.empty()) return;
    column.space(BlockGap);
    wish.share = draw_share_button(frame, column, view);
}

void EntryForm::draw_title(const Frame& frame, Column& column, const Sheet& sheet,
                           const RowView& view) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    const auto* group = sheet.catalogue->group(view.group);
    const auto place =
        frame.tr({S::EntryPlace, {std::to_string(view.number), group ? group->label : view.group}});
    const auto badge = badge_of(view.status);
    const TextStyle small{metrics.text_small, Weight::SemiBold, Tone::Quiet, Align::Left, 1};
    const float beside = column.width() - text_width(surface, place, small) - Gap;
    const auto word = frame.tr(badge.word);
    // On a small phone there is only room for its letters; the list of states says the rest.
    const auto shown = badge_width(surface, word) <= beside ? word : frame.tr(badge.letters);
    const float mark = badge_width(surface, shown);
    const Rect line = column.take(metrics.text_small * 1.8f);
    label(surface, "place", {line.x, line.y, line.w - mark - Gap, line.h}, place, small);
    ui::badge(surface, "status", {line.right() - mark, line.y, mark, line.h}, word, badge.tone,
              shown);
    column.skip(heading(surface, "title", column.here(), view.title, 1,
                        {metrics.text_heading, Weight::SemiBold}));
}

bool EntryForm::draw_sharing(const Frame& frame, Column& column, const Sheet& sheet,
                             const RowView& view) {
    if (view.shared.empty()) return false;
    const auto words = frame.tr({S::EntryShared, {row_numbers(view.shared, *sheet.catalogue)}});
    const auto split = frame.tr(S::EntrySplit);
    const auto share = frame.tr(S::EntryShareWith);
    const std::array<NoticeButton, 2> buttons{{{"split", split, {}}, {"share", share, {}}}};
    const float height = notice_height(frame.surface, words, column.width(), buttons);
    const auto pressed =
        notice(frame.surface, "shared", column.take(height), words, NoticeKind::Info, buttons);
    if (pressed == 0u) frame.send(app::ReportCommand{app::SplitEntry{sheet.id, view.row}});
    return pressed == 1u;
}

void EntryForm::draw_state(const Frame& frame, Column& column, const Sheet& sheet,
                           const RowView& view, Typing& typing) {
    const auto* state = state_field(*sheet.form);
    if (!state) return;
    const auto* entry = sheet.entry(view.row);
    const auto options = state_options(*sheet.form, entry, frame.lang);
    const auto chosen = chosen_state(*sheet.form, entry);
    std::vector<Option> chips;
    for (const auto& option : options) chips.push_back({option.id, option.title, option.disabled});
    column.space(BlockGap - Gap);
    const FieldDesk desk{frame, sheet, view.row, *state, typing};
    {
        const Scope scope(frame.surface, state->id.value);
        draw_field_label(desk, column, false);
        if (const auto id =
                draw_states(frame, column, field_title(*state, frame.lang), chips, chosen))
            send_state(frame, sheet, view.row, *id);
    }
    for (const auto* field : {state, telling_field(*sheet.form)}) {
        if (!field || !handed_over(sheet.cell(view.row, field->id))) continue;
        const Scope scope(frame.surface, field->id.value);
        draw_hand_over({frame, sheet, view.row, *field, typing}, column);
        break;
    }
}

std::optional<TextEvent::Reason> EntryForm::draw_field(const FieldDesk& desk, Column& column,
                                                       const RowView& view) {
    const Scope scope(desk.frame.surface, desk.field.id.value);
    const bool missing =
        std::find(view.missing.begin(), view.missing.end(), desk.field.id) != view.missing.end();
    switch (desk.field.type) {
        case model::FieldType::Choice:
            return std::nullopt;
        case model::FieldType::Text:
            return draw_text_block(desk, column, missing);
        case model::FieldType::AudienceText:
            return draw_audience_block(desk, column, missing, audiences_open_);
        case model::FieldType::Costs:
            return cost_.draw(desk, column, missing);
        case model::FieldType::Replication:
            return draw_replication_block(desk, column, missing);
    }
    return std::nullopt;
}

std::optional<model::RowId> EntryForm::draw_steps(const Frame& frame, Rect bar, const Sheet& sheet,
                                                  const model::RowId& row) {
    auto& surface = frame.surface;
    paint_fill(surface, bar, surface.palette().surface);
    paint_line(surface, bar.x, bar.y, bar.right(), bar.y);
    auto previous = step_of(frame, sheet, row, -1);
    const auto next = step_of(frame, sheet, row, 1);
    Line line(bar.inset(frame.room == Room::Narrow ? 16 : 24, Gap), Gap);
    const Rect right = line.right(button_width(surface, next.title, next.look));
    // With the largest text the way back is an arrow alone.
    previous.look.icon_only = button_width(surface, previous.title, previous.look) > line.rest().w;
    const Rect left = line.left(button_width(surface, previous.title, previous.look));
    std::optional<model::RowId> go;
    if (button(surface, "previous", left, previous.title, previous.look)) go = previous.to;
    const auto where = frame.tr(
        {S::EntryPosition,
         {std::to_string(sheet.rows.position(row)), std::to_string(sheet.rows.rows.size())}});
    const TextStyle style{0, Weight::Regular, Tone::Quiet, Align::Center};
    const Rect middle = line.rest();
    if (text_width(surface, where, style) <= middle.w)
        label(surface, "position", centered(middle, middle.w, line_height(surface, style)), where,
              style);
    if (button(surface, "next", right, next.title, next.look)) go = next.to;
    return go;
}

}  // namespace ui
