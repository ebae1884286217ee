#include <string>

#include <doctest/doctest.h>

#include "json/parse.hpp"

namespace {

using i18n::S;
using json::scan;

i18n::Message why(const base::Result<json::Outline>& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().why;
}

i18n::Message refusal(std::string_view bytes) {
    return why(scan(bytes));
}

// What each element of `reports` is made of, as it stands in the file.
std::vector<std::string> reports(std::string_view bytes) {
    const auto outline = scan(bytes);
    REQUIRE(outline.has_value());
    const json::Member* member = outline->find("reports");
    REQUIRE(member);
    std::vector<std::string> out;
    for (const json::Range range : member->elements) {
        out.emplace_back(bytes.substr(range.begin, range.end - range.begin));
    }
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the outline has the root's members and the elements of its lists, and nothing deeper") {
    const std::string_view bytes =
        R"( {"format":"so06", "reports" : [ {"a":[1,2]} , "x",7 ],"b":{"c":[1]}} )";
    const auto outline = scan(bytes);
    REQUIRE(outline.has_value());
    const auto at = [&](json::Range range) {
        return bytes.substr(range.begin, range.end - range.begin);
    };
    CHECK(at(outline->root) == bytes.substr(1, bytes.size() - 2));
    REQUIRE(outline->members.size() == 3);
    CHECK(outline->members[0].key == "format");
    CHECK(at(outline->members[0].value) == "\"so06\"");
    CHECK(outline->members[1].key == "reports");
    CHECK(at(outline->members[1].value) == R"([ {"a":[1,2]} , "x",7 ])");
    CHECK(reports(bytes) == Texts{R"({"a":[1,2]})", "\"x\"", "7"});
    CHECK(outline->members[2].elements.empty());
    CHECK(outline->find("nothing") == nullptr);
}

TEST_CASE("a root that is no object has an outline without members") {
    for (const char* bytes : {"[1,2]", "\"so06\"", "7", "null"}) {
        const auto outline = scan(bytes);
        REQUIRE(outline.has_value());
        CHECK(outline->members.empty());
        CHECK(outline->root == json::Range{0, std::string_view(bytes).size()});
    }
}

TEST_CASE("a byte order mark is passed over") {
    CHECK(reports("\xEF\xBB\xBF{\"reports\":[1]}") == Texts{"1"});
}

TEST_CASE("keys of the root are read with their escapes") {
    CHECK(reports(R"({"re\u0070orts":[1]})") == Texts{"1"});
}

TEST_CASE("bad syntax within one report costs that report only") {
    const auto with = [](std::string_view broken) {
        return reports(std::string(R"({"reports":[{"n":1},)") + std::string(broken) +
                       R"(,{"n":3}],"z":0})");
    };
    for (const std::string broken : {R"({"n":tru})",
                                     R"({"n":1 "m":2})",
                                     R"({"n":1,})",
                                     R"({"n":01})",
                                     R"({"n":1.})",
                                     R"({"n":-})",
                                     R"({"n"})",
                                     R"({"n" 2})",
                                     R"({n:2})",
                                     R"({"n":"\x"})",
                                     R"({"n":"\u12"})",
                                     R"({"n":"\ud800"})",
                                     R"({"n":"\u0000"})",
                                     R"({"n":[1,,2]})",
                                     R"({"n":[1 2]})",
                                     R"({"n":{"m":}})",
                                     R"({,})",
                                     R"({"n":})",
                                     "{\"n\":\"a\tb\"}",
                                     "{\"n\":\"\xFF\"}",
                                     "{\"n\":\"\xED\xA0\x80\"}",
                                     "tru",
                                     "trueish",
                                     "01",
                                     "+1",
                                     R"({"n":"a, [ \" { ] }" oops "b"})"}) {
        CAPTURE(broken);
        CHECK(with(broken) == Texts{R"({"n":1})", broken, R"({"n":3})"});
    }
}

TEST_CASE("the broken report is the one that parse refuses, with the place of the mistake") {
    const std::string_view bytes = "{\"reports\":[\n {\"n\":1},\n {\"tên\":tru},\n {\"n\":3}\n]}";
    const auto outline = scan(bytes);
    REQUIRE(outline.has_value());
    const auto& elements = outline->find("reports")->elements;
    REQUIRE(elements.size() == 3);
    CHECK(json::parse(bytes, elements[0]).has_value());
    CHECK(json::parse(bytes, elements[2]).has_value());
    const auto broken = json::parse(bytes, elements[1]);
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().why == i18n::Message{S::FileSyntax, {"3", "9"}});
}

