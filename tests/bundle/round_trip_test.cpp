#include <doctest/doctest.h>

#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"

using bundle::ProblemKind;
using test::fixture;
using test::replaced;

TEST_CASE("a file that was read and not changed is written with the same bytes") {
    for (const auto* name :
         {"one.so06.json", "two_versions.so06.json", "three.so06.json", "unknown.so06.json"}) {
        CAPTURE(name);
        const auto bytes = fixture(name);
        const auto read = bundle::read(bytes, name);
        REQUIRE(read);
        CHECK(bundle::write(*read) == bytes);
        CHECK(read->integrity.ok);
    }
}

TEST_CASE("the sample is written with the bytes that were computed without this program") {
    const auto bytes = test::sample();
    const auto read = bundle::read(bytes, "sample");
    REQUIRE(read);
    CHECK(read->problems.empty());
    CHECK(bundle::write(*read) == bytes);
}

TEST_CASE("a file made anew from its reports and their notes is the file that was read") {
    for (const auto* name : {"one.so06.json", "two_versions.so06.json", "three.so06.json"}) {
        CAPTURE(name);
        const auto read = bundle::read(fixture(name), name);
        REQUIRE(read);
        model::Form form;
        form.id = {"phu-luc-04-co-quan"};
        form.short_title = "Phụ lục 04";
        form.catalogue = {"da06-44"};
        form.version = read->forms.at(0).version;
        form.sha256 = read->forms.at(0).sha256;
        model::Catalogue catalogue;
        catalogue.id = {"da06-44"};
        catalogue.version = read->catalogues.at(0).version;
        catalogue.sha256 = read->catalogues.at(0).sha256;
        const auto made =
            bundle::make(read->reports, std::span(&form, 1), std::span(&catalogue, 1));
        CHECK(bundle::write(made) == fixture(name));
    }
}

TEST_CASE("forms and catalogues that no report uses are not in the file") {
    const auto read = bundle::read(fixture("one.so06.json"), "");
    REQUIRE(read);
    model::Form other;
    other.id = {"bao-cao-tuan"};
    other.catalogue = {"da06-44"};
    model::Catalogue catalogue;
    catalogue.id = {"da06-44"};
    const auto made = bundle::make(read->reports, std::span(&other, 1), std::span(&catalogue, 1));
    CHECK(made.forms.empty());
    CHECK(made.catalogues.empty());
}

TEST_CASE("a report is read into the model") {
    const auto read = bundle::read(fixture("two_versions.so06.json"), "a.json");
    REQUIRE(read);
    REQUIRE(read->reports.size() == 1);
    const auto& part = read->reports.front();
    REQUIRE(part.versions.size() == 2);
    CHECK(part.head().parents == std::vector{part.versions.front().id});
    CHECK(part.head().note.page == "https://so06.example/quangngai/");

    const auto& report = part.head().content;
    CHECK(report.key ==
          model::ReportKey{{"skhcn-quang-ngai"}, {"phu-luc-04-co-quan"}, {"2025-07"}});
    CHECK(report.period.kind == model::PeriodKind::Month);
    CHECK(report.period.name == "tháng 7/2025");
    CHECK(report.period.from == base::Day{2025, 6, 10});
    CHECK_FALSE(report.period.due);
    CHECK(report.state == model::ReportState::Issued);
    CHECK(report.cover.number == "41");
    CHECK(report.cover.date == base::Day{2025, 7, 7});
    REQUIRE(report.entries.size() == 4);
    const auto& cost = report.entries[1].cell({"cost"});
    CHECK(cost.part("amounts.1.value") == "6800000000");
    CHECK(cost.part("amounts.1.nature") == "invested");
    CHECK(report.entries[1].cell({"benefit"}).part("government") == "Tránh đầu tư trùng lặp.");
    CHECK(report.entries[0].cell({"result"}).empty() == model::Empty::Dash);
    CHECK(report.entries[3].rows.size() == 4);
}

TEST_CASE("a report taken over into the model and made into a version again keeps its id") {
    const auto read = bundle::read(fixture("two_versions.so06.json"), "");
    REQUIRE(read);
    const auto& head = read->reports.front().head();
    const auto again = bundle::make_version(head.content, head.parents, head.note);
    CHECK(again.id == head.id);
    CHECK(again.body == head.body);
    CHECK(bundle::stored_version(head.body, head.parents, head.note).content == head.content);
}

TEST_CASE("order of members, white space and composition of letters do not change a version's id") {
    const auto read = bundle::read(fixture("one.so06.json"), "");
    REQUIRE(read);
    const auto id = read->reports.front().head().id;

    SUBCASE("members in another order") {
        const auto other = bundle::read(
            replaced(replaced(fixture("one.so06.json"),
                              "\"unit_name\": \"Sở Khoa học và Công nghệ "
                              "tỉnh Quảng Ngãi\",\n      \"state\": \"draft\",",
                              ""),
                     "\"cover\": {",
                     "\"state\": \"draft\", \"unit_name\": \"Sở Khoa học và Công nghệ tỉnh Quảng "
                     "Ngãi\", \"cover\": {"),
            "");
        REQUIRE(other);
        CHECK(other->reports.front().head().id == id);
        CHECK(other->integrity.ok);
        CHECK(bundle::write(*other) == fixture("one.so06.json"));
    }
    SUBCASE("no white space, Windows line ends, a byte order mark") {
        auto bytes = "\xEF\xBB\xBF" + fixture("one.so06.json");
        for (std::size_t at = 0; (at = bytes.find("\n ", at)) != std::string::npos; at += 3)
            bytes.replace(at, 1, "\r\n");
        const auto other = bundle::read(bytes, "a.so06.txt");
        REQUIRE(other);
        CHECK(other->reports.front().head().id == id);
        CHECK(bundle::write(*other) == fixture("one.so06.json"));
    }
    SUBCASE("letters taken apart") {
        // "Vận" with U+0061 U+0323 U+0302 instead of U+1EAD
        const auto other =
            bundle::read(replaced(fixture("one.so06.json"), "V\u1EADn h", "Va\u0323\u0302n h"), "");
        REQUIRE(other);
        CHECK(other->reports.front().head().id == id);
        CHECK(other->reports.front().head().stated_id == id.value);
        CHECK(other->problems.empty());
        CHECK(bundle::write(*other) == fixture("one.so06.json"));
    }
}

TEST_CASE("what this program does not know in a report is said and written back") {
    const auto bytes = fixture("unknown.so06.json");
    const auto read = bundle::read(bytes, "");
    REQUIRE(read);
    REQUIRE(read->problems.size() == 2);
    CHECK(read->problems[0].kind == ProblemKind::PassedOver);
    CHECK(read->problems[0].place == "reports[0].versions[0].content.entries[0].weight");
    CHECK(read->problems[1].place == "reports[0].versions[0].content.mood");
    const auto& cell = read->reports.front().head().content.entries.at(0).cell({"result"});
    CHECK(cell.part("text") == "Có.");
    CHECK(cell.part("links.2") == "b");
    CHECK(bundle::write(*read) == bytes);
}
