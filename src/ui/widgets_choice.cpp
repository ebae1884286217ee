#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

using Tri = NodeState::Tri;

constexpr float ChipGap = 8;
constexpr float ChipPad = 12;
constexpr float Mark = 14;  // the ring of a radio

float chip_height(const Metrics& metrics) {
    return metrics.control_height > 40 ? 44 : 32;
}

float chip_width(const SurfaceState& s, std::string_view title) {
    // The strong weight always, so that choosing moves nothing.
    return std::ceil(s.fonts.width(title, s.metrics.text, Weight::SemiBold)) + Mark + 8 +
           2 * ChipPad;
}

/// The chips' places, row by row.
std::vector<Rect> chip_places(const SurfaceState& s, std::span<const Option> options, Rect rect) {
    std::vector<Rect> out;
    const float height = chip_height(s.metrics);
    float x = rect.x;
    float y = rect.y;
    for (const Option& option : options) {
        const float width = std::min(rect.w, chip_width(s, option.title));
        if (x > rect.x && x + width > rect.right() + 0.5f) {
            x = rect.x;
            y += height + ChipGap;
        }
        out.push_back({x, y, width, height});
        x += width + ChipGap;
    }
    return out;
}

void paint_ring(SurfaceState& s, float x, float y, bool chosen, Color color) {
    s.list().AddCircle({x, y}, Mark / 2 - 1, color, 0, 1.5f);
    if (chosen) s.list().AddCircleFilled({x, y}, Mark / 2 - 4, color);
}

bool chip(Surface& surface, const Option& option, Rect rect, bool chosen) {
    SurfaceState& s = surface.state();
    NodeState state;
    state.disabled = option.disabled;
    state.checked = chosen ? Tri::On : Tri::Off;
    const Interaction at = interact(surface, option.id, rect, Role::Radio, option.title, state);
    const Palette& colors = s.colors();
    const Color inside = chosen       ? colors.accent_soft
                         : at.hovered ? colors.surface_hover
                                      : colors.surface;
    const Color border = chosen       ? colors.accent
                         : at.hovered ? colors.text_muted
                                      : colors.border_control;
    const Color text = option.disabled ? colors.text_muted
                       : chosen        ? colors.tone(Tone::Accent).text
                                       : colors.text;
    paint_box(s, rect, inside, border, rect.h / 2);
    paint_ring(s, rect.x + ChipPad + Mark / 2, rect.y + rect.h / 2, chosen,
               chosen ? colors.accent : colors.border_control);
    const float left = ChipPad + Mark + 8;
    paint_line_of_text(s, {rect.x + left, rect.y, rect.w - left - ChipPad + 2, rect.h},
                       option.title, {.weight = chosen ? Weight::SemiBold : Weight::Regular}, text);
    return at.pressed;
}

/// The one that Tab comes to; arrows lead from it to the others (ARIA: one stop for a group). The
/// one that has the focus, else the chosen one, else the first that can be chosen.
std::size_t tab_stop(const Surface& surface, std::span<const Option> options,
                     std::string_view chosen) {
    const auto first = [&](auto fits) {
        return static_cast<std::size_t>(std::find_if(options.begin(), options.end(), fits) -
                                        options.begin());
    };
    const auto focused = first(
        [&](const Option& option) { return surface.focused() == surface.full_id(option.id); });
    if (focused < options.size()) return focused;
    const auto current =
        first([&](const Option& option) { return option.id == chosen && !option.disabled; });
    if (current < options.size()) return current;
    return first([](const Option& option) { return !option.disabled; });
}

}  // namespace

float chips_height(const Surface& surface, std::span<const Option> options, float width) {
    const auto places = chip_places(surface.state(), options, {0, 0, width, 0});
    return places.empty() ? 0 : places.back().bottom();
}

