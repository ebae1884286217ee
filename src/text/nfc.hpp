// Normalization Form C (Unicode Standard Annex #15) over tables made from the Unicode Character
// Database by scripts/unicode.mjs, so that "ệ" is one sequence of bytes however it was typed.
// Text is normalised once where it comes in; inside, nobody wonders.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// `utf8` in NFC. Bad UTF-8 becomes U+FFFD on the way.
std::string nfc(std::string_view utf8);

/// Whether nfc(utf8) == utf8; quick for what is mostly so.
bool is_nfc(std::string_view utf8);

}  // namespace text
