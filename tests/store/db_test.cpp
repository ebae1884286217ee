#include "store/db.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "store/folder.hpp"

namespace {

struct Row {
    std::int64_t number = 0;
    std::string text;
    std::optional<std::string> maybe;
    base::Bytes bytes;
    static constexpr auto columns = std::tuple{&Row::number, &Row::text, &Row::maybe, &Row::bytes};
};

struct Narrow {
    std::int64_t number = 0;
    static constexpr auto columns = std::tuple{&Narrow::number};
};

void make_table(store::Db& db) {
    db.script("CREATE TABLE t(number INTEGER PRIMARY KEY, text TEXT, maybe TEXT, bytes BLOB)");
}

std::int64_t count(const store::Db& db) {
    return db.value<std::int64_t>("SELECT count(*) FROM t").value();
}

/// Leaves room for nothing more.
void fill_up(store::Db& db) {
    const auto pages = db.value<std::int64_t>("PRAGMA page_count").value();
    const auto sql = "PRAGMA max_page_count=" + std::to_string(pages);
    REQUIRE(sqlite3_exec(db.raw(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

}  // namespace

TEST_CASE("a row comes back as it was written, nothing told apart from an empty text") {
    store::Db db(":memory:");
    make_table(db);
    const std::string with_zero("a\0b", 3);
    db.run("INSERT INTO t VALUES(?1, ?2, ?3, ?4)", 1, "Quảng Ngãi", std::nullopt,
           base::Bytes{0, 255});
    db.run("INSERT INTO t VALUES(?1, ?2, ?3, ?4)", 2, with_zero, std::optional<std::string>(""),
           base::Bytes{});
    const auto rows = db.rows<Row>("SELECT number, text, maybe, bytes FROM t ORDER BY number");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].text == "Quảng Ngãi");
    CHECK_FALSE(rows[0].maybe.has_value());
    CHECK(rows[0].bytes == base::Bytes{0, 255});
    CHECK(rows[1].text == with_zero);
    CHECK(rows[1].maybe == "");
    CHECK(rows[1].bytes.empty());
}

TEST_CASE("an empty text view is a text, not nothing") {
    store::Db db(":memory:");
    make_table(db);
    db.run("INSERT INTO t VALUES(1, ?1, NULL, NULL)", std::string_view());
    CHECK(db.value<std::string>("SELECT typeof(text) FROM t") == "text");
}

TEST_CASE("whoever can only read cannot write") {
    store::Db db(":memory:");
    make_table(db);
    const store::Db& door = db;
    CHECK_THROWS_AS(door.rows<Narrow>("DELETE FROM t RETURNING number"), base::Fault);
    CHECK_THROWS_AS(door.value<std::int64_t>("INSERT INTO t VALUES(1, '', '', '') RETURNING 1"),
                    base::Fault);
    CHECK_THROWS_AS(door.value<std::int64_t>("PRAGMA user_version=7"), base::Fault);
    CHECK(count(door) == 0);
    CHECK(door.value<int>("PRAGMA user_version") == 0);
}

TEST_CASE("a question whose columns are not its row's is a fault") {
    const store::Db db(":memory:");
    CHECK_THROWS_AS(db.rows<Narrow>("SELECT 1, 2"), base::Fault);
}

TEST_CASE("a second statement is not passed over in silence") {
    store::Db db(":memory:");
    make_table(db);
    CHECK_THROWS_AS(db.run("DELETE FROM t; DROP TABLE t"), base::Fault);
    CHECK(count(db) == 0);
}

TEST_CASE("the same question may be asked within itself") {
    store::Db db(":memory:");
    make_table(db);
    for (int i = 1; i <= 3; ++i) db.run("INSERT INTO t(number, text) VALUES(?1, '')", i);
    CHECK(db.rows<Narrow>("SELECT number FROM t").size() == 3);
    CHECK(db.rows<Narrow>("SELECT number FROM t").size() == 3);
}

TEST_CASE("a transaction that is not committed leaves no trace") {
    store::Db db(":memory:");
    make_table(db);
    {
        const store::Transaction transaction(db);
        db.run("INSERT INTO t(number) VALUES(1)");
    }
    CHECK(count(db) == 0);
    CHECK_FALSE(db.in_transaction());
}

TEST_CASE("a fault in the middle of a transaction leaves no trace") {
    store::Db db(":memory:");
    make_table(db);
    const auto work = [&] {
        const store::Transaction transaction(db);
        db.run("INSERT INTO t(number) VALUES(1)");
        db.run("INSERT INTO t(number) VALUES(1)");
    };
    CHECK_THROWS_AS(work(), base::Fault);
    CHECK(count(db) == 0);
}

TEST_CASE("a transaction inside a transaction is a fault and spoils neither") {
    store::Db db(":memory:");
    make_table(db);
    store::Transaction outer(db);
    db.run("INSERT INTO t(number) VALUES(1)");
    CHECK_THROWS_AS(store::Transaction inner(db), base::Fault);
    outer.commit();
    CHECK(count(db) == 1);
}

TEST_CASE("a full disk is told apart from a fault, and what was there before is there") {
    const test::Folder folder;
    store::Db db(folder.file("a.db"));
    make_table(db);
    db.run("INSERT INTO t VALUES(1, '', '', zeroblob(9000))");
    fill_up(db);
    const auto work = [&] {
        store::Transaction transaction(db);
        for (int i = 2; i < 100; ++i) db.run("INSERT INTO t VALUES(?1, '', '', zeroblob(9000))", i);
        transaction.commit();
    };
    CHECK_THROWS_AS(work(), store::DiskFull);
    CHECK(count(db) == 1);
    CHECK_FALSE(db.in_transaction());
    CHECK(db.value<std::string>("PRAGMA integrity_check") == "ok");
}

TEST_CASE(
    "what was committed is there when the store is opened again, with the promised settings") {
    const test::Folder folder;
    {
        store::Db db(folder.file("a.db"));
        make_table(db);
        db.run("INSERT INTO t(number, text) VALUES(1, 'còn')");
    }
    const store::Db db(folder.file("a.db"));
    CHECK(db.value<std::string>("SELECT text FROM t") == "còn");
    CHECK(db.value<int>("PRAGMA page_size") == 8192);
    CHECK(db.value<int>("PRAGMA synchronous") == 2);  // FULL
    CHECK(db.value<std::string>("PRAGMA locking_mode") == "exclusive");
    CHECK(db.value<int>("PRAGMA trusted_schema") == 0);
}

TEST_CASE("a file that is no store is a fault") {
    const test::Folder folder;
    std::FILE* file = std::fopen(folder.file("a.db").c_str(), "wb");
    REQUIRE(file != nullptr);
    for (int i = 0; i < 2000; ++i) std::fputs("Kính gửi: ", file);
    std::fclose(file);
    CHECK_THROWS_AS(store::Db(folder.file("a.db")), base::Fault);
}
