// Dán bảng: shows where each column of a pasted block goes and what it changes, before it does. The
// columns can be assigned anew; pasting is one step of history.
#pragma once

#include <optional>
#include <vector>

#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/paste_plan.hpp"

namespace ui {

class PasteDialog {
public:
    void open(Block block, PastePlace place, const Sheet& sheet);
    void draw(const Frame& frame, const Sheet& sheet);

private:
    void draw_columns(const Frame& frame, Column& column, const Sheet& sheet);
    static void draw_changes(const Frame& frame, Column& column, const Sheet& sheet,
                             const PastePlan& plan);
    static void draw_troubles(const Frame& frame, Column& column, const PastePlan& plan);

    struct Open {
        Block block;
        PastePlace place;
        std::vector<PasteColumn> columns;
    };
    std::optional<Open> open_;
};

}  // namespace ui
