#include "checks/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"
#include "data/embedded.hpp"

using checks::Finding;
using checks::Findings;
using checks::Level;
using i18n::S;

namespace {

const catalog::Library& library() {
    static const auto Loaded = catalog::Library::built_in(data::files());
    return Loaded;
}

/// A report with nothing doubtful in it: of a unit that exists, every row assigned to somebody
/// else.
model::Report clean() {
    model::Report report;
    report.key = {{"qng-so-khcn"}, {"phu-luc-04-co-quan"}, {"2025-07"}};
    for (const auto& item : library().catalogue({"da06-44"})->items) {
        model::Entry entry;
        entry.rows = {item.id};
        entry.cells[{"result"}].set("empty", "not_assigned");
        report.entries.push_back(entry);
    }
    return report;
}

/// The clean report, and the entry of model `number` in it without its cells.
struct Case {
    explicit Case(int number) : entry(report.entries.at(static_cast<std::size_t>(number - 1))) {
        entry.cells.clear();
    }
    Case& cell(const char* field, const char* part, const char* text) {
        entry.cells[{field}].set(part, text);
        return *this;
    }
    Findings find(std::optional<base::Day> as_of = std::nullopt) const {
        return checks::check(report, library(), as_of);
    }

    model::Report report = clean();
    model::Entry& entry;
};

/// The one finding there must be.
Finding only(const Findings& findings) {
    REQUIRE(findings.size() == 1);
    return findings.front();
}

std::vector<std::string> ids(const Findings& findings) {
    std::vector<std::string> list;
    for (const auto& finding : findings) list.push_back(finding.id);
    return list;
}

}  // namespace

TEST_CASE("a report with nothing doubtful has no finding") {
    CHECK(checks::check(clean(), library()).empty());
}

TEST_CASE("the agency's annex has 34 rows with a bare dash and one shared block") {
    const auto sample = bundle::read(test::sample(), "");
    REQUIRE(sample);
    const auto found =
        checks::check(sample->reports.at(0).head().content, library(), base::Day{2025, 7, 7});
    CHECK(found.size() == 35);
    CHECK(std::count_if(found.begin(), found.end(),
                        [](const Finding& f) { return f.id == "C23"; }) == 34);
    const auto shared =
        std::find_if(found.begin(), found.end(), [](const Finding& f) { return f.id == "C24"; });
    REQUIRE(shared != found.end());
    CHECK(shared->level == Level::Info);
    CHECK(shared->row.value == "mh-38");
    CHECK(shared->reason == i18n::Message{S::CheckSharedEntry, {"4", "38–41"}});
}

TEST_CASE("findings stand in the catalogue's order of rows") {
    const auto sample = bundle::read(test::sample(), "");
    REQUIRE(sample);
    auto report = sample->reports.at(0).head().content;
    std::reverse(report.entries.begin(), report.entries.end());
    const auto found = checks::check(report, library());
    CHECK(found.front().row.value == "mh-01");
    CHECK(found.back().row.value == "mh-44");
    CHECK(std::is_sorted(found.begin(), found.end(), [](const Finding& left, const Finding& right) {
        return left.row < right.row;
    }));
}

TEST_CASE("rows that were not entered are one finding with their number and numbers") {
    Case one(3);
    one.report.entries[0].cells.clear();
    one.report.entries.erase(one.report.entries.begin() + 27, one.report.entries.begin() + 30);
    const auto found = only(one.find());
    CHECK(found.id == "D01");
    CHECK(found.level == Level::Info);
    CHECK(found.row.empty());
    CHECK(found.report == one.report.key);
    CHECK(found.reason == i18n::Message{S::CheckRowsNotEntered, {"5", "44", "1, 3, 28–30"}});
}

TEST_CASE("a row with only a dash lacks its reason") {
    const auto found =
        only(Case(7).cell("result", "empty", "dash").cell("benefit", "empty", "dash").find());
    CHECK(found.id == "C23");
    CHECK(found.level == Level::Warning);
    CHECK(found.row.value == "mh-07");
    CHECK(found.reason == i18n::Message{S::CheckOnlyDash, {"7"}});
}

