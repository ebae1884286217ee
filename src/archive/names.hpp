// Which names an archive may hold. Inside this module only.
#pragma once

#include <string>
#include <string_view>

namespace archive {

/// Relative, parts separated by "/", none of them empty, "." or ".."; no backslash, no drive, no
/// control character. A "/" at the end (a folder) is allowed.
bool good_name(std::string_view name);

/// As people may see it: control characters and bytes that are not UTF-8 as U+FFFD.
std::string readable(std::string_view name);

/// The same, cut to fit a sentence.
std::string short_name(std::string_view name);

}  // namespace archive
