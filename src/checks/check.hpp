// Holds a report against its form: values in, findings out (design.md §3). Nothing is changed and
// nothing refused.
//
//   for (const auto& finding : checks::check(report, library)) …
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "catalog/library.hpp"
#include "checks/finding.hpp"
#include "model/report.hpp"

namespace checks {

/// Every finding of every rule that applies to the report's form, in the order of rows as the
/// catalogue has them, then of rules. `as_of` is the day on which one asks; without it the rules
/// that need a day say nothing. A form or catalogue this program does not have is the only finding
/// then.
Findings check(const model::Report& report, const catalog::Library& library,
               std::optional<base::Day> as_of = std::nullopt);

/// Only what the report says and its form or this program does not have (F…): what a person has to
/// know of a file before it is taken in. What it leaves out is nobody's concern yet.
Findings check_fit(const model::Report& report, const catalog::Library& library);

/// A form or catalogue that a file says it was made with.
struct Stated {
    std::string id;
    std::string version;
    std::string sha256;
};

/// Which of the stated forms and catalogues this program has in another version. One it does not
/// have at all is found by `check`, at the report that needs it.
Findings check_needs(std::span<const Stated> forms, std::span<const Stated> catalogues,
                     const catalog::Library& library);

}  // namespace checks
