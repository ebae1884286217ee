#include "base/hash.hpp"

#include <doctest/doctest.h>

namespace {

std::string sha256_hex(std::string_view bytes) {
    return base::hex(base::sha256(bytes));
}

}  // namespace

TEST_CASE("SHA-256 gives the answers of FIPS 180-4's examples") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("hexadecimal is lower case with two digits a byte") {
    const std::array<unsigned char, 4> bytes = {0x00, 0x0a, 0xf0, 0xff};
    CHECK(base::hex(bytes) == "000af0ff");
    CHECK(base::hex({}).empty());
}
