#include "i18n/message.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

namespace {

std::size_t gaps(std::string_view sentence) {
    std::size_t count = 0;
    for (std::size_t at = sentence.find("{}"); at != sentence.npos;
         at = sentence.find("{}", at + 2)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a sentence takes its arguments in order, in both languages") {
    const i18n::Message message{i18n::S::ZipTooManyEntries, {"2.500", "2.000"}};
    CHECK(i18n::say(i18n::Lang::Vi, message) ==
          "Tệp nén có 2.500 tệp, vượt giới hạn 2.000 tệp nên chưa được mở. Hãy giải nén trên máy "
          "rồi mở "
          "từng phần.");
    CHECK(
        i18n::say(i18n::Lang::En, message) ==
        "The archive has 2.500 files, above the limit of 2.000, so it was not opened. Unpack it on "
        "your computer and open it in parts.");
}

TEST_CASE("tone marks stand where official documents put them: xóa, hòa, ủy") {
    for (const auto sentence : i18n::ViTexts) {
        for (const auto* other : {"oà", "oá", "oả", "oã", "oạ", "uỷ", "uỳ", "uỹ", "uỵ"}) {
            // Within a syllable ("toàn") there is only one place.
            for (const auto* after : {" ", ".", ",", ";", ":", ")", "”"}) {
                const auto written = other + std::string(after);
                CHECK_MESSAGE(sentence.find(written) == sentence.npos, sentence);
            }
        }
    }
}

TEST_CASE("an argument that looks like a gap is not filled") {
    const i18n::Message message{i18n::S::ZipBomb, {"{}.json", "100"}};
    CHECK(i18n::say(i18n::Lang::En, message)
              .starts_with("The file “{}.json” in the archive grows more "
                           "than 100 times"));
}

TEST_CASE("a forgotten argument is seen and one too many is left out") {
    CHECK(i18n::say(i18n::Lang::Vi, {i18n::S::ZipLocked, {}}) ==
          i18n::text(i18n::Lang::Vi, i18n::S::ZipLocked));
    CHECK(i18n::say(i18n::Lang::Vi, {i18n::S::FileEmpty, {"thừa"}}) ==
          i18n::text(i18n::Lang::Vi, i18n::S::FileEmpty));
}

TEST_CASE("every key has a name that finds it, and as many gaps in both languages") {
    for (std::size_t i = 0; i < i18n::KeyCount; ++i) {
        const auto key = static_cast<i18n::S>(i);
        CAPTURE(i18n::name(key));
        CHECK(i18n::find(i18n::name(key)) == key);
        CHECK(gaps(i18n::text(i18n::Lang::Vi, key)) == gaps(i18n::text(i18n::Lang::En, key)));
    }
}

TEST_CASE("a stranger's name finds no key") {
    CHECK(i18n::name(i18n::S::FileTooLarge) == "FileTooLarge");
    CHECK_FALSE(i18n::find("FileTooLarg").has_value());
    CHECK_FALSE(i18n::find("").has_value());
}
