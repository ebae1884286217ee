#include "ui/field_block.hpp"

#include <algorithm>

#include "ui/cell_edit.hpp"
#include "ui/cell_text.hpp"
#include "ui/entry_rows.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;
using model::Empty;

namespace {

std::string hint_of(const FieldDesk& desk) {
    const auto& field = desk.field;
    return desk.frame.lang == i18n::Lang::En && !field.hint_en.empty() ? field.hint_en : field.hint;
}

/// The one empty meaning a person is offered beside a text: that there is nothing to tell. Another
/// one, out of a file, is shown as long as it holds; that of the whole row stands among the states.
std::optional<Empty> offered_empty(const FieldDesk& desk) {
    const auto held = desk.cell().empty();
    const auto* telling = telling_field(*desk.sheet.form);
    if (held && *held != Empty::NotEntered && telling != &desk.field) return held;
    const bool own_word =
        std::any_of(desk.field.empty_words.begin(), desk.field.empty_words.end(),
                    [](const model::EmptyWord& word) { return word.kind == Empty::NotArising; });
    return own_word ? std::optional(Empty::NotArising) : std::nullopt;
}

/// The button that says it.
struct EmptyChip {
    Empty empty;
    std::string title;
    ButtonLook look;
    float width = 0;
};

std::optional<EmptyChip> empty_chip(const FieldDesk& desk, float room) {
    const auto empty = offered_empty(desk);
    if (!empty) return std::nullopt;
    EmptyChip chip{*empty, empty_title(*desk.sheet.form, desk.field, *empty, desk.frame.lang), {}};
    const bool held = desk.cell().empty() == empty;
    chip.look.pressed = held;
    chip.look.icon = held ? icon::CircleCheck : icon::Circle;
    chip.width = std::min(button_width(desk.frame.surface, chip.title, chip.look), room);
    return chip;
}

void draw_empty_chip(const FieldDesk& desk, Rect rect, const EmptyChip& chip) {
    if (!button(desk.frame.surface, "empty", rect, chip.title, chip.look)) return;
    const bool held = desk.cell().empty() == chip.empty;
    desk.edit(with_empty(desk.cell(), held ? Empty::NotEntered : chip.empty));
}

bool audiences_used(const FieldDesk& desk) {
    return std::any_of(desk.field.choices.begin(), desk.field.choices.end(),
                       [&](const auto& audience) {
                           return !desk.cell().part(audience.id).empty() ||
                                  desk.frame.surface.edit_within(audience.id);
                       });
}

}  // namespace

std::optional<TextEvent::Reason> draw_part(const FieldDesk& desk, Column& column,
                                           const PartLook& look) {
    auto& surface = desk.frame.surface;
    const auto& metrics = surface.metrics();
    if (!look.label.empty()) {
        const TextStyle style{metrics.text_small, Weight::Regular, Tone::Quiet};
        const float height = line_height(surface, style);
        caption(surface, look.part, {column.here().x, column.y(), column.width(), height},
                look.label, style);
        column.space(height + 4);
    }
    const auto& cell = desk.cell();
    const auto value = look.shown ? std::string_view(*look.shown) : cell.part(look.part);
    FieldLook field;
    field.multiline = true;
    field.required = desk.field.required && look.part == "text";
    field.placeholder = look.placeholder;
    field.description = look.placeholder;
    field.min_height = 2 * metrics.pad_y + look.min_lines * metrics.text * metrics.line;
    float height = field_height(surface, value, column.width(), field, look.part);
    if (value.empty())
        height = std::max(height, field_height(surface, look.placeholder, column.width(), field));
    const auto result =
        text_field(surface, look.part, column.take(height), look.name, value, field);
    desk.typing.take(desk.frame, desk.place(), result, cell,
                     [&](const model::Cell& before, std::string_view words) {
                         return with_text(before, look.part, words);
                     });
    return result.ended;
}

void draw_field_label(const FieldDesk& desk, Column& column, bool missing) {
    auto& surface = desk.frame.surface;
    const float control = surface.metrics().control_height;
    const TextStyle style{0, Weight::SemiBold};
    const auto& title = field_title(desk.field, desk.frame.lang);
    float used = text_width(surface, title, style);
    const auto word = desk.frame.tr(S::EntryMissing);
    const float badge_place = used + 10;
    if (missing) used = badge_place + badge_width(surface, word);
    const auto chip = empty_chip(desk, column.width());
    // Beside the title, or below it where there is no room.
    const bool beside = chip && used + chip->width + 12 <= column.width();
    const Rect line = column.take(beside ? control : line_height(surface, style) + 2);
    caption_line(surface, "field", line, title, style);
    if (missing) {
        const Rect place{line.x + badge_place, line.y, badge_width(surface, word), line.h};
        badge(surface, "missing", centered(place, place.w, badge_height(surface)), word,
              Tone::Caution);
    }
    if (!chip) return;
    const Rect row = beside ? line : column.take(control);
    draw_empty_chip(desk, {beside ? row.right() - chip->width : row.x, row.y, chip->width, row.h},
                    *chip);
}

void draw_choices(const FieldDesk& desk, Column& column) {
    std::vector<Option> options;
    for (const auto& choice : desk.field.choices)
        options.push_back({choice.id, title_of(choice, desk.frame.lang)});
    const auto& cell = desk.cell();
    const auto result =
        choice_chips(desk.frame.surface, "choice", column.here(),
                     field_title(desk.field, desk.frame.lang), options, cell.part("choice"));
    column.skip(result.height);
    if (result.chosen) desk.edit(with_choice(cell, *result.chosen));
}

std::optional<TextEvent::Reason> draw_text_block(const FieldDesk& desk, Column& column,
                                                 bool missing) {
    draw_field_label(desk, column, missing);
    const auto held = desk.cell().empty();
    const bool told_empty = held && held != Empty::NotEntered;
    return draw_part(desk, column,
                     {"text", field_title(desk.field, desk.frame.lang), hint_of(desk), "",
                      told_empty            ? 1.0f
                      : desk.field.required ? 4.0f
                                            : 2.0f});
}

std::optional<TextEvent::Reason> draw_replication_block(const FieldDesk& desk, Column& column,
                                                        bool missing) {
    draw_field_label(desk, column, missing);
    draw_choices(desk, column);
    return draw_part(desk, column,
                     {"text", desk.frame.tr(S::EntrySteps), desk.frame.tr(S::EntryStepsHint)});
}

std::optional<TextEvent::Reason> draw_audience_block(const FieldDesk& desk, Column& column,
                                                     bool missing, bool& open) {
    draw_field_label(desk, column, missing);
    const auto& field = field_title(desk.field, desk.frame.lang);
    auto ended = draw_part(desk, column, {"text", field, hint_of(desk), "", 2});
    if (!audiences_used(desk)) {  // what is used stays in sight
        const Rect line = column.take(desk.frame.surface.metrics().control_height);
        if (toggle_disclosure(desk.frame.surface, "audiences", line,
                              desk.frame.tr(S::EntryByAudience), open))
            open = !open;
        if (!open) return ended;
    }
    for (const auto& audience : desk.field.choices) {
        const auto& title = title_of(audience, desk.frame.lang);
        const auto name = desk.frame.tr({S::EntryAudienceLine, {field, title}});
        const auto left = draw_part(desk, column, {audience.id, name, "", title});
        if (left) ended = left;
    }
    return ended;
}

}  // namespace ui
