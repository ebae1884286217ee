#include "app/file_findings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "app/lost_entry.hpp"
#include "checks/check.hpp"

namespace app {
namespace {

using bundle::ProblemKind;
using checks::Level;

struct Said {
    std::string_view id;
    Level level;
};

Said said(ProblemKind kind) {
    switch (kind) {
        case ProblemKind::FileChanged:
            return {"F01", Level::Ask};
        case ProblemKind::VersionChanged:
            return {"F02", Level::Ask};
        case ProblemKind::ReportLost:
            return {"F03", Level::Error};
        case ProblemKind::EntryLost:
            return {"F04", Level::Error};
        case ProblemKind::ValueLost:
            return {"F14", Level::Warning};
        case ProblemKind::PassedOver:
            return {"F05", Level::Info};
        case ProblemKind::FileSkipped:
            return {"F15", Level::Info};
    }
    return {"F05", Level::Info};
}

int rank(Level level) {
    constexpr std::array Gravest{Level::Block,   Level::Error, Level::Ask,
                                 Level::Warning, Level::Fix,   Level::Info};
    return static_cast<int>(std::find(Gravest.begin(), Gravest.end(), level) - Gravest.begin());
}

std::vector<checks::Stated> stated(const std::vector<bundle::Needed>& needed) {
    std::vector<checks::Stated> list;
    for (const auto& one : needed) list.push_back({one.id, one.version, one.sha256});
    return list;
}

checks::Findings fit_findings(const model::Report& report, const catalog::Library& library) {
    if (library.form(report.key.form) != nullptr) return checks::check_fit(report, library);
    checks::Finding finding;
    finding.id = "F06";
    finding.level = Level::Error;
    finding.report = report.key;
    finding.reason = {i18n::S::FileFormUnknown,
                      {report.unit_name, report.period.name, report.key.form.value}};
    return {std::move(finding)};
}

void add(std::vector<FileFinding>& all, const std::string& file, checks::Findings found) {
    for (auto& finding : found) {
        const auto& words = finding.reason.arguments;
        const bool named = std::find(words.begin(), words.end(), file) != words.end();
        all.push_back({named ? "" : file, std::move(finding)});
    }
}

}  // namespace

checks::Finding finding_of(const bundle::Problem& problem) {
    const auto [id, level] = said(problem.kind);
    checks::Finding finding;
    finding.id = id;
    finding.level = level;
    finding.part = problem.place;
    finding.reason = problem.what;
    return finding;
}

checks::Findings findings_of(const bundle::Bundle& file, const catalog::Library& library) {
    checks::Findings found;
    for (const auto& problem : file.problems) {
        found.push_back(finding_of(problem));
        found.back().reason = in_words(problem, file.reports.size(), library);
    }
    auto needs = checks::check_needs(stated(file.forms), stated(file.catalogues), library);
    std::move(needs.begin(), needs.end(), std::back_inserter(found));
    return found;
}

std::vector<FileFinding> findings_of(const bundle::Opened& opened, const std::string& file_name,
                                     const catalog::Library& library) {
    std::vector<FileFinding> all;
    for (const auto& problem : opened.problems) add(all, problem.place, {finding_of(problem)});
    for (const auto& file : opened.files) {
        const auto name = file.file_name == file_name ? std::string() : file.file_name;
        add(all, name, findings_of(file, library));
        for (const auto& report : file.reports)
            add(all, name, fit_findings(report.head().content, library));
    }
    // Who reads only the first ones reads the gravest.
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
        return rank(one.finding.level) < rank(other.finding.level);
    });
    return all;
}

}  // namespace app
