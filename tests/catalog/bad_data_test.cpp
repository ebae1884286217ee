// Wrong files are refused whole, and every wrong place is named.
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/fault.hpp"
#include "catalog/library.hpp"
#include "json/parse.hpp"
#include "json/pretty.hpp"

using i18n::S;

namespace {

using Change = std::function<void(json::Value&)>;

/// The places that are wrong after `change` was made to the file at `path`.
json::Problems problems_after(std::string_view path, const Change& change) {
    std::vector<data::File> files(data::files().begin(), data::files().end());
    std::string changed;
    for (auto& file : files) {
        if (file.path != path) continue;
        auto value = *json::parse(file.bytes);
        change(value);
        changed = json::pretty(value);
        file.bytes = changed;
    }
    REQUIRE_FALSE(changed.empty());
    json::Problems problems;
    const auto loaded = catalog::Library::load(files, problems);
    CHECK(loaded.has_value() == problems.empty());
    return problems;
}

void check_problem(std::string_view path, const Change& change, const std::string& place, S why) {
    const auto problems = problems_after(path, change);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].place == place);
    CHECK(problems[0].what.key == why);
}

constexpr std::string_view Annex = "forms/phu-luc-04-co-quan.json";
constexpr std::string_view Models = "catalog/models-44.json";
constexpr std::string_view Provinces = "catalog/units-provinces.json";
constexpr std::string_view Communes = "catalog/units-quang-ngai.json";

std::string in(std::string_view path, const char* place) {
    return std::string(path) + ": " + place;
}

}  // namespace

TEST_CASE("a form with a field type nobody knows is refused with its place") {
    check_problem(
        Annex, [](auto& form) { form["fields"][1]["type"] = "picture"; },
        in(Annex, "fields[1].type"), S::CatalogUnknownWord);
}

TEST_CASE("a form's closed lists take only their words") {
    check_problem(
        Annex, [](auto& form) { form["fields"][4]["choices"][0]["id"] = "cheap"; },
        in(Annex, "fields[4].choices"), S::CatalogUnknownWord);
    check_problem(
        Annex, [](auto& form) { form["fields"][4]["natures"][0]["id"] = "lent"; },
        in(Annex, "fields[4].natures"), S::CatalogUnknownWord);
    check_problem(
        Annex, [](auto& form) { form["fields"][3]["choices"][0]["id"] = "army"; },
        in(Annex, "fields[3].choices"), S::CatalogUnknownWord);
    check_problem(
        Annex, [](auto& form) { form["fields"][1]["empties"][0]["kind"] = "lost"; },
        in(Annex, "fields[1].empties[0].kind"), S::CatalogUnknownWord);
    check_problem(
        Annex, [](auto& form) { form["checks"][0] = "07"; }, in(Annex, "checks"),
        S::CatalogUnknownWord);
    check_problem(
        Annex, [](auto& form) { form["rows"]["source"] = "anybody"; }, in(Annex, "rows.source"),
        S::CatalogUnknownWord);
}

TEST_CASE("chưa nhập is never stated, so no field may offer it") {
    check_problem(
        Annex, [](auto& form) { form["fields"][1]["empties"][0]["kind"] = "not_entered"; },
        in(Annex, "fields[1].empties[0].kind"), S::CatalogUnknownWord);
}

TEST_CASE("a list stands only where the field type has one") {
    check_problem(
        Annex, [](auto& form) { form["fields"][1]["choices"] = form["fields"][0]["choices"]; },
        in(Annex, "fields[1].choices"), S::CatalogNotHere);
    check_problem(
        Annex, [](auto& form) { form["fields"][0].erase("choices"); },
        in(Annex, "fields[0].choices"), S::CatalogNothing);
    check_problem(
        Annex, [](auto& form) { form["fields"][0]["natures"] = form["fields"][4]["natures"]; },
        in(Annex, "fields[0].natures"), S::CatalogNotHere);
}

