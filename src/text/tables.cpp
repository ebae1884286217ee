#include "text/tables.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "text/unicode_tables.hpp"

namespace text {

namespace {

// The Unicode Standard, 3.12 "Conjoining Jamo Behavior".
constexpr char32_t SyllableBase = 0xAC00;
constexpr char32_t LeadBase = 0x1100;
constexpr char32_t VowelBase = 0x1161;
constexpr char32_t TailBase = 0x11A7;
constexpr char32_t LeadCount = 19;
constexpr char32_t VowelCount = 21;
constexpr char32_t TailCount = 28;
constexpr char32_t SyllableCount = LeadCount * VowelCount * TailCount;

// Below U+0300 there are no marks, and no letter composes as a second one.
constexpr char32_t FirstMark = 0x0300;
// Below U+00C0 nothing decomposes.
constexpr char32_t FirstDecomposable = 0x00C0;

bool within(char32_t point, char32_t base, char32_t count) {
    return point >= base && point - base < count;
}

std::optional<char32_t> composed_hangul(char32_t first, char32_t second) {
    if (within(first, LeadBase, LeadCount) && within(second, VowelBase, VowelCount)) {
        return SyllableBase + ((first - LeadBase) * VowelCount + (second - VowelBase)) * TailCount;
    }
    // The first tail is "no tail" and composes with nothing.
    if (within(first, SyllableBase, SyllableCount) && (first - SyllableBase) % TailCount == 0 &&
        within(second, TailBase + 1, TailCount - 1)) {
        return first + (second - TailBase);
    }
    return std::nullopt;
}

// The row of a table sorted by `column` whose value there is `point`, or nothing.
template <class Row, class Column>
const Row* row_of(const std::vector<Row>& table, char32_t point, Column column) {
    const auto found = std::ranges::lower_bound(table, point, {}, column);
    return found != table.end() && std::invoke(column, *found) == point ? &*found : nullptr;
}

}  // namespace

void decompose(char32_t point, std::u32string& out) {
    if (within(point, SyllableBase, SyllableCount)) {
        const char32_t index = point - SyllableBase;
        out.push_back(LeadBase + index / (VowelCount * TailCount));
        out.push_back(VowelBase + index % (VowelCount * TailCount) / TailCount);
        if (index % TailCount != 0) out.push_back(TailBase + index % TailCount);
        return;
    }
    const UnicodeTables& tables = unicode_tables();
    const UnicodeTables::Decomposition* row = nullptr;
    if (point >= FirstDecomposable)
        row = row_of(tables.decompositions, point, &UnicodeTables::Decomposition::from);
    if (row) {
        out.append(tables.decomposed, row->offset, row->length);
    } else {
        out.push_back(point);
    }
}

std::optional<char32_t> composed(char32_t first, char32_t second) {
    if (second < FirstMark) return std::nullopt;
    if (const auto syllable = composed_hangul(first, second)) return syllable;
    const auto pair = std::pair(first, second);
    const auto key = [](const UnicodeTables::Composition& row) {
        return std::pair(row.first, row.second);
    };
    const auto& compositions = unicode_tables().compositions;
    const auto found = std::ranges::lower_bound(compositions, pair, {}, key);
    if (found == compositions.end() || key(*found) != pair) return std::nullopt;
    return found->composed;
}

std::uint8_t combining_order(char32_t point) {
    if (point < FirstMark) return 0;
    const auto* row = row_of(unicode_tables().marks, point, &UnicodeTables::Mark::mark);
    return row ? row->order : std::uint8_t{0};
}

char32_t lower_case(char32_t point) {
    if (point < 0x80) return point >= U'A' && point <= U'Z' ? point + (U'a' - U'A') : point;
    const auto* row = row_of(unicode_tables().cases, point, &UnicodeTables::Case::upper);
    return row ? row->lower : point;
}

bool white_space(char32_t point) {
    return (point >= 0x09 && point <= 0x0D) || point == 0x20 || point == 0x85 || point == 0xA0 ||
           point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
           point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

}  // namespace text
