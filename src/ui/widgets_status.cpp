#include <algorithm>
#include <cmath>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"
#include "ui/widgets_draw.hpp"

namespace ui {

namespace {

constexpr float BadgePad = 8;
constexpr float Strip = 7;  // the pattern at the left of a badge
constexpr float ButtonGap = 8;
constexpr float NoticePad = 12;

/// Calls `draw` with every place from `from` on, `step` px apart, that lies before `to`.
template <class Draw>
void at_steps(float from, float to, float step, const Draw& draw) {
    const int count = static_cast<int>(std::ceil((to - from) / step));
    for (int i = 0; i < count; ++i) draw(from + step * static_cast<float>(i));
}

/// Each tone has its own pattern, so that a badge is known without its colour too: full, dotted,
/// hatched one way or the other, empty.
void paint_pattern(SurfaceState& s, Rect strip, Tone tone, Color color) {
    ImDrawList& list = s.list();
    const Clip clip(*s.owner, strip);
    const float line = 1.5f;
    switch (tone) {
        case Tone::Good:
            list.AddRectFilled({strip.x, strip.y}, {strip.right(), strip.bottom()}, color);
            break;
        case Tone::Accent:
            at_steps(strip.y + 2, strip.bottom(), 4, [&](float y) {
                list.AddRectFilled({strip.x, y}, {strip.right(), y + 2}, color);
            });
            break;
        case Tone::Caution:
            at_steps(strip.y - strip.w, strip.bottom() + strip.w, 5, [&](float y) {
                list.AddLine({strip.x, y + strip.w}, {strip.right(), y}, color, line);
            });
            break;
        case Tone::Bad:
            at_steps(strip.y - strip.w, strip.bottom() + strip.w, 5, [&](float y) {
                list.AddLine({strip.x, y + strip.w}, {strip.right(), y}, color, line);
                list.AddLine({strip.x, y}, {strip.right(), y + strip.w}, color, line);
            });
            break;
        case Tone::Neutral:
            at_steps(strip.y + 3, strip.bottom(), 5, [&](float y) {
                list.AddCircleFilled({strip.x + strip.w / 2, y + 1}, 1.2f, color);
            });
            break;
        case Tone::Quiet:
            break;
    }
}

Tone tone_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::Good:
            return Tone::Good;
        case NoticeKind::Caution:
            return Tone::Caution;
        case NoticeKind::Bad:
            return Tone::Bad;
        case NoticeKind::Info:
            break;
    }
    return Tone::Accent;
}

const char* icon_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::Good:
            return icon::CircleCheck;
        case NoticeKind::Caution:
            return icon::AlertTriangle;
        case NoticeKind::Bad:
            return icon::AlertCircle;
        case NoticeKind::Info:
            break;
    }
    return icon::InfoCircle;
}

/// Where the parts of a notice lie: the buttons beside the text, or below it where that is narrow,
/// in as many lines as they need.
struct NoticePlan {
    float text_width = 0;
    float text_height = 0;
    bool below = false;
    std::vector<Rect> buttons;  // from the left and top of their place
    float buttons_width = 0;
    float height = 0;
};

NoticePlan plan(const Surface& surface, std::string_view text, float width,
                std::span<const NoticeButton> buttons) {
    const SurfaceState& s = surface.state();
    const float lead = s.metrics.icon + 10;
    const float control = s.metrics.control_height;
    NoticePlan out;
    const float whole = width - 2 * NoticePad - lead;
    float in_one_line = -ButtonGap;
    for (const NoticeButton& look : buttons)
        in_one_line += button_width(surface, look.label) + ButtonGap;
    const float beside = whole - in_one_line - 12;
    const bool one_line = text_width(surface, text) < beside;
    out.below = !buttons.empty() && !one_line && beside < std::max(248.0f, whole / 2);
    Rect next{0, 0, 0, control};
    for (const NoticeButton& look : buttons) {
        next.w = button_width(surface, look.label);
        if (out.below) next.w = std::min(next.w, whole);
        if (out.below && next.x > 0 && next.right() > whole)
            next = {0, next.bottom() + ButtonGap, next.w, control};
        out.buttons.push_back(next);
        out.buttons_width = std::max(out.buttons_width, next.right());
        next.x = next.right() + ButtonGap;
    }
    out.text_width = std::max(40.0f, out.below || buttons.empty() ? whole : beside);
    out.text_height = text_height(surface, text, out.text_width);
    const float controls = buttons.empty() ? 0 : out.buttons.back().bottom();
    out.height = out.below ? out.text_height + 8 + controls + 2 * NoticePad
                           : std::max(out.text_height + 2 * NoticePad, controls + 12);
    return out;
}

