// What the widgets share in drawing: boxes with even borders, one line of text in a place, focus
// ring, tips. For widgets_*.cpp only; screens use the paint_… functions of widgets.hpp.
#pragma once

#include <string_view>

#include "ui/surface.hpp"
#include "ui/surface_state.hpp"
#include "ui/widgets.hpp"

namespace ui {

/// A filled box with a border of whole device pixels, on whole device pixels.
void paint_box(SurfaceState& s, Rect rect, Color fill, Color border, float radius,
               float border_px = 1);
void fill(SurfaceState& s, Rect rect, Color color, float radius = 0);

/// Wrapped text in a colour of its own.
void paint_text_in(SurfaceState& s, Rect rect, std::string_view text, const TextStyle& style,
                   Color color);
/// One line in the middle of the height of `rect`, cut with "…" where it is too long.
void paint_line_of_text(SurfaceState& s, Rect rect, std::string_view text, const TextStyle& style,
                        Color color);
void paint_icon_in(SurfaceState& s, Rect rect, std::string_view icon, Color color);

float px_of(const SurfaceState& s, const TextStyle& style);
Color color_of(const SurfaceState& s, Tone tone);

/// A soft shadow under a box; `reach` is how far it spreads, in CSS px.
void paint_shadow(SurfaceState& s, Rect rect, float radius, float reach);

/// Shows `text` beside `rect` when the pointer has rested on it for a moment.
void offer_tip(SurfaceState& s, std::string_view id, Rect rect, std::string_view text);
/// At the end of a frame: the tip that is due, above everything.
void paint_tip(SurfaceState& s);

}  // namespace ui
