// One line of text in the middle of a box's height: what every row, card and bar needs.
#pragma once

#include "ui/flow.hpp"
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
    paint_text(surface, centered(rect, rect.w, line_height(surface, style)), text, style);
}

/// The same for a caption of `id`.
inline void caption_line(Surface& surface, std::string_view id, Rect rect, std::string_view text,
                         TextStyle style = {}) {
    style.max_lines = 1;
    caption(surface, id, centered(rect, rect.w, line_height(surface, style)), text, style);
}

}  // namespace ui
