// A file of units (data/schemas/units.schema.json) into the model: units with their names over
// time, published lists of them, and what became of what.
#pragma once

#include <vector>

#include "json/reader.hpp"
#include "model/unit.hpp"

namespace catalog {

struct UnitsFile {
    std::vector<model::Unit> units;
    std::vector<model::UnitList> lists;
    std::vector<model::Lineage> lineage;
};

/// Ids may stand in another file, so whether they exist is for the library.
UnitsFile read_units(const json::Reader& from);

}  // namespace catalog
