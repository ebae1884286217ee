#include <algorithm>
#include <cmath>

#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

Node text_node(SurfaceState& s, std::string_view id, Rect rect, Role role, std::string_view text) {
    Node node;
    node.id = s.full_id(id);
    node.role = role;
    node.name = text;
    node.rect = rect;
    return node;
}

}  // namespace

float text_height(const Surface& surface, std::string_view text, float width, TextStyle style) {
    const SurfaceState& s = surface.state();
    const float px = px_of(s, style);
    const TextLayout& layout = s.layout(text, width, {px, style.weight, style.max_lines});
    return static_cast<float>(layout.lines.size()) * s.line_px(px);
}

float text_width(const Surface& surface, std::string_view text, TextStyle style) {
    const SurfaceState& s = surface.state();
    return s.fonts.width(text, px_of(s, style), style.weight);
}

void paint_text(Surface& surface, Rect rect, std::string_view text, TextStyle style) {
    SurfaceState& s = surface.state();
    paint_text_in(s, rect, text, style, color_of(s, style.tone));
}

void caption(Surface& surface, std::string_view id, Rect rect, std::string_view text,
             TextStyle style) {
    SurfaceState& s = surface.state();
    s.publish(text_node(s, std::string(id) + "-caption", rect, Role::Caption, text));
    paint_text(surface, rect, text, style);
}

float label(Surface& surface, std::string_view id, Rect rect, std::string_view text,
            TextStyle style) {
    SurfaceState& s = surface.state();
    const float height = text_height(surface, text, rect.w, style);
    s.publish(text_node(s, id, {rect.x, rect.y, rect.w, height}, Role::Text, text));
    paint_text(surface, rect, text, style);
    return height;
}

float heading(Surface& surface, std::string_view id, Rect rect, std::string_view text, int level,
              TextStyle style) {
    SurfaceState& s = surface.state();
    if (style.px <= 0)
        style.px = level <= 1   ? s.metrics.text_title
                   : level == 2 ? s.metrics.text_heading
                                : s.metrics.text;
    style.weight = Weight::SemiBold;
    const float height = text_height(surface, text, rect.w, style);
    Node node = text_node(s, id, {rect.x, rect.y, rect.w, height}, Role::Heading, text);
    node.level = level;
    s.publish(std::move(node));
    paint_text(surface, rect, text, style);
    return height;
}

void edit_all(Surface& surface, std::string_view id) {
    SurfaceState& s = surface.state();
    s.say({{"k", "editBegin"}, {"id", s.full_id(id)}, {"select", "all"}});
}

void paint_card(Surface& surface, Rect rect) {
    SurfaceState& s = surface.state();
    const float radius = s.metrics.radius + 2;
    paint_shadow(s, rect, radius, 5);
    paint_box(s, rect, s.colors().surface, s.colors().border, radius);
}

void paint_fill(Surface& surface, Rect rect, Color color, float radius) {
    fill(surface.state(), rect, color, radius);
}

void paint_line(Surface& surface, float x1, float y1, float x2, float y2) {
    SurfaceState& s = surface.state();
    const float line = s.hairline();
    const bool flat = std::abs(y2 - y1) <= std::abs(x2 - x1);
    const float x = s.snap(std::min(x1, x2));
    const float y = s.snap(std::min(y1, y2));
    const float w = flat ? s.snap(std::abs(x2 - x1)) : line;
    const float h = flat ? line : s.snap(std::abs(y2 - y1));
    s.list().AddRectFilled({x, y}, {x + w, y + h}, s.colors().border);
}

void paint_icon(Surface& surface, Rect rect, const char* icon, Tone tone) {
    SurfaceState& s = surface.state();
    paint_icon_in(s, rect, icon, color_of(s, tone));
}

}  // namespace ui
