#include "app/lost_entry.hpp"

#include <algorithm>

#include "app/reports.hpp"

namespace app {
namespace {

using i18n::S;

/// "mô hình 38, mô hình 39 – cột Kinh phí"; official wording, as in the history of changes.
std::string place_of(const bundle::LostEntry& lost, const model::Form& form,
                     const catalog::Library& library) {
    std::string place;
    for (const auto& row : lost.rows)
        place += (place.empty() ? "" : ", ") + row_name(library, form, row);
    const auto* field = form.field(lost.field);
    if (field == nullptr) return place;
    return place + " – cột " + (field->short_title.empty() ? field->title : field->short_title);
}

}  // namespace

i18n::Message in_words(const bundle::Problem& problem, std::size_t reports,
                       const catalog::Library& library) {
    const auto& lost = problem.entry;
    const auto* form = lost ? library.form(lost->form) : nullptr;
    const bool known = form != nullptr && !lost->rows.empty() &&
                       std::all_of(lost->rows.begin(), lost->rows.end(), [&](const auto& row) {
                           return row_exists(library, *form, row);
                       });
    if (!known) return problem.what;
    auto place = place_of(*lost, *form, library);
    if (reports == 1) return {S::FileEntryLostAt, {std::move(place)}};
    return {S::FileEntryLostOf, {std::to_string(lost->report), std::move(place)}};
}

}  // namespace app
