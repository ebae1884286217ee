// Rows of the table as other programs take them: tab-separated text as Excel writes it, and an HTML
// table. Several rows bring the heads of their columns along. Pure.
#pragma once

#include <string>
#include <vector>

#include "i18n/message.hpp"
#include "ui/entry_sheet.hpp"

namespace ui {

struct CopiedRows {
    std::string text;
    std::string html;
    bool operator==(const CopiedRows&) const = default;
};

CopiedRows copy_rows(const Sheet& sheet, const std::vector<const RowView*>& rows, i18n::Lang lang);

/// What one cell shows, as it is; nothing of one that is blank.
CopiedRows copy_cell(const Sheet& sheet, const RowView& row, const model::Field& field,
                     i18n::Lang lang);

}  // namespace ui
