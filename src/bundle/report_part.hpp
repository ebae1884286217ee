// One element of `reports`: a report with its versions, read from its own bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/bundle.hpp"
#include "json/parse.hpp"

namespace bundle {

/// What one step of reading gives. Without a `part` the report is lost, and `problems` says why.
struct ReadReport {
    std::optional<ReportPart> part;
    std::string canonical;  // of the element as it was received; empty when it is no JSON
    std::vector<Problem> problems;
};

/// Reads the element at `range`, the `position`-th (from 1) of a file of format `version`.
ReadReport read_report(std::string_view bytes, json::Range range, std::size_t position,
                       int version);

}  // namespace bundle
