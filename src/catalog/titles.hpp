// What the interface calls the words of the model's closed lists, in both languages. Official
// wording is not made from these: a form brings its own titles (model::Choice, model::EmptyWord).
//
//   i18n::text(lang, catalog::title_of(model::Deployment::Deployed))   // "Đã triển khai"
#pragma once

#include <optional>
#include <string_view>

#include "i18n/message.hpp"
#include "model/cell.hpp"
#include "model/report.hpp"

namespace catalog {

i18n::S title_of(model::Empty empty);
i18n::S title_of(model::Deployment state);
i18n::S title_of(model::MoneyNature nature);
i18n::S title_of(model::ReportState state);
i18n::S title_of(model::PeriodKind kind);

/// For chips and narrow columns.
i18n::S short_title_of(model::Empty empty);
i18n::S short_title_of(model::Deployment state);

/// Of a part of an audience text: "text" (in general), "people", "business", "government". Nothing
/// for any other part.
std::optional<i18n::S> audience_title(std::string_view part);

}  // namespace catalog
