// What forms and periods are called on the screen: in Vietnamese as they call themselves, in
// English by what they say of themselves for that. What is printed is always Vietnamese (design.md
// decision 17).
#pragma once

#include <string>
#include <string_view>

#include "i18n/message.hpp"
#include "model/form.hpp"
#include "model/report.hpp"

namespace ui {

/// "Phụ lục 04"; in English what stands before the dash of the English title.
std::string form_title(const model::Form& form, i18n::Lang lang);
/// Headings of the columns of numbers and of rows: "STT" and "Mô hình".
std::string number_title(const model::Form& form, i18n::Lang lang);
std::string row_title(const model::Form& form, i18n::Lang lang);

/// `name` as the report has it; in English a month is "07/2025", anything else its own name.
std::string period_title(const model::PeriodId& id, std::string_view name, i18n::Lang lang);

}  // namespace ui
