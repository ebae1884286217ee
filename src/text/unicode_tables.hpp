// The generated tables as they are looked up, each sorted by its first column. Packed they are a
// quarter of the size, and the page loads every byte before its first frame.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace text {

struct UnicodeTables {
    /// Two code points that compose to one.
    struct Composition {
        char32_t first;
        char32_t second;
        char32_t composed;
    };
    /// The full canonical decomposition of `from`: `length` code points of `decomposed`.
    struct Decomposition {
        char32_t from;
        std::uint16_t offset;
        std::uint8_t length;
    };
    /// Marks that move when text is normalised: neighbours stand in ascending `order`, equals stay
    /// put. A code point that is not listed has order 0 and nothing moves past it.
    struct Mark {
        char32_t mark;
        std::uint8_t order;
    };
    /// Upper case to lower case, where that is one code point for one.
    struct Case {
        char32_t upper;
        char32_t lower;
    };

    std::vector<Composition> compositions;
    std::vector<Decomposition> decompositions;
    std::u32string decomposed;
    std::vector<Mark> marks;
    std::vector<Case> cases;
};

/// Unpacked at the first call.
const UnicodeTables& unicode_tables();

}  // namespace text
