#include "text/fold.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

TEST_CASE("folded text has no marks, no capitals and d for đ") {
    CHECK(text::fold("Đường số 1") == "duong so 1");
    CHECK(text::fold("QUẢNG NGÃI") == "quang ngai");
    CHECK(text::fold("Ửng Ữ ặ ệ ộ ợ ỷ") == "ung u a e o o y");
    CHECK(text::fold("Đắk Lắk") == "dak lak");
    CHECK(text::fold("") == "");
    CHECK(text::fold("VNeID 26/44 – SKHCN-BCVT&CNTT") == "vneid 26/44 – skhcn-bcvt&cntt");
}

TEST_CASE("composed and decomposed text fold alike") {
    CHECK(text::fold("Nghi\xCC\xA3\xCC\x82 quye\xCC\x82\xCC\x81t") == text::fold("Nghị̂ quyết"));
    CHECK(text::fold("hoa\xCC\x80") == text::fold("hoà"));
    CHECK(text::fold("\xEA\xB0\x81") ==
          text::fold("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8"));  // Hangul
}

TEST_CASE("both places of a tone fold alike") {
    CHECK(text::fold("hòa") == text::fold("hoà"));
    CHECK(text::fold("thúy") == text::fold("thuý"));
}

TEST_CASE("the signs of other scripts are kept") {
    CHECK(text::fold("\u0E44\u0E17\u0E22\u0E4C") == "\u0E44\u0E17\u0E22\u0E4C");  // Thai
}

TEST_CASE("lower case keeps the marks and the length") {
    CHECK(text::lower("SỞ KHOA HỌC VÀ CÔNG NGHỆ") == "sở khoa học và công nghệ");
    CHECK(text::lower("ĐĂÂÊÔƠƯ") == "đăâêôơư");
    CHECK(text::lower("Σ") == "σ");
    CHECK(text::lower("ǅ") == "ǆ");
    CHECK(text::lower("ß 44") == "ß 44");
}

TEST_CASE("every kind of Unicode white space is cut at both ends, and only there") {
    CHECK(text::trimmed("  Sở  KHCN \t\n") == "Sở  KHCN");
    CHECK(text::trimmed("\u00A0\u2003\u202F\u3000x\u2028\u0085") == "x");
    CHECK(text::trimmed(" \u00A0\t") == "");
    CHECK(text::trimmed("") == "");
    // No white space by its property, though nothing is seen of it.
    CHECK(text::trimmed("\u200Bx") == "\u200Bx");
}

TEST_CASE(
    "a name is nearer the more of what is searched for stands in it as a person would write it") {
    const auto order = [](std::string_view words, std::vector<std::string> names) {
        std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
            return text::distance(a, words) < text::distance(b, words);
        });
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(order("xa an", {"Xã Trà Giang", "Xã Ba Xa", "Phường An xã", "Xã An Phú"}) ==
          Names{"Xã An Phú", "Phường An xã", "Xã Trà Giang", "Xã Ba Xa"});
    CHECK(order("lý lịch", {"Ly lich", "Cấp phiếu Lý lịch tư pháp", "Lý lịch khoa học"}) ==
          Names{"Lý lịch khoa học", "Cấp phiếu Lý lịch tư pháp", "Ly lich"});
    CHECK(order("ban", {"In urbản", "In bảng", "In bản", "Bản in", "In ban", "Ban in"}) ==
          Names{"Ban in", "In ban", "Bản in", "In bản", "In bảng", "In urbản"});
}
