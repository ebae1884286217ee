#include "model/cell.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace model {
namespace {

template <class Value>
struct Word {
    Value value;
    std::string_view word;
};

constexpr std::array FieldTypeWords{
    Word{FieldType::Text, "text"},
    Word{FieldType::Choice, "choice"},
    Word{FieldType::AudienceText, "audience_text"},
    Word{FieldType::Costs, "costs"},
    Word{FieldType::Replication, "replication"},
};

constexpr std::array EmptyWords{
    Word{Empty::NotEntered, "not_entered"},   Word{Empty::Dash, "dash"},
    Word{Empty::NotAssigned, "not_assigned"}, Word{Empty::NotArising, "not_arising"},
    Word{Empty::NotDeployed, "not_deployed"}, Word{Empty::HandedOver, "handed_over"},
};

constexpr std::array DeploymentWords{
    Word{Deployment::NotDeployed, "not_deployed"},
    Word{Deployment::Preparing, "preparing"},
    Word{Deployment::Pilot, "pilot"},
    Word{Deployment::Deploying, "deploying"},
    Word{Deployment::Deployed, "deployed"},
    Word{Deployment::Stopped, "stopped"},
    Word{Deployment::HandedOver, "handed_over"},
};

constexpr std::array MoneyNatureWords{
    Word{MoneyNature::Proposed, "proposed"}, Word{MoneyNature::Granted, "granted"},
    Word{MoneyNature::Invested, "invested"}, Word{MoneyNature::Disbursed, "disbursed"},
    Word{MoneyNature::Saved, "saved"},
};

template <class Value, std::size_t Count>
std::string_view word_of(const std::array<Word<Value>, Count>& words, Value value) {
    return std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.value == value; })
        ->word;
}

template <class Value, std::size_t Count>
std::optional<Value> value_of(const std::array<Word<Value>, Count>& words, std::string_view word) {
    for (const auto& candidate : words)
        if (candidate.word == word) return candidate.value;
    return std::nullopt;
}

/// "amounts.3.nature" → true; N has no leading zero, so that one amount has one name.
bool amount_part(std::string_view part) {
    constexpr std::string_view Prefix = "amounts.";
    constexpr std::array<std::string_view, 6> Names{"value",  "approx", "nature",
                                                    "source", "year",   "purpose"};
    if (!part.starts_with(Prefix)) return false;
    part.remove_prefix(Prefix.size());
    const auto dot = part.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > 2 || part[0] == '0') return false;
    const auto digits = part.substr(0, dot);
    const bool numbered =
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return numbered && std::find(Names.begin(), Names.end(), part.substr(dot + 1)) != Names.end();
}

/// A part that says why the cell says nothing.
bool of_emptiness(std::string_view part) {
    return part == "empty" || part.starts_with("empty_");
}

bool one_of(std::string_view part, std::initializer_list<std::string_view> allowed) {
    return std::find(allowed.begin(), allowed.end(), part) != allowed.end();
}

}  // namespace

std::string_view word(FieldType type) {
    return word_of(FieldTypeWords, type);
}
std::string_view word(Empty empty) {
    return word_of(EmptyWords, empty);
}
std::string_view word(Deployment state) {
    return word_of(DeploymentWords, state);
}
std::string_view word(MoneyNature nature) {
    return word_of(MoneyNatureWords, nature);
}

std::optional<FieldType> field_type_from_word(std::string_view word) {
    return value_of(FieldTypeWords, word);
}
std::optional<Empty> empty_from_word(std::string_view word) {
    return value_of(EmptyWords, word);
}
std::optional<Deployment> deployment_from_word(std::string_view word) {
    return value_of(DeploymentWords, word);
}
std::optional<MoneyNature> money_nature_from_word(std::string_view word) {
    return value_of(MoneyNatureWords, word);
}

std::string_view Cell::part(std::string_view name) const {
    const auto found = parts.find(std::string(name));
    return found != parts.end() ? std::string_view(found->second) : std::string_view();
}

void Cell::set(std::string_view name, std::string_view text) {
    if (text.empty()) {
        parts.erase(std::string(name));
    } else {
        parts.insert_or_assign(std::string(name), std::string(text));
    }
}

void Cell::change(const Parts& change) {
    const auto sets = [&](auto&& one) {
        return std::any_of(change.begin(), change.end(), [&](const auto& part) {
            return !part.second.empty() && one(part.first);
        });
    };
    const bool says_why = sets([](const std::string& part) { return part == "empty"; });
    // A choice alone may stand with the details of a hand-over.
    const bool says_something =
        sets([](const std::string& part) { return part != "choice" && !of_emptiness(part); });
    std::erase_if(parts, [&](const auto& part) {
        return of_emptiness(part.first) ? says_something : says_why;
    });
    for (const auto& [part, text] : change) set(part, text);
}

Parts changes(const Cell& from, const Cell& to) {
    Parts changed;
    for (const auto& [part, text] : from.parts)
        if (to.part(part).empty()) changed[part];
    for (const auto& [part, text] : to.parts)
        if (from.part(part) != text) changed[part] = text;
    return changed;
}

std::optional<Empty> Cell::empty() const {
    if (parts.empty()) return Empty::NotEntered;
    const auto kind = part("empty");
    if (kind.empty()) return std::nullopt;
    return empty_from_word(kind);
}

bool amount_allowed(std::string_view text) {
    constexpr std::size_t MostDigits = 18;
    if (text.empty() || text.size() > MostDigits || (text.front() == '0' && text.size() > 1))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool part_allowed(FieldType type, std::string_view part) {
    if (one_of(part, {"empty", "empty_to", "empty_when", "empty_reason"})) return true;
    switch (type) {
        case FieldType::Text:
            return part == "text";
        case FieldType::Choice:
            return part == "choice";
        case FieldType::AudienceText:
            return one_of(part, {"text", "people", "business", "government"});
        case FieldType::Costs:
            return one_of(part, {"choice", "text"}) || amount_part(part);
        case FieldType::Replication:
            return one_of(part, {"choice", "text"});
    }
    return false;
}

}  // namespace model
