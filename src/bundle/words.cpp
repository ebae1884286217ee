#include "bundle/words.hpp"

#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "base/fault.hpp"
#include "data/embedded.hpp"
#include "json/parse.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace bundle {
namespace {

/// The sentence as it stands in the file. Read anew each time: files are written seldom, and
/// nothing of the program's lives longer than it must.
std::string sentence(std::string_view name) {
    const auto files = data::files();
    const auto file = std::find_if(files.begin(), files.end(), [](const data::File& f) {
        return f.path == "wording/files.json";
    });
    base::check(file != files.end(), "data/wording/files.json is not part of the program");
    const auto words = json::parse(file->bytes);
    base::check(words.has_value() && words->is_object(), "data/wording/files.json is no JSON");
    const auto found = words->find(name);
    base::check(found != words->end() && found->is_string(), "a sentence missing in files.json");
    return found->get<std::string>();
}

/// "mở bằng trang Sổ 06, địa chỉ https://…"; without the address when the page was a file.
std::string how_to_open(const std::string& page) {
    const auto name = worded("page_name");
    if (page.empty()) return worded("open_with", {{"page_name", name}});
    return worded("open_with_page", {{"page_name", name}, {"page", page}});
}

std::string short_title(const model::FormId& id, std::span<const model::Form> forms) {
    const auto form =
        std::find_if(forms.begin(), forms.end(), [&](const model::Form& f) { return f.id == id; });
    return form != forms.end() ? form->short_title : id.value;
}

/// Letters, digits and hyphens without marks; anything else becomes one hyphen. Capitals stay.
std::string ascii_label(std::string_view label) {
    std::string out;
    std::string_view rest = label;
    while (!rest.empty()) {
        const auto before = rest;
        text::next(rest);
        const auto letter = before.substr(0, before.size() - rest.size());
        const auto folded = text::fold(letter);
        const bool capital = text::lower(letter) != letter;
        for (char c : folded) {
            const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (word) {
                out += capital && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
            } else if (!out.empty() && out.back() != '-') {
                out += '-';
            }
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "x" : out;
}

}  // namespace

std::string worded(std::string_view name, const Fillings& fillings) {
    const auto pattern = sentence(name);
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const auto open = pattern.find('{', at);
        out += pattern.substr(at, open - at);
        if (open == std::string::npos) break;
        const auto close = pattern.find('}', open);
        base::check(close != std::string::npos, "a brace in files.json that does not close");
        const auto wanted = std::string_view(pattern).substr(open + 1, close - open - 1);
        const auto filling = std::find_if(fillings.begin(), fillings.end(),
                                          [&](const auto& f) { return f.first == wanted; });
        base::check(filling != fillings.end(), "a brace in files.json that nothing fills");
        out += filling->second;
        at = close + 1;
    }
    return out;
}

std::string guide(std::span<const ReportPart> reports, std::span<const model::Form> forms,
                  std::string_view code) {
    const auto& first = reports.front().head();
    const auto open = how_to_open(first.note.page);
    if (reports.size() == 1)
        return worded("guide_one", {{"form", short_title(first.content.key.form, forms)},
                                    {"unit", first.content.unit_name},
                                    {"period", first.content.period.name},
                                    {"code", shown_code(code)},
                                    {"open", open}});
    std::vector<std::string> names;
    for (const auto& report : reports) names.push_back(report.head().content.unit_name);
    std::string units;
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name) continue;
        units += (units.empty() ? "" : ", ") + *name;
    }
    return worded("guide_many", {{"count", std::to_string(reports.size())},
                                 {"units", units},
                                 {"code", shown_code(code)},
                                 {"open", open}});
}

std::string workbook_guide(std::string_view title, std::size_t reports) {
    return worded("guide_workbook", {{"title", std::string(title)},
                                     {"count", std::to_string(reports)},
                                     {"page_name", worded("page_name")}});
}

std::size_t depth(const ReportPart& report) {
    std::map<model::VersionId, std::size_t> depths;
    std::size_t last = 0;
    for (const auto& version : report.versions) {
        std::size_t above = 0;
        for (const auto& parent : version.parents)
            if (const auto found = depths.find(parent); found != depths.end())
                above = std::max(above, found->second);
        last = depths[version.id] = above + 1;
    }
    return last;
}

std::string file_name(const ReportPart& report, std::string_view unit_label,
                      std::string_view form_label, NameFor where) {
    return "DA06_" + ascii_label(unit_label) + "_" + ascii_label(form_label) + "_" +
           ascii_label(report.key.period.value) + "_v" + std::to_string(depth(report)) +
           (where == NameFor::Phone ? ".so06.txt" : ".so06.json");
}

std::string workbook_file_name(std::string_view title) {
    return ascii_label(title) + ".so06";
}

std::string ready_text(const ReportPart& report, const model::Form& form,
                       std::string_view file_name, const std::string& page) {
    const auto& head = report.head();
    const auto& content = head.content;
    std::string out = worded("ready", {{"unit", content.unit_name},
                                       {"form", form.short_title},
                                       {"period", content.period.name},
                                       {"file", std::string(file_name)},
                                       {"code", shown_code(check_code(head.id))}});
    const auto& cover = content.cover;
    if (content.state < model::ReportState::Issued) {
        out += "\n" + worded("ready_unissued");
    } else if (!cover.number.empty() && !cover.symbol.empty() && cover.date) {
        out += "\n" + worded("ready_issued", {{"number", cover.number},
                                              {"symbol", cover.symbol},
                                              {"date", base::vn_date(*cover.date)}});
    }
    const auto& address = page.empty() ? head.note.page : page;
    if (address.empty()) return out;
    return out + "\n" + worded("ready_open", {{"open", how_to_open(address)}});
}

}  // namespace bundle
