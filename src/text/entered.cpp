#include "text/entered.hpp"

#include <cstddef>

#include "text/nfc.hpp"
#include "text/tables.hpp"
#include "text/utf8.hpp"

namespace text {

namespace {

bool ends_line(char32_t point) {
    return point == U'\n' || point == U'\r' || point == U'\v' || point == U'\f' ||
           point == 0x0085 || point == 0x2028 || point == 0x2029;
}

bool dropped(char32_t point) {
    const bool control = (point < 0x20 && point != U'\t') || point == 0x7F;
    return control || point == 0x200B || point == 0xFEFF || point == 0x00AD;
}

bool printed_as_space(char32_t point) {
    return point == 0x00A0 || point == 0x202F || point == 0x200A;
}

std::string with_plain_characters(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const char32_t point = next(utf8);
        if (point == U'\r' && utf8.starts_with('\n')) continue;
        if (ends_line(point)) {
            out += '\n';
        } else if (printed_as_space(point)) {
            out += ' ';
        } else if (!dropped(point)) {
            append(out, point);
        }
    }
    return out;
}

std::string without_trailing_space(std::string_view utf8) {
    std::string out;
    // Line ends and white space that are only kept when something follows.
    std::size_t line_ends = 0;
    std::string spaces;
    while (!utf8.empty()) {
        const char32_t point = next(utf8);
        if (point == U'\n') {
            ++line_ends;
            spaces.clear();
        } else if (white_space(point)) {
            append(spaces, point);
        } else {
            out.append(line_ends, '\n').append(spaces);
            line_ends = 0;
            spaces.clear();
            append(out, point);
        }
    }
    return out;
}

}  // namespace

std::string entered(std::string_view utf8) {
    return without_trailing_space(nfc(with_plain_characters(utf8)));
}

}  // namespace text
