#include "catalog/read_units.hpp"

#include <array>
#include <utility>

#include "catalog/reading.hpp"

namespace catalog {
namespace {

using i18n::S;
using json::Reader;
using model::UnitLevel;

constexpr std::array<std::pair<std::string_view, UnitLevel>, 5> Levels{{
    {"nation", UnitLevel::Nation},
    {"province", UnitLevel::Province},
    {"district", UnitLevel::District},
    {"commune", UnitLevel::Commune},
    {"agency", UnitLevel::Agency},
}};

UnitLevel read_level(const Reader& from) {
    const auto text = words(from, "level");
    for (const auto& [word, level] : Levels)
        if (word == text) return level;
    from.note("level", {S::CatalogUnknownWord, {text}});
    return UnitLevel::Agency;
}

model::Unit read_unit(const Reader& from) {
    model::Unit unit;
    unit.id = {words(from, "id")};
    unit.level = read_level(from);
    unit.kind = words(from, "kind");
    from.each("names", [&](const Reader& name) {
        unit.names.push_back({words(name, "name"), name.text("short_name", ""),
                              label(name, "file_label", ""), name.optional_texts("also"),
                              validity(name)});
    });
    if (unit.names.empty()) from.note("names", {S::CatalogNothing, {}});
    unit.aliases = from.optional_texts("aliases");
    from.optional_each("codes", [&](const Reader& code) {
        unit.codes.push_back({{words(code, "list")}, words(code, "code"), validity(code)});
    });
    from.optional_each("parents", [&](const Reader& parent) {
        unit.parents.push_back({{words(parent, "parent")}, validity(parent)});
    });
    return unit;
}

model::UnitList read_list(const Reader& from) {
    model::UnitList list{
        {words(from, "id")}, words(from, "title"), words(from, "source"), validity(from), {}};
    for (auto& id : from.texts("units")) list.units.push_back({std::move(id)});
    return list;
}

model::Lineage read_lineage(const Reader& from) {
    model::Lineage event;
    for (auto& id : from.texts("from")) event.from.push_back({std::move(id)});
    event.to = {words(from, "to")};
    event.day = day(from, "day");
    event.decree = words(from, "decree");
    return event;
}

}  // namespace

UnitsFile read_units(const Reader& from) {
    UnitsFile file;
    words(from, "id");
    words(from, "source");
    from.each("lists", [&](const Reader& list) { file.lists.push_back(read_list(list)); });
    from.each("units", [&](const Reader& unit) { file.units.push_back(read_unit(unit)); });
    from.each("lineage", [&](const Reader& event) { file.lineage.push_back(read_lineage(event)); });
    return file;
}

}  // namespace catalog
