#include "json/canonical.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "base/fault.hpp"
#include "json/parse.hpp"
#include "json/pretty.hpp"

namespace {

std::string canonical(std::string_view bytes) {
    return json::canonical(json::parse(bytes).value());
}

}  // namespace

TEST_CASE("RFC 8785, 3.2.2: literals, texts and numbers") {
    CHECK(canonical(R"({
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      })") ==
          R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
          R"("string":"€$\u000f\nA'B\"\\\\\"/"})");
}

TEST_CASE("RFC 8785, 3.2.3: members in the order of UTF-16 code units") {
    CHECK(canonical(R"({
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
      })") ==
          "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small "
          "Letter O "
          "With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning "
          "Face\",\"\uFB33\":\"Hebrew Letter "
          "Dalet With Dagesh\"}");
}

TEST_CASE("RFC 8785, appendix B: numbers as ECMAScript prints them") {
    struct Row {
        std::uint64_t bits;
        const char* text;
    };
    const Row rows[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(json::canonical(json::Value(std::bit_cast<double>(row.bits))) == row.text);
    }
    CHECK_THROWS_AS(json::canonical(json::Value(std::numeric_limits<double>::quiet_NaN())),
                    base::Fault);
    CHECK_THROWS_AS(json::canonical(json::Value(std::numeric_limits<double>::infinity())),
                    base::Fault);
}

TEST_CASE(
    "powers of two have the fewest digits too, where the nearest of that length falls short") {
    // As every ECMAScript engine prints 2**-44, 2**-1017, 2**-24 and 2**70.
    CHECK(json::canonical(json::Value(std::ldexp(1.0, -44))) == "5.684341886080802e-14");
    CHECK(json::canonical(json::Value(std::ldexp(1.0, -1017))) == "7.120236347223045e-307");
    CHECK(json::canonical(json::Value(std::ldexp(1.0, -24))) == "5.960464477539063e-8");
    CHECK(json::canonical(json::Value(std::ldexp(1.0, 70))) == "1.1805916207174113e+21");
}

TEST_CASE("whole numbers of 64 bits keep every digit") {
    CHECK(canonical("[9007199254740993,-9223372036854775808,18446744073709551615]") ==
          "[9007199254740993,-9223372036854775808,18446744073709551615]");
    CHECK(canonical("[-0,1.0,1e2,100e-2]") == "[0,1,100,1]");
}

TEST_CASE("only the escapes that must be are made") {
    CHECK(canonical(R"("\u0001\u001f\u007f\/\u0022\u00e1\u2028")") ==
          "\"\\u0001\\u001f\x7F/\\\"á\u2028\"");
    CHECK(canonical(R"("\b\t\n\f\r")") == R"("\b\t\n\f\r")");
}

TEST_CASE("a key comes before a longer one that begins with it, and nesting is kept") {
    CHECK(canonical(R"({ "ab" : { "z" : [ ] , "y" : { } } , "a" : [ 1 , [ 2 ] ] , "" : 0 })") ==
          R"({"":0,"a":[1,[2]],"ab":{"y":{},"z":[]}})");
}

TEST_CASE("every pair of key lengths is ordered by UTF-16, not by bytes") {
    // U+FFFD is EF BF BD, U+10000 is F0 90 80 80 and the surrogates D800 DC00.
    CHECK(canonical("{\"a\uFFFD\":1,\"a\U00010000\":2,\"aé\":3,\"a\U0001F600\":4}") ==
          "{\"aé\":3,\"a\U00010000\":2,\"a\U0001F600\":4,\"a\uFFFD\":1}");
}

TEST_CASE("text that is not UTF-8 is never written") {
    CHECK_THROWS_AS(json::canonical(json::Value("a\xFF")), base::Fault);
    CHECK_THROWS_AS(json::pretty(json::Value("a\xFF")), base::Fault);
    CHECK_THROWS_AS(json::canonical(json::Value(json::Value::value_t::discarded)), base::Fault);
}

TEST_CASE("the pretty form has one member a line, in order, and ends with a line end") {
    const json::Value value = {
        {"huong_dan", "Tệp báo cáo \"Phụ lục 04\""},
        {"version", 1},
        {"made", json::Value::object()},
        {"reports", {{{"rows", {"mh-38", "mh-39"}}, {"cells", json::Value::array()}}}}};
    CHECK(json::pretty(value) ==
          "{\n"
          " \"huong_dan\": \"Tệp báo cáo \\\"Phụ lục 04\\\"\",\n"
          " \"version\": 1,\n"
          " \"made\": {},\n"
          " \"reports\": [\n"
          "  {\n"
          "   \"rows\": [\n"
          "    \"mh-38\",\n"
          "    \"mh-39\"\n"
          "   ],\n"
          "   \"cells\": []\n"
          "  }\n"
          " ]\n"
          "}\n");
    CHECK(json::pretty(json::Value("x")) == "\"x\"\n");
}

TEST_CASE("what was written is read back as the same value") {
    const auto value = json::parse(R"({"b":[1.5,"x\ny",{"z":null}],"a":{"k":[[],{}]}})").value();
    CHECK(json::parse(json::pretty(value)).value() == value);
    CHECK(json::pretty(json::parse(json::pretty(value)).value()) == json::pretty(value));
    CHECK(json::canonical(json::parse(json::pretty(value)).value()) == json::canonical(value));
}
