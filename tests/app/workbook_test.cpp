#include "app/workbook.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "app/desk.hpp"
#include "app/settings.hpp"
#include "store/folder.hpp"
#include "store/schema.hpp"
#include "store/settings.hpp"

using i18n::S;
using test::Desk;
using test::refusal;
using test::text;

namespace {

void room_for_pages(app::Workbook& work, std::int64_t more) {
    const auto pages = work.db().value<std::int64_t>("PRAGMA page_count").value() + more;
    const auto sql = "PRAGMA max_page_count=" + std::to_string(pages);
    REQUIRE(sqlite3_exec(work.db().raw(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

const std::string Long(60'000, 'a');

}  // namespace

TEST_CASE("a change is undone and redone, and both say what it was") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("vận hành")));
    const i18n::Message what{S::ChangeEditCell, {"Kết quả triển khai", "mô hình 26"}};
    CHECK(desk.work.undoable()->what == what);

    const auto undone = desk.work.undo();
    REQUIRE(undone);
    REQUIRE(*undone);
    CHECK((*undone)->what == what);
    CHECK((*undone)->row == model::RowId{"mh-26"});
    CHECK(desk.words(report, "mh-26").empty());
    CHECK(desk.work.redoable()->what == what);

    REQUIRE(desk.work.redo().value());
    CHECK(desk.words(report, "mh-26") == "vận hành");
    CHECK_FALSE(desk.work.redoable().has_value());
    CHECK(store::history_is_whole(desk.work.db()));
}

TEST_CASE("everything can be undone to the empty workbook and redone to the last word") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một")));
    REQUIRE(desk.edit(report, "mh-26", "result", text("hai")));
    const auto full = desk.report(report);
    int steps = 0;
    for (; desk.work.undoable(); ++steps) REQUIRE(desk.work.undo().value());
    CHECK(steps == 3);
    CHECK(store::list_reports(desk.work.db()).empty());
    CHECK_FALSE(desk.work.undo().has_value());
    while (desk.work.redoable()) REQUIRE(desk.work.redo().value());
    CHECK(desk.report(report) == full);
    CHECK_FALSE(desk.work.redo().has_value());
}

TEST_CASE("undo and redo survive closing the workbook") {
    const test::Folder folder;
    model::ReportId report;
    {
        Desk desk(folder.file("a.db"));
        report = desk.create();
        REQUIRE(desk.edit(report, "mh-26", "result", text("một")));
        REQUIRE(desk.edit(report, "mh-26", "result", text("hai")));
        REQUIRE(desk.work.undo().value());
    }
    Desk desk(folder.file("a.db"));
    CHECK(desk.words(report, "mh-26") == "một");
    CHECK(desk.work.saved_at() == desk.now);
    REQUIRE(desk.work.redo().value());
    CHECK(desk.words(report, "mh-26") == "hai");
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26").empty());
    CHECK(store::history_is_whole(desk.work.db()));
}

TEST_CASE("a new change ends what could be redone") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một")));
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.edit(report, "mh-27", "result", text("hai")));
    CHECK_FALSE(desk.work.redoable().has_value());
    CHECK_FALSE(desk.work.redo().has_value());
    CHECK(desk.words(report, "mh-26").empty());
}

TEST_CASE("what was changed past the history stands in the way of undo, and nothing is changed") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một")));
    REQUIRE(desk.work.note([&](store::Db& db) {
        store::put_cell(db, report, {"mh-26"}, {"result"}, text("người khác"));
    }));
    const auto undone = desk.work.undo();
    REQUIRE(undone);
    CHECK(refusal(*undone) == i18n::Message{S::UndoInTheWay, {}});
    CHECK(desk.words(report, "mh-26") == "người khác");
    CHECK(desk.work.undoable().has_value());
    CHECK(desk.changes(report) == 2);
}

TEST_CASE("a stay in a text field is one entry of history, however often it was saved") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("trước")));
    for (const auto* words : {"v", "vậ", "vận", "vận hành"}) {
        desk.now += 1'000;
        REQUIRE(desk.edit(report, "mh-26", "result", text(words), 7));
        CHECK(desk.work.saved_at() == desk.now);
    }
    CHECK(desk.changes(report) == 3);
    CHECK(store::last_change(desk.work.db(), report, {"mh-26"})->at_ms == desk.now);
    CHECK(store::history_is_whole(desk.work.db()));
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26") == "trước");
    REQUIRE(desk.work.redo().value());
    CHECK(desk.words(report, "mh-26") == "vận hành");
}

