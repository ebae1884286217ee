// The columns of the entry table for a width: the number, the title, then one for each field, those
// that hold long texts wider. Pure.
#pragma once

#include <vector>

#include "model/form.hpp"

namespace ui {

struct GridColumn {
    const model::Field* field = nullptr;  // nothing for the number and the title
    float x = 0;                          // from the left of the table
    float w = 0;
};

/// Place of the title among the columns; the number stands before it.
inline constexpr std::size_t TitleColumn = 1;

std::vector<GridColumn> grid_columns(const model::Form& form, float width);

/// Whether typing in the cell is possible in place; a state is chosen from a list instead.
enum class CellUse { OpensForm, Text, State };
CellUse use_of(const GridColumn& column, const model::Cell& cell, bool leads_entry);

}  // namespace ui
