// What leaves as a file: its name, its version, and when the workbook says that a file holds it.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include "app/desk.hpp"
#include "app/files.hpp"
#include "app/settings.hpp"
#include "store/folder.hpp"

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

TEST_CASE("the sample taken in says what the file says, and is saved as the same bytes") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    CHECK(desk.report(report) == part_of(sample_bytes()).head().content);
    CHECK(app::file_state(desk.work, report).current);
    CHECK_FALSE(app::file_state(desk.work, report).saved_ms.has_value());
    desk.now += 86'400'000;
    const auto file = saved(desk.work, report);
    CHECK(file.bytes == sample_bytes());
    CHECK(file.name == test::SampleName);
    CHECK(file.code == "E1Q-BFW");
    CHECK(file.mime == "application/json");
    CHECK_FALSE(file.unkept.has_value());
    CHECK(app::file_state(desk.work, report).saved_ms == desk.now);
    CHECK(app::file_state(desk.work, report).name == test::SampleName);
}

TEST_CASE("an edit makes the file old, saving makes a version that grew from the one that came") {
    Desk desk;
    REQUIRE(desk.work.run(
        app::SettingCommand{app::SetSetting{std::string(app::PersonName), "Trần B"}}));
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.edit(report, "mh-26", "result", text("đã nâng cấp")));
    CHECK_FALSE(app::file_state(desk.work, report).current);
    const auto file = saved(desk.work, report);
    const auto part = part_of(file.bytes);
    REQUIRE(part.versions.size() == 2);
    CHECK(part.head().parents == std::vector{part_of(sample_bytes()).head().id});
    CHECK(part.head().note == model::VersionNote{"Trần B",
                                                 "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
                                                 "2025-07-07T01:30:00Z", "https://so06.example/"});
    CHECK(part.head().content == desk.report(report));
    CHECK(file.name == "DA06_SKHCN-QNg_Phuluc04_2025-07_v2.so06.json");
    CHECK(app::file_state(desk.work, report).current);
    CHECK(app::file_state(desk.work, report).code == file.code);
    desk.now += 86'400'000;
    CHECK(saved(desk.work, report).bytes == file.bytes);
}

TEST_CASE("a file counts only once the person has it; made again it is the same file") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.edit(report, "mh-26", "result", text("đã nâng cấp")));
    const auto make = [&] {
        return app::save_report(desk.work, report, "", bundle::NameFor::Computer).value();
    };
    const auto cancelled = make();
    CHECK_FALSE(app::file_state(desk.work, report).current);
    CHECK_FALSE(app::file_state(desk.work, report).saved_ms.has_value());
    const auto kept = make();
    CHECK(kept.bytes == cancelled.bytes);
    CHECK_FALSE(app::note_saved(desk.work, kept).has_value());
    CHECK(app::file_state(desk.work, report).current);
    CHECK(app::file_state(desk.work, report).saved_ms == desk.now);
}

TEST_CASE("a file saved here is saved elsewhere as the same bytes with the same code") {
    const auto bytes = second_version();
    Desk other;
    other.now += 86'400'000;
    REQUIRE(other.work.run(
        app::SettingCommand{app::SetSetting{std::string(app::PersonName), "Người khác"}}));
    const auto report = taken(other.work, bytes);
    const auto file = saved(other.work, report);
    CHECK(file.bytes == bytes);
    CHECK(file.code == bundle::shown_code(bundle::check_code(part_of(bytes).head().id)));
}

TEST_CASE("a report made here is saved as its first version and opens elsewhere") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-26", "result", text("vận hành")));
    CHECK_FALSE(app::file_state(desk.work, report).current);
    CHECK(app::file_state(desk.work, report).code.empty());
    const auto file = saved(desk.work, report);
    CHECK(file.name == "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json");
    Desk other;
    CHECK(other.report(taken(other.work, file.bytes)) == desk.report(report));
}

TEST_CASE("rows shared before anything is written in them do not make the file old") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.edit(report, "mh-01", "result", {}));
    REQUIRE(desk.edit(report, "mh-02", "result", {}));
    auto blank = [&](const std::string& row) {
        for (const auto& [field, cell] : desk.report(report).entry({row})->cells) {
            REQUIRE(desk.edit(report, row, field.value, {}));
        }
    };
    if (desk.report(report).entry({"mh-01"}) != nullptr) blank("mh-01");
    if (desk.report(report).entry({"mh-02"}) != nullptr) blank("mh-02");
    const auto bytes = saved(desk.work, report).bytes;
    REQUIRE(desk.work.run(app::ReportCommand{app::ShareEntry{report, {"mh-01"}, {{"mh-02"}}}}));
    CHECK(app::file_state(desk.work, report).current);
    CHECK(saved(desk.work, report).bytes == bytes);
}

