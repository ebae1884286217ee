// Changes as bytes, by SQLite's session extension: what a command did can be played back inverted.
// This is the whole of undo; no command knows how to undo itself (design.md §2 decision 8).
//
//   Recording recording(db);  …statements…  base::Bytes change = recording.take();
//
// Recorded are what people write (report, entry_part, shared_row) and on which version of a file it
// stands (head). Versions, the history itself and settings are not, so playing a change never moves
// them.
#pragma once

#include "base/bytes.hpp"
#include "store/db.hpp"

struct sqlite3_session;

namespace store {

class Recording {
public:
    explicit Recording(Db& db);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// What changed since the recording began; empty when the outcome is what was there before.
    base::Bytes take();

private:
    sqlite3_session* session_ = nullptr;
};

/// The change that takes `change` back.
base::Bytes inverted(const base::Bytes& change);
/// `first` and then `second` as one change; empty when they cancel out.
base::Bytes concatenated(const base::Bytes& first, const base::Bytes& second);

enum class Played { Done, InTheWay };
/// Applies a change. When what it touches is no longer as it was left, nothing is applied.
/// Call it inside a transaction.
Played play(Db& db, const base::Bytes& change);

}  // namespace store
