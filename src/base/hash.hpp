// SHA-256 (FIPS 180-4) by libsodium, the same code in the browser and on the command line.
// Signatures and passwords are not here yet.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace base {

using Sha256 = std::array<unsigned char, 32>;

Sha256 sha256(std::string_view bytes);

/// Lower-case hexadecimal, two digits a byte.
std::string hex(std::span<const unsigned char> bytes);

}  // namespace base
