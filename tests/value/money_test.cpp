#include "value/money.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

std::string amount(std::string_view words) {
    return value::read_amount(words).value_or("none");
}

}  // namespace

TEST_CASE("the amounts of the documents are read") {
    CHECK(amount("6,8 tỷ đồng") == "6800000000");
    CHECK(amount("2,5 tỷ đồng") == "2500000000");
    CHECK(amount("1 tỷ đồng") == "1000000000");
    CHECK(amount("10.050.000 đồng") == "10050000");
    CHECK(amount("20.000 đồng") == "20000");
    CHECK(amount("5.000đ") == "5000");
}

TEST_CASE("units may be short, marked otherwise or without marks") {
    CHECK(amount("6,8 tỷ") == "6800000000");
    CHECK(amount("6,8 tỉ") == "6800000000");
    CHECK(amount("6,8 TỶ ĐỒNG") == "6800000000");
    CHECK(amount("6,8ty") == "6800000000");
    CHECK(amount("500 triệu") == "500000000");
    CHECK(amount("500tr") == "500000000");
    CHECK(amount("300 nghìn đồng") == "300000");
    CHECK(amount("300 ngàn") == "300000");
    CHECK(amount("2 nghìn tỷ đồng") == "2000000000000");
    CHECK(amount("1.234 VNĐ") == "1234");
    CHECK(amount("1.234 ₫") == "1234");
    CHECK(amount("  6,8\u00A0tỷ đồng ") == "6800000000");
}

TEST_CASE("a bare number is đồng") {
    CHECK(amount("1.234") == "1234");
    CHECK(amount("6800000000") == "6800000000");
    CHECK(amount("0") == "0");
    CHECK(amount("007") == "7");
    CHECK(amount("01 tỷ") == "1000000000");
}

TEST_CASE("several units add up from the greatest to the smallest") {
    CHECK(amount("1 tỷ 200 triệu đồng") == "1200000000");
    CHECK(amount("1 tỷ 200 triệu 50 nghìn đồng") == "1200050000");
    CHECK(amount("3 triệu 500 nghìn") == "3500000");
    CHECK(amount("1 tỷ 200.000.000 đồng") == "1200000000");
    CHECK(amount("2 nghìn tỷ 5 tỷ") == "2005000000000");
    CHECK(amount("1 tỷ 200,5 triệu") == "1200500000");
}

TEST_CASE("no digit is lost, whatever the size") {
    CHECK(amount("9.007.199.254.740.993 đồng") == "9007199254740993");
    CHECK(amount("123456789012345678901234567890") == "123456789012345678901234567890");
    CHECK(amount("0,123456789 tỷ") == "123456789");
    CHECK(amount("6,80000000000000 tỷ") == "6800000000");
}

TEST_CASE("what is not one amount of đồng is not read") {
    for (const char* words : {"",
                              " ",
                              "đồng",
                              "tỷ",
                              "tỷ đồng",
                              "abc",
                              "6,8",
                              "1,234 đồng",
                              "6.8 tỷ",
                              "0.500 tỷ",
                              "1.23.456",
                              "1,234,567",
                              "12.34",
                              "1.2345",
                              ".5 tỷ",
                              "5. tỷ",
                              "5, tỷ",
                              ",5 tỷ",
                              "-5 tỷ",
                              "5 tỷ tỷ",
                              "5 triệu tỷ",
                              "1 tỷ 2",
                              "1 tỷ 2000 triệu",
                              "200 triệu 1 tỷ",
                              "1,5 tỷ 200 triệu",
                              "0 tỷ 5 triệu",
                              "khoảng 6,8 tỷ",
                              "gần 10 tỷ đồng",
                              "20.000 đồng/bản",
                              "5.000đ/01 thẻ",
                              "10 đến 20 tỷ",
                              "10 - 20 tỷ",
                              "6,8 tỷ USD",
                              "100 USD",
                              "50%",
                              "miễn phí",
                              "Quý I/2024",
                              "0,1 nghìn tỷ đồng lẻ",
                              "0,0000000001 tỷ",
                              "1 tỷ đồng 2",
                              "đồng 5",
                              "5 5",
                              "1 234 567"}) {
        CAPTURE(words);
        CHECK_FALSE(value::read_amount(words).has_value());
    }
    CHECK_FALSE(value::read_amount(std::string(100'000, '1')).has_value());
}

TEST_CASE("digits are grouped by points") {
    CHECK(value::vn_number("6800000000") == "6.800.000.000");
    CHECK(value::vn_number("2184") == "2.184");
    CHECK(value::vn_number("848") == "848");
    CHECK(value::vn_number("1000") == "1.000");
    CHECK(value::vn_number("674242") == "674.242");
    CHECK(value::vn_number("0") == "0");
    CHECK(value::vn_number("") == "");
    CHECK(value::vn_number("6,8 tỷ") == "6,8 tỷ");
}

TEST_CASE("an amount is said as a person would write it, without rounding") {
    CHECK(value::amount_words("6800000000") == "6,8 tỷ đồng");
    CHECK(value::amount_words("1000000000") == "1 tỷ đồng");
    CHECK(value::amount_words("2500000000") == "2,5 tỷ đồng");
    CHECK(value::amount_words("500000000") == "500 triệu đồng");
    CHECK(value::amount_words("10050000") == "10,05 triệu đồng");
    CHECK(value::amount_words("2000000000000") == "2.000 tỷ đồng");
    CHECK(value::amount_words("6801000000") == "6,801 tỷ đồng");
    CHECK(value::amount_words("6800100000") == "6.800,1 triệu đồng");
    CHECK(value::amount_words("1234567") == "1.234.567 đồng");
    CHECK(value::amount_words("20000") == "20.000 đồng");
    CHECK(value::amount_words("0") == "0 đồng");
    CHECK(value::amount_words("9007199254740993") == "9.007.199.254.740.993 đồng");
}

TEST_CASE("what is no amount is left as it is") {
    CHECK(value::amount_words("khoảng 6,8 tỷ") == "khoảng 6,8 tỷ");
    CHECK(value::amount_words("") == "");
    CHECK(value::amount_words("007") == "007");
}

TEST_CASE("what was said is read back as the same amount") {
    for (const char* digits : {"0", "7", "999", "1000", "999999", "1000000", "1001000", "1000100",
                               "10050000", "999999999", "1000000000", "6801000000", "6800100000",
                               "6800000001", "2005000000000", "123456789012345678901234567890"}) {
        CAPTURE(digits);
        CHECK(amount(value::amount_words(digits)) == digits);
    }
}
