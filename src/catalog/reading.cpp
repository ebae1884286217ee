#include "catalog/reading.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace catalog {

using i18n::S;

namespace {

void expect_plain(const json::Reader& from, std::string_view key, const std::string& text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
    if (!plain) from.note(key, {S::CatalogBadLabel, {text}});
}

std::optional<base::Day> read_day(const json::Reader& from, std::string_view key,
                                  const std::string& text) {
    const auto day = base::parse_iso(text);
    if (!day) from.note(key, {S::CatalogBadDay, {text}});
    return day;
}

}  // namespace

std::string words(const json::Reader& from, std::string_view key) {
    auto text = from.text(key);
    if (from.has(key) && text::trimmed(text).empty()) from.note(key, {S::CatalogNothing, {}});
    return text;
}

std::string label(const json::Reader& from, std::string_view key) {
    auto text = words(from, key);
    expect_plain(from, key, text);
    return text;
}

std::string label(const json::Reader& from, std::string_view key, std::string_view fallback) {
    auto text = from.text(key, fallback);
    expect_plain(from, key, text);
    return text;
}

std::optional<base::Day> optional_day(const json::Reader& from, std::string_view key) {
    const auto text = from.optional_text(key);
    return text ? read_day(from, key, *text) : std::nullopt;
}

base::Day day(const json::Reader& from, std::string_view key) {
    const auto text = words(from, key);
    return text.empty() ? base::Day{} : read_day(from, key, text).value_or(base::Day{});
}

model::Validity validity(const json::Reader& from) {
    const model::Validity held{optional_day(from, "from"), optional_day(from, "to")};
    if (held.from && held.to && *held.to < *held.from)
        from.note({S::CatalogDaysReversed, {base::iso(*held.from), base::iso(*held.to)}});
    return held;
}

void expect_one_of(const json::Reader& from, std::string_view key, std::string_view word,
                   std::initializer_list<std::string_view> allowed) {
    if (std::find(allowed.begin(), allowed.end(), word) == allowed.end())
        from.note(key, {S::CatalogUnknownWord, {std::string(word)}});
}

void Unique::add(const json::Reader& from, std::string_view key, const std::string& id) {
    if (!id.empty() && !seen_.insert(id).second) from.note(key, {S::CatalogTwice, {id}});
}

}  // namespace catalog
