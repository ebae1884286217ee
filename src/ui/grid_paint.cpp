#include "ui/grid_paint.hpp"

#include <algorithm>

#include "catalog/titles.hpp"
#include "ui/cell_text.hpp"
#include "ui/flow.hpp"
#include "ui/row_state.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float PadX =
    8;  // as a bare field has it (widgets_field.cpp), so that an editor lies on its text
constexpr int MostLines = 14;  // a longer text ends in "…" until it is edited
constexpr float FrameWidth = 2;

Tone tone_of_state(std::string_view id) {
    const auto state = model::deployment_from_word(id);
    if (!state) return Tone::Quiet;
    switch (*state) {
        case model::Deployment::Deployed:
            return Tone::Good;
        case model::Deployment::Preparing:
        case model::Deployment::Pilot:
        case model::Deployment::Deploying:
            return Tone::Accent;
        case model::Deployment::Stopped:
            return Tone::Caution;
        case model::Deployment::NotDeployed:
        case model::Deployment::HandedOver:
            return Tone::Neutral;
    }
    return Tone::Quiet;
}

CellPaint state_paint(const Frame& frame, const Sheet& sheet, const RowView& row) {
    const auto* entry = sheet.entry(row.row);
    const auto id = chosen_state(*sheet.form, entry);
    if (id.empty()) return {};
    if (const auto* choice = state_field(*sheet.form)->choice(id))
        return {title_of(*choice, frame.lang), tone_of_state(id), true};
    const auto empty = model::empty_from_word(id);
    return {empty ? frame.tr(catalog::short_title_of(*empty)) : id, Tone::Quiet, true};
}

TextStyle style_of(const CellPaint& paint) {
    return {0, Weight::Regular, paint.tone, Align::Left, MostLines};
}

}  // namespace

std::string CellPaint::read() const {
    if (!words.empty()) return words;
    std::string line;
    for (const char letter : text) {
        const bool pauses = line.empty() || line.find_last_of(".;:!?") == line.size() - 1;
        if (letter == '\n')
            line += pauses ? " " : "; ";
        else
            line += letter;
    }
    return line;
}

bool leads_entry(const RowView& row) {
    return row.shared.empty() || row.shared.front() == row.row;
}

CellPaint cell_paint(const Frame& frame, const Sheet& sheet, const RowView& row,
                     const GridColumn& column) {
    if (!column.field) return {row.title, Tone::Neutral, false};
    if (column.field->type == model::FieldType::Choice) return state_paint(frame, sheet, row);
    const auto& cell = sheet.cell(row.row, column.field->id);
    if (cell.blank()) {
        const bool missing = std::find(row.missing.begin(), row.missing.end(), column.field->id) !=
                             row.missing.end();
        return missing ? CellPaint{frame.tr(S::EntryMissing), Tone::Caution, true} : CellPaint{};
    }
    if (!leads_entry(row))
        return {frame.tr({S::GridAsRow, {row_numbers({row.shared.front()}, *sheet.catalogue)}}),
                Tone::Quiet, false};
    const auto empty = cell.empty();
    // As the annex prints it; the state beside it has the words.
    if (empty == model::Empty::Dash)
        return {frame.tr(S::BadgeDash), Tone::Quiet, false,
                empty_title(*sheet.form, *column.field, *empty, frame.lang)};
    const bool quiet = empty && *empty != model::Empty::NotEntered;
    return {cell_text(*sheet.form, *column.field, cell, frame.lang),
            quiet ? Tone::Quiet : Tone::Neutral, false};
}

float cell_height(const Frame& frame, const CellPaint& paint, float width) {
    if (paint.badge || paint.text.empty()) return 0;
    const float pad = frame.surface.metrics().pad_y;
    return text_height(frame.surface, paint.text, width - 2 * PadX, style_of(paint)) + 2 * pad;
}

void paint_cell(const Frame& frame, Rect rect, const CellPaint& paint) {
    auto& surface = frame.surface;
    if (paint.text.empty()) return;
    const float pad = surface.metrics().pad_y;
    if (paint.badge) {
        const float width = std::min(badge_width(surface, paint.text), rect.w - 2 * PadX);
        paint_badge(surface,
                    {rect.x + PadX, rect.y + pad, width, surface.metrics().text_small * 1.8f},
                    paint.text, paint.tone);
        return;
    }
    paint_text(surface, {rect.x + PadX, rect.y + pad, rect.w - 2 * PadX, rect.h - 2 * pad},
               paint.text, style_of(paint));
}

void paint_current(const Frame& frame, Rect rect) {
    auto& surface = frame.surface;
    const Color color = surface.palette().accent;
    paint_fill(surface, {rect.x, rect.y, rect.w, FrameWidth}, color);
    paint_fill(surface, {rect.x, rect.bottom() - FrameWidth, rect.w, FrameWidth}, color);
    paint_fill(surface, {rect.x, rect.y, FrameWidth, rect.h}, color);
    paint_fill(surface, {rect.right() - FrameWidth, rect.y, FrameWidth, rect.h}, color);
}

}  // namespace ui
