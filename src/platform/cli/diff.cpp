#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "bundle/bundle.hpp"
#include "json/pretty.hpp"
#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "platform/cli/command.hpp"
#include "platform/cli/difference.hpp"
#include "platform/cli/input.hpp"
#include "platform/cli/options.hpp"

namespace platform::cli {
namespace {

using i18n::S;
using Reports = std::map<model::ReportKey, model::Report>;

/// Two reports side by side; one side is missing where only one file has it.
struct Pair {
    const model::Report* before = nullptr;
    const model::Report* after = nullptr;

    const model::Report& either() const { return after ? *after : *before; }
};

Reports heads(const bundle::Opened& opened) {
    Reports reports;
    for (const auto& bundle : opened.files)
        for (const auto& part : bundle.reports) reports[part.key] = part.head().content;
    return reports;
}

/// By key. Where each file holds one report these two are meant, whatever their periods or units.
std::vector<Pair> pairs(const Reports& before, const Reports& after) {
    if (before.size() == 1 && after.size() == 1)
        return {{&before.begin()->second, &after.begin()->second}};
    std::map<model::ReportKey, Pair> by_key;
    for (const auto& [key, report] : before) by_key[key].before = &report;
    for (const auto& [key, report] : after) by_key[key].after = &report;
    std::vector<Pair> list;
    for (const auto& [key, pair] : by_key) list.push_back(pair);
    return list;
}

std::vector<Difference> between(const Pair& pair) {
    return pair.before && pair.after ? differences(*pair.before, *pair.after)
                                     : std::vector<Difference>();
}

json::Value text_value(const std::optional<std::string>& text) {
    return text ? json::Value(*text) : json::Value();
}

json::Value pair_value(const Pair& pair) {
    json::Value changes = json::Value::array();
    for (const auto& change : between(pair))
        changes.push_back({{"row", change.row.value},
                           {"field", change.field},
                           {"part", change.part},
                           {"before", text_value(change.before)},
                           {"after", text_value(change.after)}});
    return {{"before", pair.before ? key_value(pair.before->key) : json::Value()},
            {"after", pair.after ? key_value(pair.after->key) : json::Value()},
            {"changes", std::move(changes)}};
}

/// One line of a terminal.
std::string in_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// "26 · Kinh phí · amounts.1.value", with ids where the form or the catalogue has no name.
std::string place_of(const Context& context, const model::Report& report,
                     const Difference& change) {
    const auto* form = context.library.form(report.key.form);
    const auto* catalogue = form ? context.library.catalogue(form->catalogue) : nullptr;
    const auto* item = catalogue ? catalogue->item(change.row) : nullptr;
    const auto* field = form ? form->field({change.field}) : nullptr;
    std::string place = item ? std::to_string(item->number) : change.row.value;
    for (const auto& step : {field ? field->short_title : change.field, change.part})
        if (!step.empty()) place += (place.empty() ? "" : " · ") + step;
    return place;
}

std::string shown(const Context& context, const std::optional<std::string>& text) {
    return text ? "“" + in_one_line(*text) + "”" : context.say({S::CliNotThere, {}});
}

void print_text(const Context& context, const Pair& pair) {
    const auto& report = pair.either();
    const auto changes = between(pair);
    if (!pair.before || !pair.after) {
        const auto only = pair.before ? S::CliOnlyBefore : S::CliOnlyAfter;
        context.out << context.say({only, {report.unit_name, report.period.name}}) << '\n';
        return;
    }
    context.out << context.say(
                       {S::CliDiffHead,
                        {pair.before->unit_name, pair.before->period.name, pair.after->unit_name,
                         pair.after->period.name, std::to_string(changes.size())}})
                << '\n';
    for (const auto& change : changes)
        context.out << "  " << place_of(context, report, change) << ": "
                    << shown(context, change.before) << " → " << shown(context, change.after)
                    << '\n';
}

}  // namespace

Exit diff(const Context& context, const Arguments& arguments) {
    const auto options = read_options(arguments, {{"--json"}, {}});
    if (!options) return context.unusable("", options.error().why);
    if (options->words.size() != 2) return context.unusable("", {S::CliTwoFiles, {}});
    std::vector<Reports> sides;
    Exit exit = Exit::Well;
    for (const auto& path : options->words) {
        const auto opened = open_file(path);
        if (!opened) return context.unusable(path, opened.error().why);
        if (say_lost(context, path, *opened, Needs::Content)) exit = Exit::Unusable;
        sides.push_back(heads(*opened));
    }
    const auto list = pairs(sides[0], sides[1]);
    if (options->has("--json")) {
        json::Value reports = json::Value::array();
        for (const auto& pair : list) reports.push_back(pair_value(pair));
        context.out << json::pretty({{"reports", std::move(reports)}});
    } else {
        for (const auto& pair : list) print_text(context, pair);
    }
    return exit;
}

}  // namespace platform::cli
