#include "store/db.hpp"

#include <cstring>

#include <sqlite3.h>

namespace store {

Db::Db(const std::string& path) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
        const std::string why = db_ ? sqlite3_errmsg(db_) : "out of memory";
        sqlite3_close_v2(db_);
        throw base::Fault("opening the store: " + why);
    }
    try {
        settle();
    } catch (...) {
        for (auto& [sql, prepared] : prepared_) sqlite3_finalize(prepared.statement);
        sqlite3_close_v2(db_);
        throw;
    }
}

Db::~Db() {
    for (auto& [sql, prepared] : prepared_) sqlite3_finalize(prepared.statement);
    sqlite3_close_v2(db_);
}

void Db::settle() {
    sqlite3_extended_result_codes(db_, 1);
    // The order matters: without EXCLUSIVE first, a write-ahead log asks for shared memory that a
    // browser does not have (storage.md §1.7).
    script("PRAGMA page_size=8192; PRAGMA locking_mode=EXCLUSIVE;");
    std::string journal;
    {
        Use log(*this, "PRAGMA journal_mode=WAL", Intent::Write);
        if (log.step()) log.read(0, journal);
    }
    base::check(journal == "wal" || journal == "memory", "the store has no write-ahead log");
    script(
        "PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;"
        "PRAGMA mmap_size=0; PRAGMA journal_size_limit=16777216; PRAGMA wal_autocheckpoint=1000;"
        "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;");
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void Db::fail(const char* doing) const {
    const int code = sqlite3_extended_errcode(db_);
    const std::string why = std::string(doing) + ": " + sqlite3_errmsg(db_);
    if ((code & 0xFF) == SQLITE_FULL) throw DiskFull(why);
    throw base::Fault(why);
}

void Db::script(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

std::int64_t Db::last_id() const {
    return sqlite3_last_insert_rowid(db_);
}

bool Db::in_transaction() const {
    return sqlite3_get_autocommit(db_) == 0;
}

sqlite3_stmt* Db::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int result = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (result != SQLITE_OK) fail("preparing a statement");
    if (rest != sql.data() + sql.size()) {
        sqlite3_finalize(statement);
        throw base::Fault("one statement at a time; script() takes several");
    }
    return statement;
}

Db::Use::Use(const Db& db, std::string_view sql, Intent intent) : db_(db) {
    auto found = db.prepared_.find(sql);
    if (found == db.prepared_.end()) {
        found = db.prepared_.emplace(std::string(sql), Prepared{db.prepare(sql), false}).first;
    }
    prepared_ = &found->second;
    const bool reads = sqlite3_stmt_readonly(prepared_->statement) != 0;
    base::check(intent == Intent::Write || reads, "a question that writes");
    if (prepared_->in_use) {
        prepared_ = &own_.emplace(Prepared{db.prepare(sql), false});
    }
    prepared_->in_use = true;
}

Db::Use::~Use() {
    prepared_->in_use = false;
    if (own_) {
        sqlite3_finalize(own_->statement);
        return;
    }
    sqlite3_reset(prepared_->statement);
    sqlite3_clear_bindings(prepared_->statement);
}

bool Db::Use::step() {
    const int result = sqlite3_step(prepared_->statement);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) db_.fail(sqlite3_sql(prepared_->statement));
    return false;
}

int Db::Use::columns() const {
    return sqlite3_column_count(prepared_->statement);
}

void Db::Use::bind(int index, std::int64_t value) {
    if (sqlite3_bind_int64(prepared_->statement, index, value) != SQLITE_OK) db_.fail("binding");
}

void Db::Use::bind(int index, std::string_view value) {
    // A view of nothing has no address, and SQLite would take that for NULL.
    const char* bytes = value.data() != nullptr ? value.data() : "";
    if (sqlite3_bind_text64(prepared_->statement, index, bytes, value.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK) {
        db_.fail("binding");
    }
}

void Db::Use::bind(int index, const base::Bytes& value) {
    const void* bytes = value.empty() ? static_cast<const void*>("") : value.data();
    if (sqlite3_bind_blob64(prepared_->statement, index, bytes, value.size(), SQLITE_TRANSIENT) !=
        SQLITE_OK) {
        db_.fail("binding");
    }
}

void Db::Use::bind(int index, std::nullopt_t) {
    if (sqlite3_bind_null(prepared_->statement, index) != SQLITE_OK) db_.fail("binding");
}

bool Db::Use::is_null(int column) const {
    return sqlite3_column_type(prepared_->statement, column) == SQLITE_NULL;
}

void Db::Use::read_into(int column, std::int64_t& value) const {
    value = sqlite3_column_int64(prepared_->statement, column);
}

void Db::Use::read_into(int column, std::string& value) const {
    const auto* text = sqlite3_column_text(prepared_->statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_->statement, column));
    if (text == nullptr) {
        value.clear();
    } else {
        value.assign(reinterpret_cast<const char*>(text), size);
    }
}

void Db::Use::read_into(int column, base::Bytes& value) const {
    const auto* bytes =
        static_cast<const unsigned char*>(sqlite3_column_blob(prepared_->statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_->statement, column));
    value.assign(bytes, bytes + size);
}

Transaction::Transaction(Db& db) : db_(db) {
    base::check(!db.in_transaction(), "a transaction inside a transaction");
    db_.script("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // SQLite has rolled back by itself after some errors (a full disk); then there is nothing to
    // undo.
    if (open_ && db_.in_transaction())
        sqlite3_exec(db_.raw(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    db_.script("COMMIT");
    open_ = false;
}

}  // namespace store
