// What can be done with a model where it stands in a list, a card or a table, without opening it:
// the right button or a long press shows it. Choosing a state is one step of history.
#pragma once

#include <optional>

#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"

namespace ui {

class RowMenu {
public:
    /// Opens at `at` when the node just drawn with this id was asked for it.
    void offer(Surface& surface, std::string_view id, const model::RowId& row);

    /// After the rows were drawn; answers the row to open in the form.
    std::optional<model::RowId> draw(const Frame& frame, const Sheet& sheet);
    void forget() { open_.reset(); }

private:
    struct Open {
        model::RowId row;
        Rect at;
    };
    std::optional<Open> open_;
};

}  // namespace ui
