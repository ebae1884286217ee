#include "platform/web/screen.hpp"

namespace platform::web {

void draw_screen(ui::Shell& shell, ui::Surface&) {
    shell.draw();
}

}  // namespace platform::web
