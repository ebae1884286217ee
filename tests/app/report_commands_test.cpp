#include "app/report_commands.hpp"

#include <doctest/doctest.h>

#include "app/desk.hpp"
#include "app/settings.hpp"

using i18n::S;
using test::Desk;
using test::refusal;
using test::text;

namespace {

base::Result<void> share(Desk& desk, model::ReportId report, const std::string& lead,
                         std::vector<model::RowId> rows) {
    return desk.work.run(app::ReportCommand{app::ShareEntry{report, {lead}, std::move(rows)}});
}

base::Result<void> split(Desk& desk, model::ReportId report, const std::string& row) {
    return desk.work.run(app::ReportCommand{app::SplitEntry{report, {row}}});
}

/// The rows of each entry.
std::vector<std::vector<std::string>> entries(const Desk& desk, model::ReportId report) {
    std::vector<std::vector<std::string>> out;
    for (const auto& entry : desk.report(report).entries) {
        auto& rows = out.emplace_back();
        for (const auto& row : entry.rows) rows.push_back(row.value);
    }
    return out;
}

using Rows = std::vector<std::vector<std::string>>;

/// The printed block of models 38 to 41, as one entry.
model::ReportId shared_block(Desk& desk) {
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-38", "result", text("chuẩn bị")));
    REQUIRE(share(desk, report, "mh-38", {{"mh-39"}, {"mh-40"}, {"mh-41"}}));
    return report;
}

model::Cell with(const std::string& part, const std::string& words) {
    model::Cell cell;
    cell.set(part, words);
    return cell;
}

}  // namespace

TEST_CASE("a report is made once for a unit, a form and a period") {
    Desk desk;
    const auto report = desk.create();
    CHECK(desk.report(report).unit_name == "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi");
    CHECK(desk.report(report).state == model::ReportState::Draft);
    CHECK(refusal(desk.work.run(app::ReportCommand{test::new_report()})) ==
          i18n::Message{S::ReportExists,
                        {"Sở Khoa học và Công nghệ tỉnh Quảng Ngãi", "tháng 7/2025"}});
    auto later = test::new_report();
    later.key.period = later.period.id = {"2025-08"};
    CHECK(desk.work.run(app::ReportCommand{later}));
}

TEST_CASE("a report without a unit or of a form that is not here is refused") {
    Desk desk;
    auto command = test::new_report();
    command.unit_name = " \xC2\xA0 ";
    CHECK(refusal(desk.work.run(app::ReportCommand{command})) ==
          i18n::Message{S::UnitNameMissing, {}});
    command = test::new_report("");
    CHECK(refusal(desk.work.run(app::ReportCommand{command})) ==
          i18n::Message{S::UnitNameMissing, {}});
    command = test::new_report();
    command.key.form = {"phu-luc-99"};
    CHECK(refusal(desk.work.run(app::ReportCommand{command})) ==
          i18n::Message{S::FormUnknown, {"phu-luc-99"}});
    CHECK(store::list_reports(desk.work.db()).empty());
}

TEST_CASE("what a newer program put into a cell stays and is in nobody's way") {
    Desk desk;
    const auto report = desk.create();
    auto cell = with("text_of_tomorrow", "x");
    REQUIRE(desk.work.note(
        [&](store::Db& db) { store::put_cell(db, report, {"mh-26"}, {"result"}, cell); }));
    cell.set("text", "đã làm");
    REQUIRE(desk.edit(report, "mh-26", "result", cell));
    CHECK(store::load_cell(desk.work.db(), report, {"mh-26"}, {"result"}) == cell);
    cell.set("text_of_tomorrow", "y");
    CHECK(refusal(desk.edit(report, "mh-26", "result", cell)).key == S::PartUnknown);
}

TEST_CASE("what is typed is mended once, at the gate: NFC, white space, line ends") {
    Desk desk;
    const auto report = desk.create();
    // "tiếng Việt" with marks of their own and a no-break space, CRLF, blanks at the ends of lines.
    REQUIRE(desk.edit(report, "mh-26", "result",
                      text("tie\xCC\x82\xCC\x81ng\xC2\xA0Vie\xCC\xA3\xCC\x82t \r\nhai  ")));
    CHECK(desk.words(report, "mh-26") == "tiếng Việt\nhai");
    REQUIRE(desk.edit(report, "mh-26", "result", text(" \n ")));
    CHECK(desk.report(report).entries.empty());
}

