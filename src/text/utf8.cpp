#include "text/utf8.hpp"

namespace text {

namespace {

unsigned char byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// What a lead byte promises: how many bytes follow, and the range of the first of them, which is
// where overlong forms, surrogates and too large numbers are cut off (Unicode, table 3-7).
struct Lead {
    std::size_t more = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

bool lead_of(unsigned char byte, Lead& lead) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        lead = {1};
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        lead = {2, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        lead = {3, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    } else {
        return false;
    }
    return true;
}

struct Step {
    char32_t point = Replacement;
    std::size_t length = 1;
    bool good = false;
};

Step step_at(std::string_view bytes) {
    const unsigned char first = byte_at(bytes, 0);
    if (first < 0x80) return {first, 1, true};
    Lead lead;
    if (!lead_of(first, lead)) return {};
    // 0x1F, 0x0F, 0x07: what a lead byte keeps for the number.
    char32_t point = first & (0x3Fu >> lead.more);
    for (std::size_t i = 1; i <= lead.more; ++i) {
        const unsigned char byte = i < bytes.size() ? byte_at(bytes, i) : 0;
        const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : continues(byte);
        if (!fits) return {Replacement, i, false};
        point = point << 6 | (byte & 0x3Fu);
    }
    return {point, lead.more + 1, true};
}

}  // namespace

bool valid_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const Step step = step_at(bytes);
        if (!step.good) return false;
        bytes.remove_prefix(step.length);
    }
    return true;
}

std::string repair_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    while (!bytes.empty()) {
        const Step step = step_at(bytes);
        if (step.good) {
            out += bytes.substr(0, step.length);
        } else {
            append(out, Replacement);
        }
        bytes.remove_prefix(step.length);
    }
    return out;
}

char32_t next(std::string_view& rest) {
    const Step step = step_at(rest);
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
