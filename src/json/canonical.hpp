// The canonical form that is hashed: RFC 8785 (JSON Canonicalization Scheme). No white space,
// members in the order of the UTF-16 code units of their keys, numbers as ECMAScript prints them,
// only the escapes that must be. Does not normalise text: that is done where text comes in.
#pragma once

#include <string>

#include "json/value.hpp"

namespace json {

/// One difference to RFC 8785, on purpose: an integer that fits 64 bits is written with all its
/// digits, where the RFC would round those beyond 2^53. Throws Fault for NaN, infinity and text
/// that is not UTF-8: none can come out of parse().
std::string canonical(const Value& value);

}  // namespace json
