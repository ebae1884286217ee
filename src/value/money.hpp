// Amounts of money in đồng, as decimal digits in text: exact for any size, never a double. Reads
// and writes the way officials do ("6,8 tỷ đồng", "10.050.000 đồng"); a value keeps its words
// beside this. Does not read unit prices ("20.000 đồng/bản") or foreign money: they are not amounts
// of đồng.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace value {

/// Digits in groups of three: "6800000000" → "6.800.000.000". What is not all digits comes back as
/// it is.
std::string vn_number(std::string_view digits);

/// The amount in đồng that `words` states, as digits without leading zeros: "6,8 tỷ" →
/// "6800000000", "1 tỷ 200 triệu đồng", "500 triệu", "10.050.000 đồng", "1234". The point groups
/// thousands and the comma begins decimals (Luật Kế toán 2015, Điều 11). Nothing for what is not
/// exactly one amount: other words ("khoảng 6,8 tỷ", whose "khoảng" must be kept elsewhere), "6.8
/// tỷ", a fraction of a đồng.
std::optional<std::string> read_amount(std::string_view words);

/// As a person would write it, exactly: "6800000000" → "6,8 tỷ đồng", "500000000" → "500 triệu
/// đồng", "10050000" → "10,05 triệu đồng", "1234567" → "1.234.567 đồng". At most three decimals;
/// what would need more stays in digits. Digits as read_amount() makes them; anything else comes
/// back as it is.
std::string amount_words(std::string_view digits);

}  // namespace value
