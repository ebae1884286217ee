#include "text/fold.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/nfc.hpp"
#include "text/tables.hpp"
#include "text/utf8.hpp"

namespace text {

namespace {

// Combining Diacritical Marks: all that Vietnamese puts on a letter. The vowel signs of other
// scripts are no decoration and stay.
bool latin_mark(char32_t point) {
    return point >= 0x0300 && point <= 0x036F;
}

void fold_point(char32_t point, std::u32string& out) {
    std::u32string parts;
    decompose(point, parts);
    for (const char32_t part : parts) {
        if (latin_mark(part)) continue;
        const char32_t small = lower_case(part);
        out += small == U'đ' ? U'd' : small;
    }
}

// By code point, what folds to exactly one; 0 elsewhere. Covers Latin with all its Vietnamese
// letters: whole reports are folded for the search.
const std::vector<char16_t>& single_folds() {
    static const std::vector<char16_t> Table = [] {
        std::vector<char16_t> table(0x1F00);
        for (char32_t point = 1; point < table.size(); ++point) {
            std::u32string folded;
            fold_point(point, folded);
            if (folded.size() == 1) table[point] = static_cast<char16_t>(folded[0]);
        }
        return table;
    }();
    return Table;
}

}  // namespace

std::string lower(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) append(out, lower_case(next(utf8)));
    return out;
}

std::string fold(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    const std::vector<char16_t>& table = single_folds();
    std::u32string folded;
    while (!utf8.empty()) {
        const char32_t point = next(utf8);
        if (point < table.size() && table[point] != 0) {
            append(out, table[point]);
            continue;
        }
        folded.clear();
        fold_point(point, folded);
        for (const char32_t part : folded) append(out, part);
    }
    // What still has parts (Hangul, other scripts) is put together again.
    return nfc(out);
}

bool has_words(std::string_view text, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        if (text.find(words.substr(at, end - at)) == std::string_view::npos) return false;
        at = end + 1;
    }
    return true;
}

namespace {

bool begins_word(std::string_view text, std::size_t at) {
    constexpr std::string_view Between = " -,.;:/()\"&";
    return at == 0 || Between.find(text[at - 1]) != std::string_view::npos;
}

/// 0: a whole word of the text; 1: the beginning of one; 2: inside of one, or not in it.
int place_of(std::string_view text, std::string_view word) {
    int best = 2;
    for (auto at = text.find(word); at != text.npos && best > 0; at = text.find(word, at + 1)) {
        if (!begins_word(text, at)) continue;
        const auto end = at + word.size();
        best = end == text.size() || begins_word(text, end + 1) ? 0 : 1;
    }
    return best;
}

bool at_word(std::string_view text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1))
        if (begins_word(text, at)) return true;
    return false;
}

}  // namespace

int distance(std::string_view name, std::string_view words) {
    const auto marked = lower(trimmed(words));
    const auto with_marks = lower(name);
    if (with_marks.starts_with(marked)) return 0;
    if (at_word(with_marks, marked)) return 1;
    const auto bare = fold(marked);
    const auto text = fold(name);
    if (text.starts_with(bare)) return 2;
    int worst = 0;
    for (std::size_t at = 0; at < bare.size();) {
        const auto end = std::min(bare.find(' ', at), bare.size());
        worst = std::max(worst, place_of(text, std::string_view(bare).substr(at, end - at)));
        at = end + 1;
    }
    return 3 + worst;
}

std::string trimmed(std::string_view utf8) {
    std::string_view rest = utf8;
    std::size_t begin = utf8.size();
    std::size_t end = utf8.size();
    while (!rest.empty()) {
        const std::size_t here = utf8.size() - rest.size();
        if (white_space(next(rest))) continue;
        if (begin == utf8.size()) begin = here;
        end = utf8.size() - rest.size();
    }
    return std::string(utf8.substr(begin, end - begin));
}

}  // namespace text
