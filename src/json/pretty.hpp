// The form of the files we write: one member a line, so that people can read them in Notepad and
// tools can show differences by line.
#pragma once

#include <string>

#include "json/value.hpp"

namespace json {

/// Members in their order, indentation of one space, "\n" as line end and at the end, letters as
/// they are (not \u00e1), numbers as in canonical(). Empty objects and lists are {} and []. The
/// same value always gives the same bytes. Throws Fault like canonical().
std::string pretty(const Value& value);

}  // namespace json
