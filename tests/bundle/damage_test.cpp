// A file with something broken in it opens with the rest, and says what was lost.

#include <doctest/doctest.h>

#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"
#include "bundle/reading.hpp"

using bundle::ProblemKind;
using i18n::S;
using test::fixture;
using test::replaced;

TEST_CASE("a syntax error in the second of three reports costs that report and names it") {
    // The value of "unit_name" in the second report loses its comma.
    const auto bytes =
        replaced(fixture("three.so06.json"), "\"unit_name\": \"Ủy ban nhân dân xã Mẫu\",",
                 "\"unit_name\": \"Ủy ban nhân dân xã Mẫu\"");
    const auto read = bundle::read(bytes, "");
    REQUIRE(read);
    REQUIRE(read->reports.size() == 2);
    CHECK(read->reports[0].key.unit.value == "skhcn-quang-ngai");
    CHECK(read->reports[1].key.unit.value == "cong-an-mau");
    REQUIRE(read->problems.size() == 1);
    const auto& problem = read->problems.front();
    CHECK(problem.kind == ProblemKind::ReportLost);
    CHECK(problem.place == "reports[1]");
    CHECK(problem.what.key == S::FileReportLost);
    // The next member, "state", is where it shows; "label" names a report, here the unit's name
    // does.
    CHECK(problem.what.arguments ==
          std::vector<std::string>{"2", "Ủy ban nhân dân xã Mẫu", "96", "7"});
    CHECK_FALSE(read->integrity.ok);
}

TEST_CASE("a lost report is named by its label where it has one") {
    const auto labelled = replaced(fixture("one.so06.json"), "\"versions\": [",
                                   "\"label\": \"Bản gửi \\\"lần 2\\\"\", \"versions\": [,");
    const auto read = bundle::read(labelled, "");
    REQUIRE(read);
    CHECK(read->reports.empty());
    CHECK(read->problems.front().what.arguments.at(1) == "Bản gửi \"lần 2\"");
}

TEST_CASE("a wrong type in one entry costs that entry and names the place") {
    const auto bytes = replaced(
        fixture("one.so06.json"),
        "\"text\": \"Đã triển khai vào cuối năm 2023.\\nVận hành ổn định.\"", "\"text\": 2023");
    const auto read = bundle::read(bytes, "");
    REQUIRE(read);
    const auto& head = read->reports.at(0).head();
    CHECK(head.content.entries.size() == 3);
    CHECK_FALSE(head.content.entry({"mh-26"}));
    REQUIRE(test::problems(*read, ProblemKind::EntryLost) == 1);
    const auto& problem = read->problems.front();
    CHECK(problem.place == "reports[0].versions[0].content.entries[1].cells.result.text");
    CHECK(problem.what == i18n::Message{S::FileEntryLost, {"2", "1", problem.place}});
    REQUIRE(problem.entry);
    CHECK(problem.entry->report == 1);
    CHECK(problem.entry->form == head.content.key.form);
    CHECK(problem.entry->rows == std::vector{model::RowId{"mh-26"}});
    CHECK(problem.entry->field == model::FieldId{"result"});
    // What was received is kept, so that nothing is lost by saving it again.
    CHECK(head.body.find("\"text\":2023") != std::string::npos);
}

TEST_CASE(
    "a cell that is no object, rows that are no texts and an entry without rows are lost alone") {
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"empty\": \"dash\"\n         }",
              "\"empty\": \"dash\"\n         }, \"state\": \"x\""},
             {"\"mh-01\"", "1"},
             {"\n         \"mh-01\"\n        ", ""}}) {
        CAPTURE(from);
        const auto read = bundle::read(replaced(fixture("one.so06.json"), from, to), "");
        REQUIRE(read);
        CHECK(read->reports.at(0).head().content.entries.size() == 3);
        CHECK(test::problems(*read, ProblemKind::EntryLost) == 1);
    }
}

