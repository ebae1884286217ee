#include "app/reports.hpp"

#include <algorithm>
#include <map>

#include "store/reports.hpp"

namespace app {
namespace {

const model::Catalogue* catalogue_of(const catalog::Library& library, const model::Form& form) {
    return form.rows == model::RowSource::Catalogue ? library.catalogue(form.catalogue) : nullptr;
}

}  // namespace

model::Report in_catalogue_order(model::Report report, const catalog::Library& library) {
    const auto* form = library.form(report.key.form);
    const auto* catalogue = form != nullptr ? catalogue_of(library, *form) : nullptr;
    std::map<model::RowId, std::size_t> place;
    if (catalogue != nullptr) {
        for (std::size_t i = 0; i < catalogue->items.size(); ++i) place.emplace(catalogue->items[i].id, i);
    }
    const auto before = [&](const model::RowId& a, const model::RowId& b) {
        const auto left = place.find(a);
        const auto right = place.find(b);
        if (left != place.end() && right != place.end()) return left->second < right->second;
        if (left != place.end() || right != place.end()) return left != place.end();
        return a < b;
    };
    for (auto& entry : report.entries) std::sort(entry.rows.begin() + 1, entry.rows.end(), before);
    std::stable_sort(report.entries.begin(), report.entries.end(), [&](const auto& a, const auto& b) {
        return before(a.rows.front(), b.rows.front());
    });
    return report;
}

std::optional<model::Report> load_report(const store::Db& db, const catalog::Library& library,
                                         model::ReportId report) {
    auto loaded = store::load_report(db, report);
    if (!loaded) return std::nullopt;
    return in_catalogue_order(std::move(*loaded), library);
}

bool row_exists(const catalog::Library& library, const model::Form& form, const model::RowId& row) {
    if (form.rows == model::RowSource::Own) return !row.empty();
    const auto* catalogue = catalogue_of(library, form);
    return catalogue != nullptr && catalogue->item(row) != nullptr;
}

std::string row_name(const catalog::Library& library, const model::Form& form, const model::RowId& row) {
    const auto* catalogue = catalogue_of(library, form);
    const auto* item = catalogue != nullptr ? catalogue->item(row) : nullptr;
    return item != nullptr ? "mô hình " + std::to_string(item->number) : row.value;
}

std::size_t row_count(const catalog::Library& library, const model::Form& form) {
    const auto* catalogue = catalogue_of(library, form);
    return catalogue != nullptr ? catalogue->items.size() : 0;
}

}  // namespace app
