// What changed between two states of a report, cell part by cell part. Pure; how it is printed
// stands in diff.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/id.hpp"
#include "model/report.hpp"

namespace platform::cli {

/// One thing that is not the same. Without a row it is about the report: "state", "cover.number" ….
struct Difference {
    model::RowId row;
    std::string field;
    std::string part;
    std::optional<std::string> before;  // nothing: was not there
    std::optional<std::string> after;
    bool operator==(const Difference&) const = default;
};

/// Every difference, the report's own first, then by row id. A row that is spoken for together with
/// others is compared once, at the first of them; that the rows themselves changed is the field
/// "rows".
std::vector<Difference> differences(const model::Report& before, const model::Report& after);

}  // namespace platform::cli
