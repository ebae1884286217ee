#include "bundle/report_part.hpp"

#include <algorithm>
#include <utility>

#include "bundle/content.hpp"
#include "bundle/lineage.hpp"
#include "bundle/normal.hpp"
#include "bundle/upgrade.hpp"
#include "json/canonical.hpp"
#include "json/reader.hpp"
#include "text/utf8.hpp"

namespace bundle {
namespace {

using i18n::S;

/// The text of the first member called `name` in bytes that are no JSON as a whole; empty when
/// there is none. Good enough to tell people which report was lost.
std::string text_after(std::string_view bytes, std::string_view name) {
    const auto quoted = "\"" + std::string(name) + "\"";
    auto at = bytes.find(quoted);
    if (at == std::string_view::npos) return "";
    at = bytes.find_first_not_of(" \t\r\n:", at + quoted.size());
    if (at == std::string_view::npos || bytes[at] != '"') return "";
    std::size_t end = at + 1;
    while (end < bytes.size() && bytes[end] != '"') end += bytes[end] == '\\' ? 2 : 1;
    if (end >= bytes.size()) return "";
    const auto text = json::parse(bytes, json::Range{at, end + 1});
    return text && text->is_string() ? text->get<std::string>() : "";
}

std::string name_of_lost(std::string_view bytes) {
    for (const auto* member : {"label", "unit_name", "unit"})
        if (auto text = text_after(bytes, member); !text.empty()) return text;
    return "?";
}

/// Line and column are the last arguments of every refusal of parse().
Problem lost_by_syntax(const base::Refusal& refusal, std::string_view bytes, std::size_t position,
                       std::string place) {
    const auto& said = refusal.why.arguments;
    const auto from_end = [&](std::size_t n) {
        return n <= said.size() ? said[said.size() - n] : "?";
    };
    return {ProblemKind::ReportLost,
            std::move(place),
            {S::FileReportLost,
             {std::to_string(position), name_of_lost(bytes), from_end(2), from_end(1)}}};
}

/// What of a version must be read before older formats are brought up to date.
struct Received {
    std::string body;
    model::VersionId id;
    std::vector<model::VersionId> parents;
    std::string stated_id;
};

std::vector<model::VersionId> parents_of(const json::Reader& version) {
    std::vector<model::VersionId> parents;
    for (auto& parent : version.optional_texts("parents")) parents.push_back({std::move(parent)});
    return as_set(std::move(parents));
}

Received receive(const json::Reader& version) {
    Received received;
    received.body = json::canonical(version.object("content").value());
    received.parents = parents_of(version);
    received.id = version_id(received.body, received.parents);
    received.stated_id = version.text("id");
    return received;
}

/// Ids are short ASCII words (data/schemas/report.schema.json): they name files and folders.
bool usable(const std::string& id) {
    constexpr std::size_t Longest = 64;
    return !id.empty() && id.size() <= Longest &&
           std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

class PartReader {
public:
    PartReader(std::size_t position, ReadReport& out)
        : position_(position), place_("reports[" + std::to_string(position - 1) + "]"), out_(out) {}

    const std::string& place() const { return place_; }

    void read(json::Value value, int version) {
        json::Problems wrong;
        std::vector<Received> received;
        json::Reader(value, place_, wrong).each("versions", [&](const json::Reader& one) {
            received.push_back(receive(one));
        });
        upgrade_report(value, version);
        ReportPart part;
        const json::Reader report(value, place_, wrong);
        part.label = line(report, "label");
        report.each("versions", [&](const json::Reader& one) {
            if (part.versions.size() < received.size())
                part.versions.push_back(decode_version(one, received[part.versions.size()]));
        });
        if (wrong.empty() && part.versions.empty())
            report.note("versions", {S::JsonMissing, {"versions"}});
        if (!wrong.empty()) return lose(wrong.front());
        part.versions = in_order(std::move(part.versions));
        part.key = part.head().content.key;
        if (!usable(part.key.unit.value) || !usable(part.key.form.value) ||
            !usable(part.key.period.value))
            return lose({place_ + ".versions.content.key", {}});
        if (const auto key = report.optional_object("key")) compare_key(*key, part.key);
        out_.part = std::move(part);
    }

    /// A report whose own frame has a wrong type says nothing that could be relied on.
    void lose(const json::Problem& problem) {
        out_.problems.push_back(
            {ProblemKind::ReportLost,
             problem.place,
             {S::FileReportUnreadable, {std::to_string(position_), problem.place}}});
    }

private:
    /// A name beside the content; one too long to be a name is left out.
    std::string line(const json::Reader& from, const char* name) {
        auto text = from.text(name, "");
        if (text::code_points(text) <= model::LongestLine) return text;
        out_.problems.push_back(
            {ProblemKind::ValueLost, from.place() + "." + name, too_long(name, position_)});
        return "";
    }

    model::VersionNote note_of(const json::Reader& version) {
        const auto note = version.optional_object("note");
        if (!note) return {};
        return {line(*note, "author"), line(*note, "unit"), line(*note, "made_at"),
                line(*note, "page")};
    }

    VersionPart decode_version(const json::Reader& from, const Received& received) {
        const auto content = from.object("content");
        VersionPart version{
            .id = received.id,
            .parents = received.parents,
            .note = note_of(from),
            .content = decode(content.value(), content.place(), position_, out_.problems),
            .body = received.body,
            .stated_id = received.stated_id};
        if (version.stated_id != version.id.value)
            out_.problems.push_back({ProblemKind::VersionChanged,
                                     from.place(),
                                     {S::FileVersionChanged,
                                      {std::to_string(position_), version.content.unit_name,
                                       shown_code(check_code(version.id))}}});
        return version;
    }

    /// The frame repeats the content's key for people; the content is what is hashed, so it counts.
    void compare_key(const json::Reader& stated, const model::ReportKey& key) {
        const bool same = stated.text("unit", "") == key.unit.value &&
                          stated.text("form", "") == key.form.value &&
                          stated.text("period", "") == key.period.value;
        if (!same)
            out_.problems.push_back({ProblemKind::FileChanged,
                                     stated.place(),
                                     {S::FileKeyDiffers, {std::to_string(position_)}}});
    }

    std::size_t position_;
    std::string place_;
    ReadReport& out_;
};

}  // namespace

ReadReport read_report(std::string_view bytes, json::Range range, std::size_t position,
                       int version) {
    ReadReport out;
    PartReader reader(position, out);
    auto value = json::parse(bytes, range);
    if (!value) {
        const auto own = bytes.substr(range.begin, range.end - range.begin);
        out.problems.push_back(lost_by_syntax(value.error(), own, position, reader.place()));
        return out;
    }
    normalise(*value);
    out.canonical = json::canonical(*value);
    // Composed text can be longer than what was sent; what is kept must be readable again.
    if (!json::scan(out.canonical)) {
        reader.lose({reader.place(), {}});
        return out;
    }
    reader.read(std::move(*value), version);
    return out;
}

}  // namespace bundle