ChipsResult choice_chips(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                         std::span<const Option> options, std::string_view chosen, bool may_clear) {
    SurfaceState& s = surface.state();
    const std::vector<Rect> places = chip_places(s, options, rect);
    ChipsResult out;
    out.height = places.empty() ? 0 : places.back().bottom() - rect.y;
    const Container group(surface, id, {rect.x, rect.y, rect.w, out.height}, Role::RadioGroup,
                          name);
    const Scope scope(surface, id);
    const auto stop = tab_stop(surface, options, chosen);
    for (std::size_t i = 0; i < options.size(); ++i) {
        const bool was_chosen = options[i].id == chosen;
        place_next(surface, {.position = static_cast<int>(i) + 1,
                             .set_size = static_cast<int>(options.size()),
                             .by_arrows = i != stop});
        if (!chip(surface, options[i], places[i], was_chosen)) continue;
        if (!was_chosen) out.chosen = std::string(options[i].id);
        if (was_chosen && may_clear) out.chosen = std::string();
    }
    return out;
}

std::optional<std::string> tabs(Surface& surface, std::string_view id, Rect rect,
                                std::string_view name, std::span<const Option> options,
                                std::string_view chosen) {
    SurfaceState& s = surface.state();
    const Palette& colors = s.colors();
    const Container list(surface, id, rect, Role::TabList, name);
    const Scope scope(surface, id);
    paint_line(surface, rect.x, rect.bottom() - s.hairline(), rect.right(),
               rect.bottom() - s.hairline());
    std::optional<std::string> out;
    float x = rect.x;
    const auto stop = tab_stop(surface, options, chosen);
    for (const Option& option : options) {
        const bool current = option.id == chosen;
        place_next(surface, {.by_arrows = &option != options.data() + stop});
        const float width =
            std::ceil(s.fonts.width(option.title, s.metrics.text, Weight::SemiBold)) + 24;
        const Rect place{x, rect.y, width, rect.h};
        NodeState state;
        state.disabled = option.disabled;
        state.selected = current ? Tri::On : Tri::Off;
        const Interaction at = interact(surface, option.id, place, Role::Tab, option.title, state);
        const Color text = current ? colors.accent : at.hovered ? colors.text : colors.text_muted;
        paint_line_of_text(
            s, place, option.title,
            {.weight = current ? Weight::SemiBold : Weight::Regular, .align = Align::Center}, text);
        if (current) fill(s, {x + 4, rect.bottom() - 3, width - 8, 3}, colors.accent, 1.5f);
        if (at.pressed && !current) out = std::string(option.id);
        x += width + 4;
    }
    return out;
}

bool checkbox(Surface& surface, std::string_view id, Rect rect, std::string_view label,
              bool checked) {
    SurfaceState& s = surface.state();
    const Palette& colors = s.colors();
    NodeState state;
    state.checked = checked ? Tri::On : Tri::Off;
    const Interaction at = interact(surface, id, rect, Role::Checkbox, label, state);
    constexpr float Box = 18;
    const float line = s.line_px(s.metrics.text);
    const float text_h = text_height(surface, label, rect.w - Box - 10);
    const float top = rect.y + std::max(0.0f, std::floor((rect.h - text_h) / 2));
    const Rect box{rect.x, top + std::floor((line - Box) / 2), Box, Box};
    const Color border = checked ? colors.accent : at.hovered ? colors.text : colors.border_control;
    paint_box(s, box, checked ? colors.accent : colors.surface, border, 4, checked ? 1.0f : 1.5f);
    if (checked) paint_icon_in(s, box.inset(1, 1), icon::Check, colors.text_on_accent);
    paint_text_in(s, {rect.x + Box + 10, top, rect.w - Box - 10, text_h}, label, {}, colors.text);
    return at.pressed;
}

bool toggle_disclosure(Surface& surface, std::string_view id, Rect rect, std::string_view label,
                       bool open) {
    SurfaceState& s = surface.state();
    const Palette& colors = s.colors();
    NodeState state;
    state.expanded = open ? Tri::On : Tri::Off;
    const Interaction at = interact(surface, id, rect, Role::Button, label, state);
    if (at.hovered) fill(s, rect, colors.quiet_hover(), s.metrics.radius);
    const float size = s.metrics.icon;
    paint_icon_in(s, {rect.x + 4, rect.y + (rect.h - size) / 2, size, size},
                  open ? icon::ChevronDown : icon::ChevronRight, colors.text_muted);
    paint_line_of_text(s, {rect.x + size + 12, rect.y, rect.w - size - 16, rect.h}, label,
                       {.weight = Weight::SemiBold}, colors.text);
    return at.pressed;
}

}  // namespace ui
