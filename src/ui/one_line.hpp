// One line of text in the middle of a box's height: what every row, card and bar needs. Paints
// only.
#pragma once

#include "ui/widgets.hpp"

namespace ui {

/// Height of one line of that style.
inline float line_height(const Surface& surface, const TextStyle& style = {}) {
    return text_height(surface, "Ag", 1000, style);
}

/// Paints `text` on one line, cut with "…" where it does not fit, centred between top and bottom.
inline void paint_one_line(Surface& surface, Rect rect, std::string_view text,
                           TextStyle style = {}) {
    style.max_lines = 1;
    const float height = line_height(surface, style);
    paint_text(surface, {rect.x, rect.y + (rect.h - height) / 2, rect.w, height}, text, style);
}

}  // namespace ui
