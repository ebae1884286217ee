#include "text/entered.hpp"

#include <string>

#include <doctest/doctest.h>

TEST_CASE("typed text is stored composed") {
    CHECK(text::entered("tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t") == "tiếng Việt");
}

TEST_CASE("every line end becomes one and paragraphs stay") {
    CHECK(text::entered("một\r\nhai\rba\nbốn") == "một\nhai\nba\nbốn");
    CHECK(text::entered("a\r\n\r\nb") == "a\n\nb");
    CHECK(text::entered("a\x0B"
                        "b\u2028c\u2029d\u0085"
                        "e\x0C"
                        "f") == "a\nb\nc\nd\ne\nf");
}

TEST_CASE("the spaces of Word and PDF become spaces") {
    CHECK(text::entered("6,8\u00A0tỷ\u202Fđồng\u200A!") == "6,8 tỷ đồng !");
}

TEST_CASE("what nobody sees is taken out") {
    CHECK(text::entered("\uFEFFĐề\u00AD án\u200B 06") == "Đề án 06");
    CHECK(text::entered(std::string("a\0b\x01\x7F", 5)) == "ab");
    CHECK(text::entered("cột\tcột") == "cột\tcột");
}

TEST_CASE("a mark composes across what was taken out between") {
    CHECK(text::entered("e\u200B\u0301") == "é");
}

TEST_CASE("white space at the end of a line and of the whole goes, at the beginning it stays") {
    CHECK(text::entered("một  \nhai\t\n\n  ba \u00A0\n \n") == "một\nhai\n\n  ba");
    CHECK(text::entered("  thụt vào") == "  thụt vào");
    CHECK(text::entered(" \n\t\u3000") == "");
    CHECK(text::entered("") == "");
}

TEST_CASE("joiners of other scripts stay") {
    CHECK(text::entered("\u200Cx\u200Dy") == "\u200Cx\u200Dy");
}

TEST_CASE("bad bytes become U+FFFD") {
    CHECK(text::entered("Qu\xE1ng") == "Qu\uFFFDng");
}

TEST_CASE("entering what was entered changes nothing") {
    const std::string all =
        "\r\r\n \u00A0e\u200B\u0323\u0302 "
        "\t\u2028\x0B\uFEFFx\xFF\u0041\u030A\u3000\n\u1100\u1161\u11A8 \r";
    const std::string once = text::entered(all);
    CHECK(text::entered(once) == once);
}

TEST_CASE("a million line ends are no work") {
    CHECK(text::entered(std::string(1'000'000, '\n') + "x").size() == 1'000'001);
    CHECK(text::entered(std::string(1'000'000, '\n')).empty());
}
