#include "base/utf8.hpp"

namespace base {

namespace {

// What a lead byte promises: how many bytes follow, and the range of the first of them, which is
// where overlong forms, surrogates and too large numbers are cut off.
struct Lead {
    std::size_t more = 0;  // 0: no lead byte
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {3};
    if (byte == 0xF4) return {3, 0x80, 0x8F};
    return {};
}

}  // namespace

Utf8Step utf8_step(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = lead_of(first);
    if (lead.more == 0) return {};
    // What a lead byte keeps for the number: 5, 4 or 3 bits.
    char32_t point = first & (0x3Fu >> lead.more);
    for (std::size_t i = 1; i <= lead.more; ++i) {
        const auto byte =
            i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
        const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : (byte & 0xC0) == 0x80;
        if (!fits) return {0xFFFD, i, false};
        point = point << 6 | (byte & 0x3Fu);
    }
    return {point, lead.more + 1, true};
}

bool valid_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const Utf8Step step = utf8_step(bytes);
        if (!step.good) return false;
        bytes.remove_prefix(step.length);
    }
    return true;
}

}  // namespace base
