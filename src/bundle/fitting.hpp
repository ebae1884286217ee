// Our own files are held to the limits of our own reader (json::Limits), so that a file handed over
// is one that opens again.
#pragma once

#include <span>
#include <string_view>

#include "base/result.hpp"
#include "bundle/bundle.hpp"
#include "json/parse.hpp"

namespace bundle {

/// `make` around one report, with as many of its versions, the newest ones, as a readable file
/// holds. Refuses a report whose last version alone is above the limits.
base::Result<Bundle> make_fitting(ReportPart report, std::span<const model::Form> forms,
                                  std::span<const model::Catalogue> catalogues,
                                  const json::Limits& limits = {});

/// Whether a workbook file just written would open again; a refusal names the limit it is above.
base::Result<void> workbook_fits(std::string_view bytes);

}  // namespace bundle
