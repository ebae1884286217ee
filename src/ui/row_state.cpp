#include "ui/row_state.hpp"

#include <algorithm>
#include <array>

#include "ui/cell_edit.hpp"
#include "ui/cell_text.hpp"
#include "ui/entry_rows.hpp"

namespace ui {
namespace {

using model::Empty;

constexpr std::array RowEmpties{Empty::NotAssigned, Empty::NotArising, Empty::NotDeployed,
                                Empty::HandedOver, Empty::Dash};

const model::Cell& cell_of(const model::Entry* entry, const model::Field& field) {
    static const model::Cell Blank;
    return entry ? entry->cell(field.id) : Blank;
}

bool only_empty(const model::Cell& cell) {
    return !cell.blank() && cell.empty().has_value();
}

void change(std::vector<CellChange>& changes, const model::Entry* entry, const model::Field& field,
            model::Cell cell) {
    if (cell != cell_of(entry, field)) changes.push_back({field.id, std::move(cell)});
}

}  // namespace

std::vector<StateOption> state_options(const model::Form& form, const model::Entry* entry,
                                       i18n::Lang lang) {
    std::vector<StateOption> options;
    const auto* state = state_field(form);
    const auto* telling = telling_field(form);
    if (!state) return options;
    for (const auto& choice : state->choices)
        options.push_back({choice.id, title_of(choice, lang)});
    for (const auto empty : RowEmpties) {
        const std::string id(model::word(empty));
        if (state->choice(id)) continue;
        if (state->may_be(empty)) {
            options.push_back({id, empty_title(form, *state, empty, lang)});
        } else if (telling && telling->may_be(empty)) {
            const auto& cell = cell_of(entry, *telling);
            options.push_back(
                {id, empty_title(form, *telling, empty, lang), !cell.blank() && !only_empty(cell)});
        }
    }
    return options;
}

std::string chosen_state(const model::Form& form, const model::Entry* entry) {
    const auto* state = state_field(form);
    if (!state) return {};
    const auto choice = cell_of(entry, *state).part("choice");
    if (!choice.empty()) return std::string(choice);
    const auto empty = row_empty(entry, form);
    if (!empty || empty == Empty::NotEntered) return {};
    return std::string(model::word(*empty));
}

std::vector<CellChange> choose_state(const model::Form& form, const model::Entry* entry,
                                     std::string_view id) {
    std::vector<CellChange> changes;
    const auto* state = state_field(form);
    const auto* telling = telling_field(form);
    if (!state) return changes;
    const auto empty = state->choice(id) ? std::nullopt : model::empty_from_word(id);
    const bool told_elsewhere = empty && !state->may_be(*empty);

    if (told_elsewhere) {
        change(changes, entry, *state, {});
    } else if (empty) {
        change(changes, entry, *state, with_empty(cell_of(entry, *state), *empty));
    } else {
        change(changes, entry, *state, with_choice(cell_of(entry, *state), id));
    }
    if (!telling) return changes;
    const auto& told = cell_of(entry, *telling);
    if (told_elsewhere && telling->may_be(*empty) && (told.blank() || only_empty(told)))
        change(changes, entry, *telling, with_empty(told, *empty));
    if (!told_elsewhere && only_empty(told)) change(changes, entry, *telling, {});
    return changes;
}

bool loses_choice(const model::Form& form, const model::Entry* entry, const model::FieldId& field,
                  const model::Parts& change) {
    const bool only_takes = std::all_of(change.begin(), change.end(),
                                        [](const auto& part) { return part.second.empty(); });
    if (!entry || !only_takes) return false;
    const auto changed = [&](std::string_view part) {
        return change.contains(std::string(part)) && !entry->cell(field).part(part).empty();
    };
    const auto* state = state_field(form);
    const auto* telling = telling_field(form);
    if (changed("choice") && !(state && state->id == field)) return true;
    // The state of a row may stand in either of two cells.
    const bool of_state = (state && state->id == field) || (telling && telling->id == field);
    if (!of_state || (!changed("choice") && !changed("empty"))) return false;
    auto after = *entry;
    after.cells[field].change(change);
    return !chosen_state(form, entry).empty() && chosen_state(form, &after).empty();
}

std::string state_after(const model::Form& form, const model::Entry* entry) {
    const auto options = state_options(form, entry, i18n::Lang::Vi);
    const auto chosen = chosen_state(form, entry);
    auto at = std::find_if(options.begin(), options.end(),
                           [&](const StateOption& o) { return o.id == chosen; });
    at = at == options.end() ? options.begin() : std::next(at);
    while (at != options.end() && at->disabled) ++at;
    return at != options.end() ? at->id : std::string();
}

}  // namespace ui
