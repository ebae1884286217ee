// A cell between its parts by name (model/cell.hpp) and the object of a file:
//   amounts.1.value, amounts.1.nature, text  ⇄  {"text": …, "amounts": [{"value": …, "nature": …}]}
// Which parts a field's type allows is not asked here: a part of a newer program must survive.
#pragma once

#include "json/reader.hpp"
#include "json/value.hpp"
#include "model/cell.hpp"

namespace bundle {

/// Numbered parts become a list in the order of their numbers; gaps close.
json::Value encode_cell(const model::Cell& cell);

/// `cell` must be an object. The first leaf that is no text, or name that cannot be a part's
/// (empty, with a dot, a number outside a list, more than three steps), is noted in the reader's
/// problems.
model::Cell decode_cell(const json::Reader& cell);

}  // namespace bundle
