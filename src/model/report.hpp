// A report (báo cáo): what one unit says in one form for one period. An entry may speak for several
// rows at once (the printed block of models 38–41) and counts once. Values only.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "model/cell.hpp"
#include "model/id.hpp"

namespace model {

/// Characters a name, a number or a subject may have, whoever writes it: a unit, a person, the
/// parts of a covering document. Far beyond any that exists; what is longer was put in the wrong
/// place.
inline constexpr std::size_t LongestLine = 1'000;

enum class PeriodKind { Week, Month, Quarter, HalfYear, Year, Once };

/// A reporting period (kỳ). Days come from the request or the document, never from the name alone.
struct Period {
    PeriodId id;  // "2025-07"
    PeriodKind kind = PeriodKind::Month;
    std::string name;  // "tháng 7/2025"
    std::optional<base::Day> from;
    std::optional<base::Day> to;
    std::optional<base::Day> due;
    bool operator==(const Period&) const = default;
};

/// The states of design.md §4; Draft comes first and everything before Issued may have a blank
/// number.
enum class ReportState { Draft, Submitted, Issued, Sent, Received, Returned, Consolidated };

std::string_view word(PeriodKind kind);
std::string_view word(ReportState state);
std::optional<PeriodKind> period_kind_from_word(std::string_view word);
std::optional<ReportState> report_state_from_word(std::string_view word);

/// The document the report goes with (công văn). Number and day are blank until văn thư gives them.
struct CoverDocument {
    std::string number;  // "41"
    std::string symbol;  // "SKHCN-BCVT&CNTT"
    std::optional<base::Day> date;
    std::string issuer;
    std::string subject;
    std::string signer;
    std::string position;
    bool operator==(const CoverDocument&) const = default;
};

struct ReportKey {
    UnitId unit;
    FormId form;
    PeriodId period;

    auto operator<=>(const ReportKey&) const = default;
    bool operator==(const ReportKey&) const = default;
};

/// What is said about one row, or about several at once (`rows` in the catalogue's order, never
/// empty).
struct Entry {
    std::vector<RowId> rows;
    std::map<FieldId, Cell> cells;

    bool operator==(const Entry&) const = default;
    /// The field's cell, or a blank one.
    const Cell& cell(const FieldId& field) const;
};

struct Report {
    ReportKey key;
    Period period;
    std::string unit_name;  // as it was called then
    ReportState state = ReportState::Draft;
    CoverDocument cover;
    std::vector<Entry> entries;  // in the catalogue's order of their first row

    bool operator==(const Report&) const = default;
    /// The entry that speaks for `row`, or nothing.
    const Entry* entry(const RowId& row) const;
};

/// Stands beside a version and is never hashed: who made it, when, and with which page.
struct VersionNote {
    std::string author;
    std::string unit;
    std::string made_at;  // RFC 3339, UTC
    std::string page;     // address of the page, "" when it was a file
    bool operator==(const VersionNote&) const = default;
};

}  // namespace model
