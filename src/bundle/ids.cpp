#include <algorithm>
#include <array>
#include <utility>

#include "base/fault.hpp"
#include "base/hash.hpp"
#include "bundle/bundle.hpp"
#include "bundle/content.hpp"
#include "bundle/lineage.hpp"
#include "bundle/normal.hpp"
#include "json/canonical.hpp"
#include "json/parse.hpp"

namespace bundle {
namespace {

constexpr std::string_view Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t CodeLength = 6;

json::Value texts(std::span<const model::VersionId> ids) {
    json::Value list = json::Value::array();
    for (const auto& id : ids) list.push_back(id.value);
    return list;
}

/// The first 30 bits of 64 hexadecimal digits; digits that are none count as 0.
std::string code_of(std::string_view hex) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        const char digit = i < hex.size() ? hex[i] : '0';
        const auto place = std::string_view("0123456789abcdef").find(digit);
        bits = bits * 16 + (place == std::string_view::npos ? 0 : place);
    }
    std::string code;
    for (std::size_t i = 0; i < CodeLength; ++i) code += Crockford[(bits >> (27 - 5 * i)) & 31];
    return code;
}

}  // namespace

std::string body_of(const model::Report& report) {
    auto content = encode(report);
    normalise(content);
    return json::canonical(content);
}

model::VersionId version_id(std::string_view body, std::vector<model::VersionId> parents) {
    parents = as_set(std::move(parents));
    // "content" sorts before "parents", and the body is canonical already.
    std::string hashed = "{\"content\":";
    hashed += body;
    hashed += ",\"parents\":" + json::canonical(texts(parents)) + "}";
    return {base::hex(base::sha256(hashed))};
}

VersionPart make_version(const model::Report& report, std::vector<model::VersionId> parents,
                         model::VersionNote note) {
    return stored_version(body_of(report), std::move(parents), std::move(note));
}

VersionPart stored_version(std::string body, std::vector<model::VersionId> parents,
                           model::VersionNote note) {
    const auto content = json::parse(body);
    base::check(content.has_value() && content->is_object(), "a version's body that is no content");
    parents = as_set(std::move(parents));
    const auto id = version_id(body, parents);
    std::vector<Problem> known;  // the body was read before, and its problems were said then
    auto report = decode(*content, "", 0, known);
    return {.id = id,
            .parents = std::move(parents),
            .note = std::move(note),
            .content = std::move(report),
            .body = std::move(body),
            .stated_id = id.value};
}

std::string check_code(const model::VersionId& head) {
    return code_of(head.value);
}

std::string check_code(std::span<const ReportPart> reports) {
    if (reports.size() == 1) return check_code(reports.front().head().id);
    std::vector<model::VersionId> heads;
    for (const auto& report : reports) heads.push_back(report.head().id);
    return code_of(base::hex(base::sha256(json::canonical(texts(heads)))));
}

std::string shown_code(std::string_view code) {
    if (code.size() != CodeLength) return std::string(code);
    return std::string(code.substr(0, 3)) + "-" + std::string(code.substr(3));
}

}  // namespace bundle
