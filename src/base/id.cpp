#include "base/id.hpp"

#include <array>

#include <sodium.h>

#include "base/fault.hpp"
#include "base/hash.hpp"

namespace base {

void fill_random(std::span<unsigned char> bytes) {
    // Safe to call any number of times; the first call chooses the system's source.
    check(sodium_init() >= 0, "no source of random bytes");
    randombytes_buf(bytes.data(), bytes.size());
}

std::string uuid7(Millis now) {
    std::array<unsigned char, 16> bytes{};
    fill_random(bytes);
    const auto moment = static_cast<std::uint64_t>(now);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<unsigned char>(moment >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x70);  // version 7
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);  // variant 10
    std::string text = hex(bytes);
    for (const std::size_t place : {8, 13, 18, 23}) text.insert(place, 1, '-');
    return text;
}

}  // namespace base