TEST_CASE("a part whose name cannot be a part's name costs its entry") {
    for (const auto* name : {"", "te.xt"}) {
        CAPTURE(name);
        const auto read = bundle::read(
            replaced(fixture("one.so06.json"), "\"people\"", "\"" + std::string(name) + "\""), "");
        REQUIRE(read);
        CHECK_FALSE(read->reports.at(0).head().content.entry({"mh-26"}));
        CHECK(test::problems(*read, ProblemKind::EntryLost) == 1);
    }
}

TEST_CASE("a part deeper than any field has, or numbered outside a list, costs its entry") {
    for (const auto* cell : {R"({"a": {"b": {"c": {"d": "x"}}}})", R"({"a": {"1": "x"}})",
                             R"({"a": [["x"]]})", R"({"a": {"b": null}})"}) {
        CAPTURE(cell);
        const auto read = bundle::read(replaced(fixture("one.so06.json"), "\"cells\": {",
                                                "\"cells\": {\"more\": " + std::string(cell) + ","),
                                       "");
        REQUIRE(read);
        CHECK(test::problems(*read, ProblemKind::EntryLost) == 1);
    }
}

TEST_CASE("a list's elements that say nothing are passed over, the others count from one") {
    const auto read = bundle::read(
        replaced(fixture("one.so06.json"), "\"cells\": {",
                 R"("cells": {"cost": {"amounts": [{}, {"value": "1"}, {}, {"value": "2"}]},)"),
        "");
    REQUIRE(read);
    const auto& cost = read->reports.at(0).head().content.entries.at(0).cell({"cost"});
    CHECK(cost.part("amounts.1.value") == "1");
    CHECK(cost.part("amounts.2.value") == "2");
    CHECK(cost.parts.size() == 2);
}

TEST_CASE("text that grows beyond the limits when it is composed costs its report") {
    std::string growing;  // U+FB2C is three code points in NFC
    for (int i = 0; i < 128; ++i) growing += "\xEF\xAC\xAC";
    const auto read = bundle::read(replaced(fixture("one.so06.json"), "\"cells\": {",
                                            "\"cells\": {\"" + growing + "\": {\"text\": \"x\"},"),
                                   "");
    REQUIRE(read);
    CHECK(read->reports.empty());
    CHECK(test::problems(*read, ProblemKind::ReportLost) == 1);
}

TEST_CASE("a report whose ids are no ids is lost, since nothing could be kept under them") {
    for (const auto& id : {std::string(), std::string(65, 'x'), std::string("a b")}) {
        CAPTURE(id);
        const auto read = bundle::read(
            replaced(
                fixture("one.so06.json"), "\"content\": {\n      \"key\": {\n       \"unit\": \"",
                "\"content\": {\n      \"key\": {\n       \"unit\": \"" + id + "\", \"was\": \""),
            "");
        REQUIRE(read);
        CHECK(read->reports.empty());
        CHECK(test::problems(*read, ProblemKind::ReportLost) == 1);
    }
}

TEST_CASE("an entry that says nothing is no entry and no problem") {
    const auto read = bundle::read(
        replaced(fixture("one.so06.json"), "\"empty\": \"dash\"", "\"empty\": \"\""), "");
    REQUIRE(read);
    CHECK_FALSE(read->reports.at(0).head().content.entry({"mh-01"}));
    CHECK(test::problems(*read, ProblemKind::EntryLost) == 0);
}

TEST_CASE("a report whose frame has wrong types is lost, the others stay") {
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"versions\": [", "\"versions\": {}, \"old\": ["},
             {"\"content\": {", "\"content\": 1, \"old\": {"}}) {
        CAPTURE(from);
        const auto read = bundle::read(replaced(fixture("three.so06.json"), from, to), "");
        REQUIRE(read);
        CHECK(read->reports.size() == 2);
        CHECK(test::problems(*read, ProblemKind::ReportLost) == 1);
    }
}

