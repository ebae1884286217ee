// The one function that is applied to a value when it is typed or pasted and committed. Never
// applied to a value somebody else sent: what they wrote is kept.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// `utf8` as it is stored: valid UTF-8 in NFC; every line end (CRLF, CR, and what Word and browsers
/// paste: U+000B, U+000C, U+0085, U+2028, U+2029) is "\n"; the spaces that Word and PDF put in
/// (U+00A0, U+202F, U+200A) are spaces; zero-width space, byte order mark, soft hyphen (U+200B,
/// U+FEFF, U+00AD) and control characters other than tab are gone; no white space at the end of a
/// line or of the whole. Applying it again changes nothing.
std::string entered(std::string_view utf8);

}  // namespace text
