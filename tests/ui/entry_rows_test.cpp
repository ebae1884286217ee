#include "ui/entry_rows.hpp"

#include <doctest/doctest.h>

#include "ui/annex.hpp"
#include "ui/progress_words.hpp"

using model::Entry;
using model::FieldId;
using model::RowId;
using test::cell;
using ui::RowKind;
using ui::RowStatus;

namespace {

const model::Form Form = test::annex_form();
const model::Catalogue Catalogue = test::annex_catalogue();

Entry entry(std::initializer_list<std::pair<const FieldId, model::Cell>> cells) {
    return {{RowId{"mh-26"}}, {cells}};
}

RowStatus status(std::initializer_list<std::pair<const FieldId, model::Cell>> cells) {
    const auto made = entry(cells);
    return ui::row_status(&made, Form);
}

model::Report report_of_two() {
    model::Report report;
    report.entries = {
        {{RowId{"mh-26"}},
         {{FieldId{"state"}, cell({{"choice", "deployed"}})},
          {FieldId{"result"},
           cell({{"text", "Đã triển khai vào cuối năm 2023, vận hành ổn định"}})}}},
        {{RowId{"mh-38"}, RowId{"mh-39"}},
         {{FieldId{"cost"}, cell({{"text", "Kinh phí được cấp trong năm 2025 là 1 tỷ đồng"}})}}}};
    return report;
}

}  // namespace

TEST_CASE("a row nobody wrote about is not entered") {
    CHECK(ui::row_status(nullptr, Form) == RowStatus::NotEntered);
    CHECK(status({}) == RowStatus::NotEntered);
}

TEST_CASE("a row with its result is complete, one without lacks it") {
    CHECK(status({{{"state"}, cell({{"choice", "deployed"}})},
                  {{"result"}, cell({{"text", "Đã triển khai"}})}}) == RowStatus::Complete);
    const auto made = entry({{{"state"}, cell({{"choice", "deployed"}})}});
    CHECK(ui::row_status(&made, Form) == RowStatus::Partial);
    CHECK(ui::missing_fields(&made, Form) == std::vector{FieldId{"result"}});
}

TEST_CASE("a model that is not deployed owes no result") {
    const auto made = entry({{{"state"}, cell({{"choice", "not_deployed"}})}});
    CHECK(ui::missing_fields(&made, Form).empty());
    CHECK(ui::row_status(&made, Form) == RowStatus::NotDeployed);
}

TEST_CASE(
    "a dash printed under the result is the whole row's, and keeps its meaning apart from not "
    "entered") {
    CHECK(status({{{"result"}, cell({{"empty", "dash"}})}}) == RowStatus::Dash);
    CHECK(status({{{"state"}, cell({{"empty", "not_assigned"}})}}) == RowStatus::NotAssigned);
}

TEST_CASE("no difficulties is something said about the model, not an empty row") {
    CHECK(status({{{"difficulties"}, cell({{"empty", "not_arising"}})}}) == RowStatus::Partial);
}

TEST_CASE("a hand-over is one state, whether chosen or given as the reason of emptiness") {
    CHECK(status({{{"state"}, cell({{"choice", "handed_over"}, {"empty_to", "Công an tỉnh"}})}}) ==
          RowStatus::HandedOver);
    CHECK(status({{{"result"}, cell({{"empty", "handed_over"}})}}) == RowStatus::HandedOver);
}

TEST_CASE("models of one entry each count, and each knows with whom it shares") {
    const auto rows = ui::view_rows(report_of_two(), Form, Catalogue);
    REQUIRE(rows.rows.size() == 5);
    CHECK(rows.counts == ui::RowCounts{.rows = 5, .entered = 3, .dashes = 0, .partial = 2});
    REQUIRE(rows.find({"mh-39"}) != nullptr);
    CHECK(rows.find({"mh-39"})->shared == std::vector{RowId{"mh-38"}, RowId{"mh-39"}});
    CHECK(rows.find({"mh-26"})->shared.empty());
}

TEST_CASE("a dash without a reason is counted apart, the other kinds of emptiness are answers") {
    auto report = report_of_two();
    report.entries.push_back({{{"mh-25"}}, {{{"result"}, cell({{"empty", "dash"}})}}});
    auto counts = ui::count_rows(report, Form, Catalogue);
    CHECK(counts == ui::RowCounts{.rows = 5, .entered = 3, .dashes = 1, .partial = 2});
    CHECK(ui::progress_words(counts).key == i18n::S::EntryProgressDashes);
    CHECK(ui::view_rows(report, Form, Catalogue).counts == counts);
    report.entries.back().cells = {{{"state"}, cell({{"empty", "not_assigned"}})}};
    counts = ui::count_rows(report, Form, Catalogue);
    CHECK(counts == ui::RowCounts{.rows = 5, .entered = 4, .dashes = 0, .partial = 2});
    CHECK(ui::progress_words(counts).key == i18n::S::EntryProgress);
}

TEST_CASE("the model before the first is the first, and position counts from one") {
    const auto rows = ui::view_rows(report_of_two(), Form, Catalogue);
    CHECK(rows.beside({"mh-25"}, -1) == RowId{"mh-25"});
    CHECK(rows.beside({"mh-25"}, 1) == RowId{"mh-26"});
    CHECK(rows.beside({"mh-39"}, 1) == RowId{"mh-39"});
    CHECK(rows.position({"mh-39"}) == 5);
    CHECK(rows.position({"mh-99"}) == 0);
}

TEST_CASE(
    "a filter finds words without marks, in titles and in what was written, and numbers exactly") {
    const auto rows = ui::view_rows(report_of_two(), Form, Catalogue);
    const auto finds = [&](RowKind kind, std::string words) {
        std::vector<int> numbers;
        for (const auto& row : rows.rows)
            if (ui::matches(row, {kind, words})) numbers.push_back(row.number);
        return numbers;
    };
    CHECK(finds(RowKind::All, "") == std::vector{25, 26, 28, 38, 39});
    CHECK(finds(RowKind::All, "nen tang") == std::vector{26});
    CHECK(finds(RowKind::All, "on dinh 2023") == std::vector{26});
    CHECK(finds(RowKind::All, "kinh phí") == std::vector{38, 39});
    CHECK(finds(RowKind::All, " 25 ") == std::vector{25});
    CHECK(finds(RowKind::NotEntered, "") == std::vector{25, 28});
    CHECK(finds(RowKind::Content, "") == std::vector{26, 38, 39});
    CHECK(finds(RowKind::Dash, "").empty());
}

TEST_CASE("what could still be said is named apart from what is owed") {
    const auto made = entry({{{"result"}, cell({{"text", "Đã triển khai"}})}});
    CHECK(ui::missing_fields(&made, Form).empty());
    CHECK(ui::unsaid_fields(&made, Form) == std::vector{FieldId{"state"}, FieldId{"difficulties"},
                                                        FieldId{"benefit"}, FieldId{"cost"},
                                                        FieldId{"replication"}});
    const auto dash = entry({{{"result"}, cell({{"empty", "dash"}})}});
    CHECK(ui::unsaid_fields(&dash, Form).empty());
}
