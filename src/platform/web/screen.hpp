// What the page's surface shows in each frame. The page itself has the whole interface; a
// developer's build puts the widget set in its place (tests/gallery).
#pragma once

#include "ui/shell.hpp"
#include "ui/surface.hpp"

namespace platform::web {

void draw_screen(ui::Shell& shell, ui::Surface& surface);

}  // namespace platform::web
