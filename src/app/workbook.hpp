// The workbook (sổ): the only thing that changes data. It runs each command in one recorded,
// durable transaction, keeps undo and redo across restarts, and hands out a const door to the
// store.
//
//   auto done = workbook.run(command);   // when it returns, what was changed is on the disk
//
// Versions and files are app/files.hpp; long work is app/jobs.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/applied.hpp"
#include "app/commands.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "catalog/library.hpp"
#include "store/changes.hpp"
#include "store/db.hpp"

namespace app {

/// A step of history, for the sentence "Đã hoàn tác: sửa Khó khăn, vướng mắc của mô hình 26".
struct Step {
    i18n::Message what;
    model::ReportId report;
    model::RowId row;
    model::FieldId field;
};

class Workbook {
public:
    /// Opens or makes the store at `path` (":memory:" for none). A store of a newer program is left
    /// as it is: `problem()` says so and every change is refused. Throws Fault on a broken disk.
    Workbook(const std::string& path, const catalog::Library& library, base::Clock clock);

    /// Why nothing can be changed here; nothing when all is well.
    const std::optional<base::Refusal>& problem() const { return problem_; }

    /// Refused: nothing was changed. Done: it is on the disk.
    base::Result<void> run(const Command& command);

    /// Plays the last change that was not undone backwards (redo: forwards again); refuses when a
    /// later change stands in its way. Nothing when there is no such change; new reports out of a
    /// file go back only while nothing was done since.
    std::optional<base::Result<Step>> undo();
    std::optional<base::Result<Step>> redo();
    std::optional<Step> undoable() const;
    std::optional<Step> redoable() const;

    /// Moves with everything that was written; screens ask their questions again when it has moved.
    std::int64_t revision() const { return revision_; }
    /// When the last change became durable, in this session or an earlier one; nothing before the
    /// first.
    std::optional<base::Millis> saved_at() const { return saved_at_; }

    const store::Db& db() const { return db_; }
    const catalog::Library& library() const { return library_; }
    base::Millis now() const { return clock_.now_ms(); }

    using Change = std::function<base::Result<Applied>(store::Db&)>;
    /// Runs `change` in a recorded transaction with its row in the history. Commands come through
    /// run(); this is for what arrives with bytes (app/files.hpp).
    base::Result<void> record(const Change& change);
    /// Writes what people cannot undo: settings, versions, which file was saved.
    base::Result<void> note(const std::function<void(store::Db&)>& write);

private:
    /// The stay in a text field whose row of history can still be rewritten.
    struct OpenStay {
        std::uint64_t stay = 0;
        std::int64_t seq = 0;
    };

    /// Where the history stands: a function of its rows, but for the open stay, which ends with the
    /// session. Changed only once the rows are on the disk.
    struct Place {
        store::UndoStack stack;
        std::optional<OpenStay> open_stay;
    };

    base::Result<void> perform(const ReportCommand& command);
    base::Result<void> perform(const SettingCommand& command);
    base::Result<void> guarded(const std::function<base::Result<void>()>& work);
    Place logged(const Applied& applied, const base::Bytes& changeset);
    Place logged_in_stay(const OpenStay& stay, const store::ChangeNote& note,
                         const base::Bytes& changeset);
    store::ChangeNote note_of(const Applied& applied) const;
    std::optional<base::Result<Step>> play(store::ChangeKind kind);
    std::optional<Step> step_at(const std::vector<std::int64_t>& changes) const;

    store::Db db_;
    const catalog::Library& library_;
    base::Clock clock_;
    std::optional<base::Refusal> problem_;
    Place place_;
    std::int64_t revision_ = 0;
    std::optional<base::Millis> saved_at_;
};

}  // namespace app
