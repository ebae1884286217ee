#include "ui/route.hpp"

#include <algorithm>
#include <charconv>

namespace ui {
namespace {

constexpr std::string_view GridWord = "bang";

template <class Number>
Number number_in(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

/// Folder names are ours: letters, digits, hyphen. Anything else in an address is not.
bool workbook_id(std::string_view text) {
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

void read_pair(Route& route, std::string_view key, std::string_view value) {
    if (key == "so" && workbook_id(value)) route.workbook = std::string(value);
    if (key == "bao-cao") route.report = number_in<std::int64_t>(value);
    if (key == "mh") route.model = number_in<int>(value);
    if (key == "xem") route.grid = value == GridWord;
}

}  // namespace

std::string address_of(const Route& route) {
    std::string address;
    const auto add = [&](std::string_view key, std::string_view value) {
        address += address.empty() ? '#' : '&';
        address += key;
        address += '=';
        address += value;
    };
    if (!route.workbook.empty()) add("so", route.workbook);
    if (route.report == 0) return address;
    add("bao-cao", std::to_string(route.report));
    if (route.grid) add("xem", GridWord);
    if (route.model != 0) add("mh", std::to_string(route.model));
    return address;
}

Route read_address(std::string_view address) {
    Route route;
    if (address.starts_with('#')) address.remove_prefix(1);
    while (!address.empty()) {
        const auto pair = address.substr(0, address.find('&'));
        address.remove_prefix(std::min(pair.size() + 1, address.size()));
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos)
            read_pair(route, pair.substr(0, equals), pair.substr(equals + 1));
    }
    if (route.report == 0) {
        route.model = 0;
        route.grid = false;
    }
    return route;
}

}  // namespace ui
