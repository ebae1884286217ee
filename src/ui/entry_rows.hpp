// What the rows of a report have come to: the badge of each, what it still lacks, which rows a
// filter lets through. Pure, structs in and structs out; drawing and sentences stand elsewhere.
//
//   const EntryRows rows = view_rows(report, form, catalogue);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/report.hpp"

namespace ui {

/// `Partial` says something and lacks a required field; the last five are the meanings of an empty
/// row.
enum class RowStatus {
    NotEntered,
    Partial,
    Complete,
    Dash,
    NotAssigned,
    NotArising,
    NotDeployed,
    HandedOver,
};

struct RowView {
    model::RowId row;
    int number = 0;
    std::string title;
    std::string short_title;
    std::string group;  // id of the catalogue's group
    RowStatus status = RowStatus::NotEntered;
    std::vector<model::RowId>
        shared;  // every row of the entry, this one too; empty unless there are two
    std::vector<model::FieldId> missing;
    std::vector<model::FieldId> unsaid;  // blank and not required, of a row that says something
    std::string search;  // folded words of the number, the titles and what was entered
    bool operator==(const RowView&) const = default;
};

/// How far a report is. A dash without a reason says nothing, so it is not entered; the other
/// meanings of emptiness are answers.
struct RowCounts {
    int rows = 0;
    int entered = 0;
    int dashes = 0;   // "-" in the document it came from, the reason unknown
    int partial = 0;  // of those entered

    /// Of the bar that shows it, 0 to 1.
    float share() const {
        return rows > 0 ? static_cast<float>(entered) / static_cast<float>(rows) : 0;
    }
    bool operator==(const RowCounts&) const = default;
};

struct EntryRows {
    std::vector<RowView> rows;  // in the catalogue's order
    RowCounts counts;

    const RowView* find(const model::RowId& row) const;
    /// The row `step` places on; the row itself at either end.
    model::RowId beside(const model::RowId& row, int step) const;
    /// 1-based place of the row; 0 for a stranger.
    int position(const model::RowId& row) const;
};

/// The field that says how far a model has come: the first choice of the form.
const model::Field* state_field(const model::Form& form);

/// The field whose emptiness speaks for the row where no state is given: the first text ("-"
/// printed under "Kết quả triển khai"). "Không có khó khăn" alone says nothing of the row.
const model::Field* telling_field(const model::Form& form);

/// What the entry says about itself as a whole: the empty meaning of its state, or, without one, of
/// its first text where no other cell says more. `NotEntered` when no cell says anything, nothing
/// when there is content.
std::optional<model::Empty> row_empty(const model::Entry* entry, const model::Form& form);

/// The required fields that are blank. Nothing is missing where the row is empty as a whole, or not
/// deployed, or handed over: there is nothing more to tell.
std::vector<model::FieldId> missing_fields(const model::Entry* entry, const model::Form& form);

/// The other blank fields of a row that says something: worth a look, not owed.
std::vector<model::FieldId> unsaid_fields(const model::Entry* entry, const model::Form& form);

RowStatus row_status(const model::Entry* entry, const model::Form& form);

EntryRows view_rows(const model::Report& report, const model::Form& form,
                    const model::Catalogue& catalogue);

/// One field of one row.
struct RowField {
    model::RowId row;
    model::FieldId field;  // empty: before all of the row's fields
    bool operator==(const RowField&) const = default;
};

/// The next place after `from` that lacks a required field, in the order of rows and form and round
/// to the beginning; before it with `step` -1. `from` itself when it is the only one; nothing when
/// nothing is missing.
std::optional<RowField> next_missing(const EntryRows& rows, const model::Form& form,
                                     const RowField& from, int step);

/// The same counts without the rows, where only they are shown.
RowCounts count_rows(const model::Report& report, const model::Form& form,
                     const model::Catalogue& catalogue);

enum class RowKind { All, NotEntered, Content, Dash };

struct RowFilter {
    RowKind kind = RowKind::All;
    std::string words;  // as typed; folded before it is compared
    bool operator==(const RowFilter&) const = default;
};

/// A number alone ("26") finds the model of that number; other words are looked for without marks,
/// each anywhere in the titles and what was entered.
bool matches(const RowView& row, const RowFilter& filter);

}  // namespace ui
