#include "ui/banners.hpp"

#include <algorithm>
#include <array>

#include "ui/desk_side.hpp"
#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Margin = 12;

S memory_words(StorageReason reason) {
    return reason == StorageReason::Refused ? S::BannerMemoryRefused : S::BannerMemoryUnsupported;
}

std::pair<S, S> closed_words(StorageReason reason) {
    switch (reason) {
        case StorageReason::Locked:
            return {S::ClosedLockedTitle, S::ClosedLocked};
        case StorageReason::Taken:
            return {S::ClosedTakenTitle, S::ClosedTaken};
        case StorageReason::Busy:
            return {S::ClosedBusyTitle, S::ClosedBusy};
        case StorageReason::None:
        case StorageReason::Unsupported:
        case StorageReason::Refused:
        case StorageReason::Failed:
            break;
    }
    return {S::ClosedFailedTitle, S::ClosedFailed};
}

struct Banner {
    std::string_view id;
    std::string words;
    NoticeKind kind;
    std::span<const NoticeButton> buttons{};
};

/// Across the screen; answers the button pressed and moves `area` below it.
std::optional<std::size_t> draw_banner(const Frame& frame, Rect& area, const Banner& banner) {
    const float width = area.w - 2 * Margin;
    const float height = notice_height(frame.surface, banner.words, width, banner.buttons);
    const Rect rect{area.x + Margin, area.y + 8, width, height};
    const auto pressed =
        notice(frame.surface, banner.id, rect, banner.words, banner.kind, banner.buttons);
    area = {area.x, rect.bottom(), area.w, area.bottom() - rect.bottom()};
    return pressed;
}

}  // namespace

Rect draw_banners(const Frame& frame, Rect area) {
    const Scope scope(frame.surface, "banners");
    if (frame.here.storage == Storage::Memory) {
        const auto save = frame.tr(S::SaveFile);
        const std::array<NoticeButton, 1> buttons{{{"save", save, {}}}};
        const auto words = frame.tr(memory_words(frame.here.reason));
        if (draw_banner(frame, area, {"memory", words, NoticeKind::Caution, buttons}))
            frame.ask(app::SaveWorkbookFile{});
    }
    if (frame.here.sample()) {
        // A phone has no room to say it at length on every screen; the desk offers the rest.
        const bool brief = frame.room == Room::Narrow;
        const auto again = frame.tr(S::DeskSampleAgain);
        const auto back = frame.tr(S::BannerSampleBack);
        const std::array<NoticeButton, 2> both{{{"again", again, {}}, {"back", back, {}}}};
        const auto buttons = std::span<const NoticeButton>(both).last(brief ? 1 : 2);
        const auto words = frame.tr(brief ? S::BannerSampleBrief : S::BannerSample);
        const auto pressed = draw_banner(frame, area, {"sample", words, NoticeKind::Info, buttons});
        if (pressed && buttons[*pressed].id == "again") frame.ask(app::ResetSample{SampleReport});
        if (pressed && buttons[*pressed].id == "back") frame.ask(app::OpenWorkbook{});
    }
    if (const auto& problem = frame.work.problem()) {
        const auto reload = frame.tr(S::FaultReload);
        const std::array<NoticeButton, 1> buttons{{{"reload", reload, {}}}};
        const auto why = frame.tr(problem->why);
        if (draw_banner(frame, area, {"problem", why, NoticeKind::Bad, buttons}))
            frame.ask(app::ReloadPage{});
    }
    return area;
}

ClosedWish draw_closed(Surface& surface, Rect area, const Situation& here) {
    ClosedWish wish;
    const Scope scope(surface, "closed");
    const Rect middle = centered(area, std::min(area.w - 32, 480.0f), 220);
    Column column(middle, 14);
    if (here.storage == Storage::Opening) {
        column.skip(heading(
            surface, "opening", column.here(), surface.tr(S::SaveOpening), 1,
            {surface.metrics().text_heading, Weight::SemiBold, Tone::Quiet, Align::Center}));
        return wish;
    }
    const auto [title, why] = closed_words(here.reason);
    column.skip(heading(surface, "title", column.here(), surface.tr(title), 1,
                        {surface.metrics().text_heading, Weight::SemiBold}));
    column.skip(label(surface, "why", column.here(), surface.tr(why)));
    const auto take = surface.tr(S::OpenHere);
    const auto reload = surface.tr(S::FaultReload);
    const ButtonLook look{.kind = ButtonKind::Primary};
    const float wide = button_width(surface, take, look);
    const float other = button_width(surface, reload);
    const bool elsewhere = here.reason != StorageReason::Failed;
    const bool beside = wide + 8 + other <= column.width();  // with large text they are not
    const Rect first = column.take(surface.metrics().control_height);
    const Rect last = !elsewhere ? first
                      : beside   ? Rect{first.x + wide + 8, first.y, other, first.h}
                                 : column.take(first.h);
    if (elsewhere)
        wish.take = button(surface, "take", {first.x, first.y, std::min(wide, first.w), first.h},
                           take, look);
    wish.reload =
        button(surface, "reload", {last.x, last.y, std::min(other, last.w), last.h}, reload);
    return wish;
}

}  // namespace ui
