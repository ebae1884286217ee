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

/// Takes a cell of a file apart into its parts, until the first thing that cannot be one: what a
/// stranger wrote costs no more than its entry, however much of it there is.
class Decoding {
public:
    void members(const std::string& prefix, const json::Reader& object, int step) {
        object.each_member([&](const std::string& key, const json::Reader& member) {
            if (broken_) return;
            if (!usable(key, step)) return give_up(member);
            const auto name = prefix + key;
            if (member.is_list()) return elements(name, member, step + 1);
            value(name, member, step);
        });
    }

    model::Cell cell;

private:
    /// The grammar of parts (model/cell.hpp) has three steps: cost.amounts.1.value.
    static constexpr int Steps = 3;

    /// Whether a part's name can be taken apart again into this step and the others, so that what
    /// was read is written as the same.
    static bool usable(const std::string& key, int step) {
        const bool in_list_only = step > 1 && StepOrder::numbered(key);
        return !key.empty() && key.find('.') == std::string::npos && !in_list_only && step <= Steps;
    }

    void value(const std::string& name, const json::Reader& value, int step) {
        if (value.is_object()) return members(name + ".", value, step + 1);
        if (!value.is_text()) return give_up(value);
        cell.set(name, value.own_text());
    }

    /// Elements that say nothing have no number: gaps close when they are read as when written.
    void elements(const std::string& name, const json::Reader& list, int step) {
        std::size_t number = 1;
        list.each_element([&](const json::Reader& element) {
            if (broken_) return;
            const auto before = cell.parts.size();
            value(name + "." + std::to_string(number), element, step);
            if (cell.parts.size() > before) ++number;
        });
    }

    void give_up(const json::Reader& at) {
        broken_ = true;
        at.note({i18n::S::JsonNotText, {at.place()}});
    }

    bool broken_ = false;
};

}  // namespace

json::Value encode_cell(const model::Cell& cell) {
    return encode_object(by_first_step(cell.parts));
}

model::Cell decode_cell(const json::Reader& cell) {
    Decoding decoding;
    decoding.members("", cell, 1);
    return std::move(decoding.cell);
}

}  // namespace bundle
