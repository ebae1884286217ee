#include "json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include "base/fault.hpp"
#include "base/utf8.hpp"

namespace json {

namespace {

void write_escape(std::string& out, unsigned char byte) {
    constexpr std::string_view Digits = "0123456789abcdef";
    switch (byte) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            break;
    }
    out += "\\u00";
    out += Digits[byte >> 4];
    out += Digits[byte & 15];
}

// "5.61e-14" → "5.62e-14"; nines are left alone, because what follows them has fewer digits.
std::string next_above(std::string decimal) {
    const std::size_t last = decimal.find('e') - 1;
    if (decimal[last] != '9') ++decimal[last];
    return decimal;
}

// The fewest digits that read back as the same number, as "d.ddde±xx". Printing n digits rounds
// right, so the first n that reads back is also the nearest of its length. Only a power of two has
// its lower neighbour nearer than the upper: there the rounded digits may fall short where the next
// ones would read back. std::to_chars knows all this, but brings 100 kB of tables that do not
// compress; files hold next to no fractions.
std::string shortest(double number) {
    const auto reads_back = [&](const std::string& decimal) {
        return std::strtod(decimal.c_str(), nullptr) == number;
    };
    std::array<char, 32> buffer{};
    for (int digits = 0; digits < 17; ++digits) {
        std::snprintf(buffer.data(), buffer.size(), "%.*e", digits, number);
        if (reads_back(buffer.data())) break;
        if (std::string above = next_above(buffer.data()); reads_back(above)) return above;
    }
    return buffer.data();
}

// ECMA-262, Number::toString: the shortest digits that read back as the same number, with a point
// while it is between 1e-7 and 1e21 and with an exponent beyond.
void write_number(std::string& out, double number) {
    base::check(std::isfinite(number), "JSON has no infinity and no NaN");
    if (number == 0) {
        out += '0';  // minus zero too
        return;
    }
    const std::string text = shortest(std::abs(number));
    const std::size_t e = text.find('e');
    std::string digits = text.substr(0, 1);
    if (e > 2) digits += text.substr(2, e - 2);
    const std::size_t sign = text[e + 1] == '-' ? 1 : 0;
    int exponent = 0;
    std::from_chars(text.data() + e + 2, text.data() + text.size(), exponent);
    if (sign == 1) exponent = -exponent;

    if (number < 0) out += '-';
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1;  // digits before the decimal point
    if (point > 21 || point <= -6) {
        out += digits.substr(0, 1);
        if (count > 1) out += "." + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    } else if (point <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else if (point >= count) {
        out += digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else {
        out += digits.insert(static_cast<std::size_t>(point), 1, '.');
    }
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t written = 0;  // what stands before it is in `out` already
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x80) {
            const base::Utf8Step step = base::utf8_step(text.substr(i));
            base::check(step.good, "a text that is not UTF-8 was to be written as JSON");
            i += step.length;
        } else if (byte < 0x20 || byte == '"' || byte == '\\') {
            out += text.substr(written, i - written);
            write_escape(out, byte);
            written = ++i;
        } else {
            ++i;
        }
    }
    out += text.substr(written);
    out += '"';
}

void write_scalar(std::string& out, const Value& value) {
    switch (value.type()) {
        case Value::value_t::null:
            out += "null";
            return;
        case Value::value_t::boolean:
            out += value.get<bool>() ? "true" : "false";
            return;
        case Value::value_t::string:
            write_text(out, value.get_ref<const std::string&>());
            return;
        case Value::value_t::number_integer:
            out += std::to_string(value.get<std::int64_t>());
            return;
        case Value::value_t::number_unsigned:
            out += std::to_string(value.get<std::uint64_t>());
            return;
        case Value::value_t::number_float:
            write_number(out, value.get<double>());
            return;
        default:
            throw base::Fault("a value that JSON cannot hold was to be written");
    }
}

}  // namespace json
