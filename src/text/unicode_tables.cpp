#include "text/unicode_tables.hpp"

#include "text/unicode.gen.hpp"

namespace text {

namespace {

/// Reads what `packed` of scripts/unicode.mjs writes.
class Columns {
public:
    std::vector<std::uint32_t> next(std::size_t rows) {
        std::vector<std::uint32_t> column(rows);
        std::uint32_t number = 0;
        for (auto& row : column) row = number += step();
        return column;
    }

private:
    /// The difference, negative ones as their complement.
    std::uint32_t step() {
        std::uint32_t bits = 0;
        int shift = 0;
        for (; (*at_ & 0x80) != 0; shift += 7) bits |= (*at_++ & 0x7Fu) << shift;
        bits |= static_cast<std::uint32_t>(*at_++) << shift;
        return (bits & 1) != 0 ? 0 - (bits >> 1) : bits >> 1;
    }

    const unsigned char* at_ = gen::Packed;
};

UnicodeTables unpacked() {
    UnicodeTables tables;
    Columns columns;
    const auto first = columns.next(gen::Compositions);
    const auto second = columns.next(gen::Compositions);
    const auto composed = columns.next(gen::Compositions);
    for (std::size_t i = 0; i < gen::Compositions; ++i)
        tables.compositions.push_back({first[i], second[i], composed[i]});

    const auto from = columns.next(gen::Decompositions);
    const auto length = columns.next(gen::Decompositions);
    std::uint16_t offset = 0;
    for (std::size_t i = 0; i < gen::Decompositions; ++i) {
        tables.decompositions.push_back({from[i], offset, static_cast<std::uint8_t>(length[i])});
        offset = static_cast<std::uint16_t>(offset + length[i]);
    }
    for (const auto point : columns.next(gen::Decomposed)) tables.decomposed.push_back(point);

    const auto mark = columns.next(gen::Marks);
    const auto order = columns.next(gen::Marks);
    for (std::size_t i = 0; i < gen::Marks; ++i)
        tables.marks.push_back({mark[i], static_cast<std::uint8_t>(order[i])});

    const auto upper = columns.next(gen::Cases);
    const auto lower = columns.next(gen::Cases);
    for (std::size_t i = 0; i < gen::Cases; ++i) tables.cases.push_back({upper[i], lower[i]});
    return tables;
}

}  // namespace

const UnicodeTables& unicode_tables() {
    static const UnicodeTables tables = unpacked();
    return tables;
}

}  // namespace text
