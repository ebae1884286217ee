// The fixed sentences that files and messages carry: Vietnamese only, from data/wording/files.json,
// so that an official can change a wording without code.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bundle/bundle.hpp"

namespace bundle {

/// What stands in the braces of a template, by name.
using Fillings = std::vector<std::pair<std::string_view, std::string>>;

/// The template `name` with its {braces} filled. A name that is not in the file is a Fault, and so
/// is a brace without a filling.
std::string worded(std::string_view name, const Fillings& fillings = {});

/// The first sentence of a report file. `forms` give the short titles.
std::string guide(std::span<const ReportPart> reports, std::span<const model::Form> forms,
                  std::string_view code);

/// The first sentence of workbook.json.
std::string workbook_guide(std::string_view title, std::size_t reports);

}  // namespace bundle
