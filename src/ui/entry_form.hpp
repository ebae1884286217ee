// One model of a report as a form: its title, how far it is, then each field as a labelled growing
// text, and the way to the models before and after. Pure work on the sheet; where to go is answered
// to the entry screen.
#pragma once

#include <optional>
#include <string>

#include "ui/cost_block.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"
#include "ui/typing.hpp"

namespace ui {

class EntryForm {
public:
    struct Wish {
        std::optional<model::RowId> go;  // show this row
        bool share = false;              // open the dialog that shares the entry
    };

    Wish draw(const Frame& frame, Rect area, const Sheet& sheet, const model::RowId& row,
              Typing& typing);

    /// Whose control the node with this full id is; nothing when it is none of a field's.
    static std::optional<RowField> field_of(const Sheet& sheet, std::string_view node);

    /// Opens the editor of the field in the next frame and brings it into sight.
    void edit_field(const model::FieldId& field) { wanted_ = field; }
    /// Whether it is going to.
    bool has_wish() const { return wanted_.has_value(); }

private:
    struct Work {
        const Frame& frame;
        const Sheet& sheet;
        const RowView& view;
        Typing& typing;
        ScrollArea& scroll;
    };

    void draw_fields(const Work& work, Column& column, Wish& wish);
    void draw_title(const Frame& frame, Column& column, const Sheet& sheet, const RowView& view);
    bool draw_sharing(const Frame& frame, Column& column, const Sheet& sheet, const RowView& view);
    void draw_state(const Frame& frame, Column& column, const Sheet& sheet, const RowView& view,
                    Typing& typing);
    std::optional<TextEvent::Reason> draw_field(const FieldDesk& desk, Column& column,
                                                const RowView& view);
    std::optional<model::RowId> draw_steps(const Frame& frame, Rect bar, const Sheet& sheet,
                                           const model::RowId& row);

    CostBlock cost_;
    bool audiences_open_ = false;
    model::RowId shown_;
    std::optional<model::FieldId> wanted_;
};

}  // namespace ui
