#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

struct FieldType {
    float px = 0;
    float line = 0;
    float pad_x = 0;
    float pad_y = 0;
};

FieldType type_of(const SurfaceState& s, const FieldLook& look, float height) {
    FieldType type;
    type.px = s.metrics.text;
    type.line = s.line_px(type.px);
    type.pad_x = s.whole(look.bare ? 8 : s.metrics.pad_x);
    type.pad_y =
        s.whole(look.multiline ? s.metrics.pad_y : std::max(0.0f, (height - type.line - 1) / 2));
    return type;
}

float needed_height(const SurfaceState& s, std::string_view value, float width,
                    const FieldLook& look) {
    const FieldType type = type_of(s, look, s.metrics.control_height);
    const float least = std::max(look.min_height, look.bare ? 0 : s.metrics.control_height);
    if (!look.multiline) return std::max(least, s.metrics.control_height);
    const TextLayout& layout = s.layout(value, width - 2 * type.pad_x, {type.px, look.weight, 0});
    return std::max(least, static_cast<float>(layout.lines.size()) * type.line + 2 * type.pad_y);
}

/// Gives the field what the page said of it, one stay at a time.
void take_texts(SurfaceState& s, const std::string& id, std::string_view value,
                FieldResult& result) {
    using Kind = TextEvent::Kind;
    const auto begin_stay = [&](const TextEvent& event) {
        // The page may show an older text than the store has by now; it is then told the newer one.
        const bool shown = event.kind == Kind::Begin && event.shows;
        s.edit = {id, s.next_stay++, false, shown ? event.value : std::string(value), 0};
        s.focused = id;
        s.focus_gained = id;
        s.reveals_focus = true;
        result.began = true;
    };
    for (auto event = s.texts.begin(); event != s.texts.end() && !result.ended;) {
        if (event->id != id) {
            ++event;
            continue;
        }
        // The page says goodbye to a field that went away; its text was taken then, and what the
        // store says since is newer.
        if (event->kind == Kind::End && s.edit.id != id) {
            event = s.texts.erase(event);
            continue;
        }
        if (event->kind == Kind::Begin || s.edit.id != id) begin_stay(*event);
        const bool changed = event->kind != Kind::Begin && event->value != s.edit.text;
        if (changed) {
            s.edit.text = event->value;
            s.edit.typed = true;
            result.typed = event->value;
        }
        if (event->kind == Kind::Typed) s.unacknowledged.push_back({id, event->seq, s.edit.stay});
        result.stay = s.edit.stay;
        if (event->kind == Kind::End) {
            result.ended = event->reason;
            result.to = event->to;
            s.edit = {};
        }
        event = s.texts.erase(event);
    }
    if (std::any_of(s.texts.begin(), s.texts.end(), [&](const TextEvent& e) { return e.id == id; }))
        s.again = true;
}

/// Until something was typed the program may change the text under the person (undo); afterwards
/// writing into the editor would break the input method (web-platform.md §1.3).
void follow_store(SurfaceState& s, std::string_view value) {
    if (s.edit.typed || s.edit.text == value) return;
    s.edit.text = value;
    s.say(
        {{"k", "textSet"}, {"id", s.edit.id}, {"value", s.edit.text}, {"rev", ++s.edit.revision}});
}

Color inside_of(const Palette& colors, const FieldLook& look) {
    return look.readonly && !look.bare ? colors.surface_sunken : colors.surface;
}

EditGesture edit_gesture(const SurfaceState& s, const FieldLook& look, const FieldType& type) {
    return {look.multiline,
            look.decimal,
            type.px * s.view.zoom,
            type.line * s.view.zoom,
            type.pad_x * s.view.zoom,
            type.pad_y * s.view.zoom,
            look.weight == Weight::SemiBold,
            std::string(look.placeholder),
            css_color(s.colors().text),
            css_color(inside_of(s.colors(), look))};
}

void paint_frame(SurfaceState& s, Rect rect, const FieldLook& look, bool editing, bool hovered) {
    const Palette& colors = s.colors();
    const bool invalid = !look.error.empty();
    const Color inside = inside_of(colors, look);
    const Color bad = colors.tone(Tone::Bad).border;
    if (editing) {
        paint_box(s, rect, inside, invalid ? bad : colors.accent, look.bare ? 0 : s.metrics.radius,
                  2);
    } else if (look.bare) {
        if (invalid)
            paint_box(s, rect, hovered ? colors.surface_hover : inside, bad, 0);
        else if (hovered && !look.readonly)
            fill(s, rect, colors.surface_hover);
    } else {
        const Color quiet = look.readonly ? colors.border
                            : hovered     ? colors.text_muted
                                          : colors.border_control;
        paint_box(s, rect, inside, invalid ? bad : quiet, s.metrics.radius, invalid ? 1.5f : 1.0f);
    }
}

