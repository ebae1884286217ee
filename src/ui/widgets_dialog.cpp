#include <algorithm>

#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

constexpr float Pad = 24;
constexpr float TitleHeight = 60;

NodeState modal() {
    NodeState state;
    state.modal = true;
    return state;
}

/// In the middle of a wide page; on a phone the whole page but a margin.
Rect place_of(const Surface& surface, float width, float height) {
    const Rect page = surface.bounds();
    const float margin = surface.narrow() ? 8 : 32;
    const float w = std::min(width, page.w - 2 * margin);
    const float h = std::min(height > 0 ? height : page.h, page.h - 2 * margin);
    return {(page.w - w) / 2,
            std::max(margin, (page.h - h) / 2 - (surface.narrow() ? 0.0f : 16.0f)), w, h};
}

Rect paint_back(Surface& surface, Rect rect) {
    SurfaceState& s = surface.state();
    fill(s, {0, 0, s.view.width, s.view.height}, s.colors().scrim);
    const Rect at = s.snap(rect);
    paint_shadow(s, at, 12, 24);
    paint_box(s, at, s.colors().surface, s.colors().border, 12);
    return at;
}

}  // namespace

Dialog::Dialog(Surface& surface, std::string_view id, std::string_view title, float width,
               float height, Foot foot)
    : overlay_(surface, id),
      rect_(paint_back(surface, place_of(surface, width, height))),
      container_(surface, id, rect_, Role::Dialog, title, modal()),
      scope_(surface, id) {
    SurfaceState& s = surface.state();
    const float pad = surface.narrow() ? 16 : Pad;
    const float control = s.metrics.control_height;
    const float line = s.line_px(s.metrics.text_heading);
    const Rect close{rect_.right() - pad - control + 8, rect_.y + (TitleHeight - control) / 2 + 4,
                     control, control};
    heading(
        surface, "title",
        {rect_.x + pad, rect_.y + (TitleHeight - line) / 2 + 4, rect_.w - 2 * pad - control, line},
        title, 2, {.max_lines = 1});
    const ButtonLook look{
        .kind = ButtonKind::Quiet, .icon = icon::X, .icon_only = true, .keys = "Escape"};
    closed_ = button(surface, "close", close, surface.tr(i18n::S::WidgetClose), look);
    if (surface.take_chord({.key = "Escape"})) closed_ = true;

    const bool buttons = foot == Foot::Buttons;
    const float below = buttons ? control + 2 * 16 : pad;
    const float bottom = rect_.bottom() - below;
    if (buttons) {
        footer_ = {rect_.x + pad, bottom + 16, rect_.w - 2 * pad, control};
        paint_line(surface, rect_.x, bottom, rect_.right(), bottom);
    }
    body_ = {rect_.x + pad, rect_.y + TitleHeight + 4, rect_.w - 2 * pad,
             bottom - rect_.y - TitleHeight - 4};
    if (overlay_.fresh()) s.focus_first_of = s.scope;
}

Dialog::~Dialog() = default;

Answer foot_buttons(Surface& surface, const Dialog& dialog, const FootButton& agree,
                    const FootButton& leave) {
    Line line(dialog.footer(), 8);
    const float wanted = button_width(surface, agree.title, agree.look);
    const Rect first = line.right(std::min(wanted, dialog.footer().w));
    const float beside = button_width(surface, leave.title, leave.look);
    const bool room = beside <= line.rest().w;
    const Rect second = room ? line.right(beside) : Rect{};
    const auto draw = [&](const FootButton& one, Rect rect) {
        return button(surface, one.id, rect, one.title, one.look);
    };
    // A dialog's first control has the focus: Enter pressed twice must destroy nothing.
    const bool careful = agree.look.kind == ButtonKind::Danger;
    const bool left_first = careful && room && draw(leave, second);
    const bool agreed = draw(agree, first);
    const bool left = left_first || (!careful && room && draw(leave, second));
    if (agreed) return Answer::Agree;
    return left || dialog.closed() ? Answer::Leave : Answer::None;
}

}  // namespace ui