TEST_CASE("a lost quote does its damage up to the end of the line") {
    CHECK(reports("{\"reports\":[\n{\"a\":\"x,\n\"b\":1},\n{\"c\":2}\n]}") ==
          Texts{"{\"a\":\"x,\n\"b\":1}", "{\"c\":2}"});
    // A line end typed into a text, and one behind a backslash.
    CHECK(reports("{\"reports\":[\n{\n\"a\":\"đang\nlàm\",\n\"b\":1\n},\n{\"c\":2}\n]}").size() ==
          2);
    CHECK(reports("{\"reports\":[\n{\n\"a\":\"x\\\n\",\n\"b\":1\n},\n{\"c\":2}\n]}").size() == 2);
}

TEST_CASE("several broken reports are each passed over") {
    CHECK(reports(R"({"reports":[{a},{"n":1},{b},c]})") == Texts{"{a}", R"({"n":1})", "{b}", "c"});
}

TEST_CASE("bad syntax outside of the elements refuses the file with line and column") {
    CHECK(refusal("{\"format\" \"so06\"}") == i18n::Message{S::FileSyntax, {"1", "11"}});
    CHECK(refusal("{\"made\":{\"by\":tru}}") == i18n::Message{S::FileSyntax, {"1", "15"}});
    CHECK(refusal("{\"a\":1,}") == i18n::Message{S::FileSyntax, {"1", "8"}});
    CHECK(refusal("{\"reports\":[{} {}]}") == i18n::Message{S::FileSyntax, {"1", "16"}});
    CHECK(refusal("{\"reports\":[{},,{}]}") == i18n::Message{S::FileSyntax, {"1", "16"}});
    CHECK(refusal("{\"reports\":[{},]}") == i18n::Message{S::FileSyntax, {"1", "16"}});
    CHECK(refusal("{\"reports\":[]} x") == i18n::Message{S::FileSyntax, {"1", "16"}});
    CHECK(refusal("[[tru]]") == i18n::Message{S::FileSyntax, {"1", "3"}});
    CHECK(refusal("%PDF-1.7") == i18n::Message{S::FileSyntax, {"1", "1"}});
}

TEST_CASE("brackets that do not match refuse the file where the trouble began") {
    CHECK(refusal("{\"reports\":[{\"a\":[1}]}") == i18n::Message{S::FileSyntax, {"1", "20"}});
    CHECK(refusal("{\"reports\":[\n{\"a\":1,\n{\"b\":2}\n]}") ==
          i18n::Message{S::FileSyntax, {"3", "1"}});
    CHECK(refusal("{\"reports\":[tru}") == i18n::Message{S::FileSyntax, {"1", "13"}});
    // One line without ends: nothing says where the lost quote's text was to end.
    CHECK(refusal("{\"reports\":[{\"a\":\"x},{\"b\":2}]}").key == S::FileSyntax);
}

TEST_CASE("lines end with LF, CR or CRLF and columns are code points") {
    CHECK(refusal("{\n\"a\":1,\n  ?}") == i18n::Message{S::FileSyntax, {"3", "3"}});
    CHECK(refusal("{\r\n\"a\":1,\r\n  ?}") == i18n::Message{S::FileSyntax, {"3", "3"}});
    CHECK(refusal("{\r\"a\":1,\r  ?}") == i18n::Message{S::FileSyntax, {"3", "3"}});
    CHECK(refusal("{\"kỳ\":\"tháng 😀\" ?}") == i18n::Message{S::FileSyntax, {"1", "17"}});
    CHECK(refusal("\xEF\xBB\xBF?") == i18n::Message{S::FileSyntax, {"1", "1"}});
}

TEST_CASE("a file that ends too early is told from a broken one, wherever it was cut") {
    const std::string whole =
        "{\"huong_dan\":\"Tệp\",\"reports\":[{\"a\":[true,-1.5e+3,\"\\u0110\\n\"]},null],\"n\":12}";
    for (std::size_t length = 1; length < whole.size(); ++length) {
        CAPTURE(length);
        CHECK(refusal(whole.substr(0, length)).key == S::FileTruncated);
    }
    CHECK(scan(whole).has_value());
    CHECK(refusal("{\"a\":1,\n\"b\"") == i18n::Message{S::FileTruncated, {"2", "4"}});
}

TEST_CASE("an empty file says so") {
    CHECK(refusal("").key == S::FileEmpty);
    CHECK(refusal(" \n\t").key == S::FileEmpty);
    CHECK(refusal("\xEF\xBB\xBF").key == S::FileEmpty);
}

