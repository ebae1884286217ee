#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "archive/zip.hpp"
#include "base/fault.hpp"
#include "base/hash.hpp"
#include "bundle/bundle.hpp"
#include "bundle/content.hpp"
#include "bundle/envelope.hpp"
#include "bundle/order.hpp"
#include "bundle/words.hpp"
#include "json/canonical.hpp"
#include "json/parse.hpp"
#include "json/pretty.hpp"
#include "text/fold.hpp"

namespace bundle {
namespace {

json::Value needed_value(const std::vector<Needed>& needed) {
    json::Value list = json::Value::array();
    for (const auto& one : needed)
        list.push_back({{"id", one.id}, {"version", one.version}, {"sha256", one.sha256}});
    return list;
}

json::Value note_value(const model::VersionNote& note) {
    json::Value value = json::Value::object();
    put_text(value, "author", note.author);
    put_text(value, "unit", note.unit);
    put_text(value, "made_at", note.made_at);
    put_text(value, "page", note.page);
    return value;
}

json::Value version_value(const VersionPart& version) {
    const auto content = json::parse(version.body);
    base::check(content.has_value(), "a version's body that is no JSON");
    json::Value parents = json::Value::array();
    for (const auto& parent : version.parents) parents.push_back(parent.value);
    return {{"id", version.id.value},
            {"parents", std::move(parents)},
            {"note", note_value(version.note)},
            {"content", in_file_order(*content)}};
}

json::Value report_value(const ReportPart& report) {
    json::Value value{{"key",
                       {{"unit", report.key.unit.value},
                        {"form", report.key.form.value},
                        {"period", report.key.period.value}}}};
    put_text(value, "label", report.label);
    json::Value versions = json::Value::array();
    for (const auto& version : report.versions) versions.push_back(version_value(version));
    value["versions"] = std::move(versions);
    return value;
}

json::Value made_value(const Made& made) {
    json::Value value = json::Value::object();
    put_text(value, "by", made.by);
    put_text(value, "unit", made.unit);
    put_text(value, "with", made.with);
    return value;
}

/// "so06-" and the first 32 digits of SHA-256 over the ids of all versions in the file's order.
std::string file_id(const std::vector<ReportPart>& reports) {
    json::Value ids = json::Value::array();
    for (const auto& report : reports)
        for (const auto& version : report.versions) ids.push_back(version.id.value);
    return "so06-" + base::hex(base::sha256(json::canonical(ids))).substr(0, 32);
}

/// What the heads' notes agree on; where they differ, nobody made the whole file.
std::string agreed(const std::vector<ReportPart>& reports, std::string model::VersionNote::* what) {
    const auto& first = reports.front().head().note.*what;
    const bool same = std::all_of(reports.begin(), reports.end(), [&](const ReportPart& report) {
        return report.head().note.*what == first;
    });
    return same ? first : std::string();
}

/// The name of a report's file in a workbook; a second one of the same name gets a number.
std::string part_name(const ReportPart& report, std::set<std::string>& taken) {
    const auto& key = report.key;
    const auto whole = file_name(report, key.unit.value, key.form.value, NameFor::Computer);
    const auto stem = whole.substr(0, whole.rfind(".so06.json"));
    auto name = whole;
    for (int number = 2; !taken.insert(text::lower(name)).second; ++number)
        name = stem + "_" + std::to_string(number) + ".so06.json";
    return name;
}

}  // namespace

Bundle make(std::vector<ReportPart> reports, std::span<const model::Form> forms,
            std::span<const model::Catalogue> catalogues) {
    base::check(!reports.empty(), "a file without reports");
    Bundle bundle;
    const auto code = check_code(reports);
    bundle.huong_dan = guide(reports, forms, code);
    bundle.id = file_id(reports);
    bundle.made = {agreed(reports, &model::VersionNote::author),
                   agreed(reports, &model::VersionNote::unit), worded("program")};
    for (const auto& form : forms) {
        const bool used =
            std::any_of(reports.begin(), reports.end(),
                        [&](const ReportPart& report) { return report.key.form == form.id; });
        if (!used) continue;
        bundle.forms.push_back({form.id.value, form.version, form.sha256});
        for (const auto& catalogue : catalogues) {
            const Needed needed{catalogue.id.value, catalogue.version, catalogue.sha256};
            const bool listed = std::find(bundle.catalogues.begin(), bundle.catalogues.end(),
                                          needed) != bundle.catalogues.end();
            if (catalogue.id == form.catalogue && !listed) bundle.catalogues.push_back(needed);
        }
    }
    bundle.reports = std::move(reports);
    return bundle;
}

std::string write(const Bundle& bundle) {
    json::Value reports = json::Value::array();
    std::vector<std::string> canonical;
    for (const auto& report : bundle.reports) {
        auto value = report_value(report);
        canonical.push_back(json::canonical(value));
        reports.push_back(std::move(value));
    }
    json::Value envelope{{"huong_dan", bundle.huong_dan},
                         {"format", "so06"},
                         {"version", Newest},
                         {"kind", "report"},
                         {"id", bundle.id},
                         {"made", made_value(bundle.made)},
                         {"forms", needed_value(bundle.forms)},
                         {"catalogues", needed_value(bundle.catalogues)},
                         {"reports", json::Value::array()}};
    const auto sha256 = envelope_sha256(envelope, canonical);
    envelope["reports"] = std::move(reports);
    envelope["integrity"] = {{"sha256", sha256}, {"code", check_code(bundle.reports)}};
    return json::pretty(envelope);
}

std::string write_workbook(std::string_view title, std::span<const Bundle> files) {
    json::Value parts = json::Value::array();
    std::vector<archive::Entry> entries(1);
    std::set<std::string> taken{"workbook.json"};
    for (const auto& file : files) {
        base::check(!file.reports.empty(), "a workbook's part without a report");
        entries.push_back({part_name(file.reports.front(), taken), write(file)});
        parts.push_back({{"name", entries.back().name}, {"id", file.id}});
    }
    const json::Value workbook{{"huong_dan", workbook_guide(title, files.size())},
                               {"format", "so06"},
                               {"version", Newest},
                               {"kind", "workbook"},
                               {"title", title},
                               {"parts", std::move(parts)}};
    entries.front() = {"workbook.json", json::pretty(workbook)};
    return archive::zip(entries);
}

}  // namespace bundle
