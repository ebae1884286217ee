// A row of a list that is pressed as a whole: flat, a tint where the pointer is, another where one
// stands. The content is painted over it by the caller; its name is what is read.
#pragma once

#include <string_view>

#include "ui/widgets.hpp"

namespace ui {

inline bool list_row(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                     bool current, std::string_view description = {}) {
    NodeState state;
    state.current = current;
    const auto touched =
        interact(surface, id, rect, Role::Button, name, state, {}, {}, description);
    const auto& palette = surface.palette();
    if (current) {
        paint_fill(surface, rect, palette.accent_soft, surface.metrics().radius);
    } else if (touched.hovered) {
        paint_fill(surface, rect, palette.surface_hover, surface.metrics().radius);
    }
    return touched.pressed;
}

}  // namespace ui
