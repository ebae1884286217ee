#include <doctest/doctest.h>

#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"

using test::fixture;

// SHA-256 of {"content":{"a":1},"parents":["aa","bb"]} by coreutils' sha256sum.
TEST_CASE("a version's id is the hash of its content and its parents in order") {
    CHECK(bundle::version_id("{\"a\":1}", {{"bb"}, {"aa"}}).value ==
          "7967a4ab30e70197c5f93186042f151f46ef55fb1bd4eae36c220037fecafedf");
}

TEST_CASE("the check code is the first 30 bits in Crockford's letters") {
    // 00000 00000 00000 00000 00000 00000 | 00
    CHECK(bundle::check_code(model::VersionId{"00000000ff"}) == "000000");
    CHECK(bundle::check_code(model::VersionId{"ffffffff00"}) == "ZZZZZZ");
    // 0x9C6E5A3F = 10011 10001 10111 00101 10100 01111 | 11 = 19 17 23 5 20 15
    CHECK(bundle::check_code(model::VersionId{"9c6e5a3f"}) == "KHQ5MF");
    CHECK(bundle::shown_code("K7QM2D") == "K7Q-M2D");
}

TEST_CASE("the check code of several reports hangs on each of them") {
    const auto read = bundle::read(fixture("three.so06.json"), "");
    REQUIRE(read);
    CHECK(bundle::check_code(read->reports) == read->integrity.code);
    auto fewer = read->reports;
    fewer.pop_back();
    CHECK(bundle::check_code(fewer) != read->integrity.code);
}

TEST_CASE("who made a version and when does not change its id") {
    const auto read = bundle::read(fixture("one.so06.json"), "");
    REQUIRE(read);
    const auto& head = read->reports.front().head();
    const auto other = bundle::make_version(head.content, head.parents,
                                            {"Người khác", "", "2030-01-01T00:00:00Z", ""});
    CHECK(other.id == head.id);
}

TEST_CASE("a gap in the numbers of amounts closes, and ten comes after nine") {
    model::Report report;
    model::Entry entry;
    entry.rows = {{"mh-01"}};
    for (const auto* number : {"2", "10", "9"})
        entry.cells[{"cost"}].set(std::string("amounts.") + number + ".year", number);
    report.entries = {entry};
    const auto version = bundle::make_version(report, {}, {});
    CHECK(version.body.find(R"("amounts":[{"year":"2"},{"year":"9"},{"year":"10"}])") !=
          std::string::npos);
    CHECK(version.content.entries.at(0).cell({"cost"}).part("amounts.3.year") == "10");
}

TEST_CASE("a cell is an object even where its parts are numbers") {
    model::Report report;
    report.entries = {{{{"mh-01"}}, {{{"result"}, {{{"1", "x"}}}}}}};
    const auto version = bundle::make_version(report, {}, {});
    CHECK(version.body.find(R"("result":{"1":"x"})") != std::string::npos);
    CHECK(version.content.entries == report.entries);
}

TEST_CASE("an entry that says nothing is not in the file") {
    model::Report report;
    report.entries = {{{{"mh-01"}}, {{{"result"}, {}}}}};
    CHECK(bundle::make_version(report, {}, {}).content.entries.empty());
}
