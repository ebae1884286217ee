#include "platform/cli/difference.hpp"

#include <map>
#include <set>
#include <utility>

#include "base/clock.hpp"

namespace platform::cli {
namespace {

/// Texts by field and part, so that two sides are compared by walking one list of names.
using Texts = std::map<std::pair<std::string, std::string>, std::string>;

void put(Texts& texts, const std::string& field, const std::string& text) {
    if (!text.empty()) texts[{field, ""}] = text;
}

std::string text_of(const std::optional<base::Day>& day) {
    return day ? base::iso(*day) : "";
}

/// The report without its entries and without its key, which the two sides may well not share.
Texts texts_of(const model::Report& report) {
    Texts texts;
    put(texts, "unit_name", report.unit_name);
    put(texts, "state", std::string(model::word(report.state)));
    put(texts, "period.id", report.period.id.value);
    put(texts, "period.name", report.period.name);
    put(texts, "period.kind", std::string(model::word(report.period.kind)));
    put(texts, "period.from", text_of(report.period.from));
    put(texts, "period.to", text_of(report.period.to));
    put(texts, "period.due", text_of(report.period.due));
    put(texts, "cover.number", report.cover.number);
    put(texts, "cover.symbol", report.cover.symbol);
    put(texts, "cover.date", text_of(report.cover.date));
    put(texts, "cover.issuer", report.cover.issuer);
    put(texts, "cover.subject", report.cover.subject);
    put(texts, "cover.signer", report.cover.signer);
    put(texts, "cover.position", report.cover.position);
    return texts;
}

std::string joined(const std::vector<model::RowId>& rows) {
    std::string list;
    for (const auto& row : rows) list += (list.empty() ? "" : " ") + row.value;
    return list;
}

Texts texts_of(const model::Entry* entry) {
    Texts texts;
    if (!entry) return texts;
    if (entry->rows.size() > 1) put(texts, "rows", joined(entry->rows));
    for (const auto& [field, cell] : entry->cells)
        for (const auto& [part, text] : cell.parts) texts[{field.value, part}] = text;
    return texts;
}

void compare(const model::RowId& row, const Texts& before, const Texts& after,
             std::vector<Difference>& out) {
    const auto in = [](const Texts& texts, const auto& name) -> std::optional<std::string> {
        const auto found = texts.find(name);
        if (found == texts.end()) return std::nullopt;
        return found->second;
    };
    Texts names = before;
    names.insert(after.begin(), after.end());
    for (const auto& [name, unused] : names) {
        auto was = in(before, name);
        auto is = in(after, name);
        if (was != is) out.push_back({row, name.first, name.second, std::move(was), std::move(is)});
    }
}

}  // namespace

std::vector<Difference> differences(const model::Report& before, const model::Report& after) {
    std::vector<Difference> found;
    compare({}, texts_of(before), texts_of(after), found);
    std::set<model::RowId> rows;
    for (const auto* report : {&before, &after})
        for (const auto& entry : report->entries) rows.insert(entry.rows.begin(), entry.rows.end());
    // Rows that are spoken for together on both sides would say the same thing again.
    std::set<std::pair<const model::Entry*, const model::Entry*>> said;
    for (const auto& row : rows) {
        const auto* was = before.entry(row);
        const auto* is = after.entry(row);
        if (said.emplace(was, is).second) compare(row, texts_of(was), texts_of(is), found);
    }
    return found;
}

}  // namespace platform::cli
