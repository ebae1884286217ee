#include "i18n/message.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace i18n {

std::string_view text(Lang lang, S key) {
    const auto index = static_cast<std::size_t>(key);
    return lang == Lang::Vi ? ViTexts[index] : EnTexts[index];
}

std::string say(Lang lang, const Message& message) {
    std::string out;
    std::string_view rest = text(lang, message.key);
    for (const std::string& argument : message.arguments) {
        const std::size_t gap = rest.find("{}");
        if (gap == std::string_view::npos) break;
        out += rest.substr(0, gap);
        out += argument;
        rest.remove_prefix(gap + 2);
    }
    return out += rest;
}

std::string_view name(S key) {
    return KeyNames[static_cast<std::size_t>(key)];
}

std::optional<S> find(std::string_view name) {
    const auto found = std::ranges::find(KeyNames, name);
    if (found == std::end(KeyNames)) return std::nullopt;
    return static_cast<S>(found - std::begin(KeyNames));
}

}  // namespace i18n
