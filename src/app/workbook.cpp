#include "app/workbook.hpp"

#include <utility>

#include "app/report_commands.hpp"
#include "app/settings.hpp"
#include "base/id.hpp"
#include "store/recording.hpp"
#include "store/schema.hpp"
#include "store/settings.hpp"

namespace app {

Workbook::Workbook(const std::string& path, const catalog::Library& library, base::Clock clock)
    : db_(path), library_(library), clock_(std::move(clock)) {
    const auto migrated = store::migrate(db_);
    if (!migrated) {
        problem_ = migrated.error();
        return;
    }
    stack_ = store::undo_stack(db_);
    saved_at_ = store::last_change_at(db_);
    store::Transaction transaction(db_);
    store::let_go_of_old_changesets(db_);
    transaction.commit();
}

base::Result<void> Workbook::run(const Command& command) {
    return std::visit([&](const auto& area) { return perform(area); }, command);
}

base::Result<void> Workbook::perform(const ReportCommand& command) {
    if (std::holds_alternative<EndStay>(command)) {
        open_stay_.reset();
        return {};
    }
    return record([&](store::Db& db) { return apply({db, library_}, command); });
}

base::Result<void> Workbook::perform(const SettingCommand& command) {
    const auto& set = std::get<SetSetting>(command);
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
    const auto stack = stack_;
    const auto stay = open_stay_;
    const auto done = guarded([&]() -> base::Result<void> {
        store::Transaction transaction(db_);
        store::Recording recording(db_);
        const auto applied = change(db_);
        if (!applied) return base::Refusal{applied.error()};
        const auto changeset = recording.take();
        // Nothing moved in what is recorded, so there is nothing to undo; versions may have been kept.
        if (!changeset.empty()) log(*applied, changeset);
        transaction.commit();
        written();
        return {};
    });
    if (!done) {
        stack_ = stack;
        open_stay_ = stay;
    }
    return done;
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

void Workbook::log(const Applied& applied, const base::Bytes& changeset) {
    const auto note = note_of(applied);
    const bool same_stay = open_stay_ && applied.stay != 0 && open_stay_->stay == applied.stay;
    if (!same_stay) {
        const auto seq = store::add_change(db_, store::ChangeKind::Do, std::nullopt, note, changeset);
        stack_.done.push_back(seq);
        stack_.undone.clear();
        open_stay_.reset();
        if (applied.stay != 0) open_stay_ = OpenStay{applied.stay, seq};
        return;
    }
    const auto before = store::changeset(db_, open_stay_->seq);
    base::check(before.has_value(), "an open stay without its change");
    const auto whole = store::concatenated(*before, changeset);
    if (whole.empty()) {
        store::drop_last_change(db_, open_stay_->seq);
        std::erase(stack_.done, open_stay_->seq);
        open_stay_.reset();
    } else {
        store::rewrite_last_change(db_, open_stay_->seq, note, whole);
    }
}

void Workbook::written() {
    ++revision_;
    saved_at_ = now();
}

std::optional<Step> Workbook::step_at(const std::vector<std::int64_t>& changes) const {
    if (changes.empty()) return std::nullopt;
    const auto row = store::change(db_, changes.back());
    base::check(row.has_value(), "a change that can be undone is not in the history");
    const auto what = row->what().value_or(i18n::Message{i18n::S::ChangeUnknown, {}});
    return Step{what, row->report, row->row, row->field};
}

std::optional<Step> Workbook::undoable() const { return step_at(stack_.done); }
std::optional<Step> Workbook::redoable() const { return step_at(stack_.undone); }

std::optional<base::Result<Step>> Workbook::undo() { return play(store::ChangeKind::Undo); }
std::optional<base::Result<Step>> Workbook::redo() { return play(store::ChangeKind::Redo); }

std::optional<base::Result<Step>> Workbook::play(store::ChangeKind kind) {
    const bool back = kind == store::ChangeKind::Undo;
    auto& from = back ? stack_.done : stack_.undone;
    auto& to = back ? stack_.undone : stack_.done;
    const auto step = step_at(from);
    if (!step) return std::nullopt;
    open_stay_.reset();
    const auto seq = from.back();
    const auto done = guarded([&]() -> base::Result<void> {
        const auto kept = store::changeset(db_, seq);
        base::check(kept.has_value(), "a change that can be undone has no bytes");
        const auto change = back ? store::inverted(*kept) : *kept;
        store::Transaction transaction(db_);
        if (store::play(db_, change) == store::Played::InTheWay) {
            return base::Refusal{{back ? i18n::S::UndoInTheWay : i18n::S::RedoInTheWay, {}}};
        }
        store::add_change(db_, kind, seq, note_of({step->what, step->report, step->row, step->field, 0}), change);
        transaction.commit();
        written();
        return {};
    });
    if (!done) return base::Result<Step>(done.error());
    from.pop_back();
    to.push_back(seq);
    return base::Result<Step>(*step);
}

}  // namespace app
