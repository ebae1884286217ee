#include "json/parse.hpp"

#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "json/canonical.hpp"

namespace {

using i18n::S;

i18n::Message refusal(std::string_view bytes) {
    const auto value = json::parse(bytes);
    REQUIRE_FALSE(value.has_value());
    return value.error().why;
}

}  // namespace

TEST_CASE("a document becomes a value with its members in order") {
    const auto value = json::parse(R"( {"z":[1,-2,3.5,true,false,null,"Đề án 06"],"a":{}} )");
    REQUIRE(value.has_value());
    CHECK(value->begin().key() == "z");
    CHECK(*value == json::Value{{"z", {1, -2, 3.5, true, false, nullptr, "Đề án 06"}},
                                {"a", json::Value::object()}});
}

TEST_CASE("escapes become what they stand for") {
    const auto value = json::parse(R"("\"\\\/\b\f\n\r\t\u0110\ud83d\ude00")");
    REQUIRE(value.has_value());
    CHECK(value->get<std::string>() == "\"\\/\b\f\n\r\tĐ😀");
}

TEST_CASE("whole numbers of 64 bits keep every digit, longer ones become doubles") {
    CHECK(json::parse("9223372036854775807")->get<std::int64_t>() ==
          std::numeric_limits<std::int64_t>::max());
    CHECK(json::parse("-9223372036854775808")->get<std::int64_t>() ==
          std::numeric_limits<std::int64_t>::min());
    CHECK(json::parse("18446744073709551615")->get<std::uint64_t>() ==
          std::numeric_limits<std::uint64_t>::max());
    CHECK(json::parse("18446744073709551616")->get<double>() == 18446744073709551616.0);
}

TEST_CASE("a part of a file is read as if it stood alone") {
    const std::string_view bytes = R"({"reports":[{"a":1},{"b":[2]}]})";
    const auto outline = json::scan(bytes);
    REQUIRE(outline.has_value());
    const auto& elements = outline->find("reports")->elements;
    CHECK(json::parse(bytes, elements[1]).value() == json::Value{{"b", {2}}});
    CHECK(json::parse(bytes, outline->root).value()["reports"].size() == 2);
}

TEST_CASE("a byte order mark within a file is bad syntax") {
    const std::string_view bytes = "[\xEF\xBB\xBF{}]";
    CHECK_FALSE(json::parse(bytes, json::Range{1, bytes.size() - 1}).has_value());
    CHECK_FALSE(json::parse(bytes).has_value());
    CHECK(json::parse("\xEF\xBB\xBF{}").has_value());
}

TEST_CASE("a broken part is not called cut off when the file goes on") {
    const std::string_view bytes = R"({"reports":[{"a":1},-]})";
    const auto broken = json::parse(bytes, json::Range{20, 21});
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().why == i18n::Message{S::FileSyntax, {"1", "22"}});
    CHECK_FALSE(json::parse(bytes, json::Range{20, 20}).has_value());
}

TEST_CASE("a key that stands twice is refused with its place, in small objects and large ones") {
    CHECK(refusal("{\"a\":1,\n \"b\":{\"c\":1,\"c\":2}}") ==
          i18n::Message{S::FileDuplicateKey, {"c", "2", "13"}});
    CHECK(refusal(R"([{"a":1},{"a":1,"\u0061":2}])").key == S::FileDuplicateKey);

    std::string large = "[{";
    for (int i = 0; i < 100; ++i) large += "\"k" + std::to_string(i) + "\":0,";
    CHECK(json::parse(large + "\"k100\":0}]").has_value());
    CHECK(refusal(large + "\n\"k7\":0}]") == i18n::Message{S::FileDuplicateKey, {"k7", "2", "1"}});
    // The same name in another object is another key.
    CHECK(json::parse(R"([{"a":{"a":1}},{"a":2}])").has_value());
}

TEST_CASE("an object of a hundred thousand keys is read in no time") {
    std::string bytes = "{";
    for (int i = 0; i < 100'000; ++i) bytes += "\"k" + std::to_string(i) + "\":0,";
    bytes += "\"end\":1}";
    const auto value = json::parse(bytes);
    REQUIRE(value.has_value());
    CHECK(value->size() == 100'001);
}

TEST_CASE("NUL in a text or a key is refused with its place") {
    CHECK(refusal("[1,\n\"ab\\u0000\"]") == i18n::Message{S::FileNulText, {"2", "4"}});
    CHECK(refusal("{\"\\u0000\":1}").key == S::FileNulText);
}

TEST_CASE("a number that no double holds is refused where it begins") {
    CHECK(refusal("{\"a\":[1,\n  -1.5e400]}") == i18n::Message{S::FileNumberTooLarge, {"2", "3"}});
    CHECK(refusal("1e309") == i18n::Message{S::FileNumberTooLarge, {"1", "1"}});
    CHECK(json::parse("1e-400")->get<double>() == 0.0);
}

TEST_CASE("the limits hold without a scan before") {
    const auto with = [](std::string_view bytes, json::Limits limits) {
        const auto value = json::parse(bytes, json::Range{0, bytes.size()}, limits);
        return value ? S::FileEmpty : value.error().why.key;
    };
    CHECK(with("[[1]]", {.depth = 1}) == S::FileTooDeep);
    CHECK(with("[1,2]", {.values = 2}) == S::FileTooManyValues);
    CHECK(with("[\"ab\"]", {.string_bytes = 1}) == S::FileStringTooLong);
    CHECK(with("[1.25]", {.number_characters = 3}) == S::FileNumberTooLong);
    CHECK(with("[1,2]", {}) == S::FileEmpty);  // none: it was read
}
