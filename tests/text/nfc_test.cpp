#include "text/nfc.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "text/tables.hpp"
#include "text/unicode_tables.hpp"
#include "text/utf8.hpp"

namespace {

std::string utf8(std::u32string_view points) {
    std::string out;
    for (const char32_t point : points) text::append(out, point);
    return out;
}

// Huyền, sắc, ngã, hỏi, nặng: the order of the code points.
constexpr std::array<char32_t, 5> Tones = {0x0300, 0x0301, 0x0303, 0x0309, 0x0323};

const std::vector<std::pair<std::u32string, std::u32string>>& vowels() {
    // The vowel without and with the tones as printed, and the parts of the vowel.
    static const std::vector<std::pair<std::u32string, std::u32string>> Rows = {
        {U"aàáãảạ", U"a"}, {U"ăằắẵẳặ", U"a\u0306"}, {U"âầấẫẩậ", U"a\u0302"},
        {U"eèéẽẻẹ", U"e"}, {U"êềếễểệ", U"e\u0302"}, {U"iìíĩỉị", U"i"},
        {U"oòóõỏọ", U"o"}, {U"ôồốỗổộ", U"o\u0302"}, {U"ơờớỡởợ", U"o\u031B"},
        {U"uùúũủụ", U"u"}, {U"ưừứữửự", U"u\u031B"}, {U"yỳýỹỷỵ", U"y"},
        {U"AÀÁÃẢẠ", U"A"}, {U"ĂẰẮẴẲẶ", U"A\u0306"}, {U"ÂẦẤẪẨẬ", U"A\u0302"},
        {U"EÈÉẼẺẸ", U"E"}, {U"ÊỀẾỄỂỆ", U"E\u0302"}, {U"IÌÍĨỈỊ", U"I"},
        {U"OÒÓÕỎỌ", U"O"}, {U"ÔỒỐỖỔỘ", U"O\u0302"}, {U"ƠỜỚỠỞỢ", U"O\u031B"},
        {U"UÙÚŨỦỤ", U"U"}, {U"ƯỪỨỮỬỰ", U"U\u031B"}, {U"YỲÝỸỶỴ", U"Y"}};
    return Rows;
}

}  // namespace

TEST_CASE("every Vietnamese letter is one code point however its marks are typed") {
    int letters = 0;
    for (const auto& [row, parts] : vowels()) {
        REQUIRE(row.size() == 6);
        for (std::size_t tone = 0; tone < 6; ++tone) {
            const std::string composed = utf8(row.substr(tone, 1));
            std::u32string points = parts;
            if (tone > 0) points += Tones[tone - 1];
            CAPTURE(composed);
            CHECK(text::nfc(composed) == composed);
            CHECK(text::nfc(utf8(points)) == composed);
            // The vowel typed as one and the tone put on it.
            if (tone > 0)
                CHECK(text::nfc(utf8(std::u32string{row[0], Tones[tone - 1]})) == composed);
            ++letters;
        }
    }
    CHECK(letters == 144);
    CHECK(text::nfc("đĐ") == "đĐ");
}

TEST_CASE("marks may come in any order that Unicode holds equal") {
    // The dot is below and the circumflex above: they do not touch, so both orders are one letter.
    CHECK(text::nfc(utf8(U"e\u0323\u0302")) == "ệ");
    CHECK(text::nfc(utf8(U"e\u0302\u0323")) == "ệ");
    CHECK(text::nfc(utf8(U"\u1EB9\u0302")) == "ệ");  // ẹ and circumflex
    CHECK(text::nfc(utf8(U"\u00EA\u0323")) == "ệ");  // ê and dot
    CHECK(text::nfc(utf8(U"a\u0323\u0306")) == "ặ");
    CHECK(text::nfc(utf8(U"a\u0306\u0323")) == "ặ");
    CHECK(text::nfc(utf8(U"o\u0323\u031B")) == "ợ");
    CHECK(text::nfc(utf8(U"o\u031B\u0323")) == "ợ");
    CHECK(text::nfc(utf8(U"u\u0301\u031B")) == "ứ");
    // Acute and circumflex both stand above: here the order is what is meant.
    CHECK(text::nfc(utf8(U"e\u0302\u0301")) == "ế");
    CHECK(text::nfc(utf8(U"e\u0301\u0302")) == utf8(U"\u00E9\u0302"));
}

TEST_CASE("old encodings of tones become the ones in use") {
    CHECK(text::nfc(utf8(U"a\u0340")) == "à");
    CHECK(text::nfc(utf8(U"a\u0341")) == "á");
}

TEST_CASE("singletons become what they stand for") {
    CHECK(text::nfc(utf8(U"\u212B")) == utf8(U"\u00C5"));  // angstrom sign
    CHECK(text::nfc(utf8(U"\u2126")) == utf8(U"\u03A9"));  // ohm sign
    CHECK(text::nfc(utf8(U"\u1F71")) == utf8(U"\u03AC"));
    CHECK(text::nfc(utf8(U"\U0002F801")) == utf8(U"\u4E38"));
}

TEST_CASE("composition exclusions stay decomposed") {
    CHECK(text::nfc(utf8(U"\u0958")) == utf8(U"\u0915\u093C"));
    CHECK(text::nfc(utf8(U"\u0915\u093C")) == utf8(U"\u0915\u093C"));
    CHECK(text::nfc(utf8(U"\uFB1D")) == utf8(U"\u05D9\u05B4"));
    CHECK(text::nfc(utf8(U"\u2ADC")) == utf8(U"\u2ADD\u0338"));
}

