// A report as the form orders and names it: what the store cannot know, because it has no
// catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/library.hpp"
#include "model/form.hpp"
#include "model/report.hpp"
#include "store/db.hpp"

namespace app {

/// Everything the report says now, entries and the rows of shared entries in the catalogue's order,
/// as files and documents have them. Nothing when there is no such report.
std::optional<model::Report> load_report(const store::Db& db, const catalog::Library& library,
                                         model::ReportId report);

/// The same for a report that came from elsewhere. A row that two entries speak for belongs to the
/// first of them, as everywhere in this workbook.
model::Report in_catalogue_order(model::Report report, const catalog::Library& library);

/// Whether a file of the one would say what a file of the other says: entries that hold nothing, as
/// those of rows shared before anything was written, do not count. Both in the catalogue's order.
bool say_the_same(model::Report one, model::Report other);

/// The rows in the catalogue's order, each once.
std::vector<model::RowId> in_catalogue_order(std::vector<model::RowId> rows,
                                             const model::Form& form,
                                             const catalog::Library& library);

/// Whether the form has that row: an item of its catalogue, or any row of one's own.
bool row_exists(const catalog::Library& library, const model::Form& form, const model::RowId& row);

/// "mô hình 26", official wording; the row's id when the catalogue does not know it.
std::string row_name(const catalog::Library& library, const model::Form& form,
                     const model::RowId& row);

}  // namespace app
