#include <imgui.h>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

using Tri = NodeState::Tri;

constexpr float Indent = 20;

Tri tri(bool on) {
    return on ? Tri::On : Tri::Off;
}

/// Right opens, left closes and then leads to what the item is in (WAI-ARIA Authoring Practices,
/// tree view).
TreeDeed by_key(Surface& surface, const TreeItem& item) {
    const bool open = item.open.value_or(false);
    if (surface.take_chord({.key = "ArrowLeft"}))
        return open ? TreeDeed::Toggle : item.level > 1 ? TreeDeed::ToParent : TreeDeed::None;
    if (item.open && !open && surface.take_chord({.key = "ArrowRight"})) return TreeDeed::Toggle;
    return TreeDeed::None;
}

}  // namespace

TreeDeed tree_item(Surface& surface, Rect rect, const TreeItem& item) {
    SurfaceState& s = surface.state();
    NodeState state;
    state.selected = tri(item.chosen);
    if (item.open) state.expanded = tri(*item.open);
    place_next(surface, {.position = item.position,
                         .set_size = item.set_size,
                         .level = item.level,
                         .by_arrows = !item.tab_stop});
    const Interaction at = interact(surface, item.id, rect, Role::TreeItem, item.title, state);
    const Palette& colors = s.colors();
    if (item.chosen || at.hovered)
        fill(s, rect, item.chosen ? colors.accent_soft : colors.surface_hover, s.metrics.radius);

    const float x = rect.x + static_cast<float>(item.level - 1) * Indent;
    const Rect mark{x, rect.y, rect.h, rect.h};
    const float icon = s.metrics.icon;
    if (item.open)
        paint_icon_in(s, {mark.x + (mark.w - icon) / 2, mark.y + (mark.h - icon) / 2, icon, icon},
                      *item.open ? icon::ChevronDown : icon::ChevronRight, colors.text_muted);
    paint_line_of_text(s, {mark.right(), rect.y, rect.right() - mark.right() - 8, rect.h},
                       item.title, {}, colors.text);

    if (!at.pressed) return at.focused ? by_key(surface, item) : TreeDeed::None;
    const bool on_mark = !at.activated && ImGui::GetIO().MousePos.x < mark.right();
    return item.open && on_mark ? TreeDeed::Toggle : TreeDeed::Choose;
}

}  // namespace ui