TEST_CASE("UTF-16 says so, with and without its mark") {
    using namespace std::string_view_literals;
    CHECK(refusal("\xFF\xFE{\0}\0"sv).key == S::FileUtf16);
    CHECK(refusal("\xFE\xFF\0{\0}"sv).key == S::FileUtf16);
    CHECK(refusal("{\0}\0"sv).key == S::FileUtf16);
    CHECK(refusal("\0{\0}"sv).key == S::FileUtf16);
}

TEST_CASE("bytes that are not UTF-8 outside of the elements refuse the file") {
    CHECK(refusal("{\"kỳ\":\"th\xE1ng\"}") == i18n::Message{S::FileNotUtf8, {"1", "10"}});
}

TEST_CASE("a key that stands twice in the root refuses the file") {
    CHECK(refusal("{\"reports\":[],\n\"reports\":[]}") ==
          i18n::Message{S::FileDuplicateKey, {"reports", "2", "1"}});
    CHECK(refusal(R"({"a":1,"\u0061":2})").key == S::FileDuplicateKey);
}

TEST_CASE("each limit is named, and holds exactly") {
    const auto with = [](json::Limits limits, std::string_view bytes) {
        return scan(bytes, limits);
    };

    CHECK(with({.bytes = 4}, "1234").has_value());
    CHECK(why(with({.bytes = 3 << 20}, std::string((3 << 20) + 1, ' '))) ==
          i18n::Message{S::FileTooLarge, {"4", "3"}});

    CHECK(with({.depth = 3}, "[[[1]]]").has_value());
    CHECK(why(with({.depth = 3}, "[[[\n[1]]]]")) == i18n::Message{S::FileTooDeep, {"3", "2", "1"}});

    CHECK(with({.values = 4}, R"({"a":[1,2]})").has_value());
    CHECK(with({.values = 4}, R"({"a":[1,{}]})").has_value());
    CHECK(why(with({.values = 3}, R"({"a":[1,2]})")) == i18n::Message{S::FileTooManyValues, {"3"}});

    CHECK(with({.number_characters = 4}, "-1.5").has_value());
    CHECK(why(with({.number_characters = 4}, "[-1.55]")) ==
          i18n::Message{S::FileNumberTooLong, {"1", "2", "4"}});

    CHECK(with({.key_characters = 5}, R"({"tháng":1})").has_value());
    CHECK(with({.key_characters = 5}, R"({"th\u00e1ng":1})").has_value());
    CHECK(why(with({.key_characters = 5}, R"({"a":{"thángs":1}})")) ==
          i18n::Message{S::FileKeyTooLong, {"1", "7", "5"}});
}

TEST_CASE("the length of a text is that of what it says, not of its escapes") {
    const json::Limits limits{.string_bytes = 4};
    CHECK(scan(R"("\"\\\n\t")", limits).has_value());
    CHECK(scan(R"("\u0041\u0041\u00e1")", limits).has_value());
    CHECK(scan(R"("\ud83d\ude00")", limits).has_value());
    CHECK(scan(R"("\u20acA")", limits).has_value());
    CHECK(scan("\"áá\"", limits).has_value());
    for (const char* longer :
         {R"("\"\\\n\tx")", R"("\ud83d\ude00x")", R"("\u20acAA")", "\"ááx\""}) {
        CHECK(why(scan(longer, limits)).key == S::FileStringTooLong);
    }
    const std::string million(1u << 20, 'x');
    CHECK(scan("\"" + million + "\"").has_value());
    CHECK(why(scan("[\n \"" + million + "x\"]")) ==
          i18n::Message{S::FileStringTooLong, {"2", "2", "1"}});
}

TEST_CASE("a limit within a report refuses the file, a broken report does not get around one") {
    CHECK(why(scan(R"({"reports":[[[1]]]})", {.depth = 3})).key == S::FileTooDeep);
    CHECK(why(scan(R"({"reports":[{x:[[1]]}]})", {.depth = 4})).key == S::FileTooDeep);
}

TEST_CASE("the limits of the design are the ones that hold by default") {
    const json::Limits limits;
    CHECK(limits.bytes == 67'108'864);
    CHECK(limits.depth == 64);
    CHECK(limits.values == 500'000);
    CHECK(limits.string_bytes == 1'048'576);
    CHECK(limits.number_characters == 64);
    CHECK(limits.key_characters == 128);

    std::string many = "[0";
    for (int i = 0; i < 499'998; ++i) many += ",0";
    CHECK(scan(many + "]").has_value());
    CHECK(why(scan(many + ",0]")).key == S::FileTooManyValues);
    CHECK(scan(std::string(64, '[') + std::string(64, ']')).has_value());
    CHECK(why(scan(std::string(65, '[') + std::string(65, ']'))).key == S::FileTooDeep);
}
