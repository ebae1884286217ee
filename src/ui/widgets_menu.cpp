#include <algorithm>
#include <cmath>
#include <string>

#include <imgui.h>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

using Tri = NodeState::Tri;

constexpr float PanelPad = 6;
constexpr float LeastTall = 360;  // a panel may be this tall, or so much of the page
constexpr float TallShare = 0.65f;

/// What a list that drops down is made of; a menu and the list of a select differ in little.
struct PopupList {
    std::string_view id;
    Rect anchor;
    std::string_view name;
    std::span<const Option> options;
    std::string_view chosen;
    bool marks = false;  // a column for the mark of the chosen one, or of what holds
    Role list = Role::Menu;
    Role item = Role::MenuItem;
};

float item_height(const Metrics& metrics) {
    return metrics.control_height;
}

Rect panel_of(const SurfaceState& s, const PopupList& list) {
    float width = std::max(180.0f, list.anchor.w);
    for (const Option& option : list.options) {
        const float mark = list.marks ? s.metrics.icon + 8 : 0;
        width = std::max(
            width,
            std::ceil(s.fonts.width(option.title, s.metrics.text, Weight::Regular)) + 44 + mark);
    }
    const float page = s.view.height - s.view.covered;
    width = std::min(width, s.view.width - 16);
    const float wanted =
        static_cast<float>(list.options.size()) * item_height(s.metrics) + 2 * PanelPad;
    const float below = page - list.anchor.bottom() - 12;
    const float above = list.anchor.y - 12;
    const float farthest = std::max(LeastTall, TallShare * page);
    const bool up = below < std::min(wanted, farthest) && above > below;
    const float height = std::min({wanted, farthest, std::max(96.0f, up ? above : below)});
    const float x = std::clamp(list.anchor.x, 8.0f, std::max(8.0f, s.view.width - width - 8));
    return {x, up ? list.anchor.y - height - 4 : list.anchor.bottom() + 4, width, height};
}

bool item(Surface& surface, const PopupList& list, const Option& option, Rect rect) {
    SurfaceState& s = surface.state();
    const Palette& colors = s.colors();
    const bool chosen = list.marks && option.holds.value_or(option.id == list.chosen);
    const Role role = option.holds ? Role::MenuItemRadio : list.item;
    NodeState state;
    state.disabled = option.disabled;
    if (role == Role::Option) state.selected = chosen ? Tri::On : Tri::Off;
    if (role == Role::MenuItemRadio) state.checked = chosen ? Tri::On : Tri::Off;
    const Interaction at = interact(surface, option.id, rect, role, option.title, state,
                                    option.copies ? Gesture{*option.copies} : Gesture{});
    const bool lit = at.hovered || at.focused;
    if (lit) fill(s, rect, at.held ? colors.accent_soft : colors.item_hover(), s.metrics.radius);
    const float mark = list.marks ? s.metrics.icon + 8 : 0;
    if (chosen) {
        const float size = s.metrics.icon;
        paint_icon_in(s, {rect.x + 10, rect.y + (rect.h - size) / 2, size, size}, icon::Check,
                      colors.accent);
    }
    paint_line_of_text(s, {rect.x + 10 + mark, rect.y, rect.w - 20 - mark, rect.h}, option.title,
                       {}, option.disabled ? colors.text_muted : colors.text);
    return at.pressed;
}

/// Escape, a press beside the list, or the focus moving on by Tab.
bool dismissed(Surface& surface, const std::string& inside, Rect panel) {
    const SurfaceState& s = surface.state();
    const auto within = [&](const std::string& id) {
        return id.compare(0, inside.size(), inside) == 0;
    };
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsMouseClicked(0) && !panel.contains(mouse.x, mouse.y)) return true;
    if (s.focus_gained && within(s.focus_from) && !within(*s.focus_gained)) return true;
    return surface.take_chord({.key = "Escape"});
}

/// A menu that nobody meant is not even drawn, so that what follows is for what lay beneath it; and
/// nothing is scrolled to what had the focus before: the finger is where it is.
bool taken_back(SurfaceState& s, const PopupList& list) {
    if (list.list != Role::Menu || !s.input.menu || !s.input.menu->taken_back) return false;
    for (Layer& layer : s.layers)
        if (layer.id == s.full_id(list.id)) layer.focus_back = {};
    return true;
}

