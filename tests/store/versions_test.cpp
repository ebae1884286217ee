#include "store/versions.hpp"

#include <doctest/doctest.h>

#include "store/schema.hpp"

namespace {

const model::ReportKey Key{{"qng-so-khcn"}, {"phu-luc-04-co-quan"}, {"2025-07"}};

store::VersionRow row(const std::string& id, const std::string& body, const std::string& author) {
    return {{id}, body, author, "", "", "", ""};
}

struct Store {
    Store() { REQUIRE(store::migrate(db)); }
    void keep(const std::string& id, const std::vector<model::VersionId>& parents) {
        store::keep_version(db, Key, row(id, "{" + id + "}", "A"), parents, 1);
    }
    std::vector<std::string> history(const std::string& id) const {
        std::vector<std::string> out;
        for (const auto& row : store::history_of(db, {id})) out.push_back(row.id.value);
        return out;
    }
    store::Db db{":memory:"};
};

}  // namespace

TEST_CASE(
    "a history puts parents before children, each version once, and ends with what was asked") {
    Store store;
    store.keep("d", {{"b"}, {"c"}});
    store.keep("c", {{"a"}});
    store.keep("b", {{"a"}});
    store.keep("a", {});
    store.keep("e", {{"d"}, {"a"}});
    CHECK(store.history("d") == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(store.history("e") == std::vector<std::string>{"a", "b", "c", "d", "e"});
    CHECK(store.history("b") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a history leaves out parents that are not known here") {
    Store store;
    store.keep("b", {{"lost"}});
    CHECK(store.history("b") == std::vector<std::string>{"b"});
    CHECK(store.history("lost").empty());
    CHECK(store::parents_of(store.db, {"b"}) == std::vector{model::VersionId{"lost"}});
}

TEST_CASE("a version grew from everything before it, not from itself or its brothers") {
    Store store;
    store.keep("a", {});
    store.keep("b", {{"a"}});
    store.keep("c", {{"a"}});
    store.keep("d", {{"b"}, {"c"}});
    CHECK(store::grew_from(store.db, {"d"}, {"a"}));
    CHECK(store::grew_from(store.db, {"d"}, {"c"}));
    CHECK_FALSE(store::grew_from(store.db, {"a"}, {"d"}));
    CHECK_FALSE(store::grew_from(store.db, {"b"}, {"c"}));
    CHECK_FALSE(store::grew_from(store.db, {"b"}, {"b"}));
}

TEST_CASE("a version that is known stays as it is, its note too") {
    Store store;
    store.keep("a", {});
    store::keep_version(store.db, Key, row("a", "other", "B"), {}, 2);
    CHECK(store::version(store.db, {"a"})->body == "{a}");
    CHECK(store::version(store.db, {"a"})->note().author == "A");
}

TEST_CASE("head, label and saved file are kept by the report's key") {
    Store store;
    CHECK_FALSE(store::head(store.db, Key).has_value());
    CHECK(store::label(store.db, Key).empty());
    store::set_head(store.db, Key, {"a"});
    store::set_label(store.db, Key, "Sở KHCN, tháng 7");
    store::set_head(store.db, Key, {"b"});
    CHECK(store::head(store.db, Key) == model::VersionId{"b"});
    CHECK(store::label(store.db, Key) == "Sở KHCN, tháng 7");
    CHECK_FALSE(store::saved_file(store.db, Key).has_value());
    store::set_saved_file(store.db, Key, {{"b"}, 7, "b.so06.json"});
    CHECK(store::saved_file(store.db, Key)->name == "b.so06.json");
    CHECK(store::saved_file(store.db, Key)->at_ms == 7);
}
