#include "base/id.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <doctest/doctest.h>

TEST_CASE("a UUID of version 7 holds its moment, its version and its variant") {
    // The moment of the example in RFC 9562, appendix A.6.
    const std::string id = base::uuid7(0x017F22E279B0);
    REQUIRE(id.size() == 36);
    CHECK(id.substr(0, 15) == "017f22e2-79b0-7");
    CHECK(std::string("89ab").find(id[19]) != std::string::npos);
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        CHECK((id[i] == '-') == hyphen);
        if (!hyphen) CHECK(std::string("0123456789abcdef").find(id[i]) != std::string::npos);
    }
}

TEST_CASE("ids of later milliseconds sort later and no two are equal") {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) ids.insert(base::uuid7(1751859000000));
    CHECK(ids.size() == 1000);
    CHECK(*ids.rbegin() < base::uuid7(1751859000001));
}

TEST_CASE("random bytes fill all that was asked for") {
    std::array<unsigned char, 4096> bytes{};
    base::fill_random(bytes);
    // Of 4096 random bytes about 16 are zero; that half of them are has no chance at all.
    CHECK(std::ranges::count(bytes, 0) < 100);
    CHECK(
        std::ranges::any_of(bytes.begin() + 4000, bytes.end(), [](unsigned char b) { return b; }));
}