TEST_CASE("the end of a stay closes its entry, another stay is another one") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một"), 7));
    REQUIRE(desk.work.run(app::ReportCommand{app::EndStay{7}}));
    REQUIRE(desk.edit(report, "mh-26", "result", text("hai"), 7));
    REQUIRE(desk.edit(report, "mh-26", "result", text("ba"), 8));
    CHECK(desk.changes(report) == 4);
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26") == "hai");
}

TEST_CASE("the end of an older stay, heard late, leaves the newer one open") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một"), 7));
    REQUIRE(desk.edit(report, "mh-27", "result", text("hai"), 8));
    REQUIRE(desk.work.run(app::ReportCommand{app::EndStay{7}}));
    REQUIRE(desk.edit(report, "mh-27", "result", text("hai ba"), 8));
    CHECK(desk.changes(report) == 3);
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-27").empty());
}

TEST_CASE("another change within a stay closes its entry") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một"), 7));
    REQUIRE(desk.edit(report, "mh-27", "result", text("khác")));
    REQUIRE(desk.edit(report, "mh-26", "result", text("hai"), 7));
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26") == "một");
    CHECK(desk.words(report, "mh-27") == "khác");
}

TEST_CASE("typing on after undoing within a stay begins a new entry") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một"), 7));
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.edit(report, "mh-26", "result", text("hai"), 7));
    CHECK_FALSE(desk.work.redoable().has_value());
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26").empty());
    REQUIRE(desk.work.redo().value());
    CHECK(desk.words(report, "mh-26") == "hai");
    CHECK(store::history_is_whole(desk.work.db()));
}

TEST_CASE("typed and typed back leaves no entry, and what could be redone can be redone again") {
    const test::Folder folder;
    model::ReportId report;
    {
        Desk desk(folder.file("a.db"));
        report = desk.create();
        REQUIRE(desk.edit(report, "mh-27", "result", text("hai")));
        REQUIRE(desk.work.undo().value());
        REQUIRE(desk.edit(report, "mh-26", "result", text("m"), 7));
        CHECK_FALSE(desk.work.redoable().has_value());
        const auto revision = desk.work.revision();
        REQUIRE(desk.edit(report, "mh-26", "result", {}, 7));
        CHECK(desk.work.revision() > revision);
        CHECK_FALSE(store::last_change(desk.work.db(), report, {"mh-26"}).has_value());
        CHECK(desk.work.redoable().has_value());
        REQUIRE(desk.edit(report, "mh-26", "result", text("một"), 7));
        REQUIRE(desk.edit(report, "mh-26", "result", {}, 7));
        CHECK(store::history_is_whole(desk.work.db()));
    }
    Desk desk(folder.file("a.db"));
    REQUIRE(desk.work.redo().value());
    CHECK(desk.words(report, "mh-27") == "hai");
}

TEST_CASE("what changes nothing is no entry of history and no time of saving") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("một")));
    const auto saved_at = desk.work.saved_at();
    desk.now += 1'000;
    REQUIRE(desk.edit(report, "mh-26", "result", text("một")));
    CHECK(desk.changes(report) == 2);
    CHECK(desk.work.saved_at() == saved_at);
}

TEST_CASE("a refused command leaves no trace") {
    Desk desk;
    const auto report = desk.create();
    const auto revision = desk.work.revision();
    const auto result = desk.work.record([&](store::Db& db) -> base::Result<app::Applied> {
        store::put_cell(db, report, {"mh-26"}, {"result"}, text("dở dang"));
        return base::Refusal{{S::ReportGone, {}}};
    });
    CHECK(refusal(result) == i18n::Message{S::ReportGone, {}});
    CHECK(desk.words(report, "mh-26").empty());
    CHECK(desk.work.revision() == revision);
    CHECK(desk.changes(report) == 1);
}

TEST_CASE("a fault in a command leaves no trace, and the workbook goes on") {
    Desk desk;
    const auto report = desk.create();
    const auto fault = [&] {
        return desk.work.record([&](store::Db& db) -> base::Result<app::Applied> {
            store::put_cell(db, report, {"mh-26"}, {"result"}, text("dở dang"));
            throw base::Fault("broken");
        });
    };
    CHECK_THROWS_AS(static_cast<void>(fault()), base::Fault);
    CHECK(desk.words(report, "mh-26").empty());
    REQUIRE(desk.edit(report, "mh-26", "result", text("tiếp")));
    REQUIRE(desk.work.undo().value());
    CHECK(desk.work.undoable()->what.key == S::ChangeCreateReport);
}

