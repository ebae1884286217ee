#include "ui/widgets_draw.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double TipDelayMs = 500;
constexpr float TipWidth = 320;

}  // namespace

void fill(SurfaceState& s, Rect rect, Color color, float radius) {
    const Rect at = s.snap(rect);
    s.list().AddRectFilled({at.x, at.y}, {at.right(), at.bottom()}, color, radius);
}

void paint_box(SurfaceState& s, Rect rect, Color inside, Color border, float radius,
               float border_px) {
    const Rect outer = s.snap(rect);
    const float line = s.hairline() * border_px;
    const Rect inner = outer.inset(line, line);
    s.list().AddRectFilled({outer.x, outer.y}, {outer.right(), outer.bottom()}, border, radius);
    s.list().AddRectFilled({inner.x, inner.y}, {inner.right(), inner.bottom()}, inside,
                           std::max(0.0f, radius - line));
}

float px_of(const SurfaceState& s, const TextStyle& style) {
    return style.px > 0 ? style.px : s.metrics.text;
}

Color color_of(const SurfaceState& s, Tone tone) {
    const Palette& colors = s.colors();
    if (tone == Tone::Neutral) return colors.text;
    if (tone == Tone::Quiet) return colors.text_muted;
    if (tone == Tone::Accent) return colors.accent;
    return colors.tone(tone).text;
}

void paint_text_in(SurfaceState& s, Rect rect, std::string_view text, const TextStyle& style,
                   Color color) {
    const float px = px_of(s, style);
    const float line_px = s.line_px(px);
    const TextLayout& layout = s.layout(text, rect.w, {px, style.weight, style.max_lines});
    const ImVec2 clip_min = s.list().GetClipRectMin();
    const ImVec2 clip_max = s.list().GetClipRectMax();
    float top = rect.y;
    for (std::size_t i = 0; i < layout.lines.size(); ++i, top += line_px) {
        if (top + line_px < clip_min.y) continue;
        if (top > clip_max.y) break;
        const TextLine& line = layout.lines[i];
        const bool cut = layout.cut && i + 1 == layout.lines.size();
        const float dots = cut ? s.fonts.advance(0x2026, px, style.weight) : 0;
        float x = rect.x;
        if (style.align == Align::Center) x += (rect.w - line.width - dots) / 2;
        if (style.align == Align::Right) x += rect.w - line.width - dots;
        const float baseline = top + s.baseline(px, line_px);
        s.fonts.paint(s.list(), text.substr(line.begin, line.end - line.begin), x, baseline, px,
                      style.weight, color);
        if (cut)
            s.fonts.paint(s.list(), "\u2026", x + line.width, baseline, px, style.weight, color);
    }
}

void paint_line_of_text(SurfaceState& s, Rect rect, std::string_view text, const TextStyle& style,
                        Color color) {
    const float line_px = s.line_px(px_of(s, style));
    TextStyle one = style;
    one.max_lines = 1;
    const float top = rect.y + std::floor((rect.h - line_px) / 2);
    paint_text_in(s, {rect.x, top, rect.w, line_px}, text, one, color);
}

void paint_icon_in(SurfaceState& s, Rect rect, std::string_view icon, Color color) {
    const float size = std::min(rect.w, rect.h);
    s.fonts.paint_icon(s.list(), icon, rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2,
                       size, color);
}

void paint_shadow(SurfaceState& s, Rect rect, float radius, float reach) {
    const Color color = s.colors().shadow;
    if ((color >> 24) == 0) return;
    // Layers of one faint colour, wider and wider and more below than above: their sum falls off
    // softly.
    const int layers = static_cast<int>(std::clamp(reach / 2, 3.0f, 8.0f));
    for (int i = layers; i > 0; --i) {
        const float out = reach * static_cast<float>(i) / static_cast<float>(layers);
        s.list().AddRectFilled({rect.x - out * 0.6f, rect.y - out * 0.3f},
                               {rect.right() + out * 0.6f, rect.bottom() + out}, color,
                               radius + out * 0.6f);
    }
}

void offer_tip(SurfaceState& s, std::string_view id, Rect rect, std::string_view text) {
    if (text.empty() || s.view.touch) return;
    if (s.tip.id != id) s.tip = {std::string(id), std::string(text), rect, s.now_ms, false};
    s.tip.text = text;
    s.tip.rect = rect;
    s.tip.offered = true;
}

void paint_tip(SurfaceState& s) {
    if (!s.tip.offered) {
        s.tip = {};
        return;
    }
    s.tip.offered = false;
    const double left = s.tip.since + TipDelayMs - s.now_ms;
    if (left > 0) {
        const double at = s.now_ms + left;
        s.wake_at = s.wake_at ? std::min(*s.wake_at, at) : at;
        return;
    }
    const float px = s.metrics.text_small;
    const TextLayout& layout = s.layout(s.tip.text, TipWidth, {px, Weight::Regular, 0});
    const float w = layout.width + 20;
    const float h = static_cast<float>(layout.lines.size()) * s.line_px(px) + 12;
    const float x = std::clamp(s.tip.rect.x + (s.tip.rect.w - w) / 2, 4.0f,
                               std::max(4.0f, s.view.width - w - 4));
    const bool above = s.tip.rect.bottom() + 6 + h > s.view.height;
    const float y = above ? s.tip.rect.y - 6 - h : s.tip.rect.bottom() + 6;
    const Palette& colors = s.colors();
    const float text_width = layout.width + 1;
    s.above = ImGui::GetForegroundDrawList();
    paint_box(s, {x, y, w, h}, colors.text, colors.text, 5);
    paint_text_in(s, {x + 10, y + 6, text_width, h}, s.tip.text, {.px = px}, colors.surface);
    s.above = nullptr;
}

}  // namespace ui
