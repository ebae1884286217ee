// Finds the unit a person means while typing its name: first those whose name begins with the words
// with the right marks, then the others, without marks. Pure.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "model/unit.hpp"

namespace ui {

struct FoundUnit {
    model::UnitId id;
    std::string name;   // as it is called on the day
    std::string above;  // name of the unit it belongs to then; empty for the highest
    bool operator==(const FoundUnit&) const = default;
};

/// At most `most` units that have a name on `day`, agencies before communes before provinces. Every
/// word must occur in the name, the short name or an alias.
std::vector<FoundUnit> find_units(std::span<const model::Unit> units, std::string_view words,
                                  base::Day day, std::size_t most);

/// A line of the tree of units: below each the ones that belong to it on the day.
struct UnitLine {
    model::UnitId id;
    model::UnitId above;  // empty for the highest
    std::string name;
    std::string above_name;
    int level = 1;
    bool has_more = false;  // units below it
    int position = 1;       // among those of the same above
    int set_size = 1;
};

/// The lines that show when those in `open` are open: those with the most units directly below
/// them first, the others as agencies, communes, provinces in the order of their list. The nation
/// is not among them.
std::vector<UnitLine> unit_tree(std::span<const model::Unit> units, base::Day day,
                                const std::set<std::string>& open);

/// The id of a unit that no list knows, made of its name alone, so that two people who type the
/// same name mean the same unit.
model::UnitId unit_of_name(std::string_view name);

}  // namespace ui
