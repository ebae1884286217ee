#include "ui/copy_dialog.hpp"

#include <utility>

#include "ui/flow.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

void CopyDialog::open(std::string text) {
    text_ = std::move(text);
    offered_ = selected_ = false;
}

void CopyDialog::draw(const Frame& frame) {
    if (text_.empty()) return;
    auto& surface = frame.surface;
    const Dialog dialog(surface, "copy-dialog", frame.tr(S::CopyByHandTitle), 560, 420);
    const auto why = frame.tr(surface.touch() ? S::CopyByHandWhyTouch : S::CopyByHandWhy);
    Column column(dialog.body(), 12);
    column.skip(label(surface, "why", column.here(), why));
    const Rect body = dialog.body();
    FieldLook look;
    look.multiline = true;
    // What is typed here is nobody's: the words were made for a report that is saved.
    text_field(surface, "text", {body.x, column.y(), body.w, body.bottom() - column.y()},
               frame.tr(S::CopyByHandText), text_, look);
    if (offered_ && !std::exchange(selected_, true)) edit_all(surface, "text");
    if (!std::exchange(offered_, true)) surface.redraw();

    Line line(dialog.footer(), 8);
    const auto close = frame.tr(S::Close);
    const ButtonLook done{.kind = ButtonKind::Primary};
    const bool left =
        button(surface, "done", line.right(button_width(surface, close, done)), close, done);
    if (left || dialog.closed()) text_.clear();
}

}  // namespace ui
