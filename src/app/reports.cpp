#include "app/reports.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "store/reports.hpp"

namespace app {
namespace {

const model::Catalogue* catalogue_of(const catalog::Library& library, const model::Form& form) {
    return form.rows == model::RowSource::Catalogue ? library.catalogue(form.catalogue) : nullptr;
}

/// Rows the catalogue has come first, in its order; others by their ids.
class Order {
public:
    Order(const catalog::Library& library, const model::Form* form) {
        const auto* catalogue = form != nullptr ? catalogue_of(library, *form) : nullptr;
        if (catalogue == nullptr) return;
        for (const auto& item : catalogue->items) place_.emplace(item.id, place_.size());
    }
    bool operator()(const model::RowId& one, const model::RowId& other) const {
        const auto left = place_.find(one);
        const auto right = place_.find(other);
        if (left != place_.end() && right != place_.end()) return left->second < right->second;
        if (left != place_.end() || right != place_.end()) return left != place_.end();
        return one < other;
    }

private:
    std::map<model::RowId, std::size_t> place_;
};

}  // namespace

model::Report in_catalogue_order(model::Report report, const catalog::Library& library) {
    const Order before(library, library.form(report.key.form));
    std::set<model::RowId> spoken_for;
    for (auto& entry : report.entries) {
        std::erase_if(entry.rows, [&](const auto& row) { return !spoken_for.insert(row).second; });
        std::sort(entry.rows.begin(), entry.rows.end(), before);
    }
    std::erase_if(report.entries, [](const auto& entry) { return entry.rows.empty(); });
    std::stable_sort(
        report.entries.begin(), report.entries.end(),
        [&](const auto& a, const auto& b) { return before(a.rows.front(), b.rows.front()); });
    return report;
}

bool say_the_same(model::Report one, model::Report other) {
    for (auto* report : {&one, &other}) {
        std::erase_if(report->entries, [](const auto& entry) {
            return std::all_of(entry.cells.begin(), entry.cells.end(),
                               [](const auto& cell) { return cell.second.blank(); });
        });
    }
    return one == other;
}

std::vector<model::RowId> in_catalogue_order(std::vector<model::RowId> rows,
                                             const model::Form& form,
                                             const catalog::Library& library) {
    std::sort(rows.begin(), rows.end(), Order(library, &form));
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
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

std::string row_name(const catalog::Library& library, const model::Form& form,
                     const model::RowId& row) {
    const auto* catalogue = catalogue_of(library, form);
    const auto* item = catalogue != nullptr ? catalogue->item(row) : nullptr;
    return item != nullptr ? "mô hình " + std::to_string(item->number) : row.value;
}

}  // namespace app