TEST_CASE("a change that fails when it is committed is not offered for undo") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.work.note([](store::Db& db) {
        // Deferred, so that it breaks in COMMIT, after the history was written.
        db.script(
            "CREATE TABLE parent(id INTEGER PRIMARY KEY);"
            "CREATE TABLE child(id INTEGER REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)");
    }));
    const auto fault = [&] {
        return desk.work.record([&](store::Db& db) -> base::Result<app::Applied> {
            store::put_cell(db, report, {"mh-26"}, {"result"}, text("mất"));
            db.run("INSERT INTO child VALUES(1)");
            return app::Applied{{S::ChangeCover, {}}, report, {}, {}, 9};
        });
    };
    CHECK_THROWS_AS(static_cast<void>(fault()), base::Fault);
    CHECK(desk.work.undoable()->what.key == S::ChangeCreateReport);
    CHECK(desk.words(report, "mh-26").empty());
    REQUIRE(desk.edit(report, "mh-26", "result", text("tiếp"), 9));
}

TEST_CASE(
    "a full storage refuses the change in words, changes nothing, and does not end the work") {
    const test::Folder folder;
    Desk desk(folder.file("a.db"));
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("còn"), 7));
    room_for_pages(desk.work, 1);
    const auto revision = desk.work.revision();
    CHECK(refusal(desk.edit(report, "mh-26", "result", text(Long), 7)) ==
          i18n::Message{S::StoreFull, {}});
    CHECK(desk.words(report, "mh-26") == "còn");
    CHECK(desk.work.revision() == revision);
    CHECK(desk.changes(report) == 2);
    room_for_pages(desk.work, 1'000);
    REQUIRE(desk.edit(report, "mh-26", "result", text("còn nữa"), 7));
    CHECK(desk.changes(report) == 2);
    CHECK(store::history_is_whole(desk.work.db()));
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26").empty());
}

TEST_CASE("a full storage refuses an undo in words, and it can be undone when there is room") {
    const test::Folder folder;
    Desk desk(folder.file("a.db"));
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text(Long)));
    REQUIRE(desk.edit(report, "mh-26", "result", text("ngắn")));
    room_for_pages(desk.work, 1);
    CHECK(refusal(desk.work.undo().value()) == i18n::Message{S::StoreFull, {}});
    CHECK(desk.words(report, "mh-26") == "ngắn");
    room_for_pages(desk.work, 1'000);
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-26") == Long);
}

TEST_CASE("what lost its bytes when the workbook was opened is not offered for undo") {
    const test::Folder folder;
    model::ReportId report;
    {
        Desk desk(folder.file("a.db"));
        report = desk.create();
        REQUIRE(desk.work.note([&](store::Db& db) {
            for (int i = 0; i < 1'000; ++i) {
                const store::ChangeNote note{
                    std::to_string(i), 1, "", {S::ChangeCover, {}}, report, {}, {}, 0};
                store::add_change(db, store::ChangeKind::Do, std::nullopt, note, {});
            }
        }));
    }
    Desk desk(folder.file("a.db"));
    int steps = 0;
    for (; desk.work.undoable(); ++steps) REQUIRE(desk.work.undo().value());
    CHECK(steps == 1'000);
    CHECK(store::find_report(desk.work.db(), test::new_report().key) == report);
}

TEST_CASE("a store of a newer program says so and takes no change") {
    const test::Folder folder;
    {
        Desk desk(folder.file("a.db"));
        desk.create();
        const auto newer = "PRAGMA user_version=" + std::to_string(store::newest_schema() + 1);
        REQUIRE(sqlite3_exec(desk.work.db().raw(), newer.c_str(), nullptr, nullptr, nullptr) ==
                SQLITE_OK);
    }
    Desk desk(folder.file("a.db"));
    const i18n::Message why{S::StoreFromNewerProgram, {}};
    REQUIRE(desk.work.problem().has_value());
    CHECK(desk.work.problem()->why == why);
    CHECK(refusal(desk.work.run(app::ReportCommand{test::new_report("khac")})) == why);
    CHECK(refusal(desk.work.run(app::SettingCommand{app::SetSetting{"language", "en"}})) == why);
    CHECK_FALSE(desk.work.undo().has_value());
    CHECK(store::list_reports(desk.work.db()).size() == 1);
}

TEST_CASE("a setting is written, moves the revision and is not undone") {
    Desk desk;
    const auto revision = desk.work.revision();
    REQUIRE(desk.work.run(
        app::SettingCommand{app::SetSetting{std::string(app::PersonName), "Nguyễn Văn A"}}));
    CHECK(desk.work.revision() > revision);
    CHECK_FALSE(desk.work.undoable().has_value());
    CHECK_FALSE(desk.work.saved_at().has_value());
    const auto report = desk.create();
    CHECK(store::last_change(desk.work.db(), report, {})->who == "Nguyễn Văn A");
}
