// A file that cannot be opened says what happened, why, and what to do: a sentence of its own each.

#include <doctest/doctest.h>

#include "archive/zip.hpp"
#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"

using i18n::S;
using test::fixture;
using test::refusal;
using test::replaced;

TEST_CASE("text that is no JSON is refused") {
    CHECK(refusal(bundle::read(fixture("plain.txt"), "thư.txt")) ==
          i18n::Message{S::FileNotJson, {"thư.txt"}});
}

TEST_CASE("an empty file is refused") {
    CHECK(refusal(bundle::read("", "a")).key == S::FileEmpty);
}

TEST_CASE("JSON of another program is refused") {
    CHECK(refusal(bundle::read(fixture("stranger.json"), "a.json")).key == S::FileNotOurs);
    CHECK(refusal(bundle::read("[1, 2]", "a.json")).key == S::FileNotOurs);
    CHECK(refusal(bundle::read("{}", "a.json")).key == S::FileNotOurs);
}

TEST_CASE("a file of a newer version is refused with its number") {
    CHECK(refusal(bundle::read(fixture("newer.so06.json"), "b.json")) ==
          i18n::Message{S::FileTooNew, {"b.json", "2", "1"}});
}

TEST_CASE("a version that is no number from one on is refused") {
    for (const auto* version : {"0", "-1", "\"1\"", "1.5", "null"}) {
        CAPTURE(version);
        const auto bytes = replaced(fixture("one.so06.json"), "\"version\": 1",
                                    std::string("\"version\": ") + version);
        CHECK(refusal(bundle::read(bytes, "")).key == S::FileNoVersion);
    }
}

TEST_CASE("a file of a kind that this program does not read is refused with the kind") {
    CHECK(refusal(bundle::read(fixture("request.so06.json"), "c.json")) ==
          i18n::Message{S::FileOtherKind, {"c.json", "request"}});
}

TEST_CASE("a file cut off anywhere is refused as cut off") {
    const auto bytes = fixture("one.so06.json");
    for (const std::size_t length :
         {std::size_t{1}, std::size_t{40}, bytes.size() / 2, bytes.size() - 3}) {
        CAPTURE(length);
        CHECK(refusal(bundle::read(bytes.substr(0, length), "")).key == S::FileTruncated);
    }
}

TEST_CASE("a syntax error outside the reports refuses the file with line and column") {
    // Line 5 is "kind".
    const auto bytes =
        replaced(fixture("one.so06.json"), "\"kind\": \"report\",", "\"kind\"  \"report\",");
    CHECK(refusal(bundle::read(bytes, "")) == i18n::Message{S::FileSyntax, {"5", "10"}});
}

TEST_CASE("a file of 70 MB is refused with its size and the limit") {
    auto bytes = fixture("one.so06.json");
    bytes.resize(70u << 20, ' ');
    CHECK(refusal(bundle::read(bytes, "")) == i18n::Message{S::FileTooLarge, {"70", "64"}});
}

TEST_CASE("a thousand brackets inside each other are refused") {
    const auto deep = std::string(1000, '[') + std::string(1000, ']');
    const auto bytes =
        replaced(fixture("one.so06.json"), "\"forms\": [", "\"deep\": " + deep + ", \"forms\": [");
    CHECK(refusal(bundle::read(bytes, "")).key == S::FileTooDeep);
}

TEST_CASE("a member of the file that stands there twice is refused, not guessed") {
    const auto bytes =
        replaced(fixture("one.so06.json"), "\"kind\":", "\"kind\": \"x\", \"kind\":");
    CHECK(refusal(bundle::read(bytes, "")).key == S::FileDuplicateKey);
}

TEST_CASE("a file without reports is refused") {
    for (const auto* reports :
         {"\"reports\": [], \"x\": [", "\"reports\": {}, \"x\": [", "\"x\": ["}) {
        CAPTURE(reports);
        const auto bytes = replaced(fixture("one.so06.json"), "\"reports\": [", reports);
        CHECK(refusal(bundle::read(bytes, "")).key == S::FileNoReports);
    }
}

TEST_CASE("a PDF and an Office file are called by their names") {
    CHECK(refusal(bundle::read("%PDF-1.7\n", "a.pdf")).key == S::FileIsPdf);
    CHECK(refusal(bundle::read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc")).key ==
          S::FileIsOffice);
    const auto docx =
        archive::zip(std::vector<archive::Entry>{{"[Content_Types].xml", "<Types/>"}});
    const auto opened = bundle::open(docx, "a.docx");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().why == i18n::Message{S::FileIsOffice, {"a.docx"}});
}

TEST_CASE("a stranger's long word does not fill the sentence") {
    const auto bytes =
        replaced(fixture("request.so06.json"), "\"request\"", "\"" + std::string(500, 'x') + "\"");
    CHECK(refusal(bundle::read(bytes, "")).arguments.at(1) == std::string(40, 'x') + "…");
}
