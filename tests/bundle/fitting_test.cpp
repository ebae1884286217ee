// What we write is held to the limits of what we read.
#include "bundle/fitting.hpp"

#include <doctest/doctest.h>

#include "archive/zip.hpp"
#include "bundle/fixture.hpp"

using i18n::S;

namespace {

/// A report of `count` versions of about a kilobyte each.
bundle::ReportPart grown(int count) {
    bundle::ReportPart part{{{"don-vi"}, {"bieu-mau"}, {"2025-07"}}, "", {}};
    std::vector<model::VersionId> parents;
    for (int i = 0; i < count; ++i) {
        model::Report report;
        report.key = part.key;
        report.unit_name = "Đơn vị";
        report.period.name = "tháng 7/2025";
        model::Entry entry;
        entry.rows = {{"mh-01"}};
        entry.cells[{"result"}].set("text", std::string(1000, static_cast<char>('a' + i)));
        report.entries.push_back(entry);
        part.versions.push_back(bundle::make_version(report, parents, {}));
        parents = {part.head().id};
    }
    return part;
}

std::size_t size_of(const bundle::ReportPart& part) {
    return bundle::write(bundle::make({part}, {}, {})).size();
}

}  // namespace

TEST_CASE("a report within the limits goes out with all its versions") {
    const auto part = grown(4);
    const auto made = bundle::make_fitting(part, {}, {});
    REQUIRE(made);
    CHECK(made->reports.at(0).versions == part.versions);
    const auto just = bundle::make_fitting(part, {}, {}, {.bytes = size_of(part)});
    REQUIRE(just);
    CHECK(just->reports.at(0).versions == part.versions);
}

TEST_CASE("where the history is too large the newest versions go out, the head always") {
    const auto part = grown(4);
    const auto made = bundle::make_fitting(part, {}, {}, {.bytes = size_of(part) - 1});
    REQUIRE(made);
    const auto& versions = made->reports.at(0).versions;
    REQUIRE(versions.size() == 2);
    CHECK(versions.back() == part.head());
    CHECK(versions.front() == part.versions[2]);
    const auto bytes = bundle::write(*made);
    const auto read = bundle::read(bytes, "");
    REQUIRE(read);
    CHECK(read->problems.empty());
    CHECK(bundle::write(*read) == bytes);
}

TEST_CASE("a report that alone is above a limit is refused with the limit") {
    const auto large = bundle::make_fitting(grown(1), {}, {}, {.bytes = 1000});
    REQUIRE_FALSE(large);
    CHECK(large.error().why.key == S::WriteTooLarge);
    const auto many = bundle::make_fitting(grown(1), {}, {}, {.values = 10});
    REQUIRE_FALSE(many);
    CHECK(many.error().why == i18n::Message{S::WriteTooManyValues, {"10"}});
}

TEST_CASE("a workbook of more reports than one file opens is refused with the limit") {
    std::vector<archive::Entry> entries;
    for (int i = 0; i < 2000; ++i) entries.push_back({std::to_string(i), ""});
    CHECK(bundle::workbook_fits(archive::zip(entries)));
    entries.push_back({"one more", ""});
    const auto fits = bundle::workbook_fits(archive::zip(entries));
    REQUIRE_FALSE(fits);
    CHECK(fits.error().why == i18n::Message{S::WriteTooManyReports, {"1.999"}});
}
