// Dán bảng: shows where each column of a pasted block goes and what it changes, before it does. The
// columns can be assigned anew; pasting is one step of history. What was pasted into one report is
// never shown, and never done, in another.
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

    struct Pasted {
        Block block;
        PastePlace place;
        std::optional<AsText> as_text;
    };

    /// `where` is what is on the screen: anywhere else the dialog is not shown, and forgotten.
    void open(EntryPlace where, Pasted pasted, const Sheet& sheet);
    void draw(const Frame& frame, const Sheet& sheet, const EntryPlace& where);
    void forget();
    bool is_open() const { return open_.has_value(); }

private:
    bool draw_as_text(const Frame& frame, Column& column);
    void draw_columns(const Frame& frame, Column& column, const Sheet& sheet);
    static void draw_changes(const Frame& frame, Column& column, const Sheet& sheet,
                             const PastePlan& plan);
    static void draw_troubles(const Frame& frame, Column& column, const PastePlan& plan);

    struct Open {
        EntryPlace where;
        Pasted pasted;
        std::vector<PasteColumn> columns;
        bool fresh = true;  // not drawn yet
    };
    std::optional<Open> open_;
    struct Insert {
        EntryPlace where;
        AsText what;
    };
    std::optional<Insert> insert_;  // once the dialog is gone, which keeps the focus
};

}  // namespace ui
