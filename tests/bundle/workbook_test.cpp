#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "archive/zip.hpp"
#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"
#include "bundle/reading.hpp"

using bundle::ProblemKind;
using i18n::S;
using test::fixture;

namespace {

std::vector<bundle::Bundle> files(std::initializer_list<const char*> names) {
    std::vector<bundle::Bundle> read;
    for (const auto* name : names) read.push_back(*bundle::read(fixture(name), name));
    return read;
}

std::string zipped(std::vector<archive::Entry> entries) {
    return archive::zip(entries);
}

}  // namespace

TEST_CASE("a workbook holds each report as a file readable by itself") {
    const auto book =
        bundle::write_workbook("Sổ tháng 7", files({"one.so06.json", "three.so06.json"}));
    const auto entries = archive::unzip(book);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    CHECK(entries->at(0).name == "workbook.json");
    CHECK(entries->at(1).name == "DA06_skhcn-quang-ngai_phu-luc-04-co-quan_2025-07_v1.so06.json");
    CHECK(entries->at(1).bytes == fixture("one.so06.json"));
    // The same report first in another file: a name of its own.
    CHECK(entries->at(2).name == "DA06_skhcn-quang-ngai_phu-luc-04-co-quan_2025-07_v1_2.so06.json");
    CHECK(bundle::read(entries->at(2).bytes, ""));
}

TEST_CASE("a workbook is opened by its content and keeps its title") {
    const auto parts = files({"one.so06.json", "three.so06.json"});
    const auto book = bundle::write_workbook("Sổ “tháng 7”", parts);
    const auto opened = bundle::open(book, "whatever.bin");
    REQUIRE(opened);
    CHECK(opened->title == "Sổ “tháng 7”");
    REQUIRE(opened->files.size() == 2);
    CHECK(opened->problems.empty());
    CHECK(opened->files[0].reports == parts[0].reports);
    CHECK(opened->files[1].reports.size() == 3);
    CHECK(bundle::write_workbook(opened->title, opened->files) == book);
}

TEST_CASE("the same workbook is the same bytes") {
    const auto parts = files({"one.so06.json"});
    CHECK(bundle::write_workbook("Sổ", parts) == bundle::write_workbook("Sổ", parts));
}

TEST_CASE("a zip around many files opens the reports and says what is none") {
    const auto opened = bundle::open(zipped({{"gửi/a.so06.txt", fixture("one.so06.json")},
                                             {"gửi/thư.txt", fixture("plain.txt")},
                                             {"__MACOSX/gửi/._a.so06.txt", "junk"},
                                             {".DS_Store", "junk"},
                                             {"b.json", fixture("two_versions.so06.json")}}),
                                     "tu-zalo.zip");
    REQUIRE(opened);
    CHECK(opened->title.empty());
    REQUIRE(opened->files.size() == 2);
    CHECK(opened->files[0].file_name == "gửi/a.so06.txt");
    REQUIRE(opened->problems.size() == 1);
    CHECK(opened->problems[0].kind == ProblemKind::FileSkipped);
    CHECK(opened->problems[0].place == "gửi/thư.txt");
    CHECK(opened->problems[0].what == i18n::Message{S::FileSkipped, {"gửi/thư.txt"}});
}

TEST_CASE("what people send along with reports is passed over by name, not lost") {
    const auto docx = zipped({{"[Content_Types].xml", "<Types/>"}});
    for (const auto& bytes : {std::string("%PDF-1.7\n"), std::string("\x89PNG\r\n\x1A\n"),
                              std::string("Kính gửi"), std::string("{\\rtf1\\ansi}"),
                              std::string("\xD0\xCF\x11\xE0"), fixture("stranger.json"), docx}) {
        CAPTURE(bytes.substr(0, 8));
        const auto opened =
            bundle::open(zipped({{"a.json", fixture("one.so06.json")}, {"b", bytes}}), "a.zip");
        REQUIRE(opened);
        CHECK(opened->files.size() == 1);
        REQUIRE(opened->problems.size() == 1);
        CHECK(opened->problems[0].kind == ProblemKind::FileSkipped);
        CHECK(opened->problems[0].place == "b");
    }
}