TEST_CASE("a file called text is for phones that refuse other names") {
    Desk desk;
    const auto report = taken(desk.work, sample_bytes());
    const auto file = app::save_report(desk.work, report, "", bundle::NameFor::Phone);
    REQUIRE(file);
    CHECK(file->mime == "text/plain");
    CHECK(file->name == "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.txt");
    CHECK(file->bytes == sample_bytes());
}

TEST_CASE("the name a file gives a report for people is still in it when it is saved") {
    auto read = bundle::read(sample_bytes(), "");
    REQUIRE(read);
    read->reports.front().label = "Sở KHCN, bản gửi Công an tỉnh";
    const auto bytes = bundle::write(*read);
    Desk desk;
    CHECK(saved(desk.work, taken(desk.work, bytes)).bytes == bytes);
}

TEST_CASE("a unit that was called otherwise in the report's time gives its file that name") {
    Desk desk;
    auto command = test::new_report();
    command.key.period = {"2024-12"};
    command.period = {{"2024-12"},
                      model::PeriodKind::Month,
                      "tháng 12/2024",
                      base::Day{2024, 12, 1},
                      base::Day{2024, 12, 31},
                      {}};
    REQUIRE(desk.work.run(app::ReportCommand{command}));
    const auto before = store::find_report(desk.work.db(), command.key).value();
    CHECK(saved(desk.work, before).name == "DA06_STTTT-QNg_Phuluc04_2024-12_v1.so06.json");

    // Without days of its own the report is of its document's day.
    command.key.period = {"lan-1"};
    command.period = {{"lan-1"}, model::PeriodKind::Once, "lần 1", {}, {}, {}};
    REQUIRE(desk.work.run(app::ReportCommand{command}));
    const auto once = store::find_report(desk.work.db(), command.key).value();
    CHECK(saved(desk.work, once).name == "DA06_SKHCN-QNg_Phuluc04_lan-1_v1.so06.json");
    REQUIRE(desk.work.run(app::ReportCommand{
        app::SetCover{once, {.number = "431", .date = base::Day{2025, 2, 27}}, 0}}));
    CHECK(saved(desk.work, once).name == "DA06_STTTT-QNg_Phuluc04_lan-1_v2.so06.json");
}

TEST_CASE("a workbook file gives all its reports back") {
    Desk desk;
    const auto one = taken(desk.work, sample_bytes());
    const auto two = desk.create("qng-so-y-te");
    REQUIRE(desk.edit(two, "mh-01", "result", text("khác")));
    const auto file = app::save_workbook(desk.work, "Sổ 06 Quảng Ngãi", "");
    REQUIRE(file);
    CHECK(file->name == "So-06-Quang-Ngai.so06");
    CHECK(file->mime == "application/zip");
    CHECK_FALSE(app::file_state(desk.work, two).current);
    CHECK_FALSE(app::note_saved(desk.work, *file).has_value());
    CHECK(app::file_state(desk.work, one).current);
    CHECK(app::file_state(desk.work, two).current);
    CHECK(app::file_state(desk.work, two).name == "So-06-Quang-Ngai.so06");

    Desk other;
    const auto looked = looked_into(other.work, file->bytes, file->name);
    CHECK(looked.title == "Sổ 06 Quảng Ngãi");
    CHECK(looked.findings.empty());
    REQUIRE(app::take(other.work, looked));
    for (const auto id : {one, two}) {
        const auto here = store::find_report(other.work.db(), desk.report(id).key);
        REQUIRE(here);
        CHECK(other.report(*here) == desk.report(id));
    }
    const auto again = app::save_workbook(other.work, "Sổ 06 Quảng Ngãi", "");
    REQUIRE(again);
    CHECK(again->bytes == file->bytes);
}

TEST_CASE("an empty workbook has nothing to save") {
    Desk desk;
    CHECK(refusal(app::save_workbook(desk.work, "Sổ", "")) == i18n::Message{S::NothingToSave, {}});
}

TEST_CASE("a report that is gone cannot be saved, and its file is not current") {
    Desk desk;
    CHECK(refusal(app::save_report(desk.work, {7}, "", bundle::NameFor::Computer)) ==
          i18n::Message{S::ReportGone, {}});
    CHECK_FALSE(app::file_state(desk.work, {7}).current);
}

TEST_CASE("a full storage hands over the file all the same, and says that it was not noted") {
    const test::Folder folder;
    Desk desk(folder.file("a.db"));
    const auto report = taken(desk.work, sample_bytes());
    REQUIRE(desk.edit(report, "mh-26", "result", text("đã nâng cấp")));
    const auto pages = desk.work.db().value<std::int64_t>("PRAGMA page_count").value();
    const auto full = "PRAGMA max_page_count=" + std::to_string(pages);
    REQUIRE(sqlite3_exec(desk.work.db().raw(), full.c_str(), nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    const auto file = saved(desk.work, report);
    CHECK(file.unkept == i18n::Message{S::StoreFull, {}});
    CHECK(part_of(file.bytes).head().content == desk.report(report));
    CHECK_FALSE(app::file_state(desk.work, report).current);
}