TEST_CASE("a cell is held against its field before it is written") {
    Desk desk;
    const auto report = desk.create();
    const auto refused = [&](const std::string& row, const std::string& field,
                             const model::Cell& cell) {
        return refusal(desk.edit(report, row, field, cell)).key;
    };
    CHECK(refused("mh-45", "result", text("a")) == S::RowUnknown);
    CHECK(refused("mh-26", "opinion", text("a")) == S::FieldUnknown);
    CHECK(refused("mh-26", "result", with("choice", "yes")) == S::PartUnknown);
    CHECK(refused("mh-26", "cost", with("amounts.0.value", "1")) == S::PartUnknown);
    CHECK(refused("mh-26", "state", with("choice", "finished")) == S::ChoiceUnknown);
    CHECK(refused("mh-26", "cost", with("amounts.1.nature", "lost")) == S::ChoiceUnknown);
    CHECK(refused("mh-26", "state", with("empty", "dash")) == S::ChoiceUnknown);
    CHECK(refused("mh-26", "result", with("empty", "never")) == S::ChoiceUnknown);
    CHECK(refused("mh-26", "result", text(std::string(100'001, 'a'))) == S::TextTooLong);
    CHECK(desk.changes(report) == 1);
    CHECK(desk.edit(report, "mh-26", "state", with("choice", "deployed")));
    CHECK(desk.edit(report, "mh-26", "result", with("empty", "dash")));
    CHECK(desk.edit(report, "mh-26", "cost", with("amounts.1.nature", "invested")));
    CHECK(desk.edit(report, "mh-27", "result", text(std::string(100'000, 'a'))));
}

TEST_CASE("an amount that files do not have is refused: digits only, at most 18") {
    Desk desk;
    const auto report = desk.create();
    const auto amount = [&](const std::string& value) {
        return desk.edit(report, "mh-26", "cost", with("amounts.1.value", value));
    };
    for (const auto& value :
         {std::string(19, '9'), std::string("6,8 tỷ"), std::string("-1"), std::string("007")}) {
        CAPTURE(value);
        CHECK(refusal(amount(value)).key == S::AmountNotAllowed);
    }
    CHECK(desk.changes(report) == 1);
    CHECK(amount(std::string(18, '9')));
    CHECK(amount("0"));
}

TEST_CASE("a name, a number or a subject longer than any there is is refused with the limit") {
    Desk desk;
    const auto report = desk.create();
    // The limit is one of characters, not of bytes.
    std::string longest;
    for (int i = 0; i < 1'000; ++i) longest += "ệ";
    const i18n::Message limit{S::LineTooLong, {"1.000"}};

    auto create = test::new_report("qng-so-tai-chinh");
    create.unit_name = longest + "ệ";
    CHECK(refusal(desk.work.run(app::ReportCommand{create})) == limit);
    create.unit_name = longest;
    CHECK(desk.work.run(app::ReportCommand{create}));

    for (auto part : {&model::CoverDocument::number, &model::CoverDocument::symbol,
                      &model::CoverDocument::issuer, &model::CoverDocument::subject,
                      &model::CoverDocument::signer, &model::CoverDocument::position}) {
        model::CoverDocument cover;
        cover.*part = longest + "ệ";
        CHECK(refusal(desk.work.run(app::ReportCommand{app::SetCover{report, cover, 0}})) == limit);
        cover.*part = longest;
        CHECK(desk.work.run(app::ReportCommand{app::SetCover{report, cover, 0}}));
    }

    const auto person = [&](const std::string& name) {
        return desk.work.run(
            app::SettingCommand{app::SetSetting{std::string(app::PersonName), name}});
    };
    CHECK(refusal(person(longest + "ệ")) == limit);
    CHECK(person(longest));
}

TEST_CASE("commands to a report that is gone are refused") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.work.run(app::ReportCommand{app::DeleteReport{report}}));
    const i18n::Message gone{S::ReportGone, {}};
    CHECK(refusal(desk.edit(report, "mh-26", "result", text("a"))) == gone);
    CHECK(refusal(share(desk, report, "mh-38", {{"mh-39"}})) == gone);
    CHECK(refusal(split(desk, report, "mh-38")) == gone);
    CHECK(refusal(desk.work.run(app::ReportCommand{app::SetCover{report, {}}})) == gone);
    CHECK(refusal(desk.work.run(app::ReportCommand{app::SetReportState{report, {}}})) == gone);
    CHECK(refusal(desk.work.run(app::ReportCommand{app::DeleteReport{report}})) == gone);
}

TEST_CASE("a deleted report comes back whole by undo") {
    Desk desk;
    const auto report = shared_block(desk);
    const auto before = desk.report(report);
    REQUIRE(desk.work.run(app::ReportCommand{app::DeleteReport{report}}));
    REQUIRE(desk.work.undo().value());
    CHECK(desk.report(report) == before);
}

TEST_CASE("rows that share an entry say the same, wherever it is edited") {
    Desk desk;
    const auto report = shared_block(desk);
    CHECK(entries(desk, report) == Rows{{"mh-38", "mh-39", "mh-40", "mh-41"}});
    REQUIRE(desk.edit(report, "mh-40", "result", text("đã triển khai")));
    CHECK(desk.words(report, "mh-38") == "đã triển khai");
    CHECK(store::last_change(desk.work.db(), report, {"mh-38"})->row == model::RowId{"mh-38"});
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.work.undo().value());
    CHECK(entries(desk, report) == Rows{{"mh-38"}});
}

TEST_CASE("a row with other content is not swallowed, one with the same content is") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-38", "result", text("chuẩn bị")));
    REQUIRE(desk.edit(report, "mh-39", "result", text("chuẩn bị")));
    REQUIRE(desk.edit(report, "mh-40", "result", text("khác")));
    CHECK(refusal(share(desk, report, "mh-38", {{"mh-39"}, {"mh-40"}})) ==
          i18n::Message{S::ShareDiffers, {"mô hình 40"}});
    CHECK(entries(desk, report) == Rows{{"mh-38"}, {"mh-39"}, {"mh-40"}});
    REQUIRE(share(desk, report, "mh-38", {{"mh-39"}}));
    CHECK(entries(desk, report) == Rows{{"mh-38", "mh-39"}, {"mh-40"}});
}

TEST_CASE("a row spoken for by another entry is not taken out of it in silence") {
    Desk desk;
    const auto report = shared_block(desk);
    REQUIRE(desk.edit(report, "mh-01", "result", text("khác")));
    CHECK(refusal(share(desk, report, "mh-01", {{"mh-40"}})) ==
          i18n::Message{S::ShareDiffers, {"mô hình 40"}});
    CHECK(entries(desk, report) == Rows{{"mh-01"}, {"mh-38", "mh-39", "mh-40", "mh-41"}});
}

TEST_CASE("a row brings along the rows it already shares an entry with") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(share(desk, report, "mh-40", {{"mh-41"}}));
    REQUIRE(share(desk, report, "mh-38", {{"mh-40"}}));
    REQUIRE(desk.edit(report, "mh-41", "result", text("chung")));
    CHECK(entries(desk, report) == Rows{{"mh-38", "mh-40", "mh-41"}});
}

TEST_CASE("the first row of the catalogue leads, whichever was named") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-40", "result", text("chung")));
    REQUIRE(share(desk, report, "mh-40", {{"mh-09"}, {"mh-39"}}));
    CHECK(entries(desk, report) == Rows{{"mh-09", "mh-39", "mh-40"}});
    CHECK(store::lead_of(desk.work.db(), report, {"mh-40"}) == model::RowId{"mh-09"});
    CHECK(desk.words(report, "mh-39") == "chung");
}

TEST_CASE("a row that the catalogue does not have cannot be shared, nor lead") {
    Desk desk;
    const auto report = desk.create();
    CHECK(refusal(share(desk, report, "mh-38", {{"mh-45"}})).key == S::RowUnknown);
    CHECK(refusal(share(desk, report, "mh-45", {{"mh-38"}})).key == S::RowUnknown);
}

TEST_CASE("a row that leaves keeps a copy of what it said") {
    Desk desk;
    const auto report = shared_block(desk);
    REQUIRE(split(desk, report, "mh-40"));
    CHECK(entries(desk, report) == Rows{{"mh-38", "mh-39", "mh-41"}, {"mh-40"}});
    REQUIRE(desk.edit(report, "mh-38", "result", text("khác")));
    CHECK(desk.words(report, "mh-40") == "chuẩn bị");
    CHECK(desk.words(report, "mh-41") == "khác");
}

TEST_CASE("when the lead leaves, the next row speaks for the rest") {
    Desk desk;
    const auto report = shared_block(desk);
    REQUIRE(split(desk, report, "mh-38"));
    CHECK(entries(desk, report) == Rows{{"mh-38"}, {"mh-39", "mh-40", "mh-41"}});
    REQUIRE(desk.edit(report, "mh-41", "result", text("khác")));
    CHECK(desk.words(report, "mh-38") == "chuẩn bị");
    CHECK(desk.words(report, "mh-39") == "khác");
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.work.undo().value());
    CHECK(entries(desk, report) == Rows{{"mh-38", "mh-39", "mh-40", "mh-41"}});
}

TEST_CASE("splitting the last two apart leaves two entries, splitting one alone changes nothing") {
    Desk desk;
    const auto report = desk.create();
    REQUIRE(desk.edit(report, "mh-38", "result", text("chung")));
    REQUIRE(share(desk, report, "mh-38", {{"mh-39"}}));
    REQUIRE(split(desk, report, "mh-38"));
    CHECK(entries(desk, report) == Rows{{"mh-38"}, {"mh-39"}});
    const auto changes = desk.changes(report);
    REQUIRE(split(desk, report, "mh-38"));
    REQUIRE(split(desk, report, "mh-01"));
    CHECK(desk.changes(report) == changes);
}

TEST_CASE("the cover and the state are written, the cover's texts mended") {
    Desk desk;
    const auto report = desk.create();
    model::CoverDocument cover{
        "41", "SKHCN-BCVT&CNTT ", base::Day{2025, 7, 7}, "Sở\xC2\xA0KHCN", "V/v", "A", "B"};
    REQUIRE(desk.work.run(app::ReportCommand{app::SetCover{report, cover, 3}}));
    CHECK(desk.report(report).cover.symbol == "SKHCN-BCVT&CNTT");
    CHECK(desk.report(report).cover.issuer == "Sở KHCN");
    CHECK(desk.report(report).cover.date == base::Day{2025, 7, 7});
    cover.number = "42";
    REQUIRE(desk.work.run(app::ReportCommand{app::SetCover{report, cover, 3}}));
    CHECK(desk.changes(report) == 2);
    REQUIRE(
        desk.work.run(app::ReportCommand{app::SetReportState{report, model::ReportState::Sent}}));
    CHECK(desk.report(report).state == model::ReportState::Sent);
    REQUIRE(desk.work.undo().value());
    REQUIRE(desk.work.undo().value());
    CHECK(desk.report(report).cover == model::CoverDocument{});
}

TEST_CASE("rows stand in the catalogue's order, not in that of their letters") {
    const auto* form = test::forms().form({"phu-luc-04-co-quan"});
    REQUIRE(form != nullptr);
    CHECK(app::in_catalogue_order({{"of-my-own"}, {"mh-10"}, {"mh-09"}, {"mh-10"}}, *form,
                                  test::forms()) ==
          std::vector<model::RowId>{{"mh-09"}, {"mh-10"}, {"of-my-own"}});
}

TEST_CASE("a row that two entries of a file speak for belongs to the first") {
    model::Report report;
    report.key.form = {"phu-luc-04-co-quan"};
    report.entries = {
        {{{"mh-39"}, {"mh-38"}}, {}}, {{{"mh-38"}}, {}}, {{{"mh-39"}, {"mh-02"}}, {}}};
    const auto ordered = app::in_catalogue_order(report, test::forms());
    REQUIRE(ordered.entries.size() == 2);
    CHECK(ordered.entries[0].rows == std::vector<model::RowId>{{"mh-02"}});
    CHECK(ordered.entries[1].rows == std::vector<model::RowId>{{"mh-38"}, {"mh-39"}});
}
