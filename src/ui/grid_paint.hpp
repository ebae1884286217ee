// How the cells of the entry table look: what stands in each, how tall that is, and the lines
// between them. Paints and measures only; what a cell does is entry_grid.hpp.
#pragma once

#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"
#include "ui/grid_columns.hpp"

namespace ui {

/// What a cell shows, and in which tone.
struct CellPaint {
    std::string text;
    Tone tone =
        Tone::Neutral;  // Quiet: a reason for emptiness, or a word that stands for another row
    bool badge = false;
    std::string words{};  // what is read where `text` is a mere sign

    /// What is read: of one line, so that its lines part by a sign at which a voice pauses.
    std::string read() const;
};

/// The sentence "Như mô hình 38" stands where another row of the same entry says it.
CellPaint cell_paint(const Frame& frame, const Sheet& sheet, const RowView& row,
                     const GridColumn& column);

/// Whether the row is the one that its entry is shown under.
bool leads_entry(const RowView& row);

float cell_height(const Frame& frame, const CellPaint& paint, float width);
void paint_cell(const Frame& frame, Rect rect, const CellPaint& paint);

/// The frame around the current cell.
void paint_current(const Frame& frame, Rect rect);

}  // namespace ui
