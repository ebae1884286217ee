#include "bundle/content.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "base/clock.hpp"
#include "bundle/cell.hpp"
#include "json/reader.hpp"
#include "text/utf8.hpp"
#include "value/money.hpp"

namespace bundle {
namespace {

using i18n::S;

json::Value key_value(const model::ReportKey& key) {
    return {{"unit", key.unit.value}, {"form", key.form.value}, {"period", key.period.value}};
}

void put_day(json::Value& object, const char* name, const std::optional<base::Day>& day) {
    if (day) object[name] = base::iso(*day);
}

json::Value period_value(const model::Period& period) {
    json::Value value{
        {"id", period.id.value}, {"kind", model::word(period.kind)}, {"name", period.name}};
    put_day(value, "from", period.from);
    put_day(value, "to", period.to);
    put_day(value, "due", period.due);
    return value;
}

json::Value cover_value(const model::CoverDocument& cover) {
    json::Value value = json::Value::object();
    put_text(value, "number", cover.number);
    put_text(value, "symbol", cover.symbol);
    put_day(value, "date", cover.date);
    put_text(value, "signer", cover.signer);
    put_text(value, "position", cover.position);
    put_text(value, "subject", cover.subject);
    put_text(value, "issuer", cover.issuer);
    return value;
}

/// Nothing for an entry that says nothing: an entry is in a file only when it holds something.
std::optional<json::Value> entry_value(const model::Entry& entry) {
    json::Value cells = json::Value::object();
    for (const auto& [field, cell] : entry.cells)
        if (!cell.blank()) cells[field.value] = encode_cell(cell);
    if (cells.empty()) return std::nullopt;
    json::Value rows = json::Value::array();
    for (const auto& row : entry.rows) rows.push_back(row.value);
    return json::Value{{"rows", std::move(rows)}, {"cells", std::move(cells)}};
}

/// Where one report is being decoded, and into what its problems go.
class Decoder {
public:
    Decoder(std::size_t report, std::vector<Problem>& problems)
        : number_(report), report_(std::to_string(report)), problems_(problems) {}

    model::Report content(const json::Reader& from) {
        model::Report report;
        report.key = key(from);
        report.period = period(from, report.key.period);
        report.unit_name = name(from, "unit_name", report.key.unit.value);
        report.state = state(from);
        if (const auto cover = from.optional_object("cover")) report.cover = this->cover(*cover);
        std::size_t position = 0;
        from.optional_each("entries", [&](const json::Reader& entry) {
            if (auto read = this->entry(entry, ++position, report.key.form))
                report.entries.push_back(std::move(*read));
        });
        strangers(from, {"key", "period", "unit_name", "state", "cover", "entries"});
        return report;
    }

    /// Texts and types that were wrong outside the entries: the value is left out, the rest stays.
    void note_types(const json::Problems& found) {
        for (const auto& problem : found) lose(problem.place, problem.what);
    }

private:
    /// A text that must be short; one that is not is left out.
    std::string line(const json::Reader& from, const char* name) {
        auto text = from.text(name, "");
        if (text::code_points(text) <= model::LongestLine) return text;
        lose(from.place() + "." + name, too_long(name, number_));
        return "";
    }

    /// What a report is called must not be blank: without it, its id stands there.
    std::string name(const json::Reader& from, const char* name, const std::string& id) {
        auto text = line(from, name);
        if (text.empty() && blank(from, name))
            lose(from.place() + "." + name, {S::JsonMissing, {name}});
        return text.empty() ? id : text;
    }

    /// One word of a closed list, as `read` knows them; what is unknown is said and nothing.
    template <class Read>
    auto word(const json::Reader& from, const char* name, Read read) {
        const auto written = from.text(name, "");
        const auto known = read(written);
        const auto place = from.place() + "." + name;
        if (blank(from, name)) {
            lose(place, {S::JsonMissing, {name}});
        } else if (!known && !written.empty()) {
            lose(place, {S::FileUnknownWord, {written, report_}});
        }
        return known;
    }

    /// Whether the member is not there or holds nothing; one of a wrong type is said elsewhere.
    static bool blank(const json::Reader& from, const char* name) {
        if (!from.has(name)) return true;
        const auto member = from.value().find(name);
        return member->is_string() && member->get_ref<const std::string&>().empty();
    }

    model::ReportKey key(const json::Reader& from) {
        const auto key = from.object("key");
        strangers(key, {"unit", "form", "period"});
        return {{key.text("unit")}, {key.text("form")}, {key.text("period")}};
    }