TEST_CASE("Hangul is composed by arithmetic") {
    CHECK(text::nfc(utf8(U"\u1100\u1161")) == utf8(U"\uAC00"));
    CHECK(text::nfc(utf8(U"\u1100\u1161\u11A8")) == utf8(U"\uAC01"));
    CHECK(text::nfc(utf8(U"\u1112\u1175\u11C2")) == utf8(U"\uD7A3"));
    CHECK(text::nfc(utf8(U"\uAC00\u11A8")) == utf8(U"\uAC01"));
    // U+D4DB is the example of The Unicode Standard, 3.12.
    CHECK(text::nfc(utf8(U"\u1111\u1171\u11B6")) == utf8(U"\uD4DB"));
    // A tail on a syllable that has one, and U+11A7, which is no tail.
    CHECK(text::nfc(utf8(U"\uAC01\u11A8")) == utf8(U"\uAC01\u11A8"));
    CHECK(text::nfc(utf8(U"\uAC00\u11A7")) == utf8(U"\uAC00\u11A7"));
}

TEST_CASE("a mark that is in the way of another keeps it from composing") {
    // NormalizationTest.txt and UAX #15: D-dot and the like.
    CHECK(text::nfc(utf8(U"D\u0323\u0307")) == utf8(U"\u1E0C\u0307"));
    CHECK(text::nfc(utf8(U"\u1E0A\u0323")) == utf8(U"\u1E0C\u0307"));
    CHECK(text::nfc(utf8(U"s\u0307\u0323")) == utf8(U"\u1E69"));
    CHECK(text::nfc(utf8(U"\u1E9B\u0323")) == utf8(U"\u1E9B\u0323"));
    CHECK(text::nfc(utf8(U"a\u0305\u0300")) == utf8(U"a\u0305\u0300"));
    // A letter between (U+034F joins graphemes and has no order).
    CHECK(text::nfc(utf8(U"a\u034F\u0301")) == utf8(U"a\u034F\u0301"));
    // A vowel sign of order 0 composes with what stands directly before it only.
    CHECK(text::nfc(utf8(U"\u09C7\u09BE")) == utf8(U"\u09CB"));
    CHECK(text::nfc(utf8(U"\u09C7\u0334\u09BE")) == utf8(U"\u09C7\u0334\u09BE"));
}

TEST_CASE("marks without a letter stay, in order") {
    CHECK(text::nfc(utf8(U"\u0301\u0323")) == utf8(U"\u0323\u0301"));
    CHECK(text::nfc("") == "");
}

TEST_CASE("a letter with a hundred thousand marks is normalised in no time") {
    std::u32string points = U"a";
    for (int i = 0; i < 50'000; ++i) points += U"\u0301\u0323";
    const std::string once = text::nfc(utf8(points));
    CHECK(once.starts_with("ạ"));
    CHECK(text::is_nfc(once));
}

TEST_CASE("normalising again changes nothing, for all that decomposes and all marks") {
    int changed_twice = 0;
    for (const auto& row : text::unicode_tables().decompositions) {
        for (const auto& mark : text::unicode_tables().marks) {
            // All pairs would be two million; every letter meets every mark within 64 steps.
            if ((row.from + mark.mark) % 64 != 0) continue;
            const std::string once = text::nfc(utf8(std::u32string{row.from, mark.mark}));
            if (text::nfc(once) != once) ++changed_twice;
        }
    }
    CHECK(changed_twice == 0);
}

TEST_CASE("what nfc passes over without a look is settled by the tables too") {
    const auto quick = [](char32_t point) {
        return point < 0x0300 || (point >= 0x1E00 && point <= 0x1EFF) ||
               (point >= 0x2002 && point <= 0x20CF);
    };
    for (const auto& row : text::unicode_tables().decompositions) {
        if (!quick(row.from)) continue;
        // It decomposes, so it must be what its parts compose to.
        std::u32string points(text::unicode_tables().decomposed, row.offset, row.length);
        CAPTURE(static_cast<unsigned>(row.from));
        REQUIRE(points.size() >= 2);
        const char32_t last = points.back();
        points.pop_back();
        std::string_view rest;
        const std::string first = text::nfc(utf8(points));
        rest = first;
        CHECK(text::composed(text::next(rest), last) == row.from);
        CHECK(rest.empty());
    }
    for (const auto& row : text::unicode_tables().compositions) CHECK_FALSE(quick(row.second));
    for (const auto& row : text::unicode_tables().marks) CHECK_FALSE(quick(row.mark));
}

TEST_CASE("the tables are sorted, because they are searched by halves") {
    using Tables = text::UnicodeTables;
    const Tables& tables = text::unicode_tables();
    CHECK(std::ranges::is_sorted(tables.decompositions, {}, &Tables::Decomposition::from));
    CHECK(std::ranges::is_sorted(tables.marks, {}, &Tables::Mark::mark));
    CHECK(std::ranges::is_sorted(tables.cases, {}, &Tables::Case::upper));
    CHECK(std::ranges::is_sorted(tables.compositions, {}, [](const Tables::Composition& row) {
        return std::pair(row.first, row.second);
    }));
}

TEST_CASE("bad UTF-8 becomes U+FFFD") {
    CHECK(text::nfc("a\xCC") == "a\xEF\xBF\xBD");
    CHECK_FALSE(text::is_nfc("a\xCC"));
    CHECK_FALSE(text::is_nfc("a\x80z"));
}

TEST_CASE("is_nfc tells composed from decomposed") {
    CHECK(text::is_nfc("Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"));
    CHECK(text::is_nfc(""));
    CHECK(text::is_nfc("日本"));
    CHECK_FALSE(text::is_nfc(utf8(U"So\u031B\u0309")));
    CHECK_FALSE(text::is_nfc(utf8(U"\u2126")));
    CHECK_FALSE(text::is_nfc(utf8(U"\u2000")));
}
