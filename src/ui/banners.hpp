// What stands between the header and the screen as long as it is true: the browser keeps nothing,
// the workbook is open elsewhere, this is the throw-away workbook. Answers what was asked for.
#pragma once

#include <optional>

#include "ui/frame.hpp"

namespace ui {

/// Draws from the top of `area` and answers what is left below.
Rect draw_banners(const Frame& frame, Rect area);

/// The whole screen while no workbook is open: it is being opened, or could not be.
struct ClosedWish {
    bool take = false;  // open it here all the same
    bool reload = false;
};
ClosedWish draw_closed(Surface& surface, Rect area, const Situation& here);

}  // namespace ui
