// A bug of ours or a broken machine: SQL that fails, an invariant that does not hold. Caught at
// four boundaries only (drawing, a change, a job, a call from the page), never in business code.
// What a person can act on is a Refusal (base/result.hpp). The text is for developers, so it is no
// i18n key.
#pragma once

#include <stdexcept>

namespace base {

class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws a Fault that names the caller's file and line when `holds` is false. `what` says what is
/// wrong, not what was checked: check(!names.empty(), "a unit without a name").
void check(bool holds, const char* what, const char* file = __builtin_FILE(),
           int line = __builtin_LINE());

}  // namespace base
