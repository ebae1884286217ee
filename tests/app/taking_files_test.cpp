// What comes as a file: what is said before it is taken, and what becomes of what was there.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/desk.hpp"
#include "app/files.hpp"
#include "archive/zip.hpp"
#include "store/versions.hpp"

using app::Relation;
using app::Way;
using i18n::S;
using test::Desk;
using test::looked_into;
using test::part_of;
using test::refusal;
using test::sample_bytes;
using test::saved;
using test::second_version;
using test::taken;
using test::text;

namespace {

app::IncomingReport incoming(const Desk& desk, const std::string& bytes) {
    const auto looked = looked_into(desk.work, bytes);
    REQUIRE(looked.reports.size() == 1);
    return looked.reports.front();
}

}  // namespace

TEST_CASE("looking into a file says what it is and writes nothing") {
    Desk desk;
    const auto report = incoming(desk, sample_bytes());
    CHECK(report.relation == Relation::New);
    CHECK(report.way == Way::TakeFile);
    CHECK(report.unit_name == "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi");
    CHECK(report.period_name == "tháng 7/2025");
    CHECK(report.form_title == test::forms().form({"phu-luc-04-co-quan"})->title);
    CHECK(report.code == "E1Q-BFW");  // as the sample itself states it
    CHECK(store::list_reports(desk.work.db()).empty());
    CHECK(desk.work.db().value<int>("SELECT count(*) FROM version") == 0);
}

TEST_CASE("the same file again is the same, and taking it changes nothing") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    CHECK(incoming(desk, sample_bytes()).relation == Relation::Same);
    CHECK(incoming(desk, sample_bytes()).differing.cells == 0);
    CHECK(taken(desk.work, sample_bytes()) == report);
    CHECK(desk.changes(report) == 1);
}

TEST_CASE(
    "what was typed here as it stands in the file stands on the file's version from then on") {
    Desk typed;
    const auto here = typed.create();
    REQUIRE(typed.edit(here, "mh-26", "result", text("vận hành")));
    Desk sender;
    const auto there = sender.create();
    REQUIRE(sender.edit(there, "mh-26", "result", text("vận hành")));
    sender.now += 60'000;
    const auto bytes = saved(sender.work, there).bytes;
    CHECK(incoming(typed, bytes).relation == Relation::Same);
    REQUIRE(taken(typed.work, bytes) == here);
    CHECK(saved(typed.work, here).bytes == bytes);
}

TEST_CASE("a file that grew from what is here is newer, and is taken") {
    const auto bytes = second_version();
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    const auto looked = incoming(desk, bytes);
    CHECK(looked.relation == Relation::FileNewer);
    CHECK(looked.way == Way::TakeFile);
    CHECK(looked.differing.cells == 1);
    REQUIRE(taken(desk.work, bytes) == report);
    CHECK(desk.words(report, "mh-26") == "đã nâng cấp");
    CHECK(saved(desk.work, report).bytes == bytes);
}

TEST_CASE("a file that what is here grew from is older, and mine is kept") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.edit(report, "mh-26", "result", text("của tôi")));
    CHECK(incoming(desk, sample_bytes()).relation == Relation::MineNewer);
    saved(desk.work, report);
    REQUIRE(desk.edit(report, "mh-26", "result", text("của tôi nữa")));
    const auto looked = incoming(desk, sample_bytes());
    CHECK(looked.relation == Relation::MineNewer);
    CHECK(looked.way == Way::KeepMine);
    REQUIRE(taken(desk.work, sample_bytes()) == report);
    CHECK(desk.words(report, "mh-26") == "của tôi nữa");
}

TEST_CASE(
    "where both changed, mine is kept unless a person says otherwise, and the version is known") {
    const auto bytes = second_version();
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.edit(report, "mh-27", "result", text("của tôi")));
    auto looked = looked_into(desk.work, bytes);
    CHECK(looked.reports.front().relation == Relation::Different);
    CHECK(looked.reports.front().way == Way::KeepMine);
    CHECK(looked.reports.front().differing.cells == 2);
    REQUIRE(app::take(desk.work, looked));
    CHECK(desk.words(report, "mh-27") == "của tôi");
    CHECK(store::version(desk.work.db(), part_of(bytes).head().id).has_value());
    CHECK(store::head(desk.work.db(), part_of(bytes).key) == part_of(sample_bytes()).head().id);
    CHECK(desk.changes(report) == 2);

    looked.reports.front().way = Way::TakeFile;
    REQUIRE(app::take(desk.work, looked));
    CHECK(desk.report(report) == part_of(bytes).head().content);
    REQUIRE(desk.work.undo().value());
    CHECK(desk.words(report, "mh-27") == "của tôi");
    // What is saved now did not grow from the file: its sender must not be told so.
    CHECK(store::head(desk.work.db(), part_of(bytes).key) == part_of(sample_bytes()).head().id);
    REQUIRE(desk.work.redo().value());
    CHECK(store::head(desk.work.db(), part_of(bytes).key) == part_of(bytes).head().id);
}