void paint_value(SurfaceState& s, Rect rect, std::string_view value, const FieldLook& look,
                 const FieldType& type) {
    const bool empty = value.empty();
    TextStyle style{.px = type.px, .weight = look.weight};
    Rect text = rect.inset(type.pad_x, type.pad_y);
    // A cell cut short says so with its last line.
    const auto fitting = static_cast<int>(std::floor((rect.h - type.pad_y - 2) / type.line));
    style.max_lines = look.multiline ? std::max(1, fitting) : 1;
    if (!look.multiline) {
        const float zoom = s.view.zoom;
        text.y += baseline_in_input(s.fonts.metrics(), type.px * zoom, text.h * zoom) / zoom -
                  s.baseline(type.px, type.line);
    }
    const Clip clip(*s.owner, rect);
    paint_text_in(s, {text.x, text.y, text.w, text.h}, empty ? look.placeholder : value, style,
                  empty ? s.colors().text_muted : s.colors().text);
}

/// Browsers put the baseline of an editor's text on whole CSS px, whatever the screen's density: a
/// field that lay between two would have its text jump when it is clicked.
Rect on_whole_pixels(const SurfaceState& s, Rect rect) {
    const float x = s.whole(rect.x);
    const float y = s.whole(rect.y);
    return {x, y, s.whole(rect.right()) - x, s.whole(rect.bottom()) - y};
}

/// The byte at which the `units`-th UTF-16 unit of the text begins.
std::size_t byte_of(std::string_view text, int units) {
    std::size_t byte = 0;
    while (byte < text.size() && units > 0) {
        const auto lead = static_cast<unsigned char>(text[byte]);
        units -= lead >= 0xF0 ? 2 : 1;
        byte += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    }
    return byte;
}

/// Scrolls so far that the line of the caret is seen: the field itself grows with its text, past
/// the end of the pane.
void keep_caret_in_sight(SurfaceState& s, Rect rect, const FieldLook& look, const FieldType& type) {
    if (s.caret.frames == 0 || s.caret.id != s.edit.id || !look.multiline) return;
    if (--s.caret.frames > 0) s.again = true;
    const std::size_t byte = byte_of(s.edit.text, s.caret.at);
    const auto& lines =
        s.layout(s.edit.text, rect.w - 2 * type.pad_x, {type.px, look.weight, 0}).lines;
    const auto after = std::find_if(lines.begin() + 1, lines.end(),
                                    [&](const TextLine& line) { return line.begin > byte; });
    const auto line = static_cast<float>(after - lines.begin() - 1);
    for (const std::string& area : s.areas)
        s.scrolling.reveal(area,
                           {rect.x, rect.y + type.pad_y + line * type.line, rect.w, type.line});
}

}  // namespace

float field_height(const Surface& surface, std::string_view value, float width,
                   const FieldLook& look, std::string_view id) {
    const SurfaceState& s = surface.state();
    const bool edited = !id.empty() && !s.edit.id.empty() && s.edit.id == s.full_id(id);
    return needed_height(s, edited ? std::string_view(s.edit.text) : value, width, look);
}

FieldResult text_field(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                       std::string_view value, const FieldLook& look) {
    SurfaceState& s = surface.state();
    const std::string full = s.full_id(id);
    rect = on_whole_pixels(s, rect);
    FieldResult result;
    take_texts(s, full, value, result);
    result.editing = s.edit.id == full;
    if (result.editing && !result.began) follow_store(s, value);
    if (result.editing) result.stay = s.edit.stay;

    const FieldType type = type_of(s, look, rect.h);
    NodeState state;
    state.readonly = look.readonly;
    state.required = look.required;
    state.invalid = !look.error.empty();
    Gesture gesture;
    if (!look.readonly) gesture = edit_gesture(s, look, type);
    std::string description(look.error);
    if (!look.description.empty())
        description += (description.empty() ? "" : " ") + std::string(look.description);
    const Interaction at = interact(surface, id, rect, Role::TextBox, name, state,
                                    std::move(gesture), value, description);

    if (result.editing) keep_caret_in_sight(s, rect, look, type);
    paint_frame(s, rect, look, result.editing, at.hovered);
    if (!result.editing) paint_value(s, rect, value, look, type);
    result.height =
        needed_height(s, result.editing ? std::string_view(s.edit.text) : value, rect.w, look);
    return result;
}

void typing_opens_next(Surface& surface, Rect rect, std::string_view value, const FieldLook& look) {
    SurfaceState& s = surface.state();
    s.next_typing.types = edit_gesture(s, look, type_of(s, look, on_whole_pixels(s, rect).h));
    s.next_typing.types_over = value;
}

void begin_edit(Surface& surface, std::string_view id) {
    SurfaceState& s = surface.state();
    s.wishes.push_back({std::string(id), s.full_id(id), true, 0, {}});
}

void paste_into(Surface& surface, std::string_view id, std::string_view text) {
    SurfaceState& s = surface.state();
    s.wishes.push_back({std::string(id), s.full_id(id), true, 0, std::string(text)});
}

}  // namespace ui
