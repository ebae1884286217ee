#include "text/fold.hpp"

#include <cstddef>

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
    std::u32string parts;
    while (!utf8.empty()) {
        parts.clear();
        decompose(next(utf8), parts);
        for (const char32_t part : parts) {
            if (latin_mark(part)) continue;
            const char32_t small = lower_case(part);
            append(out, small == U'đ' ? U'd' : small);
        }
    }
    // What still has parts (Hangul, other scripts) is put together again.
    return nfc(out);
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
