// A block of cells copied in Excel, Word or here, and what pasting it would change: which of its
// columns is which field, which of its rows is which model, and what cannot be taken and why. Pure;
// nothing is changed before a person has seen the plan.
#pragma once

#include <string>
#include <vector>

#include "i18n/message.hpp"
#include "model/cell.hpp"
#include "ui/entry_sheet.hpp"

namespace ui {

/// Rows of texts.
using Block = std::vector<std::vector<std::string>>;

/// What a column of the block is taken for.
struct PasteColumn {
    enum class Is { Nothing, Number, Title, Field };
    Is is = Is::Nothing;
    model::FieldId field{};  // of `Field`
    bool operator==(const PasteColumn&) const = default;
};

/// Where the block goes when it does not say so itself: from the chosen cell down and to the right,
/// as the table shows them.
struct PastePlace {
    std::vector<model::RowId> rows;
    std::vector<model::FieldId> fields;
};

/// Down from that row, as far as the filter shows rows, and from that field on.
PastePlace paste_place(const Sheet& sheet, const RowFilter& filter, const model::RowId& row,
                       const model::FieldId& field);

struct PasteChange {
    model::RowId row;
    model::FieldId field;
    model::Parts parts;
    std::string before;  // as the table shows it
    std::string after;
};

struct PastePlan {
    std::vector<PasteChange> changes;
    std::size_t rows = 0;  // that something changes in
    std::vector<i18n::Message> troubles;
};

/// Whether the first row of the block names its columns.
bool has_heads(const Block& block, const model::Form& form);

/// The columns as their heads name them; without heads as their content and the place tell.
std::vector<PasteColumn> guess_columns(const Block& block, const Sheet& sheet,
                                       const PastePlace& place);

/// A model is known by its number and its title: where both are there they must agree. Blank cells
/// change nothing.
PastePlan plan_paste(const Block& block, const std::vector<PasteColumn>& columns,
                     const Sheet& sheet, const PastePlace& place, i18n::Lang lang);

}  // namespace ui
