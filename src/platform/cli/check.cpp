#include "checks/check.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <ostream>
#include <utility>

#include "app/file_findings.hpp"
#include "bundle/bundle.hpp"
#include "json/pretty.hpp"
#include "platform/cli/command.hpp"
#include "platform/cli/input.hpp"
#include "platform/cli/options.hpp"

namespace platform::cli {
namespace {

using checks::Finding;
using checks::Findings;
using checks::Level;
using i18n::S;

constexpr std::array Levels{Level::Error, Level::Warning, Level::Fix,
                            Level::Info,  Level::Ask,     Level::Block};

/// A report file and what was found: `own` is about the file, `reports` about each of its reports.
struct CheckedFile {
    std::string name;
    bundle::Bundle bundle;
    Findings own;
    std::vector<Findings> reports;
};

void append(Findings& findings, Findings more) {
    std::move(more.begin(), more.end(), std::back_inserter(findings));
}

CheckedFile check_bundle(const Context& context, std::string name, bundle::Bundle bundle,
                         base::Day as_of) {
    CheckedFile file{std::move(name), std::move(bundle), {}, {}};
    file.own = app::findings_of(file.bundle, context.library);
    for (const auto& part : file.bundle.reports)
        file.reports.push_back(checks::check(part.head().content, context.library, as_of));
    return file;
}

/// The files that were in the file at `path`, and first those of a zip that could not be read.
std::vector<CheckedFile> check_opened(const Context& context, const std::string& path,
                                      bundle::Opened opened, base::Day as_of) {
    std::vector<CheckedFile> files;
    for (const auto& problem : opened.problems)
        files.push_back({path + ": " + problem.place, {}, {app::finding_of(problem)}, {}});
    for (auto& bundle : opened.files) {
        auto name = name_of(path, bundle);
        files.push_back(check_bundle(context, std::move(name), std::move(bundle), as_of));
    }
    return files;
}

Findings all_findings(const std::vector<CheckedFile>& files) {
    Findings all;
    for (const auto& file : files) {
        append(all, file.own);
        for (const auto& found : file.reports) append(all, found);
    }
    return all;
}

json::Value finding_value(const Context& context, const std::string& file, const Finding& finding) {
    const bool of_report = finding.report != model::ReportKey{};
    return {{"file", file},
            {"id", finding.id},
            {"level", checks::word(finding.level)},
            {"report", of_report ? key_value(finding.report) : json::Value()},
            {"row", finding.row.value},
            {"field", finding.field.value},
            {"part", finding.part},
            {"start", finding.start},
            {"end", finding.end},
            {"message", context.say(finding.reason)},
            {"repair", finding.repair ? json::Value(finding.repair->text) : json::Value()}};
}

void print_json(const Context& context, const std::vector<CheckedFile>& files) {
    json::Value reports = json::Value::array();
    json::Value findings = json::Value::array();
    for (const auto& file : files) {
        for (const auto& finding : file.own)
            findings.push_back(finding_value(context, file.name, finding));
        for (std::size_t i = 0; i < file.reports.size(); ++i) {
            const auto& part = file.bundle.reports[i];
            reports.push_back({{"file", file.name},
                               {"report", key_value(part.key)},
                               {"version", part.head().id.value},
                               {"code", bundle::check_code(part.head().id)}});
            for (const auto& finding : file.reports[i])
                findings.push_back(finding_value(context, file.name, finding));
        }
    }
    json::Value counts = json::Value::object();
    const auto all = all_findings(files);
    for (const auto level : Levels)
        counts[std::string(checks::word(level))] = checks::count(all, level);
    context.out << json::pretty({{"reports", std::move(reports)},
                                 {"findings", std::move(findings)},
                                 {"counts", std::move(counts)}});
}

void print_findings(const Context& context, const Findings& findings) {
    for (const auto& finding : findings)
        context.out << "  " << finding.id << "  "
                    << i18n::text(context.lang, checks::title_of(finding.level)) << ": "
                    << context.say(finding.reason) << '\n';
}

void print_text(const Context& context, const std::vector<CheckedFile>& files) {
    for (const auto& file : files) {
        context.out << file.name << '\n';
        print_findings(context, file.own);
        for (std::size_t i = 0; i < file.reports.size(); ++i) {
            const auto& head = file.bundle.reports[i].head();
            context.out << context.say({S::CliReportLine,
                                        {head.content.unit_name, head.content.period.name,
                                         bundle::shown_code(bundle::check_code(head.id))}})
                        << '\n';
            print_findings(context, file.reports[i]);
        }
    }
    const auto all = all_findings(files);
    i18n::Message sum{S::CliCounts, {}};
    for (const auto level : Levels)
        sum.arguments.push_back(std::to_string(checks::count(all, level)));
    context.out << context.say(sum) << '\n';
}

/// The day of the question: the one given, else today in Viet Nam.
base::Result<base::Day> day_of(const Context& context, const Options& options) {
    const auto written = options.value("--as-of");
    if (!written) return base::local_day(context.clock.now_ms());
    const auto day = base::parse_iso(*written);
    if (!day) return base::Refusal{{S::CliBadDay, {*written}}};
    return *day;
}

}  // namespace

Exit check(const Context& context, const Arguments& arguments) {
    const auto options = read_options(arguments, {{"--json"}, {"--as-of"}});
    if (!options) return context.unusable("", options.error().why);
    if (options->words.empty()) return context.unusable("", {S::CliNoFile, {}});
    const auto as_of = day_of(context, *options);
    if (!as_of) return context.unusable("", as_of.error().why);

    std::vector<CheckedFile> files;
    Exit exit = Exit::Well;
    for (const auto& path : options->words) {
        auto opened = open_file(path);
        if (!opened) {
            exit = context.unusable(path, opened.error().why);
            continue;
        }
        if (say_lost(context, path, *opened, Needs::Reports)) exit = Exit::Unusable;
        auto checked = check_opened(context, path, std::move(*opened), *as_of);
        std::move(checked.begin(), checked.end(), std::back_inserter(files));
    }
    options->has("--json") ? print_json(context, files) : print_text(context, files);
    const auto all = all_findings(files);
    const bool found = checks::count(all, Level::Error) + checks::count(all, Level::Block) > 0;
    return exit == Exit::Well && found ? Exit::Found : exit;
}

}  // namespace platform::cli
