// What the entry screens work on: one report as read from the store, its form and catalogue, and
// what its rows have come to. Made anew when the workbook's revision moved.
#pragma once

#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/report.hpp"
#include "ui/entry_rows.hpp"

namespace ui {

/// Where one stands in a report.
struct EntryPlace {
    model::ReportId report;  // blank: on the desk
    model::RowId row;        // empty: none chosen yet
    bool grid = false;
    bool operator==(const EntryPlace&) const = default;
};

struct Sheet {
    model::ReportId id;
    model::Report report;
    const model::Form* form = nullptr;  // never null in a sheet that is drawn
    const model::Catalogue* catalogue = nullptr;
    EntryRows rows;

    const model::Entry* entry(const model::RowId& row) const { return report.entry(row); }
    const model::Cell& cell(const model::RowId& row, const model::FieldId& field) const {
        static const model::Cell Blank;
        const auto* found = report.entry(row);
        return found ? found->cell(field) : Blank;
    }
};

}  // namespace ui