TEST_CASE("a form must have a word for every kind of empty") {
    check_problem(
        Annex, [](auto& form) { form["empties"].erase(2); }, in(Annex, "empties"),
        S::CatalogNoEmptyWord);
}

TEST_CASE("ids that come twice, labels with marks and blank titles are refused") {
    check_problem(
        Annex, [](auto& form) { form["fields"][2]["id"] = "result"; }, in(Annex, "fields[2].id"),
        S::CatalogTwice);
    check_problem(
        Annex, [](auto& form) { form["file_label"] = "Phụ lục"; }, in(Annex, "file_label"),
        S::CatalogBadLabel);
    check_problem(
        Annex, [](auto& form) { form["fields"][2]["title"] = " "; }, in(Annex, "fields[2].title"),
        S::CatalogNothing);
    check_problem(
        Models, [](auto& models) { models["items"][1]["id"] = "mh-01"; }, in(Models, "items[1].id"),
        S::CatalogTwice);
    check_problem(
        Models, [](auto& models) { models["items"][1]["number"] = 1; },
        in(Models, "items[1].number"), S::CatalogTwice);
}

TEST_CASE("every wrong place of a file is named, not only the first") {
    const auto problems = problems_after(Annex, [](auto& form) {
        form["fields"][1]["type"] = "picture";
        form["fields"][2].erase("title");
        form["file_label"] = "?";
    });
    CHECK(problems.size() == 3);
}

TEST_CASE("what a file names must exist in the others") {
    check_problem(
        Annex, [](auto& form) { form["rows"]["catalogue"] = "da06-45"; }, "form phu-luc-04-co-quan",
        S::CatalogUnknownId);
    check_problem(
        Models, [](auto& models) { models["items"][0]["group"] = "VI"; },
        in(Models, "items[0].group"), S::CatalogUnknownId);
    check_problem(
        Provinces, [](auto& units) { units["lineage"][0]["from"][1] = "vn-atlantis"; },
        "lineage vn-tuyen-quang", S::CatalogUnknownId);
    check_problem(
        Communes, [](auto& units) { units["units"][0]["parents"][0]["parent"] = "vn-x"; },
        "unit qng-21025", S::CatalogUnknownId);
}

TEST_CASE("two communes may not share a code or a file label") {
    check_problem(
        Communes, [](auto& units) { units["units"][1]["codes"][0]["code"] = "21025"; },
        "unit qng-21028", S::CatalogTwice);
    check_problem(
        Communes,
        [](auto& units) { units["units"][1]["names"][0]["file_label"] = "PhuongCamThanh-QNg"; },
        "unit qng-21028", S::CatalogTwice);
}

TEST_CASE("days must exist and stand in order") {
    check_problem(
        Provinces, [](auto& units) { units["lineage"][0]["day"] = "2025-06-31"; },
        in(Provinces, "lineage[0].day"), S::CatalogBadDay);
    check_problem(
        Provinces, [](auto& units) { units["lists"][0]["from"] = "2026-01-01"; },
        in(Provinces, "lists[0]"), S::CatalogDaysReversed);
}

TEST_CASE("text that is not in NFC is refused") {
    check_problem(
        Models,
        [](auto& models) {
            models["title"] =
                "Danh mu\xCC\xA3"
                "c";
        },
        in(Models, ""), S::CatalogNotNfc);
}

TEST_CASE("a file that is no JSON is refused with its name, and built in it is a fault") {
    const std::vector<data::File> files{{"forms/x.json", "{\"id\": "}};
    json::Problems problems;
    const auto refused = catalog::Library::load(files, problems);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().why.key == S::CatalogUnreadable);
    CHECK(problems[0].place.starts_with("forms/x.json: "));
    CHECK_THROWS_AS(static_cast<void>(catalog::Library::built_in(files)), base::Fault);
}

TEST_CASE("folders that are not the library's are left alone") {
    const std::vector<data::File> files{{"wording/files.json", "no JSON"}};
    CHECK(catalog::Library::load(files).has_value());
}
