// Sends what choosing a state changes: one step of history, although the state and the emptiness it
// replaces may stand in two cells (row_state.hpp).
#pragma once

#include <string_view>

#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"
#include "ui/row_state.hpp"

namespace ui {

inline void send_state(const Frame& frame, const Sheet& sheet, const model::RowId& row,
                       std::string_view id) {
    const auto changes = choose_state(*sheet.form, sheet.entry(row), id);
    // Like a stay in a field: its number is the time, so that it differs from every other.
    const auto stay = static_cast<std::uint64_t>(frame.now_ms);
    // The state last: its sentence stands in the history.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        frame.send(app::ReportCommand{
            app::EditCell{sheet.id, row, change->field,
                          model::changes(sheet.cell(row, change->field), change->cell), stay}});
    if (!changes.empty()) frame.send(app::ReportCommand{app::EndStay{stay}});
}

}  // namespace ui
