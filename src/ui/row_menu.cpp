#include "ui/row_menu.hpp"

#include <string>
#include <utility>
#include <vector>

#include "ui/grid_copy.hpp"
#include "ui/grid_paint.hpp"
#include "ui/row_state.hpp"
#include "ui/state_edit.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

// No state has these ids.
constexpr std::string_view OpenForm = "/form";
constexpr std::string_view Copy = "/copy";

}  // namespace

void RowMenu::offer(Surface& surface, std::string_view id, const model::RowId& row) {
    if (const auto at = surface.take_menu(id)) open_ = {row, *at};
}

std::optional<model::RowId> RowMenu::draw(const Frame& frame, const Sheet& sheet) {
    if (!open_) return std::nullopt;
    const auto* row = sheet.rows.find(open_->row);
    if (!row) {
        open_.reset();
        return std::nullopt;
    }
    const auto number = std::to_string(row->number);
    const auto enter = frame.tr({S::RowMenuForm, {number}});
    const auto* entry = sheet.entry(row->row);
    // What several models share is said once, where the first of them stands.
    const auto states = leads_entry(*row) ? state_options(*sheet.form, entry, frame.lang)
                                          : std::vector<StateOption>();
    const auto held = chosen_state(*sheet.form, entry);
    const auto copy = frame.tr(S::RowMenuCopy);
    auto copied = copy_rows(sheet, {row}, frame.lang);
    const CopyGesture copies{std::move(copied.text), std::move(copied.html), 1};
    std::vector<Option> options{{OpenForm, enter}, {.id = Copy, .title = copy, .copies = &copies}};
    for (const auto& state : states)
        options.push_back({state.id, state.title, state.disabled, state.id == held});
    const auto chosen = menu(frame.surface, "row-menu", open_->at,
                             frame.tr({S::EntryModelNumber, {number}}), options);
    if (!chosen) return std::nullopt;
    auto at = row->row;
    open_.reset();
    if (*chosen == OpenForm) return at;
    if (!chosen->empty() && *chosen != Copy && *chosen != held)
        send_state(frame, sheet, at, *chosen);
    return std::nullopt;
}

}  // namespace ui
