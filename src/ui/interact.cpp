#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/surface.hpp"
#include "ui/surface_state.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

Node container_node(SurfaceState& s, std::string_view id, Rect rect, Role role,
                    std::string_view name) {
    Node node;
    node.id = s.full_id(id);
    node.role = role;
    node.name = name;
    node.rect = rect;
    return node;
}

/// What the pointer does to the item; later items lie above earlier ones.
Interaction pointer(const Node& node) {
    Interaction out;
    const ImRect box(node.rect.x, node.rect.y, node.rect.right(), node.rect.bottom());
    const ImGuiID id = ImHashStr(node.id.c_str(), node.id.size());
    ImGuiItemFlags flags = ImGuiItemFlags_AllowOverlap;
    if (node.state.disabled) flags |= ImGuiItemFlags_Disabled;
    if (!ImGui::ItemAdd(box, id, nullptr, flags)) return out;
    out.pressed = ImGui::ButtonBehavior(box, id, &out.hovered, &out.held);
    if (node.state.disabled) out = {};
    return out;
}

}  // namespace

Scope::Scope(Surface& surface, std::string_view id)
    : surface_(surface), length_(surface.state().scope.size()) {
    surface.state().scope = surface.full_id(id);
}

Scope::~Scope() {
    surface_.state().scope.resize(length_);
}

Overlay::Overlay(Surface& surface, std::string_view id)
    : surface_(surface), fresh_(surface.state().open_layer(id)) {}

Overlay::~Overlay() {
    surface_.state().close_layer();
}

void place_next(Surface& surface, NodePlace place) {
    surface.state().next_place = place;
}

void searches_next(Surface& surface, std::string_view list, std::string_view active) {
    NextTyping& next = surface.state().next_typing;
    next.list = list;
    next.active = active;
}

Container::Container(Surface& surface, std::string_view id, Rect rect, Role role,
                     std::string_view name, NodeState state)
    : surface_(surface) {
    Node node = container_node(surface.state(), id, rect, role, name);
    node.state = state;
    if (state.covers) pointer(node);  // takes what would fall through it
    surface.state().open_container(std::move(node));
}

Container::Container(Surface& surface, std::string_view id, Rect rect, Role role,
                     std::string_view name, int rows, int columns)
    : surface_(surface) {
    Node node = container_node(surface.state(), id, rect, role, name);
    node.rows = rows;
    node.columns = columns;
    surface.state().open_container(std::move(node));
}

Container::~Container() {
    surface_.state().close_container();
}

Clip::Clip(Surface& surface, Rect rect) : surface_(surface) {
    surface.state().push_clip(rect);
}

Clip::~Clip() {
    surface_.state().pop_clip();
}

ScrollArea::ScrollArea(Surface& surface, std::string_view id, Rect rect, Role role,
                       std::string_view name)
    : surface_(surface), id_(surface.full_id(id)), rect_(rect) {
    SurfaceState& s = surface.state();
    s.open_container(container_node(s, id, rect, role, name));
    s.push_clip(rect);
    // Whole CSS px, because fields lie on them (widgets_field.cpp).
    const float offset = s.whole(s.scrolling.open(id_, rect, s.layer_depth()));
    // The bar's place is kept free always, or the text would be laid out anew when it appears.
    content_ = {rect.x, rect.y - offset, rect.w - Scrolling::BarWidth, rect.h};
    s.areas.push_back(id_);
    if (s.layer_depth() == s.depth && rect.w * rect.h > s.widest) {
        s.widest = rect.w * rect.h;
        s.widest_area = id_;
    }
}

ScrollArea::~ScrollArea() {
    SurfaceState& s = surface_.state();
    if (const auto thumb = s.scrolling.thumb(id_)) {
        const Palette& colors = s.colors();
        const bool dragged = s.scrolling.dragged() == id_;
        // Quiet until the pointer is in the pane.
        const bool near =
            ImGui::IsMouseHoveringRect({rect_.x, rect_.y}, {rect_.right(), rect_.bottom()});
        const Color quiet = near ? colors.thumb() : colors.border_control;
        fill(s, *thumb, dragged ? colors.text_muted : quiet, thumb->w / 2);
    }
    s.pop_clip();
    s.areas.pop_back();
    s.close_container();
}

void ScrollArea::set_content_height(float height) {
    surface_.state().scrolling.set_content(id_, height);
}

void ScrollArea::reveal(Rect target) {
    surface_.state().scrolling.reveal(id_, target);
}

void ScrollArea::reset() {
    surface_.state().scrolling.reset(id_);
}

// The one place where everything a control is comes together; the widgets are what callers see.
// NOLINTNEXTLINE(readability-function-size)
Interaction interact(Surface& surface, std::string_view id, Rect rect, Role role,
                     std::string_view name, NodeState state, Gesture gesture,
                     std::string_view value, std::string_view description, std::string_view keys) {
    SurfaceState& s = surface.state();
    Node node = container_node(s, id, rect, role, name);
    node.state = state;
    node.gesture = std::move(gesture);
    node.value = value;
    node.description = description;
    node.keys = keys;
    node.focusable = !state.disabled;

    Interaction out = pointer(node);
    if (out.hovered) {
        s.cursor = std::holds_alternative<EditGesture>(node.gesture) ? "text" : "pointer";
    }
    // The page acts itself, inside the gesture, and says so.
    if (!std::holds_alternative<std::monostate>(node.gesture)) out.pressed = false;
    if (s.input.act == node.id && !state.disabled && !s.covered()) {
        s.input.act.reset();
        out.pressed = out.activated = true;
    }
    out.focused = node.id == s.focused;
    s.publish(std::move(node));
    return out;
}

}  // namespace ui
