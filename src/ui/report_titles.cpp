#include "ui/report_titles.hpp"

#include <algorithm>

namespace ui {

using i18n::Lang;
using i18n::S;

std::string form_title(const model::Form& form, Lang lang) {
    if (lang == Lang::Vi || form.title_en.empty()) return form.short_title;
    return form.title_en.substr(0, form.title_en.find(" – "));
}

std::string number_title(const model::Form& form, Lang lang) {
    return lang == Lang::Vi ? form.number_title : i18n::say(lang, {S::GridNumberTitle, {}});
}

std::string row_title(const model::Form& form, Lang lang) {
    return lang == Lang::Vi || form.rows == model::RowSource::Own
               ? form.row_title
               : i18n::say(lang, {S::GridRowTitle, {}});
}

std::string period_title(const model::PeriodId& id, std::string_view name, Lang lang) {
    constexpr std::string_view Month = "dddd-dd";  // 2025-07
    const std::string_view value = id.value;
    const bool month = std::equal(
        value.begin(), value.end(), Month.begin(), Month.end(), [](char have, char want) {
            return want == 'd' ? have >= '0' && have <= '9' : have == want;
        });
    if (lang == Lang::Vi || !month) return std::string(name);
    return std::string(value.substr(5)) + '/' + std::string(value.substr(0, 4));
}

}  // namespace ui
