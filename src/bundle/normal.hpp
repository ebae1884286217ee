// Text of a file in Normalization Form C, so that a version has one id however its letters
// travelled.
#pragma once

#include "json/value.hpp"

namespace bundle {

/// Every text and every member's name of `value` in NFC. A name that would become the same as
/// another one's keeps its form, so that no member is lost.
void normalise(json::Value& value);

}  // namespace bundle
