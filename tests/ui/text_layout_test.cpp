#include "ui/text_layout.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

/// Every letter 10 px, so that a width is a number of letters; marks that combine take no place.
float ten(char32_t point) {
    return point >= 0x300 && point < 0x370 ? 0.0f : 10.0f;
}

std::vector<std::string> lines(std::string_view text, float width, int max_lines = 0) {
    std::vector<std::string> out;
    for (const auto& line : ui::lay_out(text, width, max_lines, ten).lines)
        out.emplace_back(text.substr(line.begin, line.end - line.begin));
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty text has one empty line") {
    CHECK(lines("", 100) == Lines{""});
}

TEST_CASE("lines end after a space, which hangs") {
    CHECK(lines("bốn năm sáu", 70) == Lines{"bốn năm ", "sáu"});
    const auto layout = ui::lay_out("bốn năm sáu", 70, 0, ten);
    CHECK(layout.lines[0].width == 70);
    CHECK(layout.width == 70);
}

TEST_CASE("spaces at the end of a line never make a line of their own") {
    CHECK(lines("bốn          năm", 40) == Lines{"bốn          ", "năm"});
    CHECK(lines("bốn   ", 30) == Lines{"bốn   "});
}

TEST_CASE("a newline ends a line, and one at the end begins an empty one") {
    CHECK(lines("a\nb", 100) == Lines{"a", "b"});
    CHECK(lines("a\n", 100) == Lines{"a", ""});
    CHECK(lines("\n\n", 100) == Lines{"", "", ""});
}

TEST_CASE("a word wider than the line begins on its own line and is cut where it must") {
    CHECK(lines("ab cdefghij", 40) == Lines{"ab ", "cdef", "ghij"});
    CHECK(lines("abcdefghij", 40) == Lines{"abcd", "efgh", "ij"});
}

TEST_CASE("a letter wider than the line still gets its line") {
    CHECK(lines("abc", 5) == Lines{"a", "b", "c"});
}

TEST_CASE("a mark that combines stays with its letter") {
    CHECK(lines("ab\u0301cd", 20) == Lines{"ab\u0301", "cd"});
}

TEST_CASE("a no-break space holds its words together") {
    CHECK(lines("a b\u00a0c d", 30) == Lines{"a ", "b\u00a0c ", "d"});
}

TEST_CASE("a line may end after a hyphen between words, but not after a minus") {
    CHECK(lines("liên-thông", 60) == Lines{"liên-", "thông"});
    CHECK(lines("là -12345", 60) == Lines{"là ", "-12345"});
    CHECK(lines("ABCD-1234", 60) == Lines{"ABCD-", "1234"});
}

TEST_CASE("a number of a document is not cut at its slashes") {
    CHECK(lines("số 41/SKHCN", 80) == Lines{"số ", "41/SKHCN"});
}

TEST_CASE("a dash lets the line end after it") {
    CHECK(lines("2022\u2013nay", 60) == Lines{"2022\u2013", "nay"});
}

TEST_CASE("what is beyond the last line is cut and leaves room for the dots") {
    const auto layout = ui::lay_out("một hai ba bốn", 70, 1, ten);
    REQUIRE(layout.lines.size() == 1);
    CHECK(layout.cut);
    // "một hai" is 70 wide; with the dots only "một ha" fits.
    CHECK(layout.lines[0].end == std::string("một ha").size());
    CHECK(layout.lines[0].width == 60);
    CHECK_FALSE(ui::lay_out("một hai", 70, 1, ten).cut);
}

TEST_CASE("a layout is made once for one text and width") {
    ui::TextLayouts layouts;
    int asked = 0;
    const ui::Advance count = [&](char32_t) {
        ++asked;
        return 10.0f;
    };
    const std::string text = "bốn năm sáu";
    layouts.get(text, 70, {15, ui::Weight::Regular, 0}, count);
    const int once = asked;
    layouts.get(text, 70, {15, ui::Weight::Regular, 0}, count);
    CHECK(asked == once);
    layouts.get(text, 60, {15, ui::Weight::Regular, 0}, count);
    CHECK(asked > once);
}

TEST_CASE("layouts not used for long are forgotten, and nothing dangles") {
    ui::TextLayouts layouts;
    for (int i = 0; i < 5000; ++i) {
        const std::string text = "dòng " + std::to_string(i);
        CHECK(layouts.get(text, 100, {15, ui::Weight::Regular, 0}, ten).lines.size() == 1);
        CHECK(layouts.get("luôn dùng", 100, {15, ui::Weight::Regular, 0}, ten).lines.size() == 1);
    }
}
