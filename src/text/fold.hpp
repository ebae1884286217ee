// How text is compared when people search, and how white space is cut. Both sides are folded the
// same way; matches with the right marks are put first by the caller. The alphabet's order is not
// here.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// Lower case, one letter for one letter, with the Unicode Character Database's simple mapping:
/// never the machine's locale.
std::string lower(std::string_view utf8);

/// Lower case, without tone and vowel marks, đ as d: "Đường số 1" and "duong so 1" are equal. NFC
/// and NFD fold alike.
std::string fold(std::string_view utf8);

/// Whether every one of `words`, which are parted by spaces, occurs in `text`; both folded alike.
bool has_words(std::string_view text, std::string_view words);

/// How far a name is from what is searched for, less is nearer: the words with their marks at its
/// beginning, then at the beginning of one of its words; without marks at its beginning; whole
/// words of it; beginnings of its words; parts of words, or words that stand elsewhere. 0 to 5.
int distance(std::string_view name, std::string_view words);

/// Without Unicode white space at both ends.
std::string trimmed(std::string_view utf8);

}  // namespace text
