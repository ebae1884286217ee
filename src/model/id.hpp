// Typed names of things: a unit's id cannot be passed for a form's. Text inside, because ids travel
// in files; they never change and mean nothing by themselves (a model's number is an attribute of
// the model in one catalogue, not its id).
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace model {

template <class Tag>
struct Id {
    std::string value;

    bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;
};

using ProgrammeId = Id<struct ProgrammeTag>;
using UnitId = Id<struct UnitTag>;
using UnitListId = Id<struct UnitListTag>;
using CatalogueId = Id<struct CatalogueTag>;
using FormId = Id<struct FormTag>;
using FieldId = Id<struct FieldTag>;
using PeriodId = Id<struct PeriodTag>;
/// A row of a report: the id of an item of the form's catalogue ("mh-26"), or a UUIDv7 for a row of
/// one's own.
using RowId = Id<struct RowTag>;
/// SHA-256 in 64 hexadecimal digits over {content, parents} (design.md §4).
using VersionId = Id<struct VersionTag>;

/// A report's number in one workbook; means nothing outside it.
struct ReportId {
    std::int64_t value = 0;

    auto operator<=>(const ReportId&) const = default;
    bool operator==(const ReportId&) const = default;
};

}  // namespace model
