// The one decoder of UTF-8, as the Unicode Standard defines it (table 3-7): no overlong forms, no
// surrogates, nothing above U+10FFFF. For modules that may not see text; others use text/utf8.hpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace base {

struct Utf8Step {
    char32_t point = 0xFFFD;
    std::size_t length = 1;  // of a bad sequence: its maximal subpart, at least 1
    bool good = false;
};

/// The first code point of `bytes`, which must not be empty.
Utf8Step utf8_step(std::string_view bytes);

bool valid_utf8(std::string_view bytes);

}  // namespace base
