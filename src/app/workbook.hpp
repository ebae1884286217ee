// The workbook (sổ): the only thing that changes data. It runs each command in one recorded, durable
// transaction, keeps undo and redo across restarts, and hands out a const door to the store.
//
//   auto done = workbook.run(command);   // when it returns, what was changed is on the disk
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/commands.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "catalog/library.hpp"
#include "store/db.hpp"

namespace app {

/// What a step of history was, for the sentence "Đã hoàn tác: sửa Khó khăn, mô hình 26".
struct Step {
    i18n::Message what;
    model::ReportId report;
    model::RowId row;
    model::FieldId field;
};

class Workbook {
public:
    /// Opens or makes the store at `path` (":memory:" for none). Throws Fault on a broken disk; a
    /// store of a newer program is refused by `open_problem()`, read only.
    Workbook(const std::string& path, const catalog::Library& library, base::Clock clock);

    base::Result<void> run(const Command& command);
    /// Plays the last step not undone backwards (forwards for redo); refuses when a later change is
    /// in its way. Nothing when there is no such step.
    std::optional<base::Result<Step>> undo();
    std::optional<base::Result<Step>> redo();
    std::optional<Step> undoable() const;
    std::optional<Step> redoable() const;

    /// Moves with every change; screens ask their questions again when it has moved.
    std::int64_t revision() const { return revision_; }
    /// When the last change became durable; nothing before the first.
    std::optional<base::Millis> saved_at() const { return saved_at_; }

    const store::Db& db() const { return db_; }
    const catalog::Library& library() const { return library_; }
    const base::Clock& clock() const { return clock_; }

private:
    store::Db db_;
    const catalog::Library& library_;
    base::Clock clock_;
    std::int64_t revision_ = 0;
    std::optional<base::Millis> saved_at_;
};

}  // namespace app
