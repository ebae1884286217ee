// One field of the form with its label, whatever its type: the parts that are typed, the chips that
// are chosen, the meanings of emptiness. Each act becomes an EditCell at once; typing goes through
// Typing. Costs are in cost_block.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/entry_sheet.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/typing.hpp"

namespace ui {

/// Where a block works: one field of one row of the sheet.
struct FieldDesk {
    const Frame& frame;
    const Sheet& sheet;
    const model::RowId& row;
    const model::Field& field;
    Typing& typing;

    const model::Cell& cell() const { return sheet.cell(row, field.id); }
    Typing::Place place() const { return {sheet.id, row, field.id}; }
    /// The cell becomes `made`: one closed step of history.
    void edit(const model::Cell& made) const {
        frame.send(app::ReportCommand{
            app::EditCell{sheet.id, row, field.id, model::changes(cell(), made), 0}});
    }
};

/// How a typed part of a cell looks.
struct PartLook {
    std::string_view part = "text";
    std::string name{};  // what is read
    std::string placeholder{};
    std::string label{};  // small, above; blank: none
    float min_lines = 1;
    std::optional<std::string> shown{};  // instead of what the cell says; typing goes into the cell
};

/// A part of the cell as a growing text area; answers how its edit was left this frame.
std::optional<TextEvent::Reason> draw_part(const FieldDesk& desk, Column& column,
                                           const PartLook& look);

/// The field's title, with what it lacks; the row of a chip or two may stand to its right.
void draw_field_label(const FieldDesk& desk, Column& column, bool missing);

/// Chips for the choices of the cell.
void draw_choices(const FieldDesk& desk, Column& column);

std::optional<TextEvent::Reason> draw_text_block(const FieldDesk& desk, Column& column,
                                                 bool missing);
std::optional<TextEvent::Reason> draw_replication_block(const FieldDesk& desk, Column& column,
                                                        bool missing);

/// `open` is whether the audiences are shown; the block may turn it.
std::optional<TextEvent::Reason> draw_audience_block(const FieldDesk& desk, Column& column,
                                                     bool missing, bool& open);

}  // namespace ui
