#include "store/changes.hpp"

#include <doctest/doctest.h>

#include "store/recording.hpp"
#include "store/reports.hpp"
#include "store/schema.hpp"

namespace {

struct Store {
    Store() { REQUIRE(store::migrate(db)); }
    store::Db db{":memory:"};
};

store::ChangeNote note(const std::string& id, model::ReportId report = {1}) {
    return {.id = id,
            .at_ms = 1'000,
            .who = "Nguyễn Văn A",
            .what = {i18n::S::ChangeEditCell, {"Kết quả", "mô hình 26"}},
            .report = report,
            .row = {"mh-26"},
            .field = {"result"}};
}

std::int64_t add(store::Db& db, const std::string& id, const base::Bytes& bytes = {1, 2, 3}) {
    return store::add_change(db, store::ChangeKind::Do, std::nullopt, note(id), bytes);
}

const model::ReportId Report{1};
const model::RowId Row{"mh-26"};
const model::FieldId Result{"result"};

model::Cell text(const std::string& words) {
    model::Cell cell;
    cell.set("text", words);
    return cell;
}

/// What `work` does, as a change that was committed.
template <class Work>
base::Bytes recorded(store::Db& db, Work work) {
    store::Transaction transaction(db);
    store::Recording recording(db);
    work();
    auto change = recording.take();
    transaction.commit();
    return change;
}

store::Played played(store::Db& db, const base::Bytes& change) {
    store::Transaction transaction(db);
    const auto outcome = store::play(db, change);
    transaction.commit();
    return outcome;
}

}  // namespace

TEST_CASE("a change played back inverted takes back what was done, forwards does it again") {
    Store store;
    auto& db = store.db;
    store::put_cell(db, Report, Row, Result, text("cũ"));
    const auto change =
        recorded(db, [&] { store::put_cell(db, Report, Row, Result, text("mới")); });
    CHECK(played(db, store::inverted(change)) == store::Played::Done);
    CHECK(store::load_cell(db, Report, Row, Result) == text("cũ"));
    CHECK(played(db, change) == store::Played::Done);
    CHECK(store::load_cell(db, Report, Row, Result) == text("mới"));
}

TEST_CASE("what was changed since is in the way, and nothing of the change is applied") {
    Store store;
    auto& db = store.db;
    const auto change = recorded(db, [&] {
        store::put_cell(db, Report, Row, Result, text("một"));
        store::put_cell(db, Report, Row, {"difficulties"}, text("hai"));
    });
    store::put_cell(db, Report, Row, {"difficulties"}, text("ba"));
    CHECK(played(db, store::inverted(change)) == store::Played::InTheWay);
    CHECK(store::load_cell(db, Report, Row, Result) == text("một"));
    CHECK(store::load_cell(db, Report, Row, {"difficulties"}) == text("ba"));
}

TEST_CASE("a change that ends where it began is no change") {
    Store store;
    auto& db = store.db;
    store::put_cell(db, Report, Row, Result, text("cũ"));
    const auto there = recorded(db, [&] { store::put_cell(db, Report, Row, Result, text("mới")); });
    const auto back = recorded(db, [&] { store::put_cell(db, Report, Row, Result, text("cũ")); });
    CHECK(store::concatenated(there, back).empty());
    CHECK(recorded(db, [&] {
              store::put_cell(db, Report, Row, Result, text("mới"));
              store::put_cell(db, Report, Row, Result, text("cũ"));
          }).empty());
}

TEST_CASE("versions and the history itself are not recorded") {
    Store store;
    auto& db = store.db;
    CHECK(recorded(db, [&] {
              add(db, "a");
              db.run("INSERT INTO setting VALUES('k', 'v')");
          }).empty());
}

TEST_CASE("the chain of hashes holds, and any word changed in it breaks it") {
    Store store;
    auto& db = store.db;
    for (const auto* id : {"a", "b", "c"}) add(db, id);
    REQUIRE(store::history_is_whole(db));
    const std::vector<std::string> forgeries{
        "UPDATE change SET who = 'Trần Thị B' WHERE seq = 2",
        "UPDATE change SET at_ms = at_ms - 1 WHERE seq = 2",
        "UPDATE change SET changeset = x'00' WHERE seq = 2",
        "UPDATE change SET changeset_hash = '' WHERE seq = 2",
        "UPDATE change SET field = 'cost' WHERE seq = 3",
        "DELETE FROM change WHERE seq = 2",
        "DELETE FROM change WHERE seq = 1",
    };
    for (const auto& forgery : forgeries) {
        CAPTURE(forgery);
        const store::Transaction taken_back(db);
        db.run(forgery);
        CHECK_FALSE(store::history_is_whole(db));
    }
    CHECK(store::history_is_whole(db));
}

