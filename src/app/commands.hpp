// Everything a person can change, one struct each. Screens send them; Workbook runs each in a
// recorded transaction, so none knows how to undo itself. A command carries ids and times made by
// its sender and can be replayed. To add one: the struct here in its area's variant, its apply() in
// the area's file, a test in tests/app/.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/cell.hpp"
#include "model/id.hpp"
#include "model/report.hpp"

namespace app {

/// A new, empty report of a unit for a period.
struct CreateReport {
    model::ReportKey key;
    model::Period period;
    std::string unit_name;
};

/// These parts of the cell of the entry that speaks for `row` become so (model::Cell::change); an
/// empty text takes one away. Of the others nothing is said, so that two parts typed one after the
/// other never undo each other. Texts are made `text::entered` here, once. Commands with the same
/// non-zero `stay` in a row are one entry of history (design.md §7).
struct EditCell {
    model::ReportId report;
    model::RowId row;
    model::FieldId field;
    model::Parts parts;
    std::uint64_t stay = 0;
};

/// The cells of a pasted block, each as EditCell has it, as one entry of history.
struct PasteCells {
    struct Cell {
        model::RowId row;
        model::FieldId field;
        model::Parts parts;
    };
    model::ReportId report;
    std::vector<Cell> cells;
};

/// The person left the field: what was typed in this stay is now one closed entry of history.
struct EndStay {
    std::uint64_t stay = 0;
};

/// `rows` are from now on spoken for by the entry of `lead` (the printed block of models 38–41).
/// Refused where one of them has content of its own that differs.
struct ShareEntry {
    model::ReportId report;
    model::RowId lead;
    std::vector<model::RowId> rows;
};

/// `row` leaves the shared entry and keeps a copy of what it said.
struct SplitEntry {
    model::ReportId report;
    model::RowId row;
};

struct SetCover {
    model::ReportId report;
    model::CoverDocument cover;
    std::uint64_t stay = 0;
};

struct SetReportState {
    model::ReportId report;
    model::ReportState state = model::ReportState::Draft;
};

struct DeleteReport {
    model::ReportId report;
};

using ReportCommand = std::variant<CreateReport, EditCell, PasteCells, EndStay, ShareEntry,
                                   SplitEntry, SetCover, SetReportState, DeleteReport>;

/// A setting of this workbook; keys are those of app/settings.hpp. Never undone.
struct SetSetting {
    std::string key;
    std::string value;
};

using SettingCommand = std::variant<SetSetting>;

using Command = std::variant<ReportCommand, SettingCommand>;

}  // namespace app
