#include "checks/check.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "checks/rows.hpp"
#include "checks/rules.hpp"

namespace checks {
namespace {

using i18n::S;

/// Which rules are asked.
enum class Asked { All, Fit };

bool applies(const Rule& rule, const Subject& subject, Asked asked) {
    const auto& listed = subject.form.checks;
    if (asked == Asked::Fit && !rule.id.starts_with('F')) return false;
    if (rule.needs == Needs::AsOf && !subject.as_of) return false;
    return rule.scope == Scope::Always ||
           std::find(listed.begin(), listed.end(), rule.id) != listed.end();
}

/// The report's own findings first, then row by row as printed, strangers last.
std::size_t place_of(const Subject& subject, const model::RowId& row) {
    if (row.empty()) return 0;
    const auto& items = subject.catalogue.items;
    const auto found =
        std::find_if(items.begin(), items.end(),
                     [&](const model::CatalogueItem& item) { return item.id == row; });
    return 1 + static_cast<std::size_t>(found - items.begin());
}

Findings run(const Subject& subject, Asked asked) {
    Findings all;
    for (const auto& rule : rules()) {
        if (!applies(rule, subject, asked)) continue;
        for (auto& finding : rule.find(subject)) {
            finding.id = rule.id;
            finding.level = rule.level;
            finding.report = subject.report.key;
            all.push_back(std::move(finding));
        }
    }
    std::stable_sort(all.begin(), all.end(), [&](const Finding& left, const Finding& right) {
        return place_of(subject, left.row) < place_of(subject, right.row);
    });
    return all;
}

Finding need(Level level, i18n::Message reason) {
    Finding finding;
    finding.id = "F06";
    finding.level = level;
    finding.reason = std::move(reason);
    return finding;
}

/// One that is not here at all is said with the report that needs it.
template <class Thing>
void compare(const Stated& stated, const Thing* ours, i18n::S other, Findings& out) {
    if (!ours || (ours->version == stated.version && ours->sha256 == stated.sha256)) return;
    // The same version with another content is told by the beginning of its hash.
    const bool renamed = ours->version != stated.version;
    const auto called = [&](const std::string& version, const std::string& sha256) {
        constexpr std::size_t Beginning = 6;
        return renamed ? version : version + " (" + sha256.substr(0, Beginning) + ")";
    };
    out.push_back(need(Level::Warning, {other,
                                        {ours->title, called(stated.version, stated.sha256),
                                         called(ours->version, ours->sha256)}}));
}

Findings check_as(const model::Report& report, const catalog::Library& library,
                  std::optional<base::Day> as_of, Asked asked) {
    const auto only = [&](i18n::S key, const std::string& id) {
        auto finding = need(Level::Error, {key, {id}});
        finding.report = report.key;
        return Findings{std::move(finding)};
    };
    const auto* form = library.form(report.key.form);
    if (!form) return only(S::CheckUnknownForm, report.key.form.value);
    const auto* catalogue = library.catalogue(form->catalogue);
    if (!catalogue) return only(S::CheckUnknownCatalogue, form->catalogue.value);
    return run({report, *form, *catalogue, library, as_of}, asked);
}

}  // namespace

Findings check(const model::Report& report, const catalog::Library& library,
               std::optional<base::Day> as_of) {
    return check_as(report, library, as_of, Asked::All);
}

Findings check_fit(const model::Report& report, const catalog::Library& library) {
    return check_as(report, library, std::nullopt, Asked::Fit);
}

Findings check_needs(std::span<const Stated> forms, std::span<const Stated> catalogues,
                     const catalog::Library& library) {
    Findings found;
    for (const auto& form : forms) compare(form, library.form({form.id}), S::CheckOtherForm, found);
    for (const auto& catalogue : catalogues)
        compare(catalogue, library.catalogue({catalogue.id}), S::CheckOtherCatalogue, found);
    return found;
}

}  // namespace checks
