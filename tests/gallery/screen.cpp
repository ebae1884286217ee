// The developer's build: the widget set in the place of the interface.
#include "platform/web/screen.hpp"

#include "gallery/widgets.hpp"

namespace platform::web {

void draw_screen(ui::Shell&, ui::Surface& surface) {
    static gallery::Widgets widgets;
    widgets.draw(surface);
}

}  // namespace platform::web
