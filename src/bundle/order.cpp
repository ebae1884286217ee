#include "bundle/order.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace bundle {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> ContentNames{"key",   "period", "unit_name",
                                                       "state", "cover",  "entries"};
constexpr std::array<std::string_view, 3> KeyNames{"unit", "form", "period"};
constexpr std::array<std::string_view, 6> PeriodNames{"id", "kind", "name", "from", "to", "due"};
constexpr std::array<std::string_view, 7> CoverNames{"number",   "symbol",  "date",  "signer",
                                                     "position", "subject", "issuer"};
constexpr std::array<std::string_view, 2> EntryNames{"rows", "cells"};
constexpr std::array<std::string_view, 10> PartNames{
    "choice",  "text",  "people",   "business",   "government",
    "amounts", "empty", "empty_to", "empty_when", "empty_reason"};
constexpr std::array<std::string_view, 6> AmountNames{"value",  "approx", "nature",
                                                      "source", "year",   "purpose"};

/// Members of `names` first, in that order; the others as they were.
json::Value ordered(const json::Value& object, Names names) {
    if (!object.is_object()) return object;
    json::Value::object_t members;
    members.reserve(object.size());
    for (const auto name : names)
        if (const auto found = object.find(name); found != object.end())
            members.emplace_back(name, *found);
    for (const auto& [name, member] : object.items())
        if (std::find(names.begin(), names.end(), name) == names.end())
            members.emplace_back(name, member);
    return members;
}

/// The member `name` of `object` replaced by what `order` makes of it.
template <class Order>
void reorder(json::Value& object, std::string_view name, Order order) {
    if (!object.is_object()) return;
    if (const auto found = object.find(name); found != object.end()) *found = order(*found);
}

template <class Order>
json::Value each_element(const json::Value& list, Order order) {
    if (!list.is_array()) return list;
    json::Value ordered_list = json::Value::array();
    for (const auto& element : list) ordered_list.push_back(order(element));
    return ordered_list;
}

json::Value ordered_cell(const json::Value& cell) {
    auto parts = ordered(cell, PartNames);
    reorder(parts, "amounts", [](const json::Value& amounts) {
        return each_element(amounts,
                            [](const json::Value& amount) { return ordered(amount, AmountNames); });
    });
    return parts;
}

json::Value ordered_entry(const json::Value& entry) {
    auto members = ordered(entry, EntryNames);
    reorder(members, "cells", [](json::Value cells) {
        if (cells.is_object())
            for (auto& [field, cell] : cells.items()) cell = ordered_cell(cell);
        return cells;
    });
    return members;
}

}  // namespace

json::Value in_file_order(const json::Value& content) {
    auto members = ordered(content, ContentNames);
    const auto by = [](Names names) {
        return [names](const json::Value& object) { return ordered(object, names); };
    };
    reorder(members, "key", by(KeyNames));
    reorder(members, "period", by(PeriodNames));
    reorder(members, "cover", by(CoverNames));
    reorder(members, "entries",
            [](const json::Value& entries) { return each_element(entries, ordered_entry); });
    return members;
}

}  // namespace bundle
