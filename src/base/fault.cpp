#include "base/fault.hpp"

#include <string>

namespace base {

void check(bool holds, const char* what, const char* file, int line) {
    if (holds) return;
    throw Fault(std::string(what) + " (" + file + ":" + std::to_string(line) + ")");
}

}  // namespace base