    std::optional<base::Day> day(const json::Reader& from, const char* name) {
        const auto written = from.optional_text(name);
        if (!written || written->empty()) return std::nullopt;
        const auto day = base::parse_iso(*written);
        if (!day) lose(from.place() + "." + name, {S::FileNoDay, {*written, report_}});
        return day;
    }

    model::Period period(const json::Reader& from, const model::PeriodId& id) {
        const auto period = from.object("period");
        strangers(period, {"id", "kind", "name", "from", "to", "due"});
        const auto kind = word(period, "kind", model::period_kind_from_word);
        return {id,
                kind.value_or(model::PeriodKind::Once),
                name(period, "name", id.value),
                day(period, "from"),
                day(period, "to"),
                day(period, "due")};
    }

    model::ReportState state(const json::Reader& from) {
        return word(from, "state", model::report_state_from_word)
            .value_or(model::ReportState::Draft);
    }

    model::CoverDocument cover(const json::Reader& from) {
        strangers(from, {"number", "symbol", "date", "signer", "position", "subject", "issuer"});
        return {.number = line(from, "number"),
                .symbol = line(from, "symbol"),
                .date = day(from, "date"),
                .issuer = line(from, "issuer"),
                .subject = line(from, "subject"),
                .signer = line(from, "signer"),
                .position = line(from, "position")};
    }

    /// Nothing when something in the entry has a wrong type: half an entry would be another
    /// statement.
    std::optional<model::Entry> entry(const json::Reader& from, std::size_t position,
                                      const model::FormId& form) {
        json::Problems wrong;
        LostEntry lost{.report = number_, .form = form, .rows = {}, .field = {}};
        const json::Reader entry(from.value(), from.place(), wrong);
        model::Entry read;
        for (const auto& row : entry.texts("rows")) read.rows.push_back({row});
        entry.object("cells").each_member([&](const std::string& field, const json::Reader& cell) {
            const bool first = wrong.empty();
            if (cell.is_object()) {
                auto decoded = decode_cell(cell);
                if (!decoded.blank()) read.cells.emplace(model::FieldId{field}, std::move(decoded));
            } else {
                cell.note({S::JsonNotObject, {field}});
            }
            if (first && !wrong.empty()) lost.field = {field};
        });
        if (read.rows.empty() && wrong.empty()) entry.note("rows", {S::JsonMissing, {"rows"}});
        if (!wrong.empty()) {
            lost.rows = std::move(read.rows);
            problems_.push_back(
                {ProblemKind::EntryLost,
                 wrong.front().place,
                 {S::FileEntryLost, {std::to_string(position), report_, wrong.front().place}},
                 std::move(lost)});
            return std::nullopt;
        }
        strangers(from, {"rows", "cells"});
        if (read.cells.empty()) return std::nullopt;
        return read;
    }

    void strangers(const json::Reader& from, std::initializer_list<std::string_view> known) {
        for (const auto& name : from.keys())
            if (std::find(known.begin(), known.end(), name) == known.end())
                pass_over(from.place() + "." + name, {S::FileUnknownMember, {name, report_}});
    }

    void lose(std::string place, i18n::Message what) {
        problems_.push_back({ProblemKind::ValueLost, std::move(place), std::move(what)});
    }

    void pass_over(std::string place, i18n::Message what) {
        problems_.push_back({ProblemKind::PassedOver, std::move(place), std::move(what)});
    }

    std::size_t number_;
    std::string report_;
    std::vector<Problem>& problems_;
};

}  // namespace

void put_text(json::Value& object, const char* name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}

i18n::Message too_long(std::string_view name, std::size_t report) {
    return {S::FileLineTooLong,
            {std::string(name), std::to_string(report),
             value::vn_number(std::to_string(model::LongestLine))}};
}

json::Value encode(const model::Report& report) {
    json::Value content{{"key", key_value(report.key)},
                        {"period", period_value(report.period)},
                        {"unit_name", report.unit_name},
                        {"state", model::word(report.state)}};
    if (auto cover = cover_value(report.cover); !cover.empty()) content["cover"] = std::move(cover);
    json::Value entries = json::Value::array();
    for (const auto& entry : report.entries)
        if (auto value = entry_value(entry)) entries.push_back(std::move(*value));
    content["entries"] = std::move(entries);
    return content;
}

model::Report decode(const json::Value& content, const std::string& place, std::size_t report,
                     std::vector<Problem>& problems) {
    json::Problems types;
    Decoder decoder(report, problems);
    auto read = decoder.content(json::Reader(content, place, types));
    decoder.note_types(types);
    return read;
}

}  // namespace bundle
