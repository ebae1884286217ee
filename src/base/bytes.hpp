// Bytes that are not text.
#pragma once

#include <vector>

namespace base {

using Bytes = std::vector<unsigned char>;

}  // namespace base