TEST_CASE("a file of a zip that may hold a report and cannot be read is lost by name") {
    const auto cut = fixture("one.so06.json").substr(0, 900);
    const auto inner = zipped({{"c.json", fixture("one.so06.json")}});
    const std::vector<std::pair<std::string, S>> lost{{cut, S::FileTruncated},
                                                      {fixture("newer.so06.json"), S::FileTooNew},
                                                      {inner, S::FileZipInZip}};
    for (const auto& [bytes, key] : lost) {
        const auto opened = bundle::open(
            zipped({{"a.json", fixture("one.so06.json")}, {"b.json", bytes}}), "a.zip");
        REQUIRE(opened);
        CHECK(opened->files.size() == 1);
        REQUIRE(opened->problems.size() == 1);
        CHECK(opened->problems[0].kind == ProblemKind::ReportLost);
        CHECK(opened->problems[0].place == "b.json");
        CHECK(opened->problems[0].what.key == key);
    }
}

TEST_CASE("a damaged file of a zip costs only itself") {
    auto bytes = zipped(
        {{"a.json", fixture("one.so06.json")}, {"b.json", fixture("two_versions.so06.json")}});
    bytes[30 + 6 + 40] ^= 0x10;  // within the packed bytes of the first file
    const auto opened = bundle::open(bytes, "a.zip");
    REQUIRE(opened);
    REQUIRE(opened->files.size() == 1);
    CHECK(opened->files[0].file_name == "b.json");
    REQUIRE(opened->problems.size() == 1);
    CHECK(opened->problems[0].what == i18n::Message{S::ZipEntryDamaged, {"a.json"}});
}

TEST_CASE("a zip is read in steps: a file each, then a report each") {
    const auto bytes = zipped({{"a.json", fixture("one.so06.json")},
                               {".DS_Store", "junk"},
                               {"b.json", fixture("three.so06.json")}});
    auto reading = bundle::Reading::begin(bytes, "a.zip");
    REQUIRE(reading);
    CHECK(reading->steps() == 2);
    reading->step(0);
    CHECK(reading->steps() == 3);
    reading->step(1);
    CHECK(reading->steps() == 6);
    for (std::size_t i = 2; i < reading->steps(); ++i) reading->step(i);
    const auto opened = reading->finish();
    REQUIRE(opened);
    REQUIRE(opened->files.size() == 2);
    CHECK(opened->files[1].reports.size() == 3);
    CHECK(opened->problems.empty());
}

TEST_CASE("a part that the workbook names and does not have is said") {
    const auto book = bundle::write_workbook("Sổ", files({"one.so06.json", "three.so06.json"}));
    auto entries = *archive::unzip(book);
    const auto missing = entries[2].name;
    entries.pop_back();
    const auto opened = bundle::open(zipped(entries), "");
    REQUIRE(opened);
    CHECK(opened->files.size() == 1);
    REQUIRE(opened->problems.size() == 1);
    CHECK(opened->problems[0].what == i18n::Message{S::FilePartMissing, {missing}});
}

TEST_CASE("a zip around one broken file is refused with that file's own sentence") {
    const auto opened = bundle::open(zipped({{"a.json", fixture("newer.so06.json")}}), "a.zip");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().why.key == S::FileTooNew);
}

TEST_CASE("a zip without a report is refused") {
    const auto nothing = bundle::open(zipped({{"a.txt", "x"}, {"b.txt", "y"}}), "a.zip");
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().why == i18n::Message{S::FileNoReports, {"a.zip"}});
}

TEST_CASE("the index of a workbook alone is refused with what to open instead") {
    const auto book = bundle::write_workbook("Sổ", files({"one.so06.json"}));
    const auto opened = bundle::open(archive::unzip(book)->at(0).bytes, "workbook.json");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().why.key == S::FileIsWorkbookIndex);
}

TEST_CASE("a zip that is damaged, or unpacks to far more than it is, is refused") {
    const auto book = bundle::write_workbook("Sổ", files({"one.so06.json"}));
    CHECK_FALSE(bundle::open(book.substr(0, book.size() / 2), "a.so06"));
    auto bomb = zipped({{"a.json", fixture("one.so06.json")}});
    const auto listed = bomb.find("PK\1\2");
    REQUIRE(listed != bomb.npos);
    bomb.replace(listed + 24, 4, std::string("\0\0\0\2", 4));  // 32 MB, it says
    const auto refused = bundle::open(bomb, "a.zip");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().why.key == S::ZipBomb);
}