TEST_CASE("a word or a day that this program does not know leaves its place blank and is said") {
    const auto state =
        bundle::read(replaced(fixture("one.so06.json"), "\"draft\"", "\"archived\""), "");
    REQUIRE(state);
    CHECK(state->reports.at(0).head().content.state == model::ReportState::Draft);
    CHECK(state->problems.front().what == i18n::Message{S::FileUnknownWord, {"archived", "1"}});

    const auto day =
        bundle::read(replaced(fixture("one.so06.json"), "2025-06-10", "2025-06-31"), "");
    REQUIRE(day);
    CHECK_FALSE(day->reports.at(0).head().content.period.from);
    CHECK(day->problems.front().what == i18n::Message{S::FileNoDay, {"2025-06-31", "1"}});
    CHECK(day->problems.front().kind == ProblemKind::ValueLost);
}

TEST_CASE("a value of a wrong type outside the entries is lost and said; what is unknown is not") {
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"\"symbol\": \"", "\"symbol\": 41, \"old\": \""},
        {"\"state\": \"draft\"", "\"state\": 1"},
        {"\"kind\": \"month\"", "\"kind\": \"fortnight\""}};
    const auto one = fixture("one.so06.json");
    for (const auto& [from, to] : wrong) {
        CAPTURE(from);
        const auto read = bundle::read(replaced(one, from, to), "");
        REQUIRE(read);
        CHECK(test::problems(*read, ProblemKind::ValueLost) == 1);
    }
    const auto unknown =
        bundle::read(replaced(one, "\"unit_name\":", "\"more\": 1, \"unit_name\":"), "");
    REQUIRE(unknown);
    CHECK(test::problems(*unknown, ProblemKind::ValueLost) == 0);
    CHECK(test::problems(*unknown, ProblemKind::PassedOver) == 1);
}

TEST_CASE("a report whose unit's name is no text, missing or far too long is called by its id") {
    const auto one = fixture("one.so06.json");
    const std::string name = "\"unit_name\": \"Sở Khoa học và Công nghệ tỉnh Quảng Ngãi\",";
    for (const auto& to : {std::string(), std::string("\"unit_name\": 7,"),
                           "\"unit_name\": \"" + std::string(1001, 'x') + "\","}) {
        CAPTURE(to.substr(0, 20));
        const auto read = bundle::read(replaced(one, name, to), "");
        REQUIRE(read);
        CHECK(read->reports.at(0).head().content.unit_name == "skhcn-quang-ngai");
        CHECK(test::problems(*read, ProblemKind::ValueLost) == 1);
    }
    const auto longest = "\"unit_name\": \"" + std::string(1000, 'x') + "\",";
    const auto read = bundle::read(replaced(one, name, longest), "");
    REQUIRE(read);
    CHECK(read->reports.at(0).head().content.unit_name.size() == 1000);
    CHECK(test::problems(*read, ProblemKind::ValueLost) == 0);
}

TEST_CASE("a name beside a version that is far too long is left out and said with the limit") {
    const auto read =
        bundle::read(replaced(fixture("one.so06.json"), "\"author\": \"Nguyễn Văn Mẫu\"",
                              "\"author\": \"" + std::string(1001, 'x') + "\""),
                     "");
    REQUIRE(read);
    CHECK(read->reports.at(0).head().note.author.empty());
    CHECK(read->problems.front().kind == ProblemKind::ValueLost);
    CHECK(read->problems.front().what ==
          i18n::Message{S::FileLineTooLong, {"author", "1", "1.000"}});
}

TEST_CASE("reports are read one a step, and the bytes may be gone meanwhile") {
    auto reading = bundle::Reading::begin(fixture("three.so06.json"), "three");
    REQUIRE(reading);
    CHECK(reading->steps() == 3);
    for (std::size_t i = 0; i < reading->steps(); ++i) reading->step(i);
    const auto opened = reading->finish();
    REQUIRE(opened);
    REQUIRE(opened->files.size() == 1);
    CHECK(opened->files.front().reports.size() == 3);
    CHECK(opened->files.front().integrity.ok);
}
