// Dán bảng: shows where each column of a pasted block goes and what it changes, before it does. The
// columns can be assigned anew; pasting is one step of history.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/paste_plan.hpp"

namespace ui {

class PasteDialog {
public:
    /// The field it was pasted into, which can take it as text instead.
    struct AsText {
        std::string node;  // full id
        std::string text;
    };

    void open(Block block, PastePlace place, const Sheet& sheet, std::optional<AsText> as_text);
    void draw(const Frame& frame, const Sheet& sheet);

private:
    bool draw_as_text(const Frame& frame, Column& column);
    void draw_columns(const Frame& frame, Column& column, const Sheet& sheet);
    static void draw_changes(const Frame& frame, Column& column, const Sheet& sheet,
                             const PastePlan& plan);
    static void draw_troubles(const Frame& frame, Column& column, const PastePlan& plan);

    struct Open {
        Block block;
        PastePlace place;
        std::vector<PasteColumn> columns;
        std::optional<AsText> as_text;
    };
    std::optional<Open> open_;
    std::optional<AsText> insert_;  // once the dialog is gone, which keeps the focus
};

}  // namespace ui