TEST_CASE("taking back what was typed stops at the report it was typed in, which came in a file") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    CHECK(desk.work.undoable()->what == i18n::Message{S::ChangeTakeReports, {test::SampleName}});
    REQUIRE(desk.edit(report, "mh-27", "result", text("một")));
    REQUIRE(desk.edit(report, "mh-28", "result", text("hai")));
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.work.undo().value());
    CHECK_FALSE(desk.work.undoable().has_value());
    CHECK_FALSE(desk.work.undo().has_value());
    CHECK(desk.report(report) == part_of(sample_bytes()).head().content);
    REQUIRE(desk.work.redo().value());
    CHECK(desk.words(report, "mh-27") == "một");
}

TEST_CASE("undoing what a file brought leaves a version that was saved since where it is") {
    const auto bytes = second_version();
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    static_cast<void>(taken(desk.work, bytes));
    REQUIRE(desk.edit(report, "mh-27", "result", text("của tôi")));
    const auto made = part_of(saved(desk.work, report).bytes).head().id;
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.work.undo().value());
    CHECK(desk.report(report) == part_of(sample_bytes()).head().content);
    CHECK(store::head(desk.work.db(), part_of(bytes).key) == made);
}

TEST_CASE("a file that waits while another one is taken is held against what is there then") {
    const auto newer = second_version();
    Desk desk;
    auto first = looked_into(desk.work, newer);
    auto second = looked_into(desk.work, sample_bytes());
    REQUIRE(app::take(desk.work, first));
    CHECK(second.reports.front().relation == Relation::New);
    app::look_again(desk.work, second);
    CHECK(second.reports.front().relation == Relation::MineNewer);
    CHECK(second.reports.front().way == Way::KeepMine);

    second.reports.front().way = Way::TakeFile;
    REQUIRE(desk.work.note([](store::Db&) {}));
    app::look_again(desk.work, second);
    CHECK(second.reports.front().way == Way::TakeFile);  // what a person chose stays chosen
}

TEST_CASE("a report made here and one of the same key in a file are different") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("của tôi")));
    CHECK(incoming(desk, sample_bytes()).relation == Relation::Different);
}

TEST_CASE(
    "taking in a file is one step: undone, the workbook is as before; redone, it says the file") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    CHECK(desk.work.undoable()->what == i18n::Message{S::ChangeTakeReports, {test::SampleName}});
    REQUIRE(desk.work.undo().value());
    CHECK(store::list_reports(desk.work.db()).empty());
    CHECK_FALSE(desk.work.undoable().has_value());
    REQUIRE(desk.work.redo().value());
    CHECK(desk.report(report) == part_of(sample_bytes()).head().content);
    CHECK(app::file_state(desk.work, report).current);
}

TEST_CASE("a file without a report that can be read is refused") {
    Desk desk;
    app::Incoming nothing;
    nothing.file_name = "x.json";
    CHECK(refusal(app::take(desk.work, nothing)) == i18n::Message{S::FileHasNothing, {"x.json"}});
}

TEST_CASE("what the form does not have is said before anything is taken in") {
    Desk desk;
    const auto looked = looked_into(
        desk.work, test::replaced(sample_bytes(), "\"mh-01\"", "\"mh-99\""), test::SampleName);
    const auto found = std::find_if(looked.findings.begin(), looked.findings.end(),
                                    [](const auto& one) { return one.finding.id == "F07"; });
    REQUIRE(found != looked.findings.end());
    CHECK(found->finding.row == model::RowId{"mh-99"});
    CHECK(found->file.empty());
    REQUIRE(looked.reports.size() == 1);

    const auto field = looked_into(
        desk.work, test::replaced(sample_bytes(), "\"replication\":", "\"replications\":"));
    CHECK(std::any_of(field.findings.begin(), field.findings.end(), [](const auto& one) {
        return one.finding.id == "F09" && one.finding.field == model::FieldId{"replications"};
    }));
}

TEST_CASE("what a report leaves out is no concern of the one who opens its file") {
    Desk desk;
    CHECK(looked_into(desk.work, sample_bytes()).findings.empty());
}

