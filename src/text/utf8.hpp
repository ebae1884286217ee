// UTF-8 as the Unicode Standard defines it (table 3-7): no overlong forms, no surrogates, nothing
// above U+10FFFF. Does not know letters; see nfc.hpp and fold.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

constexpr char32_t Replacement = 0xFFFD;

/// Takes the first code point off `rest`, which must not be empty. A bad sequence is U+FFFD and
/// takes its maximal subpart, at least one byte, as browsers do (Unicode 3.9, "U+FFFD Substitution
/// of Maximal Subparts"), so a walk always ends.
char32_t next(std::string_view& rest);

/// Appends `point` in UTF-8; surrogates and numbers above U+10FFFF become U+FFFD.
void append(std::string& out, char32_t point);

/// How many code points; a bad sequence counts as the U+FFFD it would become.
std::size_t code_points(std::string_view utf8);

}  // namespace text
