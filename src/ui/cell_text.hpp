// A cell as one text, for the grid, the cards and search: cost "6,8 tỷ đồng (khoảng)", benefit with
// its audiences, a replication with its steps. Pure; the titles of choices come from the form.
#pragma once

#include <string>
#include <vector>

#include "i18n/message.hpp"
#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/report.hpp"
#include "ui/cell_edit.hpp"

namespace ui {

/// What the cell says, or why it says nothing; blank for "chưa nhập". Several parts stand on lines
/// of their own. `field` is one of `form`, whose words for emptiness it may use.
std::string cell_text(const model::Form& form, const model::Field& field, const model::Cell& cell,
                      i18n::Lang lang);

/// The title of the cell's choice in the interface's language; blank without one.
std::string choice_title(const model::Field& field, const model::Cell& cell, i18n::Lang lang);
const std::string& title_of(const model::Choice& choice, i18n::Lang lang);

/// What `field` calls that kind of empty ("Không có khó khăn, vướng mắc" for difficulties).
const std::string& empty_title(const model::Form& form, const model::Field& field,
                               model::Empty empty, i18n::Lang lang);

/// "6,8 tỷ đồng (khoảng) · Đầu tư · ngân sách nhà nước · năm 2023 · phần mềm".
std::string amount_summary(const model::Field& field, const Amount& amount, i18n::Lang lang);

/// Whether the whole of the cell stands in its one plain text, so that the grid may edit it in
/// place.
bool plain_text_only(const model::Field& field, const model::Cell& cell);

/// "38, 39, 40, 41" for the rows that share an entry.
std::string row_numbers(const std::vector<model::RowId>& rows, const model::Catalogue& catalogue);

/// Title of a field as the screen shows it.
const std::string& field_title(const model::Field& field, i18n::Lang lang);

}  // namespace ui
