#include <algorithm>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

constexpr float Pad = 24;
constexpr float TitleHeight = 60;

/// In the middle of a wide page; on a phone the whole page but a margin.
Rect place_of(const Surface& surface, float width, float height) {
    const Rect page = surface.bounds();
    const float margin = surface.narrow() ? 8 : 32;
    const float w = std::min(width, page.w - 2 * margin);
    const float h = std::min(height > 0 ? height : page.h, page.h - 2 * margin);
    return {(page.w - w) / 2, std::max(margin, (page.h - h) / 2 - (surface.narrow() ? 0 : 16)), w, h};
}

}  // namespace

Dialog::Dialog(Surface& surface, std::string_view id, std::string_view title, float width, float height)
    : surface_(surface), scope_(surface.state().scope) {
    SurfaceState& s = surface.state();
    const bool fresh = std::none_of(s.layers.begin(), s.layers.end(),
                                    [&](const Layer& layer) { return layer.id == s.full_id(id); });
    s.open_layer(id, true);
    fill(s, {0, 0, s.view.width, s.view.height}, s.colors().scrim);
    const Rect rect = s.snap(place_of(surface, width, height));
    paint_shadow(s, rect, 12, 24);
    paint_box(s, rect, s.colors().surface, s.colors().border, 12);

    Node node;
    node.id = s.full_id(id);
    node.role = Role::Dialog;
    node.name = title;
    node.rect = rect;
    node.state.modal = true;
    node.focusable = false;
    s.open_container(std::move(node));
    s.scope = s.full_id(id);

    const float pad = surface.narrow() ? 16 : Pad;
    const float control = s.metrics.control_height;
    const Rect close{rect.right() - pad - control + 8, rect.y + (TitleHeight - control) / 2 + 4, control, control};
    const float line = s.line_px(s.metrics.text_heading);
    heading(surface, "title", {rect.x + pad, rect.y + (TitleHeight - line) / 2 + 4, rect.w - 2 * pad - control, line}, title, 2,
            {.max_lines = 1});
    const ButtonLook look{.kind = ButtonKind::Quiet, .icon = icon::X, .icon_only = true, .keys = "Escape"};
    if (button(surface, "close", close, surface.tr(i18n::S::WidgetClose), look)) closed_ = true;
    if (surface.take_chord({.key = "Escape"})) closed_ = true;

    const float foot = control + 2 * 16;
    footer_ = {rect.x + pad, rect.bottom() - foot + 16, rect.w - 2 * pad, control};
    body_ = {rect.x + pad, rect.y + TitleHeight + 4, rect.w - 2 * pad, rect.h - TitleHeight - 4 - foot};
    paint_line(surface, rect.x, rect.bottom() - foot, rect.right(), rect.bottom() - foot);
    if (fresh) s.focus_first_of = s.layers.back().id;
}

Dialog::~Dialog() {
    SurfaceState& s = surface_.state();
    s.scope = scope_;
    s.close_container();
    s.close_layer();
}

}  // namespace ui
