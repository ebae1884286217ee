#include "ui/fault_sheet.hpp"

#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

void FaultSheet::show(i18n::Message step, std::string what) {
    if (is_open()) return;
    step_ = std::move(step);
    what_ = what.empty() ? "std::exception" : std::move(what);
    news_.reset();
}

std::optional<FaultSheet::Choice> FaultSheet::draw(Surface& surface) {
    if (!is_open()) return std::nullopt;
    const bool stacked = surface.narrow();  // three buttons have no room beside each other
    const Dialog dialog(surface, "fault", surface.tr(S::FaultTitle), 560, stacked ? 560 : 380);
    Column column(dialog.body(), 12);
    const auto step = i18n::say(surface.lang(), step_);
    column.skip(
        label(surface, "why", column.here(), i18n::say(surface.lang(), {S::FaultWhy, {step}})));
    column.skip(label(surface, "what-to-do", column.here(), surface.tr(S::FaultDo)));
    if (news_)
        column.skip(label(surface, "copy", column.here(), i18n::say(surface.lang(), *news_),
                          {0, Weight::SemiBold}));
    const auto details = i18n::say(surface.lang(), {S::FaultDetails, {what_}});
    column.skip(label(surface, "details", column.here(), details,
                      {surface.metrics().text_small, Weight::Regular, Tone::Quiet}));

    Line line(dialog.footer(), 8);
    std::optional<Choice> choice;
    const auto offer = [&](std::string_view id, S title, Choice is, ButtonKind kind) {
        const auto words = surface.tr(title);
        const ButtonLook look{.kind = kind};
        const Rect place = stacked ? column.take(surface.metrics().control_height)
                                   : line.right(button_width(surface, words, look));
        if (button(surface, id, place, words, look)) choice = is;
    };
    offer("save", S::FaultSave, Choice::SaveCopy, ButtonKind::Primary);
    offer("reload", S::FaultReload, Choice::Reload, ButtonKind::Secondary);
    offer("go-on", S::FaultGoOn, Choice::GoOn, ButtonKind::Secondary);
    if (dialog.closed()) choice = Choice::GoOn;
    if (choice && *choice != Choice::SaveCopy) what_.clear();
    return choice;
}

}  // namespace ui
