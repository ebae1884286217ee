// The browser's VFS over files in memory that can fail. `platform` is two programs and no library,
// so the one source that needs no browser is compiled here.
#include "platform/web/vfs.cpp"

#include <array>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using platform::web::Files;
using platform::web::Vfs;

namespace {

/// What the worker offers: a fixed set of files, and a disk that can be full or broken.
class MemoryFiles : public Files {
public:
    std::map<std::string, std::vector<unsigned char>> bytes{
        {"a.db", {}}, {"a.db-wal", {}}, {"a.db-journal", {}}};
    std::size_t room = 1 << 30;
    int calls_until_failure = -1;  // of write, truncate and flush; below zero: never

    int open(const char* name) override {
        if (!bytes.contains(name)) return Failed;
        open_.emplace_back(name);
        return static_cast<int>(open_.size()) - 1;
    }
    void close(int file) override { at(file).clear(); }
    std::int64_t size(int file) override { return static_cast<std::int64_t>(of(file).size()); }
    int read(int file, std::span<unsigned char> into, std::int64_t at) override {
        const auto& from = of(file);
        const auto begin = std::min(static_cast<std::size_t>(at), from.size());
        const auto amount = std::min(into.size(), from.size() - begin);
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(begin), amount, into.begin());
        return static_cast<int>(amount);
    }
    int write(int file, std::span<const unsigned char> from, std::int64_t at) override {
        if (fails()) return Failed;
        const auto end = static_cast<std::size_t>(at) + from.size();
        auto& into = of(file);
        if (end > into.size() && used() + end - into.size() > room) return Full;
        into.resize(std::max(into.size(), end));
        std::copy(from.begin(), from.end(), into.begin() + at);
        return static_cast<int>(from.size());
    }
    int truncate(int file, std::int64_t size) override {
        if (fails()) return Failed;
        of(file).resize(static_cast<std::size_t>(size));
        return 0;
    }
    int flush(int) override { return fails() ? Failed : 0; }

private:
    std::string& at(int file) { return open_.at(static_cast<std::size_t>(file)); }
    std::vector<unsigned char>& of(int file) { return bytes.at(at(file)); }
    bool fails() { return calls_until_failure >= 0 && calls_until_failure-- == 0; }
    std::size_t used() const {
        std::size_t sum = 0;
        for (const auto& [name, content] : bytes) sum += content.size();
        return sum;
    }
    std::vector<std::string> open_;
};

/// A database as the store opens it, through our files.
class Database {
public:
    Database() {
        REQUIRE(sqlite3_open_v2("a.db", &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                Vfs::Name) == SQLITE_OK);
        REQUIRE(run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA "
                    "synchronous=FULL") == SQLITE_OK);
    }
    ~Database() { sqlite3_close_v2(db_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    int run(const std::string& sql) {
        return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
    }
    std::string ask(const std::string& sql) {
        std::string out;
        const auto keep = [](void* into, int, char** values, char**) {
            *static_cast<std::string*>(into) += values[0];
            return 0;
        };
        const int result = sqlite3_exec(db_, sql.c_str(), keep, &out, nullptr);
        return result == SQLITE_OK ? out : "error " + std::to_string(result);
    }

private:
    sqlite3* db_ = nullptr;
};

constexpr const char* Insert = "INSERT INTO t(text) VALUES(hex(randomblob(3000)))";

}  // namespace

TEST_CASE("what was committed is there when the database is opened again") {
    MemoryFiles files;
    const Vfs vfs(files);
    {
        Database db;
        REQUIRE(db.run("CREATE TABLE t(text TEXT)") == SQLITE_OK);
        REQUIRE(db.run("INSERT INTO t VALUES('Quảng Ngãi')") == SQLITE_OK);
    }
    Database db;
    CHECK(db.ask("SELECT text FROM t") == "Quảng Ngãi");
    CHECK(db.ask("PRAGMA journal_mode") == "wal");
}

TEST_CASE("a log that a killed page left behind is played when the database is opened again") {
    MemoryFiles files;
    const Vfs vfs(files);
    MemoryFiles left;
    {
        Database db;
        REQUIRE(db.run("CREATE TABLE t(text TEXT); INSERT INTO t VALUES('còn')") == SQLITE_OK);
        left.bytes = files.bytes;  // as the disk is at this moment
    }
    CHECK(!left.bytes.at("a.db-wal").empty());
    files.bytes = left.bytes;
    Database db;
    CHECK(db.ask("SELECT text FROM t") == "còn");
}

TEST_CASE("one commit is one flush") {
    MemoryFiles files;
    const Vfs vfs(files);
    Database db;
    REQUIRE(db.run("CREATE TABLE t(text TEXT)") == SQLITE_OK);
    REQUIRE(db.run(Insert) == SQLITE_OK);
    const auto before = vfs.counts().flushes;
    REQUIRE(db.run(Insert) == SQLITE_OK);
    CHECK(vfs.counts().flushes == before + 1);
}

