// Reports in the store: the questions screens ask of them, and the statements commands are made of.
// Entries come back in the order of their row ids; who prints them sorts by the catalogue.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "model/report.hpp"
#include "store/db.hpp"

namespace store {

// ---- Questions
// -----------------------------------------------------------------------------------

/// A report as a list shows it.
struct ReportRow {
    model::ReportId id;
    model::UnitId unit;
    model::FormId form;
    model::PeriodId period;
    std::string unit_name;
    std::string period_name;
    std::string state;                       // word of model::ReportState
    std::int64_t filled_rows = 0;            // rows that say something, shared ones included
    std::string head;                        // version id, "" before the first file
    std::optional<base::Millis> changed_ms;  // or came here, when it was never changed here
    std::optional<base::Millis> file_ms;     // when it was last saved as a file
    std::string file_name;

    static constexpr auto columns =
        std::tuple{&ReportRow::id,         &ReportRow::unit,        &ReportRow::form,
                   &ReportRow::period,     &ReportRow::unit_name,   &ReportRow::period_name,
                   &ReportRow::state,      &ReportRow::filled_rows, &ReportRow::head,
                   &ReportRow::changed_ms, &ReportRow::file_ms,     &ReportRow::file_name};

    model::ReportKey key() const { return {unit, form, period}; }
};

/// The one changed last first.
std::vector<ReportRow> list_reports(const Db& db);
std::optional<ReportRow> report_row(const Db& db, model::ReportId report);
std::optional<model::ReportId> find_report(const Db& db, const model::ReportKey& key);
/// Everything the report says now; nothing when there is no such report.
std::optional<model::Report> load_report(const Db& db, model::ReportId report);
/// The row whose entry speaks for `row`: itself, or the lead of the shared entry.
model::RowId lead_of(const Db& db, model::ReportId report, const model::RowId& row);
/// The cell of the entry that speaks for `row`; blank when nothing was entered.
model::Cell load_cell(const Db& db, model::ReportId report, const model::RowId& row,
                      const model::FieldId& field);

// ---- Statements
// ------------------------------------------------------------------------------------

model::ReportId insert_report(Db& db, const model::Report& head);
void update_cover(Db& db, model::ReportId report, const model::CoverDocument& cover);
void update_state(Db& db, model::ReportId report, model::ReportState state);
void delete_report(Db& db, model::ReportId report);
/// Writes the parts that differ and removes those that are gone; what is the same stays untouched,
/// so that the recorded change is small.
void put_cell(Db& db, model::ReportId report, const model::RowId& lead, const model::FieldId& field,
              const model::Cell& cell);
void delete_row(Db& db, model::ReportId report, const model::RowId& lead);
void share_row(Db& db, model::ReportId report, const model::RowId& row, const model::RowId& lead);
void unshare_row(Db& db, model::ReportId report, const model::RowId& row);
/// The report becomes `content`: head and entries; rows it does not mention become not entered.
void put_content(Db& db, model::ReportId report, const model::Report& content);

}  // namespace store
