#include "archive/names.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace archive {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_control(unsigned char byte) {
    return byte < 0x20 || byte == 0x7F;
}

}  // namespace

bool good_name(std::string_view name) {
    if (name.ends_with('/')) name.remove_suffix(1);
    const bool strange = std::ranges::any_of(name, [](char byte) {
        return byte == '\\' || is_control(static_cast<unsigned char>(byte));
    });
    const bool drive = name.size() >= 2 && name[1] == ':';
    if (strange || drive) return false;
    for (;;) {
        const std::size_t slash = name.find('/');
        const std::string_view part = name.substr(0, slash);
        if (part.empty() || part == "." || part == "..") return false;
        if (slash == name.npos) return true;
        name.remove_prefix(slash + 1);
    }
}

std::string readable(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const base::Utf8Step step = base::utf8_step(name);
        const bool shown = step.good && !is_control(static_cast<unsigned char>(name.front()));
        out += shown ? name.substr(0, step.length) : Replacement;
        name.remove_prefix(step.length);
    }
    return out;
}

std::string short_name(std::string_view name) {
    constexpr std::size_t Longest = 120;
    std::string whole = readable(name.substr(0, std::min(name.size(), 4 * Longest)));
    if (whole.size() <= Longest) return whole;
    std::size_t end = Longest;
    while ((static_cast<unsigned char>(whole[end]) & 0xC0) == 0x80) --end;
    return whole.substr(0, end) + "…";
}

}  // namespace archive
