// A change that a screen sent: it is run, and what a person may regret, or is to be asked at the
// first one, is said.
#include <optional>
#include <utility>
#include <variant>

#include "app/settings.hpp"
#include "store/settings.hpp"
#include "ui/cell_edit.hpp"
#include "ui/row_state.hpp"
#include "ui/shell.hpp"

namespace ui {

using i18n::S;

bool Shell::run(const app::Command& command) {
    if (!work_) return false;
    const auto* change = std::get_if<app::ReportCommand>(&command);
    const auto told = change ? told_after(*change) : std::nullopt;
    const auto done = work_->run(command);
    surface_.redraw();
    if (!done) {
        notices_.add(surface_, {done.error().why, NoticeKind::Bad, std::nullopt, false});
        return false;
    }
    if (!change) return true;
    if (const auto* ended = std::get_if<app::EndStay>(change)) {
        tell_lost_choice(ended->stay);
        return true;
    }
    notices_.forget_undo();
    const auto step = work_->undoable();
    if (told && step)
        notices_.add(surface_,
                     {{*told, step->what.arguments}, NoticeKind::Info, NoticeAct::Undo, true});
    ask_person(*change);
    return true;
}

/// What a person may regret is said with the way back beside it: words that are gone at once, and
/// what changed in many places. The sentence, with the places of the step's own.
std::optional<S> Shell::told_after(const app::ReportCommand& change) {
    if (std::holds_alternative<app::DeleteReport>(change)) return S::ReportDeleted;
    if (std::holds_alternative<app::PasteCells>(change)) return S::CellsPasted;
    if (std::holds_alternative<app::ShareEntry>(change)) return S::EntryShareDone;
    if (std::holds_alternative<app::SplitEntry>(change)) return S::EntrySplitDone;
    const auto* edit = std::get_if<app::EditCell>(&change);
    const auto* sheet = edit ? entry_.read(frame(), edit->report) : nullptr;
    if (!sheet) return std::nullopt;
    const bool in_stay = edit->stay != 0;
    const bool lost = loses_choice(*sheet->form, sheet->entry(edit->row), edit->field, edit->parts);
    // A state may change in two steps, and another one is there only when both are done.
    lost_choice_ = in_stay && lost ? std::optional(*edit) : std::nullopt;
    if (lost && !in_stay) return S::ChoiceRemoved;
    if (in_stay || !loses_words(sheet->cell(edit->row, edit->field), edit->parts))
        return std::nullopt;
    return S::WordsReplaced;
}

void Shell::tell_lost_choice(std::uint64_t stay) {
    const auto lost = std::exchange(lost_choice_, std::nullopt);
    const auto* sheet = lost && lost->stay == stay ? entry_.read(frame(), lost->report) : nullptr;
    if (!sheet || !chosen_state(*sheet->form, sheet->entry(lost->row)).empty()) return;
    if (const auto step = work_->undoable())
        notices_.add(
            surface_,
            {{S::ChoiceRemoved, step->what.arguments}, NoticeKind::Info, NoticeAct::Undo, true});
}

/// At the first edit: whose change it is. Whoever does not want to say it is not asked again
/// (design.md §7).
void Shell::ask_person(const app::ReportCommand& change) {
    const bool edits = std::holds_alternative<app::EditCell>(change) ||
                       std::holds_alternative<app::PasteCells>(change) ||
                       std::holds_alternative<app::ShareEntry>(change);
    if (!edits || here_.sample()) return;
    const auto known = [&](std::string_view key) {
        return !store::setting(work_->db(), key).empty();
    };
    if (known(app::PersonName) || known(app::PersonAsked)) return;
    notices_.add(surface_, {{S::PersonAsk, {}}, NoticeKind::Info, NoticeAct::TellName, true});
    set(app::PersonAsked, "1");
}

}  // namespace ui