TEST_CASE("a dash with its reason, or beside content, is no finding") {
    CHECK(Case(7)
              .cell("result", "empty", "dash")
              .cell("result", "empty_reason", "Chưa có số liệu")
              .find()
              .empty());
    CHECK(Case(7)
              .cell("result", "text", "Đã làm.")
              .cell("difficulties", "empty", "dash")
              .find()
              .empty());
}

TEST_CASE("a form that does not list a check is not held against it") {
    const auto files = data::files();
    std::vector<data::File> other(files.begin(), files.end());
    std::string form;
    for (auto& file : other)
        if (file.path == "forms/phu-luc-04-co-quan.json") {
            form = test::replaced(std::string(file.bytes), "\"C23\",", "");
            file.bytes = form;
        }
    const auto without = catalog::Library::load(other);
    REQUIRE(without);
    CHECK(checks::check(Case(7).cell("result", "empty", "dash").report, *without).empty());
}

TEST_CASE("a state that claims work needs a result, said once") {
    for (const auto* state : {"pilot", "deploying", "deployed"}) {
        CAPTURE(state);
        const auto found = only(Case(26).cell("state", "choice", state).find());
        CHECK(found.id == "D02");
        CHECK(found.level == Level::Error);
        CHECK(found.field.value == "result");
    }
    const auto found =
        only(Case(26).cell("state", "choice", "deployed").cell("result", "empty", "dash").find());
    CHECK(found.reason ==
          i18n::Message{S::CheckStateWithoutResult, {"26", "Đã triển khai", "Kết quả triển khai"}});
}

TEST_CASE("an entry that says something needs what the form requires") {
    const auto found = only(Case(3).cell("cost", "choice", "none").find());
    CHECK(found.id == "D03");
    CHECK(found.reason == i18n::Message{S::CheckRequiredMissing, {"3", "Kết quả triển khai"}});
    CHECK(only(Case(3).cell("state", "choice", "preparing").find()).id == "D03");
}

TEST_CASE("not deployed and handed over explain by themselves why there is no result") {
    CHECK(Case(3).cell("state", "choice", "not_deployed").find().empty());
    CHECK(Case(3).cell("state", "choice", "handed_over").find().empty());
}

TEST_CASE("what was handed over needs a receiver") {
    const auto found = only(Case(28).cell("result", "empty", "handed_over").find());
    CHECK(found.id == "D04");
    CHECK(found.reason == i18n::Message{S::CheckHandedOverToNobody, {"28"}});
    CHECK(Case(28)
              .cell("result", "empty", "handed_over")
              .cell("result", "empty_to", "Công an tỉnh")
              .find()
              .empty());
}

TEST_CASE("a number, symbol and day may be blank until the report is issued") {
    auto report = clean();
    CHECK(checks::check(report, library()).empty());
    report.state = model::ReportState::Submitted;
    CHECK(checks::check(report, library()).empty());
    report.state = model::ReportState::Issued;
    CHECK(ids(checks::check(report, library())) == std::vector<std::string>{"C14", "C14", "C14"});
    report.cover.number = "41";
    report.cover.symbol = "SKHCN";
    report.cover.date = base::Day{2025, 7, 7};
    CHECK(checks::check(report, library()).empty());
}

TEST_CASE("a document dated after the day of the check is an error, and nothing without that day") {
    auto report = clean();
    report.cover.date = base::Day{2025, 7, 8};
    CHECK(checks::check(report, library()).empty());
    CHECK(checks::check(report, library(), base::Day{2025, 7, 8}).empty());
    const auto found = only(checks::check(report, library(), base::Day{2025, 7, 7}));
    CHECK(found.reason == i18n::Message{S::CheckFutureDate, {"08/7/2025", "07/7/2025"}});
}

TEST_CASE("a row that the catalogue does not have is an error and stands last") {
    Case one(7);
    one.cell("result", "empty", "dash");
    one.report.entries.insert(one.report.entries.begin(),
                              {{{"mh-45"}}, {{{"result"}, {{{"text", "x"}}}}}});
    const auto found = one.find();
    CHECK(ids(found) == std::vector<std::string>{"C23", "F07"});
    CHECK(found.back().row.value == "mh-45");
}

