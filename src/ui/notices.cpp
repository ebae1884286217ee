#include "ui/notices.hpp"

#include <algorithm>

namespace ui {

using i18n::S;

namespace {

constexpr std::size_t Most = 3;
constexpr float Widest = 640;
constexpr float CornerWidth = 312;  // beside the form, over what is only read there
constexpr float Gap = 8;

S title_of(NoticeAct act) {
    switch (act) {
        case NoticeAct::Undo:
            return S::Undo;
        case NoticeAct::Redo:
            return S::Redo;
        case NoticeAct::SaveFile:
            return S::SaveFile;
        case NoticeAct::SaveWorkbook:
            return S::DeskSaveWorkbook;
        case NoticeAct::FileIsThere:
            return S::SaveFileIsThere;
        case NoticeAct::TellName:
            return S::PersonTell;
        case NoticeAct::Reload:
            return S::FaultReload;
    }
    return S::Close;
}

/// What a refusal advises and the program can do itself.
std::optional<NoticeAct> way_out(S why) {
    switch (why) {
        case S::StoreFull:
            return NoticeAct::SaveWorkbook;
        case S::FileTooNew:
        case S::FileOtherKind:
        case S::FormUnknown:
        case S::FieldUnknown:
        case S::RowUnknown:
        case S::PartUnknown:
        case S::StoreFromNewerProgram:
            return NoticeAct::Reload;
        default:
            return std::nullopt;
    }
}

/// Whether `newer` takes the place of `shown`. What asks for the person's name stays its time.
bool replaces(const Notice& newer, const Notice& shown) {
    if (newer.what == shown.what) return true;
    return newer.passing && shown.passing && shown.act != NoticeAct::TellName;
}

}  // namespace

void Notices::add(Surface& surface, Notice notice) {
    const double now = surface.now_ms();
    const bool just_said = std::any_of(shown_.begin(), shown_.end(), [&](const Shown& shown) {
        return !notice.passing && shown.notice.what == notice.what && shown.until_ms > now;
    });
    if (just_said) return;
    if (!notice.act) notice.act = way_out(notice.what.key);
    std::erase_if(shown_, [&](const Shown& shown) { return replaces(notice, shown.notice); });
    surface.announce(i18n::say(surface.lang(), notice.what),
                     notice.kind == NoticeKind::Bad ? Urgency::Assertive : Urgency::Polite);
    const bool offers = notice.act == NoticeAct::TellName || !notice.ready_text.empty();
    const double until = now + (offers ? OfferingMs : PassingMs);
    shown_.push_back({std::move(notice), next_++, until});
    if (shown_.size() > Most) shown_.erase(shown_.begin());
    surface.redraw();
}

void Notices::forget_undo() {
    std::erase_if(shown_, [](const Shown& shown) {
        return shown.notice.act == NoticeAct::Undo || shown.notice.act == NoticeAct::Redo;
    });
}

void Notices::forget_words() {
    std::erase_if(shown_, [](const Shown& shown) {
        return shown.notice.passing && !shown.notice.act && shown.notice.ready_text.empty();
    });
}

std::optional<Notice> Notices::draw(Surface& surface, Rect area, Room room) {
    const double now = surface.now_ms();
    std::erase_if(shown_, [&](const Shown& s) { return s.notice.passing && s.until_ms <= now; });
    follow_focus(surface);
    if (shown_.empty()) return std::nullopt;
    const Container region(surface, "notices", area, Role::Region, surface.tr(S::NoticesName));
    std::optional<Notice> chosen;
    std::optional<std::uint64_t> closed;
    float bottom = area.bottom() - Gap;
    for (auto shown = shown_.rbegin(); shown != shown_.rend(); ++shown) {
        const auto pressed = draw_one(surface, area, room, bottom, *shown);
        if (pressed == "act") chosen = shown->notice;
        if (pressed == "act" || pressed == "close") closed = shown->number;
        if (shown->notice.passing) surface.wake_in(shown->until_ms - now);
    }
    if (closed) std::erase_if(shown_, [&](const Shown& s) { return s.number == *closed; });
    follow_focus(surface);
    return chosen;
}

/// One that had the focus and is gone gives it back to where it was before.
void Notices::follow_focus(Surface& surface) {
    const auto at = [&](const Shown& shown) {
        return surface.focus_within(std::to_string(shown.number));
    };
    const auto holder = std::find_if(shown_.begin(), shown_.end(), at);
    if (holder != shown_.end()) {
        focused_ = holder->number;
        return;
    }
    const bool stays = std::any_of(shown_.begin(), shown_.end(),
                                   [&](const Shown& shown) { return shown.number == focused_; });
    const bool lost =
        focused_ && !stays &&
        (surface.focused().empty() || surface.focus_within(std::to_string(*focused_)));
    focused_.reset();
    if (!lost)
        focus_before_ = surface.focused();
    else if (!focus_before_.empty())
        surface.request_focus(focus_before_);
}

/// Above `bottom`, which moves up by its height; answers the id of the button pressed. Where there
/// is room for it, it stands in the corner: one goes on writing while it is there.
std::string_view Notices::draw_one(Surface& surface, Rect area, Room room, float& bottom,
                                   const Shown& shown) {
    const auto words = i18n::say(surface.lang(), shown.notice.what);
    const auto close = surface.tr(S::Close);
    const auto copy = surface.tr(S::CopyReadyText);
    const auto does = shown.notice.act ? surface.tr(title_of(*shown.notice.act)) : std::string();
    std::vector<NoticeButton> buttons;
    if (shown.notice.act) buttons.push_back({"act", does, {}});
    if (!shown.notice.ready_text.empty())
        buttons.push_back({"copy", copy, CopyGesture{shown.notice.ready_text}});
    buttons.push_back({"close", close, {}});
    const bool corner = room == Room::Wide;
    const float width = std::min(corner ? CornerWidth : Widest, area.w - 2 * Gap);
    const float height = notice_height(surface, words, width, buttons);
    const float x = corner ? area.right() - Gap - width : area.x + (area.w - width) / 2;
    const Rect rect{x, bottom - height, width, height};
    bottom -= height + Gap;
    const auto pressed = notice(surface, std::to_string(shown.number), rect, words,
                                shown.notice.kind, buttons, Live::No);
    return pressed ? buttons[*pressed].id : std::string_view();
}

}  // namespace ui
