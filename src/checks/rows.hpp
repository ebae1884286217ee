// How rules speak of rows, and what a row has come to. For rules only; the sentences are in
// data/strings.
#pragma once

#include <string>
#include <vector>

#include "checks/rules.hpp"
#include "model/report.hpp"

namespace checks {

/// The row's number in the catalogue, or its id where the catalogue does not have it.
std::string number_of(const Subject& subject, const model::RowId& row);

/// Numbers as people write them: "3, 25–28, 43". Rows the catalogue does not have come last, by id.
std::string numbers_of(const Subject& subject, const std::vector<model::RowId>& rows);

/// Whether the entry says anything: a cell with content or with the meaning of its emptiness.
bool says_something(const model::Entry& entry);

/// Whether all the entry says is "-", without a reason: what an imported row often holds.
bool says_only_dash(const model::Entry& entry);

/// A finding about one row, or about a field of it.
Finding at(const model::RowId& row, i18n::Message reason);
Finding at(const model::RowId& row, const model::FieldId& field, i18n::Message reason);

}  // namespace checks
