#include "ui/grid_columns.hpp"

#include <algorithm>
#include <cmath>

#include "ui/cell_text.hpp"

namespace ui {
namespace {

constexpr float NumberWidth = 48;
constexpr float StateWidth = 148;
constexpr float LeastStateWidth = 116;
constexpr float Narrow = 1000;    // of the table: below it names and states have less
constexpr float LeastWidth = 80;  // no syllable is longer, so no word is broken inside

float share_of(const model::Field& field) {
    switch (field.type) {
        case model::FieldType::Text:
            return field.required ? 3.0f : 2.0f;
        case model::FieldType::AudienceText:
            return 2.2f;
        case model::FieldType::Costs:
        case model::FieldType::Replication:
            return 1.4f;
        case model::FieldType::Choice:
            return 0;
    }
    return 0;
}

}  // namespace

std::vector<GridColumn> grid_columns(const model::Form& form, float width) {
    const bool narrow = width < Narrow;
    const float title_width = narrow ? std::clamp(std::floor(width * 0.16f), 120.0f, 160.0f)
                                     : std::clamp(std::floor(width * 0.155f), 210.0f, 320.0f);
    const float state_width = narrow ? LeastStateWidth : StateWidth;
    float fixed = NumberWidth + title_width;
    float shares = 0;
    for (const auto& field : form.fields) {
        shares += share_of(field);
        if (share_of(field) == 0) fixed += state_width;
    }
    // Columns that would be too narrow get the least there is, the others share what is left.
    float unit = shares > 0 ? std::max(0.0f, width - fixed) / shares : 0;
    float wide_shares = 0;
    for (const auto& field : form.fields) {
        const float share = share_of(field);
        if (share > 0 && share * unit < LeastWidth)
            fixed += LeastWidth;
        else
            wide_shares += share;
    }
    if (wide_shares > 0) unit = std::max(0.0f, width - fixed) / wide_shares;

    std::vector<GridColumn> columns{{nullptr, 0, NumberWidth}, {nullptr, NumberWidth, title_width}};
    for (const auto& field : form.fields) {
        const float share = share_of(field);
        const float x = columns.back().x + columns.back().w;
        columns.push_back(
            {&field, x, share == 0 ? state_width : std::max(LeastWidth, std::floor(unit * share))});
    }
    columns.back().w = std::max(columns.back().w, width - columns.back().x);
    return columns;
}

CellUse use_of(const GridColumn& column, const model::Cell& cell, bool leads_entry) {
    if (!column.field || !leads_entry) return CellUse::OpensForm;
    if (column.field->type == model::FieldType::Choice) return CellUse::State;
    return plain_text_only(*column.field, cell) ? CellUse::Text : CellUse::OpensForm;
}

}  // namespace ui