TEST_CASE("a report of an unknown form stays in its file, and that is said") {
    auto bytes = sample_bytes();
    const std::string known = "\"form\": \"phu-luc-04-co-quan\"";
    for (auto at = bytes.find(known); at != bytes.npos; at = bytes.find(known))
        bytes.replace(at, known.size(), "\"form\": \"phu-luc-99\"");
    Desk desk;
    const auto looked = looked_into(desk.work, bytes);
    CHECK(looked.reports.empty());
    const i18n::Message said{
        S::FileFormUnknown,
        {"Sở Khoa học và Công nghệ tỉnh Quảng Ngãi", "tháng 7/2025", "phu-luc-99"}};
    CHECK(std::any_of(looked.findings.begin(), looked.findings.end(), [&](const auto& one) {
        return one.finding.reason == said && one.finding.level == checks::Level::Error;
    }));
    CHECK(refusal(app::take(desk.work, looked)).key == S::FileHasNothing);
    CHECK(store::list_reports(desk.work.db()).empty());
    CHECK(desk.work.db().value<int>("SELECT count(*) FROM version") == 0);
}

TEST_CASE("of a zip it is said which of its files a finding is about") {
    Desk desk;
    const auto strange = test::replaced(sample_bytes(), "\"mh-01\"", "\"mh-99\"");
    const auto zip = archive::zip(std::vector<archive::Entry>{
        {"a.json", sample_bytes()}, {"b/c.json", strange}, {"thư.txt", "Kính gửi"}});
    const auto looked = looked_into(desk.work, zip, "tu-zalo.zip");
    REQUIRE_FALSE(looked.findings.empty());
    CHECK(looked.findings.front().finding.level == checks::Level::Error);
    CHECK(looked.findings.back().finding.level == checks::Level::Info);
    for (const auto& one : looked.findings) {
        CAPTURE(one.finding.id);
        if (one.finding.id == "F15") {
            CHECK(one.finding.reason == i18n::Message{S::FileSkipped, {"thư.txt"}});
            CHECK(one.finding.level == checks::Level::Info);
            CHECK(one.file.empty());  // the sentence names it
        } else if (one.finding.id == "F07") {
            CHECK(one.file == "b/c.json");
        }
    }
    CHECK(std::any_of(looked.findings.begin(), looked.findings.end(),
                      [](const auto& one) { return one.finding.id == "F15"; }));
    CHECK(std::any_of(looked.findings.begin(), looked.findings.end(),
                      [](const auto& one) { return one.finding.id == "F07"; }));
}

TEST_CASE("reports that differ outside their cells are said to, and where") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    auto cover = desk.report(report).cover;
    cover.signer = "Trần Thanh Trường";
    REQUIRE(desk.work.run(app::ReportCommand{app::SetCover{report, cover, 0}}));
    CHECK(incoming(desk, sample_bytes()).differing == app::Differing{.cover = true});
    REQUIRE(
        desk.work.run(app::ReportCommand{app::SetReportState{report, model::ReportState::Draft}}));
    CHECK(incoming(desk, sample_bytes()).differing == app::Differing{.cover = true, .state = true});
    REQUIRE(desk.edit(report, "mh-26", "result", text("đã nâng cấp")));
    CHECK(incoming(desk, sample_bytes()).differing ==
          app::Differing{.cells = 1, .cover = true, .state = true});
}

TEST_CASE("reports that differ in nothing but which rows share an entry are said to") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.work.run(app::ReportCommand{app::SplitEntry{report, {"mh-39"}}}));
    CHECK(incoming(desk, sample_bytes()).differing == app::Differing{.rows = true});
}

TEST_CASE("two versions of a report in one drop are one: the later, in whichever order they come") {
    const auto newer = second_version();
    for (const bool newer_first : {true, false}) {
        CAPTURE(newer_first);
        auto opened = bundle::open(newer_first ? newer : sample_bytes(), "a");
        auto second = bundle::open(newer_first ? sample_bytes() : newer, "b");
        REQUIRE(opened);
        REQUIRE(second);
        opened->files.push_back(second->files.front());
        Desk desk;
        const auto looked = app::look_into(desk.work, *opened, "both.zip");
        REQUIRE(looked.reports.size() == 1);
        const auto report = app::take(desk.work, looked);
        REQUIRE(report);
        CHECK(desk.words(*report, "mh-26") == "đã nâng cấp");
    }
}

TEST_CASE(
    "two reports of one key that grew apart in one drop: the first is taken, both are known") {
    const auto one = second_version("một");
    const auto two = second_version("hai");
    auto opened = bundle::open(one, "a");
    auto second = bundle::open(two, "b");
    REQUIRE(opened);
    REQUIRE(second);
    opened->files.push_back(second->files.front());
    Desk desk;
    const auto looked = app::look_into(desk.work, *opened, "both.zip");
    REQUIRE(looked.reports.size() == 2);
    CHECK(looked.reports[1].relation == Relation::Different);
    CHECK(looked.reports[1].way == Way::KeepMine);
    CHECK(looked.reports[1].differing.cells == 1);
    const auto report = app::take(desk.work, looked);
    REQUIRE(report);
    CHECK(desk.words(*report, "mh-26") == "một");
    CHECK(store::version(desk.work.db(), part_of(two).head().id).has_value());
}
