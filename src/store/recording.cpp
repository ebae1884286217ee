#include "store/recording.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace store {
namespace {

constexpr std::array Recorded{"report", "entry_part", "shared_row", "head"};
/// Where a report's versions stand is moved by saving too, which nobody undoes: a head that moved
/// on since stays where it is and is in nobody's way.
constexpr std::string_view MayHaveMovedOn = "head";

void expect_ok(int result, const char* doing) {
    if (result == SQLITE_OK) return;
    throw base::Fault(std::string(doing) + ": " + sqlite3_errstr(result));
}

/// Bytes SQLite allocated become ours.
base::Bytes adopted(void* bytes, int size) {
    const std::unique_ptr<void, void (*)(void*)> owner(bytes, sqlite3_free);
    const auto* begin = static_cast<const unsigned char*>(bytes);
    return {begin, begin + size};
}

/// SQLite's functions take changesets as writable memory but do not write to it.
void* unchanged(const base::Bytes& change) {
    return const_cast<unsigned char*>(change.data());
}

int at_conflict(void*, int, sqlite3_changeset_iter* change) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    expect_ok(sqlite3changeset_op(change, &table, &columns, &operation, &indirect),
              "looking at a conflict");
    return table == MayHaveMovedOn ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

}  // namespace

Recording::Recording(Db& db) {
    expect_ok(sqlite3session_create(db.raw(), "main", &session_), "starting to record");
    for (const char* table : Recorded) {
        expect_ok(sqlite3session_attach(session_, table), "recording a table");
    }
}

Recording::~Recording() {
    sqlite3session_delete(session_);
}

base::Bytes Recording::take() {
    int size = 0;
    void* bytes = nullptr;
    expect_ok(sqlite3session_changeset(session_, &size, &bytes), "taking what was recorded");
    return adopted(bytes, size);
}

base::Bytes inverted(const base::Bytes& change) {
    int size = 0;
    void* bytes = nullptr;
    expect_ok(
        sqlite3changeset_invert(static_cast<int>(change.size()), unchanged(change), &size, &bytes),
        "inverting a change");
    return adopted(bytes, size);
}

base::Bytes concatenated(const base::Bytes& first, const base::Bytes& second) {
    int size = 0;
    void* bytes = nullptr;
    expect_ok(
        sqlite3changeset_concat(static_cast<int>(first.size()), unchanged(first),
                                static_cast<int>(second.size()), unchanged(second), &size, &bytes),
        "joining changes");
    return adopted(bytes, size);
}

Played play(Db& db, const base::Bytes& change) {
    const int result = sqlite3changeset_apply(db.raw(), static_cast<int>(change.size()),
                                              unchanged(change), nullptr, at_conflict, nullptr);
    if (result == SQLITE_ABORT) return Played::InTheWay;
    if ((result & 0xFF) == SQLITE_FULL) throw DiskFull("playing a change");
    expect_ok(result, "playing a change");
    return Played::Done;
}

}  // namespace store
