#include "bundle/envelope.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/fault.hpp"
#include "base/hash.hpp"
#include "bundle/normal.hpp"
#include "bundle/upgrade.hpp"
#include "json/canonical.hpp"
#include "json/reader.hpp"

namespace bundle {
namespace {

using i18n::S;

constexpr std::array<std::string_view, 12> KnownMembers{
    "huong_dan", "format",     "version", "kind",  "id",    "made",
    "forms",     "catalogues", "reports", "title", "parts", "integrity"};

/// How much of a stranger's word goes into a sentence.
constexpr std::size_t ShownLength = 40;

std::string shown(std::string text) {
    if (text.size() <= ShownLength) return text;
    std::size_t end = ShownLength;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

/// The bytes after a byte order mark and white space.
std::string_view beginning(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : bytes.substr(first);
}

bool starts_like_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// A sentence for what is no JSON at all, so that scan() is only asked about what may be one.
std::optional<base::Refusal> not_json(std::string_view bytes, const std::string& name) {
    const auto start = beginning(bytes);
    if (start.starts_with("{\\rtf")) return base::Refusal{{S::FileIsOffice, {name}}};
    if (start.empty() || start.front() == '{' || starts_like_utf16(bytes)) return std::nullopt;
    if (start.starts_with("%PDF")) return base::Refusal{{S::FileIsPdf, {name}}};
    if (start.starts_with("\xD0\xCF\x11\xE0")) return base::Refusal{{S::FileIsOffice, {name}}};
    if (start.front() == '[') return base::Refusal{{S::FileNotOurs, {name}}};
    return base::Refusal{{S::FileNotJson, {name}}};
}

/// The members but the reports.
base::Result<json::Value> members_of(std::string_view bytes, const json::Outline& outline) {
    json::Value::object_t members;
    for (const auto& member : outline.members) {
        if (member.key == "reports") continue;
        auto value = json::parse(bytes, member.value);
        if (!value) return value.error();
        members.emplace_back(member.key, std::move(*value));
    }
    return json::Value(std::move(members));
}

base::Result<void> recognise(const json::Value& members, const std::string& name) {
    json::Problems ignored;  // a member of a wrong type makes the file a stranger's, said below
    const json::Reader top(members, "", ignored);
    if (top.text("format", "") != "so06") return base::Refusal{{S::FileNotOurs, {name}}};
    const auto version = top.integer("version", 0);
    if (version < 1) return base::Refusal{{S::FileNoVersion, {name}}};
    if (version > Newest)
        return base::Refusal{
            {S::FileTooNew, {name, std::to_string(version), std::to_string(Newest)}}};
    const auto kind = top.text("kind", "");
    if (kind != "report" && kind != "workbook")
        return base::Refusal{{S::FileOtherKind, {name, shown(kind)}}};
    return {};
}

std::vector<Needed> needed(const json::Reader& top, const char* list) {
    std::vector<Needed> found;
    top.optional_each(list, [&](const json::Reader& one) {
        found.push_back({one.text("id"), one.text("version"), one.text("sha256")});
    });
    return found;
}

void fill(Bundle& bundle, const json::Value& members) {
    json::Problems problems;
    const json::Reader top(members, "", problems);
    bundle.version = static_cast<int>(top.integer("version"));
    bundle.huong_dan = top.text("huong_dan", "");
    bundle.id = top.text("id", "");
    if (const auto made = top.optional_object("made"))
        bundle.made = {made->text("by", ""), made->text("unit", ""), made->text("with", "")};
    bundle.forms = needed(top, "forms");
    bundle.catalogues = needed(top, "catalogues");
    if (const auto integrity = top.optional_object("integrity")) {
        bundle.integrity.sha256 = integrity->text("sha256", "");
        bundle.integrity.code = integrity->text("code", "");
    }
    for (auto& problem : problems)
        bundle.problems.push_back({ProblemKind::ValueLost, problem.place, problem.what});
    for (const auto& key : top.keys())
        if (std::find(KnownMembers.begin(), KnownMembers.end(), key) == KnownMembers.end())
            bundle.problems.push_back(
                {ProblemKind::PassedOver, key, {S::FileUnknownInEnvelope, {shown(key)}}});
}

}  // namespace

std::span<const json::Range> Envelope::reports() const {
    const auto* member = outline.find("reports");
    return member ? std::span(member->elements) : std::span<const json::Range>();
}

base::Result<Envelope> read_envelope(std::string_view bytes, std::string_view file_name) {
    const std::string name(file_name);
    if (const auto refusal = not_json(bytes, name)) return *refusal;
    auto outline = json::scan(bytes);
    if (!outline) return outline.error();
    auto members = members_of(bytes, *outline);
    if (!members) return members.error();
    if (const auto ours = recognise(*members, name); !ours) return ours.error();
    normalise(*members);

    Envelope envelope;
    envelope.outline = std::move(*outline);
    envelope.kind = (*members)["kind"].get<std::string>();
    envelope.bundle.file_name = name;
    auto upgraded = *members;
    upgrade_envelope(upgraded, (*members)["version"].get<int>());
    fill(envelope.bundle, upgraded);
    envelope.received = std::move(*members);
    return envelope;
}

void verify(Envelope& envelope, const std::optional<std::vector<std::string>>& reports) {
    auto& bundle = envelope.bundle;
    auto& integrity = bundle.integrity;
    // Where a report was lost, that was said, and its part of the code cannot be known.
    const bool whole = bundle.reports.size() == envelope.reports().size();
    if (whole) integrity.computed_code = check_code(bundle.reports);
    if (!reports) return;
    auto members = envelope.received;
    members.erase("integrity");
    integrity.computed_sha256 = envelope_sha256(std::move(members), *reports);
    integrity.ok = integrity.sha256 == integrity.computed_sha256 &&
                   (!whole || integrity.code == integrity.computed_code);
    if (integrity.ok) return;
    const i18n::Message what =
        integrity.sha256.empty()
            ? i18n::Message{S::FileNoIntegrity, {bundle.file_name}}
            : i18n::Message{S::FileChanged, {bundle.file_name, shown_code(integrity.code)}};
    bundle.problems.push_back({ProblemKind::FileChanged, "integrity", what});
}

std::string envelope_sha256(json::Value members, std::span<const std::string> reports) {
    // The reports are canonical already and may be large, so they are put into the canonical text
    // and not made into values again. A text of one NUL marks their place: files with NUL are
    // refused.
    members["reports"] = std::string(1, '\0');
    const auto text = json::canonical(members);
    constexpr std::string_view Mark = "\"\\u0000\"";
    const auto at = text.find(Mark);
    base::check(at != std::string::npos, "an envelope without a place for its reports");
    std::string whole = text.substr(0, at) + "[";
    for (const auto& report : reports) {
        if (whole.back() != '[') whole += ',';
        whole += report;
    }
    whole += "]" + text.substr(at + Mark.size());
    return base::hex(base::sha256(whole));
}

}  // namespace bundle
