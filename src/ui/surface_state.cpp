#include "ui/surface_state.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

#include "base/fault.hpp"

namespace ui {

namespace {

constexpr ImGuiWindowFlags LayerFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
    ImGuiWindowFlags_NoScrollWithMouse;

Context make_context() {
    ImGui::SetCurrentContext(nullptr);
    Context context(ImGui::CreateContext());
    ImGui::SetCurrentContext(context.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    // The DOM's focus is the only one.
    io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard;
    io.ConfigInputTextCursorBlink = false;
    // Before the first font, or the texture has four bytes a pixel.
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.FontSizeBase = 15;
    // Its widths are whole CSS px, ours are device px.
    style.AntiAliasedLinesUseTex = false;
    return context;
}

/// How many lengths of a pane are told above and below what is seen of it.
constexpr float ToldPanes = 10;

/// How much of [a, a + length) and [b, b + other) lies apart; 0 or less when they meet.
float gap(float a, float length, float b, float other) {
    return std::max(b - (a + length), a - (b + other));
}

}  // namespace

SurfaceState::SurfaceState(Surface& of, const FontFiles& files, std::uint64_t first_stay)
    : owner(&of),
      context(make_context()),
      fonts(*ImGui::GetIO().Fonts, files),
      next_stay(first_stay) {}

float SurfaceState::snap(float css) const {
    return std::round(css * view.dpr) / view.dpr;
}

Rect SurfaceState::snap(Rect rect) const {
    const float x = snap(rect.x);
    const float y = snap(rect.y);
    return {x, y, snap(rect.right()) - x, snap(rect.bottom()) - y};
}

float SurfaceState::hairline() const {
    return std::max(1.0f, std::round(view.dpr)) / view.dpr;
}

float SurfaceState::whole(float length) const {
    return std::round(length * view.zoom) / view.zoom;
}

float SurfaceState::line_px(float px) const {
    return whole(px * metrics.line);
}

float SurfaceState::baseline(float px, float line_px) const {
    return baseline_in_line(fonts.metrics(), px * view.zoom, line_px * view.zoom) / view.zoom;
}

namespace {

Rect times(const Rect& rect, float zoom) {
    return {rect.x * zoom, rect.y * zoom, rect.w * zoom, rect.h * zoom};
}

}  // namespace

const TextLayout& SurfaceState::layout(std::string_view text, float width,
                                       TextLayouts::Type type) const {
    return layouts.get(text, width, type,
                       [&](char32_t point) { return fonts.advance(point, type.px, type.weight); });
}

std::string SurfaceState::full_id(std::string_view id) const {
    if (scope.empty()) return std::string(id);
    std::string full = scope;
    full += '/';
    full += id;
    return full;
}

void SurfaceState::publish(Node node) {
    const NodePlace place = std::exchange(next_place, {});
    node.row = node.row ? node.row : place.row;
    node.column = node.column ? node.column : place.column;
    node.position = place.position;
    node.set_size = place.set_size;
    if (place.level) node.level = place.level;
    if (place.by_arrows) node.focusable = false;
    if (!place.keys.empty()) node.keys = place.keys;
    NextTyping typing = std::exchange(next_typing, {});
    node.list = std::move(typing.list);
    node.active = std::move(typing.active);
    node.types = std::move(typing.types);
    node.types_over = std::move(typing.types_over);
    node.parent = parents.empty() ? std::string() : parents.back();

    const ImRect window = ImGui::GetCurrentWindow()->ClipRect;
    const Rect clip{window.Min.x, window.Min.y, window.GetWidth(), window.GetHeight()};
    const bool edited = node.id == edit.id;
    const bool used = edited || node.id == focused || node.id == focus_gained;
    edit_drawn = edit_drawn || edited;
    if (node.id == focused && !areas.empty()) focused_area = areas.back();
    if (node.id == focus_gained && reveals_focus) {
        for (const std::string& area : areas) scrolling.reveal(area, node.rect);
    }
    // What a pane has scrolled away is told too: a screen reader reads on without the focus, and
    // Tab finds the next control. Only very long lists are told in parts, around what is seen.
    const float around = areas.empty() ? 0 : ToldPanes * std::max(240.0f, clip.h);
    const bool near = gap(node.rect.x, node.rect.w, clip.x, clip.w) < 1 &&
                      gap(node.rect.y, node.rect.h, clip.y, clip.h) < std::max(1.0f, around);
    if (!near && !used) return;
    const bool inside = node.rect.x >= clip.x && node.rect.y >= clip.y &&
                        node.rect.right() <= clip.right() && node.rect.bottom() <= clip.bottom();
    node.clip = times(inside ? node.rect : clip, view.zoom);
    node.rect = times(node.rect, view.zoom);
    semantics.add(std::move(node));
}

void SurfaceState::open_container(Node node) {
    const std::size_t before = semantics.nodes().size();
    publish(std::move(node));
    const bool published = semantics.nodes().size() > before;
    // What is inside a container that is not told hangs on the one around it.
    parents.push_back(published         ? semantics.nodes().back().id
                      : parents.empty() ? std::string()
                                        : parents.back());
}

void SurfaceState::close_container() {
    parents.pop_back();
}

void SurfaceState::push_clip(Rect rect) const {
    ImGui::PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
}

void SurfaceState::pop_clip() const {
    ImGui::PopClipRect();
}

bool SurfaceState::open_layer(std::string_view id) {
    const std::string full = full_id(id);
    auto found = std::find_if(layers.begin(), layers.end(),
                              [&](const Layer& layer) { return layer.id == full; });
    const bool fresh = found == layers.end();
    if (fresh) {
        Layer layer;
        layer.id = full;
        // What opened the overlay may be going away: then the focus is on its way already.
        const bool on_its_way = !wishes.empty() && !wishes.back().edit;
        const auto& holder = wished_focus.empty() ? focused : wished_focus;
        layer.focus_back = on_its_way ? wishes.back() : Wish{holder, holder};
        found = layers.insert(layers.end(), std::move(layer));
        again = true;
    }
    found->drawn = true;
    found->parents = std::exchange(parents, {});
    found->areas = std::exchange(areas, {});
    open_layers.push_back(static_cast<std::size_t>(found - layers.begin()));

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({view.width, view.height});
    ImGui::Begin(("##layer/" + full).c_str(), nullptr, LayerFlags);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    return fresh;
}

void SurfaceState::close_layer() {
    ImGui::End();
    Layer& layer = layers[open_layers.back()];
    open_layers.pop_back();
    parents = std::move(layer.parents);
    areas = std::move(layer.areas);
}

std::string css_color(Color color) {
    const auto part = [&](int shift) { return std::to_string((color >> shift) & 0xFFu); };
    return "rgb(" + part(0) + "," + part(8) + "," + part(16) + ")";
}

}  // namespace ui
