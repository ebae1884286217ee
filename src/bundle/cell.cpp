#include "bundle/cell.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bundle {
namespace {

using Parts = std::map<std::string, std::string>;

/// One step of a part's name: the numbers of a list in the order of numbers, other names by
/// letters.
struct StepOrder {
    bool operator()(const std::string& left, const std::string& right) const {
        if (left.size() != right.size() && numbered(left) && numbered(right))
            return left.size() < right.size();
        return left < right;
    }
    static bool numbered(std::string_view step) {
        return !step.empty() && step.front() != '0' &&
               std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
};

/// The parts by the first step of their names; a part that ends there has an empty rest.
std::map<std::string, Parts, StepOrder> by_first_step(const Parts& parts) {
    std::map<std::string, Parts, StepOrder> steps;
    for (const auto& [name, text] : parts) {
        const auto dot = name.find('.');
        const auto rest = dot == std::string::npos ? std::string() : name.substr(dot + 1);
        steps[name.substr(0, dot)].emplace(rest, text);
    }
    return steps;
}

json::Value encode_step(const Parts& rest);

json::Value encode_object(const std::map<std::string, Parts, StepOrder>& steps) {
    json::Value object = json::Value::object();
    for (const auto& [name, rest] : steps) object[name] = encode_step(rest);
    return object;
}

/// What stands below one step: a text, a list where all steps are numbers, else an object.
json::Value encode_step(const Parts& rest) {
    if (rest.size() == 1 && rest.begin()->first.empty()) return rest.begin()->second;
    const auto steps = by_first_step(rest);
    if (!std::all_of(steps.begin(), steps.end(),
                     [](const auto& step) { return StepOrder::numbered(step.first); }))
        return encode_object(steps);
    json::Value list = json::Value::array();
    for (const auto& [number, below] : steps) list.push_back(encode_step(below));
    return list;
}

/// A name that a part's name could not be taken apart into again.
bool unusable(const std::string& name) {
    return name.empty() || name.find('.') != std::string::npos;
}

void decode_members(model::Cell& cell, const std::string& prefix, const json::Reader& object);

/// A list in a list has no name in the grammar and is noted as no text.
void decode_value(model::Cell& cell, const std::string& name, const json::Reader& value) {
    if (value.is_object()) {
        decode_members(cell, name + ".", value);
    } else {
        cell.set(name, value.own_text());
    }
}

void decode_members(model::Cell& cell, const std::string& prefix, const json::Reader& object) {
    object.each_member([&](const std::string& key, const json::Reader& member) {
        if (unusable(key)) return object.note(key, {i18n::S::JsonNotText, {key}});
        const auto name = prefix + key;
        if (!member.is_list()) return decode_value(cell, name, member);
        std::size_t number = 0;
        object.each(key, [&](const json::Reader& element) {
            decode_value(cell, name + "." + std::to_string(++number), element);
        });
    });
}

}  // namespace

json::Value encode_cell(const model::Cell& cell) {
    return encode_object(by_first_step(cell.parts));
}

model::Cell decode_cell(const json::Reader& cell) {
    model::Cell decoded;
    decode_members(decoded, "", cell);
    return decoded;
}

}  // namespace bundle
