#include <algorithm>
#include <cmath>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

constexpr float IconGap = 8;
constexpr float LabelPad = 14;

struct Paint {
    Color fill = 0;  // 0: nothing
    Color border = 0;
    Color text = 0;
};

Paint paint_of(const Palette& colors, const ButtonLook& look, const Interaction& at) {
    const bool pointed = at.hovered || at.held;
    if (look.disabled) {
        const bool boxed = look.kind != ButtonKind::Quiet;
        return {boxed ? colors.surface_sunken : 0, boxed ? colors.border : 0, colors.text_muted};
    }
    if (look.current || look.pressed.value_or(false)) {
        const Color fill = pointed ? colors.current_hover() : colors.accent_soft;
        return {fill, look.pressed ? colors.accent : fill, colors.tone(Tone::Accent).text};
    }
    const ToneColors bad = colors.tone(Tone::Bad);
    switch (look.kind) {
        case ButtonKind::Primary: {
            const Color fill = at.held   ? colors.primary_held()
                               : pointed ? colors.accent_hover
                                         : colors.accent;
            return {fill, fill, colors.text_on_accent};
        }
        case ButtonKind::Danger:
            return {pointed ? bad.fill : colors.surface, bad.border, bad.text};
        case ButtonKind::Quiet: {
            const Color hover = at.held ? colors.quiet_held() : colors.quiet_hover();
            return {pointed ? hover : 0, pointed ? hover : 0, colors.text};
        }
        case ButtonKind::Secondary:
            break;
    }
    const Color fill = at.held   ? colors.accent_soft
                       : pointed ? colors.surface_hover
                                 : colors.surface;
    return {fill, pointed ? colors.text_muted : colors.border_control, colors.text};
}

Weight weight_of(const ButtonLook& look) {
    const bool strong =
        look.kind == ButtonKind::Primary || look.current || look.pressed.value_or(false);
    return strong ? Weight::SemiBold : Weight::Regular;
}

void paint_label(SurfaceState& s, Rect rect, std::string_view label, const ButtonLook& look,
                 Color color) {
    const float icon = s.metrics.icon;
    if (look.icon_only) {
        paint_icon_in(s, {rect.x + (rect.w - icon) / 2, rect.y + (rect.h - icon) / 2, icon, icon},
                      look.icon, color);
        return;
    }
    const TextStyle style{.weight = weight_of(look)};
    const float lead = look.icon ? icon + IconGap : 0;
    const float room = rect.w - 2 * std::min(LabelPad, rect.w / 8) - lead;
    const float width = std::min(room, s.fonts.width(label, px_of(s, style), style.weight));
    // A place in a list of places begins at the left; other labels stand in the middle.
    const float x =
        look.current || look.align_left ? rect.x + LabelPad : rect.x + (rect.w - width - lead) / 2;
    const float icon_x = look.icon_last ? x + width + IconGap : x;
    if (look.icon)
        paint_icon_in(s, {icon_x, rect.y + (rect.h - icon) / 2, icon, icon}, look.icon, color);
    const float text_x = look.icon_last ? x : x + lead;
    paint_line_of_text(s, {text_x, rect.y, room + 1, rect.h}, label, style, color);
}

std::string tip_of(std::string_view label, const ButtonLook& look) {
    std::string out(look.icon_only ? label : std::string_view());
    const auto add = [&](std::string_view text) {
        if (text.empty()) return;
        if (!out.empty()) out += " · ";
        out += text;
    };
    add(look.hint);
    std::string keys(look.keys);
    const auto shown = [&](std::string_view name, std::string_view as) {
        const auto at = keys.find(name);
        if (at != std::string::npos) keys.replace(at, name.size(), as);
    };
    shown("Control", "Ctrl");
    shown("ArrowUp", "↑");
    shown("ArrowDown", "↓");
    add(keys);
    return out;
}

}  // namespace

bool button(Surface& surface, std::string_view id, Rect rect, std::string_view label,
            const ButtonLook& look) {
    SurfaceState& s = surface.state();
    NodeState state;
    state.disabled = look.disabled;
    state.current = look.current;
    state.opens_popup = look.opens_popup;
    if (look.pressed) state.pressed = *look.pressed ? NodeState::Tri::On : NodeState::Tri::Off;
    if (look.expanded) state.expanded = *look.expanded ? NodeState::Tri::On : NodeState::Tri::Off;
    const Interaction at = interact(surface, id, rect, Role::Button, label, state, look.gesture, {},
                                    look.hint, look.keys);
    const Paint paint = paint_of(s.colors(), look, at);
    if (paint.fill)
        paint_box(s, rect, paint.fill, paint.border ? paint.border : paint.fill, s.metrics.radius);
    paint_label(s, rect, label, look, paint.text);
    if (at.hovered) offer_tip(s, s.full_id(id), rect, tip_of(label, look));
    return at.pressed;
}

float button_width(const Surface& surface, std::string_view label, const ButtonLook& look) {
    const SurfaceState& s = surface.state();
    if (look.icon_only) return s.metrics.control_height;
    // The strong weight always, so that a toggle keeps its width.
    const float text = text_width(surface, label, {.weight = Weight::SemiBold});
    return std::ceil(text + 2 * LabelPad + (look.icon ? s.metrics.icon + IconGap : 0) + 1);
}

bool link(Surface& surface, std::string_view id, Rect rect, std::string_view label) {
    SurfaceState& s = surface.state();
    const Interaction at = interact(surface, id, rect, Role::Link, label);
    const Palette& colors = s.colors();
    const Color color = at.hovered ? colors.accent_hover : colors.accent;
    paint_line_of_text(s, rect, label, {}, color);
    const float px = s.metrics.text;
    const float width = std::min(rect.w, s.fonts.width(label, px, Weight::Regular));
    const float baseline =
        rect.y + std::floor((rect.h - s.line_px(px)) / 2) + s.baseline(px, s.line_px(px));
    fill(s, {rect.x, baseline + 3, width, at.hovered ? 2 * s.hairline() : s.hairline()}, color);
    return at.pressed;
}

Interaction card_button(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                        std::string_view description, bool current) {
    SurfaceState& s = surface.state();
    NodeState state;
    state.current = current;
    const Interaction at =
        interact(surface, id, rect, Role::Button, name, state, {}, {}, description);
    const Palette& colors = s.colors();
    const float radius = s.metrics.radius + 2;
    if (!current) paint_shadow(s, rect, radius, at.hovered ? 7 : 4);
    const Color inside = current      ? colors.accent_soft
                         : at.hovered ? colors.surface_hover
                                      : colors.surface;
    paint_box(s, rect, inside, current || at.hovered ? colors.accent : colors.border, radius);
    return at;
}

}  // namespace ui
