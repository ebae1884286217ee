#include "value/money.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "text/entered.hpp"
#include "text/fold.hpp"

namespace value {

namespace {

constexpr std::size_t MillionZeros = 6;
constexpr std::size_t BillionZeros = 9;
constexpr std::size_t MostWords = 200;  // bytes; no amount is longer

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string without_leading_zeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? "0" : digits;
}

struct Unit {
    std::string_view word;  // folded, so that "tỉ", "TỶ" and "ty" are one
    std::size_t zeros;
};
constexpr std::array<Unit, 6> Units = {
    {{"ty", 9}, {"ti", 9}, {"trieu", 6}, {"tr", 6}, {"nghin", 3}, {"ngan", 3}}};
constexpr std::array<std::string_view, 4> Currency = {"dong", "d", "vnd",
                                                      "\xE2\x82\xAB"};  // the last: ₫

// "1 tỷ 200 triệu đồng" is the words 1, ty, 200, trieu, dong.
std::vector<std::string> split(std::string_view folded) {
    std::vector<std::string> words;
    bool number = false;
    bool open = false;
    for (const char c : folded) {
        const bool in_number = is_digit(c) || c == '.' || c == ',';
        if (c == ' ' || c == '\t' || c == '\n') {
            open = false;
            continue;
        }
        if (!open || in_number != number) words.emplace_back();
        words.back() += c;
        number = in_number;
        open = true;
    }
    return words;
}

// A number as it is printed here: "1.234", "6,8", "1.234,5".
struct Number {
    std::string whole;
    std::string decimals;  // without zeros at the end
};

std::optional<std::string> without_points(std::string_view grouped) {
    if (all_digits(grouped)) return std::string(grouped);
    // "0.5" and "0.500" are somebody's decimals, not thousands.
    if (grouped.starts_with('0')) return std::nullopt;
    std::string digits;
    for (bool first = true;; first = false) {
        const std::size_t point = grouped.find('.');
        const std::string_view group = grouped.substr(0, point);
        if (!all_digits(group) || group.size() > 3 || (!first && group.size() < 3))
            return std::nullopt;
        digits += group;
        if (point == grouped.npos) return digits;
        grouped.remove_prefix(point + 1);
    }
}

std::optional<Number> read_number(std::string_view word) {
    const std::size_t comma = word.find(',');
    auto whole = without_points(word.substr(0, comma));
    if (!whole) return std::nullopt;
    if (comma == word.npos) return Number{std::move(*whole), {}};
    std::string decimals(word.substr(comma + 1));
    if (!all_digits(decimals)) return std::nullopt;
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return Number{std::move(*whole), std::move(decimals)};
}

std::optional<std::size_t> zeros_of(std::string_view word) {
    const auto found = std::ranges::find(Units, word, &Unit::word);
    if (found == Units.end()) return std::nullopt;
    return found->zeros;
}

// The digits of a number with its unit, or nothing when it is no whole number of đồng.
std::optional<std::string> scaled(Number number, std::size_t zeros) {
    if (number.decimals.size() > zeros) return std::nullopt;
    number.decimals.append(zeros - number.decimals.size(), '0');
    return without_leading_zeros(number.whole + number.decimals);
}

// Takes the words of a unit from `next` on ("nghìn tỷ" are two); 0 when there is none.
std::size_t take_zeros(const std::vector<std::string>& words, std::size_t& next) {
    std::size_t zeros = 0;
    while (next < words.size()) {
        const auto unit = zeros_of(words[next]);
        const bool joins = zeros == 0 || (zeros == 3 && unit == BillionZeros);
        if (!unit || !joins) break;
        zeros += *unit;
        ++next;
    }
    return zeros;
}

}  // namespace

std::string vn_number(std::string_view digits) {
    std::string out(digits);
    if (!all_digits(digits)) return out;
    for (std::size_t place = out.size(); place > 3; place -= 3) out.insert(place - 3, 1, '.');
    return out;
}

std::optional<std::string> read_amount(std::string_view words) {
    if (words.size() > MostWords) return std::nullopt;
    std::vector<std::string> parts = split(text::fold(text::entered(words)));
    const bool in_dong =
        parts.size() > 1 && std::ranges::find(Currency, parts.back()) != Currency.end();
    if (in_dong) parts.pop_back();

    std::string sum;
    bool more = true;      // whether another part may follow
    std::size_t room = 0;  // digits of the sum that the next part fills
    for (std::size_t next = 0; next < parts.size();) {
        const auto number = read_number(parts[next++]);
        if (!number || !more) return std::nullopt;
        const std::size_t zeros = take_zeros(parts, next);
        const auto digits = scaled(*number, zeros);
        const bool first = sum.empty();
        // After "1 tỷ" a bare number is only đồng when it says so: "1 tỷ 2" is 1,2 tỷ to many.
        if (!digits || (!first && (digits->size() > room || (zeros == 0 && !in_dong))))
            return std::nullopt;
        if (!first) sum.erase(sum.size() - room).append(room - digits->size(), '0');
        sum += *digits;
        more = zeros > 0 && number->decimals.empty() && *digits != "0";
        room = zeros;
    }
    if (sum.empty()) return std::nullopt;
    return without_leading_zeros(std::move(sum));
}

std::string amount_words(std::string_view digits) {
    constexpr std::size_t MostDecimals = 3;
    const bool plain = all_digits(digits) && (digits.size() == 1 || digits.front() != '0');
    if (!plain) return std::string(digits);
    const std::size_t zeros =
        digits.size() - std::min(digits.size(), digits.find_last_not_of('0') + 1);
    const auto in_unit = [&](std::size_t unit_zeros,
                             std::string_view unit) -> std::optional<std::string> {
        if (digits.size() <= unit_zeros || zeros + MostDecimals < unit_zeros) return std::nullopt;
        std::string out = vn_number(digits.substr(0, digits.size() - unit_zeros));
        if (zeros < unit_zeros)
            out += "," + std::string(digits.substr(digits.size() - unit_zeros, unit_zeros - zeros));
        return out.append(" ").append(unit);
    };
    if (auto billions = in_unit(BillionZeros, "tỷ đồng")) return *billions;
    if (auto millions = in_unit(MillionZeros, "triệu đồng")) return *millions;
    return vn_number(digits) + " đồng";
}

}  // namespace value
