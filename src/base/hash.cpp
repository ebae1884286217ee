#include "base/hash.hpp"

#include <sodium.h>

namespace base {

Sha256 sha256(std::string_view bytes) {
    Sha256 digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return digest;
}

std::string hex(std::span<const unsigned char> bytes) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        out += Digits[byte >> 4];
        out += Digits[byte & 15];
    }
    return out;
}

}  // namespace base