TEST_CASE("a full disk is told as full, loses nothing, and what fits later is written") {
    MemoryFiles files;
    const Vfs vfs(files);
    Database db;
    REQUIRE(db.run("CREATE TABLE t(text TEXT)") == SQLITE_OK);
    REQUIRE(db.run(Insert) == SQLITE_OK);
    files.room = 0;
    CHECK(db.run(Insert) == SQLITE_FULL);
    CHECK(db.ask("SELECT count(*) FROM t") == "1");
    files.room = 1 << 30;
    CHECK(db.run(Insert) == SQLITE_OK);
    CHECK(db.ask("SELECT count(*) FROM t") == "2");
    CHECK(db.ask("PRAGMA integrity_check") == "ok");
}

TEST_CASE(
    "after a broken flush nothing more is written until the file is opened anew, but it can be "
    "read") {
    MemoryFiles files;
    const Vfs vfs(files);
    {
        Database db;
        REQUIRE(db.run("CREATE TABLE t(text TEXT)") == SQLITE_OK);
        REQUIRE(db.run("INSERT INTO t VALUES('còn')") == SQLITE_OK);
        files.calls_until_failure = 0;
        CHECK(db.run("INSERT INTO t VALUES('mất')") == SQLITE_IOERR);
        CHECK(db.run("INSERT INTO t VALUES('mất')") == SQLITE_IOERR);
        CHECK(db.ask("SELECT text FROM t") == "còn");
    }
    Database db;
    CHECK(db.run("INSERT INTO t VALUES('mới')") == SQLITE_OK);
    CHECK(db.ask("SELECT group_concat(text) FROM t") == "còn,mới");
}

TEST_CASE("whichever write, cut or flush fails, the old state or the new one is there afterwards") {
    for (int fails_at = 0; fails_at < 40; ++fails_at) {
        CAPTURE(fails_at);
        MemoryFiles files;
        const Vfs vfs(files);
        bool told_done = false;
        {
            Database db;
            REQUIRE(db.run("CREATE TABLE t(text TEXT)") == SQLITE_OK);
            files.calls_until_failure = fails_at;
            told_done =
                db.run(std::string("BEGIN; ") + Insert + ";" + Insert + "; COMMIT") == SQLITE_OK;
            db.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        files.calls_until_failure = -1;
        Database db;
        CHECK(db.ask("PRAGMA integrity_check") == "ok");
        const auto rows = db.ask("SELECT count(*) FROM t");
        CHECK((rows == "2" || (rows == "0" && !told_done)));
    }
}

TEST_CASE("a journal that was emptied counts as absent") {
    MemoryFiles files;
    const Vfs vfs(files);
    auto* registered = sqlite3_vfs_find(Vfs::Name);
    int there = -1;
    REQUIRE(registered->xAccess(registered, "a.db-journal", SQLITE_ACCESS_EXISTS, &there) ==
            SQLITE_OK);
    CHECK(there == 0);
    files.bytes.at("a.db-journal") = {1, 2, 3};
    REQUIRE(registered->xAccess(registered, "a.db-journal", SQLITE_ACCESS_EXISTS, &there) ==
            SQLITE_OK);
    CHECK(there == 1);
    REQUIRE(registered->xDelete(registered, "a.db-journal", 1) == SQLITE_OK);
    REQUIRE(registered->xAccess(registered, "a.db-journal", SQLITE_ACCESS_EXISTS, &there) ==
            SQLITE_OK);
    CHECK(there == 0);
}

TEST_CASE("reading past the end gives zeros and says that it was short") {
    MemoryFiles files;
    const Vfs vfs(files);
    files.bytes.at("a.db") = {7, 8};
    auto* registered = sqlite3_vfs_find(Vfs::Name);
    std::vector<unsigned char> room(static_cast<std::size_t>(registered->szOsFile));
    auto* file = reinterpret_cast<sqlite3_file*>(room.data());
    REQUIRE(registered->xOpen(registered, "a.db", file, SQLITE_OPEN_MAIN_DB, nullptr) == SQLITE_OK);
    std::array<unsigned char, 4> into{9, 9, 9, 9};
    CHECK(file->pMethods->xRead(file, into.data(), 4, 0) == SQLITE_IOERR_SHORT_READ);
    CHECK(into == std::array<unsigned char, 4>{7, 8, 0, 0});
    CHECK(file->pMethods->xRead(file, into.data(), 4, 100) == SQLITE_IOERR_SHORT_READ);
    CHECK(into == std::array<unsigned char, 4>{0, 0, 0, 0});
    CHECK(file->pMethods->xClose(file) == SQLITE_OK);
}

TEST_CASE("a file that the page does not offer cannot be opened") {
    MemoryFiles files;
    const Vfs vfs(files);
    sqlite3* db = nullptr;
    CHECK(sqlite3_open_v2("other.db", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, Vfs::Name) ==
          SQLITE_CANTOPEN);
    sqlite3_close_v2(db);
}