TEST_CASE("a row that two entries speak for is an error") {
    auto report = clean();
    report.entries.push_back(report.entries.front());
    const auto found = only(checks::check(report, library()));
    CHECK(found.id == "F08");
    CHECK(found.reason == i18n::Message{S::CheckRowTwice, {"1"}});
}

TEST_CASE("fields, parts and words that the form does not have are warnings with their place") {
    const auto field = only(Case(1).cell("result", "text", "x").cell("mood", "text", "x").find());
    CHECK(field.id == "F09");
    CHECK(field.field.value == "mood");
    const auto part =
        only(Case(1).cell("result", "text", "x").cell("result", "people", "x").find());
    CHECK(part.id == "F10");
    CHECK(part.part == "people");
    for (const auto& [where, what, word] :
         std::vector<std::array<const char*, 3>>{{"state", "choice", "flying"},
                                                 {"cost", "empty", "not_assigned"},
                                                 {"cost", "amounts.1.nature", "lost"},
                                                 {"cost", "amounts.1.approx", "no"},
                                                 {"replication", "choice", "maybe"}}) {
        CAPTURE(where);
        const auto found = only(Case(1).cell("result", "text", "x").cell(where, what, word).find());
        CHECK(found.id == "F11");
        CHECK(found.part == what);
        CHECK(found.level == Level::Warning);
    }
}

TEST_CASE("an amount is a number of đồng") {
    CHECK(Case(1)
              .cell("result", "text", "x")
              .cell("cost", "amounts.1.value", "6800000000")
              .find()
              .empty());
    for (const auto* text : {"6,8 tỷ", "-5", "007", "1e9", "1234567890123456789"}) {
        CAPTURE(text);
        CHECK(only(Case(1).cell("result", "text", "x").cell("cost", "amounts.1.value", text).find())
                  .id == "F12");
    }
}

TEST_CASE("a unit that is not in the lists is said, and no more") {
    auto report = clean();
    report.key.unit = {"somewhere"};
    report.unit_name = "Xã Không Có";
    const auto found = only(checks::check(report, library()));
    CHECK(found.id == "F13");
    CHECK(found.level == checks::Level::Info);
    CHECK(found.reason.arguments == std::vector<std::string>{"Xã Không Có", "somewhere"});
}

TEST_CASE("whether a report fits its form is asked without what it leaves out") {
    Case row(26);
    row.cell("opinion", "text", "hay");  // no such field, and nothing that is required
    CHECK(row.find().size() > 1);
    const auto finding = only(checks::check_fit(row.report, library()));
    CHECK(finding.id == "F09");
    CHECK(finding.field == model::FieldId{"opinion"});
}

TEST_CASE("a form that this program does not have is the only finding") {
    auto report = clean();
    report.key.form = {"bao-cao-la"};
    report.entries.clear();
    const auto found = only(checks::check(report, library()));
    CHECK(found.id == "F06");
    CHECK(found.level == Level::Error);
    CHECK(found.report == report.key);
}

TEST_CASE(
    "a form or catalogue of another version is said, one that is the same or unknown is not") {
    const auto& form = *library().form({"phu-luc-04-co-quan"});
    const auto& list = *library().catalogue({"da06-44"});
    const checks::Stated same{form.id.value, form.version, form.sha256};
    const checks::Stated older{form.id.value, "0", std::string(64, '0')};
    const checks::Stated changed{list.id.value, list.version, std::string(64, '0')};
    const checks::Stated unknown{"x", "1", ""};
    CHECK(checks::check_needs({{same, unknown}}, {}, library()).empty());
    const auto found = checks::check_needs({{older}}, {{changed}}, library());
    CHECK(ids(found) == std::vector<std::string>{"F06", "F06"});
    CHECK(found[0].reason == i18n::Message{S::CheckOtherForm, {form.title, "0", form.version}});
    CHECK(found[1].reason.key == S::CheckOtherCatalogue);
}
