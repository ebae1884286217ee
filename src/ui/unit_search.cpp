#include "ui/unit_search.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "text/entered.hpp"
#include "text/fold.hpp"

namespace ui {
namespace {

std::string everything_called(const model::Unit& unit, const model::UnitName& name) {
    std::string all = name.name + ' ' + name.short_name;
    for (const auto& alias : unit.aliases) all += ' ' + alias;
    return all;
}

std::string name_above(std::span<const model::Unit> units, const model::Unit& unit, base::Day day) {
    const auto parent = unit.parent_on(day);
    if (!parent) return {};
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const model::Unit& u) { return u.id == *parent; });
    return found != units.end() ? found->name_on(day).name : std::string();
}

int rank_of(model::UnitLevel level) {
    switch (level) {
        case model::UnitLevel::Agency:
            return 0;
        case model::UnitLevel::Commune:
            return 1;
        case model::UnitLevel::Province:
            return 2;
        case model::UnitLevel::District:
        case model::UnitLevel::Nation:
            return 3;
    }
    return 3;
}

bool has_name_on(const model::Unit& unit, base::Day day) {
    return std::any_of(unit.names.begin(), unit.names.end(),
                       [&](const model::UnitName& name) { return name.validity.holds(day); });
}

class UnitTree {
public:
    UnitTree(std::span<const model::Unit> units, base::Day day, const std::set<std::string>& open)
        : day_(day), open_(open) {
        std::set<std::string> told;
        for (const auto& unit : units)
            if (unit.level != model::UnitLevel::Nation && has_name_on(unit, day))
                told.insert(unit.id.value);
        for (const auto& unit : units) {
            if (!told.contains(unit.id.value)) continue;
            const auto parent = unit.parent_on(day);
            const bool below = parent && told.contains(parent->value);
            below_[below ? parent->value : std::string()].push_back(&unit);
        }
        for (auto& [above, members] : below_)
            std::stable_sort(members.begin(), members.end(), [&](const auto* a, const auto* b) {
                return std::pair(-count_below(*a), rank_of(a->level)) <
                       std::pair(-count_below(*b), rank_of(b->level));
            });
    }

    std::vector<UnitLine> lines() {
        add({}, {}, 1);
        return std::move(lines_);
    }

private:
    int count_below(const model::Unit& unit) const {
        const auto found = below_.find(unit.id.value);
        return found != below_.end() ? static_cast<int>(found->second.size()) : 0;
    }

    void add(const model::UnitId& above, const std::string& above_name, int level) {
        const auto found = below_.find(above.value);
        if (found == below_.end()) return;
        int position = 0;
        for (const auto* unit : found->second) {
            const auto& name = unit->name_on(day_).name;
            lines_.push_back({unit->id, above, name, above_name, level, count_below(*unit) > 0,
                              ++position, static_cast<int>(found->second.size())});
            if (open_.contains(unit->id.value)) add(unit->id, name, level + 1);
        }
    }

    base::Day day_;
    const std::set<std::string>& open_;
    std::map<std::string, std::vector<const model::Unit*>> below_;  // by the one above
    std::vector<UnitLine> lines_;
};

}  // namespace

std::vector<FoundUnit> find_units(std::span<const model::Unit> units, std::string_view words,
                                  base::Day day, std::size_t most) {
    const auto folded = text::fold(text::trimmed(words));
    struct Match {
        int distance;
        int rank;
        const model::Unit* unit;
    };
    std::vector<Match> matches;
    for (const auto& unit : units) {
        if (!has_name_on(unit, day)) continue;
        const auto& name = unit.name_on(day);
        if (!text::has_words(text::fold(everything_called(unit, name)), folded)) continue;
        matches.push_back({text::distance(name.name, words), rank_of(unit.level), &unit});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return std::tuple(a.distance, a.rank) < std::tuple(b.distance, b.rank);
    });
    if (matches.size() > most) matches.resize(most);
    std::vector<FoundUnit> found;
    for (const auto& match : matches)
        found.push_back(
            {match.unit->id, match.unit->name_on(day).name, name_above(units, *match.unit, day)});
    return found;
}

std::vector<UnitLine> unit_tree(std::span<const model::Unit> units, base::Day day,
                                const std::set<std::string>& open) {
    return UnitTree(units, day, open).lines();
}

model::UnitId unit_of_name(std::string_view name) {
    constexpr std::size_t Digits = 16;
    return {"rieng-" + base::hex(base::sha256(text::entered(name))).substr(0, Digits)};
}

}  // namespace ui
