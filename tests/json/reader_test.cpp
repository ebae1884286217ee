#include "json/reader.hpp"

#include <string>

#include <doctest/doctest.h>

#include "json/parse.hpp"

namespace {

using i18n::S;
using json::Problem;
using json::Problems;
using json::Reader;
using Texts = std::vector<std::string>;

json::Value value(std::string_view bytes) {
    return json::parse(bytes).value();
}

}  // namespace

TEST_CASE("what is there and right is read without a word") {
    const auto file = value(
        R"({"kind":"report","version":1,"draft":false,"key":{"unit":"u1"},"rows":["a","b"]})");
    Problems problems;
    const Reader top(file, "", problems);
    CHECK(top.text("kind") == "report");
    CHECK(top.integer("version") == 1);
    CHECK(top.flag("draft") == false);
    CHECK(top.object("key").text("unit") == "u1");
    CHECK(top.texts("rows") == Texts{"a", "b"});
    CHECK(top.keys() == Texts{"kind", "version", "draft", "key", "rows"});
    CHECK(top.has("kind"));
    CHECK(problems.empty());
}

TEST_CASE("what is missing is noted with its place and reading goes on") {
    const auto file = value(R"({"reports":[{},{"key":{"unit":null}}]})");
    Problems problems;
    int seen = 0;
    Reader(file, "", problems).each("reports", [&](const Reader& report) {
        ++seen;
        CHECK(report.object("key").text("unit") == "");
    });
    CHECK(seen == 2);
    CHECK(problems == Problems{{"reports[0].key", {S::JsonMissing, {"key"}}},
                               {"reports[0].key.unit", {S::JsonMissing, {"unit"}}},
                               {"reports[1].key.unit", {S::JsonMissing, {"unit"}}}});
}

TEST_CASE("a wrong type is noted and read as nothing") {
    const auto file = value(R"({"a":1,"b":"x","c":"true","d":[],"e":{},"f":[1,"x"]})");
    Problems problems;
    const Reader top(file, "made", problems);
    CHECK(top.text("a") == "");
    CHECK(top.integer("b") == 0);
    CHECK(top.flag("c") == false);
    CHECK(top.object("d").keys().empty());
    top.each("e", [](const Reader&) { FAIL("no list"); });
    CHECK(top.texts("f") == Texts{"x"});
    CHECK(problems == Problems{{"made.a", {S::JsonNotText, {"a"}}},
                               {"made.b", {S::JsonNotInteger, {"b"}}},
                               {"made.c", {S::JsonNotFlag, {"c"}}},
                               {"made.d", {S::JsonNotObject, {"d"}}},
                               {"made.e", {S::JsonNotList, {"e"}}},
                               {"made.f[0]", {S::JsonNotText, {"f"}}}});
}

TEST_CASE("what may be absent is no problem when absent, and one when wrong") {
    const auto file = value(R"({"wrong":1,"none":null})");
    Problems problems;
    const Reader top(file, "", problems);
    CHECK_FALSE(top.optional_text("absent"));
    CHECK_FALSE(top.optional_text("none"));
    CHECK_FALSE(top.optional_integer("absent"));
    CHECK_FALSE(top.optional_object("absent"));
    CHECK(top.optional_texts("absent").empty());
    top.optional_each("absent", [](const Reader&) { FAIL("absent"); });
    CHECK(top.text("absent", "mặc định") == "mặc định");
    CHECK(top.integer("absent", 7) == 7);
    CHECK(top.flag("absent", true));
    CHECK_FALSE(top.has("none"));
    CHECK(problems.empty());

    CHECK_FALSE(top.optional_text("wrong"));
    CHECK_FALSE(top.optional_object("wrong"));
    CHECK(top.optional_texts("wrong").empty());
    CHECK(top.text("wrong", "mặc định") == "mặc định");
    CHECK(top.flag("wrong", true));
    CHECK(problems.size() == 5);
}

TEST_CASE("whole numbers may be written as decimals, others are not rounded") {
    const auto file = value(R"([3, 3.0, 3e2, -0, 3.5, 1e300, 18446744073709551615, "3"])");
    Problems problems;
    std::vector<std::int64_t> numbers;
    for (const auto& element : file) {
        const json::Value holder = {{"n", element}};
        numbers.push_back(Reader(holder, "", problems).integer("n"));
    }
    CHECK(numbers == std::vector<std::int64_t>{3, 3, 300, 0, 0, 0, 0, 0});
    CHECK(problems.size() == 4);
}

TEST_CASE("places are paths from the top of the file") {
    const auto file = value(R"({"reports":[{"entries":[0,1,2,{"cells":{"result":{"text":7}}}]}]})");
    Problems problems;
    Reader(file, "", problems).each("reports", [](const Reader& report) {
        report.each("entries", [](const Reader& entry) {
            if (!entry.is_object()) return;
            entry.object("cells").each_member([](const std::string& key, const Reader& cell) {
                CHECK(key == "result");
                cell.text("text");
            });
        });
    });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place == "reports[0].entries[3].cells.result.text");
}

TEST_CASE("a caller may note a problem of its own at its place") {
    const auto file = value(R"({"format":"khác"})");
    Problems problems;
    const Reader top(file, "made", problems);
    top.note({S::FileEmpty, {}});
    top.note("format", {S::FileEmpty, {}});
    CHECK(problems == Problems{{"made", {S::FileEmpty, {}}}, {"made.format", {S::FileEmpty, {}}}});
}

TEST_CASE("a value that is no object has no members") {
    const auto file = value("[1]");
    Problems problems;
    const Reader top(file, "", problems);
    CHECK_FALSE(top.has("a"));
    CHECK(top.keys().empty());
    CHECK(top.is_list());
    CHECK(top.text("a") == "");
    CHECK(problems.size() == 1);
}