void publish_text(SurfaceState& s, std::string_view id, Rect rect, std::string_view text) {
    Node node;
    node.id = s.full_id(id);
    node.role = Role::Text;
    node.name = text;
    node.rect = rect;
    s.publish(std::move(node));
}

}  // namespace

float badge_width(const Surface& surface, std::string_view text, const char* icon) {
    const SurfaceState& s = surface.state();
    const float lead = icon ? s.metrics.text_small + 5 : 0;
    return std::ceil(s.fonts.width(text, s.metrics.text_small, Weight::SemiBold)) + Strip +
           2 * BadgePad + lead;
}

void paint_badge(Surface& surface, Rect rect, std::string_view text, Tone tone, const char* icon) {
    SurfaceState& s = surface.state();
    const ToneColors colors = s.colors().tone(tone);
    const float px = s.metrics.text_small;
    const Rect box = s.snap(rect);
    paint_box(s, box, colors.fill, colors.border, 4);
    const float line = s.hairline();
    paint_pattern(s, {box.x + line, box.y + line, Strip - line, box.h - 2 * line}, tone,
                  colors.border);
    float x = box.x + Strip + BadgePad - 1;
    if (icon) {
        paint_icon_in(s, {x, box.y + (box.h - px - 1) / 2, px + 1, px + 1}, icon, colors.text);
        x += px + 5;
    }
    paint_line_of_text(s, {x, box.y, box.right() - x - 3, box.h}, text,
                       {.px = px, .weight = Weight::SemiBold}, colors.text);
}

float badge_height(const Surface& surface) {
    return std::ceil(surface.metrics().text_small * 1.8f);
}

void badge(Surface& surface, std::string_view id, Rect rect, std::string_view text, Tone tone,
           std::string_view shown) {
    publish_text(surface.state(), id, rect, text);
    paint_badge(surface, rect, shown.empty() ? text : shown, tone);
}

void progress_bar(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                  float fraction, std::string_view value) {
    SurfaceState& s = surface.state();
    Node node;
    node.id = s.full_id(id);
    node.role = Role::ProgressBar;
    node.name = name;
    node.value = value;
    node.rect = rect;
    s.publish(std::move(node));
    const float height = std::min(rect.h, 8.0f);
    const Rect track{rect.x, rect.y + (rect.h - height) / 2, rect.w, height};
    const Palette& colors = s.colors();
    paint_box(s, track, colors.surface_sunken, colors.border_control, height / 2);
    const float part = std::clamp(fraction, 0.0f, 1.0f);
    // A beginning is seen: at least a round dot.
    if (part > 0)
        fill(s, {track.x, track.y, std::max(height, track.w * part), height}, colors.accent,
             height / 2);
}

float notice_height(const Surface& surface, std::string_view text, float width,
                    std::span<const NoticeButton> buttons) {
    return plan(surface, text, width, buttons).height;
}

std::optional<std::size_t> notice(Surface& surface, std::string_view id, Rect rect,
                                  std::string_view text, NoticeKind kind,
                                  std::span<const NoticeButton> buttons, Live live) {
    SurfaceState& s = surface.state();
    const ToneColors colors = s.colors().tone(tone_of(kind));
    const NoticePlan layout = plan(surface, text, rect.w, buttons);
    const Role role = live == Live::No          ? Role::Group
                      : kind == NoticeKind::Bad ? Role::Alert
                                                : Role::Status;
    NodeState state;
    state.covers = true;
    const Container container(surface, id, rect, role, live == Live::No ? "" : text, state);
    const Scope scope(surface, id);
    paint_box(s, rect, colors.fill, colors.border, s.metrics.radius);
    const float icon = s.metrics.icon;
    const float line = s.line_px(s.metrics.text);
    const float controls = s.metrics.control_height;
    const float top =
        layout.below ? rect.y + NoticePad : rect.y + std::floor((rect.h - layout.text_height) / 2);
    paint_icon_in(s, {rect.x + NoticePad, top + (line - icon) / 2, icon, icon}, icon_of(kind),
                  colors.text);
    const float left = rect.x + NoticePad + icon + 10;
    const Rect words{left, top, layout.text_width, layout.text_height};
    if (live == Live::No) publish_text(s, "words", words, text);
    paint_text_in(s, words, text, {}, colors.text);

    std::optional<std::size_t> out;
    const float x = layout.below ? left : rect.right() - NoticePad - layout.buttons_width;
    const float y =
        layout.below ? top + layout.text_height + 8 : rect.y + std::floor((rect.h - controls) / 2);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Rect place = layout.buttons[i];
        if (button(surface, buttons[i].id, {x + place.x, y + place.y, place.w, place.h},
                   buttons[i].label, {.gesture = buttons[i].gesture}))
            out = i;
    }
    return out;
}

}  // namespace ui
