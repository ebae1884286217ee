// Ids for things made here, and random bytes from the system. Ids of forms, units and models come
// from data/ and are never made.
#pragma once

#include <span>
#include <string>

#include "base/clock.hpp"

namespace base {

/// Fills `bytes` from the system's source of randomness. Throws Fault when there is none.
void fill_random(std::span<unsigned char> bytes);

/// UUID version 7 (RFC 9562, 5.7): 48 bits of `now`, the rest random; lower case with hyphens. Ids
/// made in different milliseconds sort in order of time, in the same millisecond in no order.
std::string uuid7(Millis now);

}  // namespace base
