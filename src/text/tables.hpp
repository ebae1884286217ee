// What the Unicode Character Database says of single code points, for the rest of this module.
// Hangul is computed (The Unicode Standard, 3.12), everything else looked up in generated tables.
// Not for other modules: they ask nfc.hpp and fold.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace text {

/// Appends the full canonical decomposition of `point`, which is itself for most.
void decompose(char32_t point, std::u32string& out);

/// The code point that both compose to, if the standard composes them.
std::optional<char32_t> composed(char32_t first, char32_t second);

/// Where a combining mark belongs among others on the same letter: neighbours stand in ascending
/// order and equals stay as they are. 0 for letters, which nothing moves past.
std::uint8_t combining_order(char32_t point);

char32_t lower_case(char32_t point);

/// The property White_Space.
bool white_space(char32_t point);

}  // namespace text
