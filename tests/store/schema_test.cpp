#include "store/schema.hpp"

#include <doctest/doctest.h>

#include "store/folder.hpp"

TEST_CASE("an empty store gets every step, a second time changes nothing") {
    store::Db db(":memory:");
    REQUIRE(store::migrate(db));
    CHECK(db.value<int>("PRAGMA user_version") == store::newest_schema());
    const auto shape = db.value<std::string>("SELECT group_concat(sql) FROM sqlite_schema");
    REQUIRE(store::migrate(db));
    CHECK(db.value<std::string>("SELECT group_concat(sql) FROM sqlite_schema") == shape);
}

TEST_CASE("a store of a newer program is refused and stays as it is") {
    store::Db db(":memory:");
    db.script("CREATE TABLE of_tomorrow(a); INSERT INTO of_tomorrow VALUES('còn')");
    db.script(("PRAGMA user_version=" + std::to_string(store::newest_schema() + 1)).c_str());
    const auto done = store::migrate(db);
    REQUIRE_FALSE(done);
    CHECK(done.error().why == i18n::Message{i18n::S::StoreFromNewerProgram, {}});
    CHECK(db.value<std::string>("SELECT group_concat(name) FROM sqlite_schema") == "of_tomorrow");
    CHECK(db.value<std::string>("SELECT a FROM of_tomorrow") == "còn");
    CHECK(db.value<int>("PRAGMA user_version") == store::newest_schema() + 1);
}

TEST_CASE("a step that fails leaves the number of steps as it was") {
    store::Db db(":memory:");
    db.script("CREATE TABLE report(in_the_way)");
    CHECK_THROWS_AS(static_cast<void>(store::migrate(db)), base::Fault);
    CHECK(db.value<int>("PRAGMA user_version") == 0);
    CHECK(db.value<std::string>("SELECT group_concat(name) FROM sqlite_schema") == "report");
}