/// The id chosen, "" when it was dismissed, nothing while it stays open.
std::optional<std::string> popup_list(Surface& surface, const PopupList& list) {
    SurfaceState& s = surface.state();
    if (taken_back(s, list)) return std::string();
    const Overlay overlay(surface, list.id);
    const Rect panel = s.snap(panel_of(s, list));
    paint_shadow(s, panel, 8, 14);
    paint_box(s, panel, s.colors().surface, s.colors().border, 8);
    ScrollArea area(surface, list.id, panel.inset(0, PanelPad), list.list, list.name);
    const Scope scope(surface, list.id);
    const float height = item_height(s.metrics);
    const Rect content = area.content();
    std::optional<std::string> out;
    float y = content.y;
    for (const Option& option : list.options) {
        const Rect rect{content.x + PanelPad, y, panel.w - 2 * PanelPad, height};
        if (item(surface, list, option, rect)) out = std::string(option.id);
        y += height;
    }
    area.set_content_height(y - content.y);
    if (overlay.fresh() && !list.options.empty()) {
        const bool known =
            std::any_of(list.options.begin(), list.options.end(),
                        [&](const Option& option) { return option.id == list.chosen; });
        surface.request_focus(known ? list.chosen : list.options.front().id);
    }
    if (!out && dismissed(surface, s.full_id(""), panel)) out = std::string();
    return out;
}

}  // namespace

std::optional<std::string> select(Surface& surface, std::string_view id, Rect rect,
                                  std::string_view name, std::span<const Option> options,
                                  std::string_view chosen) {
    SurfaceState& s = surface.state();
    const Palette& colors = s.colors();
    const std::string full = s.full_id(id);
    const bool open = s.open_menu == full;
    const auto shown = std::find_if(options.begin(), options.end(),
                                    [&](const Option& o) { return o.id == chosen; });
    const std::string_view title = shown == options.end() ? std::string_view() : shown->title;
    NodeState state;
    state.expanded = open ? Tri::On : Tri::Off;
    state.opens_popup = true;
    const Interaction at = interact(surface, id, rect, Role::Combobox, name, state, {}, title);
    paint_box(s, rect, at.hovered ? colors.surface_hover : colors.surface,
              open         ? colors.accent
              : at.hovered ? colors.text_muted
                           : colors.border_control,
              s.metrics.radius, open ? 2.0f : 1.0f);
    const float size = s.metrics.icon;
    const float pad = s.metrics.pad_x;
    paint_line_of_text(s, {rect.x + pad, rect.y, rect.w - 2 * pad - size - 4, rect.h}, title, {},
                       colors.text);
    paint_icon_in(s, {rect.right() - pad - size + 2, rect.y + (rect.h - size) / 2, size, size},
                  icon::ChevronDown, colors.text_muted);
    if (at.focused && surface.take_chord({.key = "ArrowDown", .alt = true})) s.open_menu = full;
    if (at.pressed) s.open_menu = open ? std::string() : full;
    if (s.open_menu != full) return std::nullopt;
    if (!open) surface.redraw();

    const std::string list_id = std::string(id) + "/list";
    auto out = popup_list(
        surface, {list_id, rect, name, options, chosen, true, Role::ListBox, Role::Option});
    if (out) s.open_menu.clear();
    if (out && (out->empty() || *out == chosen)) return std::nullopt;
    return out;
}

std::optional<std::string> menu(Surface& surface, std::string_view id, Rect anchor,
                                std::string_view name, std::span<const Option> options) {
    const auto held = std::find_if(options.begin(), options.end(),
                                   [](const Option& option) { return option.holds == true; });
    const bool marks = std::any_of(options.begin(), options.end(),
                                   [](const Option& option) { return option.holds.has_value(); });
    // Where one of a set holds, the focus begins there; it is what is read first.
    const bool all = std::all_of(options.begin(), options.end(),
                                 [](const Option& option) { return option.holds.has_value(); });
    const auto first = all && held != options.end() ? held->id : std::string_view();
    return popup_list(surface,
                      {id, anchor, name, options, first, marks, Role::Menu, Role::MenuItem});
}

}  // namespace ui