TEST_CASE("the last change can be rewritten and dropped, and the chain holds; no other can") {
    Store store;
    auto& db = store.db;
    const auto first = add(db, "a");
    const auto last = add(db, "b");
    auto rewritten = note("c");
    rewritten.at_ms = 2'000;
    store::rewrite_last_change(db, last, rewritten, {9});
    CHECK(store::history_is_whole(db));
    CHECK(store::changeset(db, last) == base::Bytes{9});
    CHECK(store::change(db, last)->at_ms == 2'000);
    CHECK_THROWS_AS(store::rewrite_last_change(db, first, rewritten, {9}), base::Fault);
    CHECK_THROWS_AS(store::drop_last_change(db, first), base::Fault);
    store::drop_last_change(db, last);
    add(db, "d");
    CHECK(store::history_is_whole(db));
}

TEST_CASE("the sentence of a change comes back with its arguments, empty ones too") {
    Store store;
    auto& db = store.db;
    auto said = note("a");
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{}, {""}, {"", "b"}, {"a", ""}, {"a", "b"}}) {
        said.id += "x";
        said.what.arguments = arguments;
        const auto seq = store::add_change(db, store::ChangeKind::Do, std::nullopt, said, {});
        CHECK(store::change(db, seq)->what() == said.what);
    }
}

TEST_CASE("the history of a report and the last change of a row are found, newest first") {
    Store store;
    auto& db = store.db;
    add(db, "a");
    store::add_change(db, store::ChangeKind::Do, std::nullopt, note("other", {2}), {});
    auto elsewhere = note("b");
    elsewhere.row = {"mh-03"};
    store::add_change(db, store::ChangeKind::Do, std::nullopt, elsewhere, {});
    const auto rows = store::history(db, Report, 10);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].row == model::RowId{"mh-03"});
    CHECK(rows[0].who == "Nguyễn Văn A");
    CHECK(store::history(db, Report, 1).size() == 1);
    CHECK(store::last_change(db, Report, Row)->seq == 1);
    CHECK(store::last_change(db, Report, {})->seq == 3);
    CHECK_FALSE(store::last_change(db, Report, {"mh-44"}).has_value());
}

TEST_CASE("which change is undone next follows from the rows alone") {
    Store store;
    auto& db = store.db;
    const auto undo = [&](std::int64_t target, const std::string& id) {
        store::add_change(db, store::ChangeKind::Undo, target, note(id), {});
    };
    for (const auto* id : {"1", "2", "3"}) add(db, id);
    undo(3, "4");
    undo(2, "5");
    CHECK(store::undo_stack(db).done == std::vector<std::int64_t>{1});
    CHECK(store::undo_stack(db).undone == std::vector<std::int64_t>{3, 2});
    store::add_change(db, store::ChangeKind::Redo, 2, note("6"), {});
    CHECK(store::undo_stack(db).done == std::vector<std::int64_t>{1, 2});
    CHECK(store::undo_stack(db).undone == std::vector<std::int64_t>{3});
    add(db, "7");
    CHECK(store::undo_stack(db).done == std::vector<std::int64_t>{1, 2, 7});
    CHECK(store::undo_stack(db).undone.empty());
}

TEST_CASE("beyond a thousand changes the oldest lose their bytes, not their rows") {
    Store store;
    auto& db = store.db;
    store::Transaction transaction(db);
    for (int i = 1; i <= 1'002; ++i) add(db, std::to_string(i));
    store::let_go_of_old_changesets(db);
    CHECK_FALSE(store::changeset(db, 1).has_value());
    CHECK_FALSE(store::changeset(db, 2).has_value());
    CHECK(store::changeset(db, 3).has_value());
    CHECK(store::change(db, 1).has_value());
    CHECK(store::history_is_whole(db));
    CHECK(store::undo_stack(db).done.size() == 1'000);
    CHECK(store::undo_stack(db).done.front() == 3);
}

TEST_CASE("beyond 20 MB the oldest lose their bytes") {
    Store store;
    auto& db = store.db;
    for (int i = 1; i <= 5; ++i) add(db, std::to_string(i), base::Bytes(6u << 20));
    store::let_go_of_old_changesets(db);
    CHECK(store::undo_stack(db).done == std::vector<std::int64_t>{3, 4, 5});
}

TEST_CASE("what was undone and then lost its bytes cannot be redone, nor what would follow it") {
    Store store;
    auto& db = store.db;
    for (const auto* id : {"1", "2", "3"}) add(db, id);
    for (int target : {3, 2, 1}) {
        store::add_change(db, store::ChangeKind::Undo, target, note("u" + std::to_string(target)),
                          {});
    }
    db.run("UPDATE change SET changeset = NULL WHERE seq <= 2");
    CHECK(store::undo_stack(db).undone.empty());
    CHECK(store::undo_stack(db).done.empty());
}
