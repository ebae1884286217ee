// How texts and numbers are written, the same in canonical() and pretty(). Inside this module only.
#pragma once

#include <string>
#include <string_view>

#include "json/value.hpp"

namespace json {

/// Appends `text` in quotes with the escapes of RFC 8785, 3.2.2.2. Throws Fault when it is not
/// UTF-8.
void write_text(std::string& out, std::string_view text);

/// Appends null, true, false, a text or a number. Throws Fault for what JSON cannot write.
void write_scalar(std::string& out, const Value& value);

}  // namespace json
