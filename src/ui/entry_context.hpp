// What stands around the model being entered: how far it is, what it lacks, who changed it last and
// when, with which models it is shared, and the report's mã đối chiếu. Reads only.
#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"

namespace ui {

/// Facts about the row and its report that stand in the store's history and versions.
struct RowFacts {
    std::string changed_by;                  // empty: nobody gave a name
    std::optional<base::Millis> changed_at;  // nothing: never changed here
    std::string code;  // mã đối chiếu of the last file, "K7Q-M2D"; empty: none yet
    bool changed_since_code = false;
};

struct ContextWish {
    std::optional<model::FieldId> edit;  // go to this field
    bool share = false;
};

ContextWish draw_entry_context(const Frame& frame, Rect area, const Sheet& sheet,
                               const model::RowId& row, const RowFacts& facts);

}  // namespace ui
