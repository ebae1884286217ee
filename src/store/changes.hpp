// The history: one row for each change people made, each with the bytes that take it back and a
// hash over the row before (design.md §2 decision 8). Append-only, but for two things: the row of a
// stay in a text field is rewritten while the stay lasts, and the bytes of very old rows are let
// go. Which change would be undone next is a function of these rows, so undo survives restarts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "i18n/message.hpp"
#include "model/id.hpp"
#include "store/db.hpp"

namespace store {

enum class ChangeKind { Do, Undo, Redo };

/// What a row of the history says, without its bytes.
struct ChangeNote {
    std::string id;  // UUIDv7
    base::Millis at_ms = 0;
    std::string who;
    i18n::Message what;
    model::ReportId report;
    model::RowId row;
    model::FieldId field;
    std::uint64_t stay = 0;
};

/// Adds a row and returns its number. `target`: which change an undo or redo is about.
std::int64_t add_change(Db& db, ChangeKind kind, std::optional<std::int64_t> target,
                        const ChangeNote& note, const base::Bytes& changeset);
/// The last row, the one of an open stay, becomes this one.
void rewrite_last_change(Db& db, std::int64_t seq, const ChangeNote& note,
                         const base::Bytes& changeset);
/// The last row, the one of an open stay, goes: what was typed was taken back by typing.
void drop_last_change(Db& db, std::int64_t seq);

/// The bytes of a change; nothing when they were let go.
std::optional<base::Bytes> changeset(const Db& db, std::int64_t seq);

struct ChangeRow {
    std::int64_t seq = 0;
    base::Millis at_ms = 0;
    std::string who;
    std::string kind;   // "do", "undo", "redo"
    std::string label;  // the key of its sentence
    std::string arguments;
    model::ReportId report;
    model::RowId row;
    model::FieldId field;

    static constexpr auto columns =
        std::tuple{&ChangeRow::seq,    &ChangeRow::at_ms, &ChangeRow::who,
                   &ChangeRow::kind,   &ChangeRow::label, &ChangeRow::arguments,
                   &ChangeRow::report, &ChangeRow::row,   &ChangeRow::field};

    /// The sentence, e.g. "Sửa Khó khăn, vướng mắc của mô hình 26"; nothing when its key is unknown
    /// here.
    std::optional<i18n::Message> what() const;
};

std::optional<ChangeRow> change(const Db& db, std::int64_t seq);
/// The last change of a row of a report; of the whole report when `row` is empty.
std::optional<ChangeRow> last_change(const Db& db, model::ReportId report, const model::RowId& row);
/// The newest first.
std::vector<ChangeRow> history(const Db& db, model::ReportId report, int limit);
/// When anything was last changed; nothing when nothing ever was.
std::optional<base::Millis> last_change_at(const Db& db);

/// Which changes can be undone and redone, the next one last.
struct UndoStack {
    std::vector<std::int64_t> done;
    std::vector<std::int64_t> undone;
};
UndoStack undo_stack(const Db& db);

/// Whether every row's hash fits its content and the row before.
bool history_is_whole(const Db& db);

/// Lets go of the bytes of old changes beyond 1,000 or 20 MB; their rows stay.
void let_go_of_old_changesets(Db& db);

}  // namespace store
