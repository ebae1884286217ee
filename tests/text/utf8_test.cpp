#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"

namespace {

const std::string R = "\xEF\xBF\xBD";  // U+FFFD

/// Taken apart and put together again.
std::string walked(std::string_view bytes) {
    std::string out;
    while (!bytes.empty()) text::append(out, text::next(bytes));
    return out;
}

}  // namespace

TEST_CASE("the first and last code points of every length go both ways") {
    for (const char32_t point :
         {0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF}) {
        std::string bytes;
        text::append(bytes, point);
        CAPTURE(static_cast<unsigned>(point));
        CHECK(base::valid_utf8(bytes));
        std::string_view rest = bytes;
        CHECK(text::next(rest) == point);
        CHECK(rest.empty());
    }
}

TEST_CASE("what is no code point is written as U+FFFD") {
    for (const char32_t point : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
        std::string bytes;
        text::append(bytes, point);
        CHECK(bytes == R);
    }
}

TEST_CASE("a bad sequence is replaced by its maximal subparts") {
    // The Unicode Standard, 3.9, tables 3-8 to 3-11.
    CHECK(walked("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") == R + R + R + R + R + R + R + R + "A");
    CHECK(walked("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") == R + R + R + R + R + R + R + R + "A");
    CHECK(walked("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") == R + R + R + R + R + "A" + R + R + "B");
    CHECK(walked("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == R + R + R + R + "A");
}

TEST_CASE("good text is left alone and bad text is told apart") {
    CHECK(walked("Đề án 06 – 44 mô hình") == "Đề án 06 – 44 mô hình");
    CHECK(base::valid_utf8("Đề án 06"));
    CHECK(base::valid_utf8(""));
    CHECK_FALSE(base::valid_utf8("Đề án\xC3"));
    CHECK_FALSE(base::valid_utf8("\x80"));
    CHECK_FALSE(base::valid_utf8("\xED\xA0\x80"));
    CHECK_FALSE(base::valid_utf8("\xF5\x80\x80\x80"));
    CHECK_FALSE(base::valid_utf8("\xC1\xBF"));
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(text::code_points("Quảng Ngãi") == 10);
    CHECK(text::code_points("e\xCC\x82\xCC\xA3") == 3);
    CHECK(text::code_points("😀") == 1);
    CHECK(text::code_points("\xE1\x80") == 1);
    CHECK(text::code_points("") == 0);
}
