#include "app/workbook.hpp"

#include <utility>

#include "app/report_commands.hpp"
#include "app/settings.hpp"
#include "base/id.hpp"
#include "store/recording.hpp"
#include "store/schema.hpp"
#include "store/settings.hpp"
#include "text/utf8.hpp"
#include "value/money.hpp"

namespace app {

Workbook::Workbook(const std::string& path, const catalog::Library& library, base::Clock clock)
    : db_(path), library_(library), clock_(std::move(clock)) {
    const auto migrated = store::migrate(db_);
    if (!migrated) {
        problem_ = migrated.error();
        return;
    }
    // A disk with no room left is no reason not to open: then they are let go another time.
    static_cast<void>(guarded([&]() -> base::Result<void> {
        store::Transaction transaction(db_);
        store::let_go_of_old_changesets(db_);
        transaction.commit();
        return {};
    }));
    place_.stack = store::undo_stack(db_);
    saved_at_ = store::last_change_at(db_);
}

base::Result<void> Workbook::run(const Command& command) {
    return std::visit([&](const auto& area) { return perform(area); }, command);
}

base::Result<void> Workbook::perform(const ReportCommand& command) {
    if (const auto* left = std::get_if<EndStay>(&command)) {
        // The word of a field that was left can come after the next one was entered.
        if (place_.open_stay && place_.open_stay->stay == left->stay) place_.open_stay.reset();
        return {};
    }
    return record([&](store::Db& db) { return apply({db, library_}, command); });
}

base::Result<void> Workbook::perform(const SettingCommand& command) {
    const auto& set = std::get<SetSetting>(command);
    if (text::code_points(set.value) > model::LongestLine)
        return base::Refusal{
            {i18n::S::LineTooLong, {value::vn_number(std::to_string(model::LongestLine))}}};
    return note([&](store::Db& db) { store::set_setting(db, set.key, set.value); });
}

/// The one place where a full disk becomes something a person can act on. The transaction inside
/// `work` has rolled back by then.
base::Result<void> Workbook::guarded(const std::function<base::Result<void>()>& work) {
    if (problem_) return *problem_;
    try {
        return work();
    } catch (const store::DiskFull&) {
        return base::Refusal{{i18n::S::StoreFull, {}}};
    }
}

base::Result<void> Workbook::record(const Change& change) {
    return guarded([&]() -> base::Result<void> {
        store::Transaction transaction(db_);
        store::Recording recording(db_);
        const auto applied = change(db_);
        if (!applied) return applied.error();
        const auto changeset = recording.take();
        // Nothing moved in what is recorded, so there is nothing to undo; versions may have been
        // kept.
        auto place = changeset.empty() ? place_ : logged(*applied, changeset);
        transaction.commit();
        place_ = std::move(place);
        ++revision_;
        if (!changeset.empty()) saved_at_ = now();
        return {};
    });
}

base::Result<void> Workbook::note(const std::function<void(store::Db&)>& write) {
    return guarded([&]() -> base::Result<void> {
        store::Transaction transaction(db_);
        write(db_);
        transaction.commit();
        ++revision_;
        return {};
    });
}

store::ChangeNote Workbook::note_of(const Applied& applied) const {
    return {.id = base::uuid7(now()),
            .at_ms = now(),
            .who = store::setting(db_, PersonName),
            .what = applied.what,
            .report = applied.report,
            .row = applied.row,
            .field = applied.field,
            .stay = applied.stay};
}

/// Writes the row of what was done; answers where the history stands with it.
Workbook::Place Workbook::logged(const Applied& applied, const base::Bytes& changeset) {
    const auto note = note_of(applied);
    const auto& open = place_.open_stay;
    if (open && applied.stay != 0 && open->stay == applied.stay) {
        return logged_in_stay(*open, note, changeset);
    }
    const auto seq = store::add_change(db_, store::ChangeKind::Do, std::nullopt, note, changeset);
    Place place{place_.stack, std::nullopt};
    place.stack.done.push_back(seq);
    place.stack.undone.clear();
    if (applied.stay != 0) place.open_stay = OpenStay{applied.stay, seq};
    return place;
}

Workbook::Place Workbook::logged_in_stay(const OpenStay& stay, const store::ChangeNote& note,
                                         const base::Bytes& changeset) {
    const auto before = store::changeset(db_, stay.seq);
    base::check(before.has_value(), "an open stay without its change");
    const auto whole = store::concatenated(*before, changeset);
    if (!whole.empty()) {
        store::rewrite_last_change(db_, stay.seq, note, whole);
        return place_;
    }
    // What was typed was taken back by typing: as if the person had never been there.
    store::drop_last_change(db_, stay.seq);
    return {store::undo_stack(db_), std::nullopt};
}

std::optional<Step> Workbook::step_at(const std::vector<std::int64_t>& changes) const {
    if (changes.empty()) return std::nullopt;
    const auto row = store::change(db_, changes.back());
    base::check(row.has_value(), "a change that can be undone is not in the history");
    const auto what = row->what().value_or(i18n::Message{i18n::S::ChangeUnknown, {}});
    return Step{what, row->report, row->row, row->field};
}

/// Whoever takes back what was typed means the words, not the report that came in a file before:
/// that goes back only while nothing was done since.
std::optional<Step> Workbook::undoable() const {
    auto step = step_at(place_.stack.done);
    const bool brought = step && step->what.key == i18n::S::ChangeTakeReports;
    return brought && !place_.stack.undone.empty() ? std::nullopt : std::move(step);
}
std::optional<Step> Workbook::redoable() const {
    return step_at(place_.stack.undone);
}

std::optional<base::Result<Step>> Workbook::undo() {
    return play(store::ChangeKind::Undo);
}
std::optional<base::Result<Step>> Workbook::redo() {
    return play(store::ChangeKind::Redo);
}

std::optional<base::Result<Step>> Workbook::play(store::ChangeKind kind) {
    const bool back = kind == store::ChangeKind::Undo;
    auto place = Place{place_.stack, std::nullopt};
    auto& from = back ? place.stack.done : place.stack.undone;
    auto& to = back ? place.stack.undone : place.stack.done;
    const auto step = back ? undoable() : redoable();
    if (!step) return std::nullopt;
    const auto seq = from.back();
    from.pop_back();
    to.push_back(seq);
    const auto done = guarded([&]() -> base::Result<void> {
        const auto kept = store::changeset(db_, seq);
        base::check(kept.has_value(), "a change that can be undone has no bytes");
        const auto change = back ? store::inverted(*kept) : *kept;
        store::Transaction transaction(db_);
        if (store::play(db_, change) == store::Played::InTheWay) {
            return base::Refusal{{back ? i18n::S::UndoInTheWay : i18n::S::RedoInTheWay, {}}};
        }
        const Applied played{step->what, step->report, step->row, step->field, 0};
        store::add_change(db_, kind, seq, note_of(played), change);
        transaction.commit();
        place_ = std::move(place);
        ++revision_;
        saved_at_ = now();
        return {};
    });
    if (!done) return base::Result<Step>(done.error());
    return base::Result<Step>(*step);
}

}  // namespace app
