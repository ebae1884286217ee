#include "text/utf8.hpp"

#include "base/utf8.hpp"

namespace text {

char32_t next(std::string_view& rest) {
    const base::Utf8Step step = base::utf8_step(rest);
    rest.remove_prefix(step.length);
    return step.point;
}

void append(std::string& out, char32_t point) {
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = Replacement;
    if (point < 0x80) {
        out += static_cast<char>(point);
        return;
    }
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    }
    out += static_cast<char>(0x80 | (point & 0x3F));
}

std::size_t code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (; !utf8.empty(); ++count) next(utf8);
    return count;
}

}  // namespace text
