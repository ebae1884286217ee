#include "ui/entry_rows.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"

namespace ui {
namespace {

bool digits_only(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A state after which no result, benefit or cost is owed.
bool closes_the_row(std::string_view choice) {
    const auto state = model::deployment_from_word(choice);
    return state == model::Deployment::NotDeployed || state == model::Deployment::HandedOver;
}

RowStatus status_of(model::Empty empty) {
    switch (empty) {
        case model::Empty::NotEntered:
            return RowStatus::NotEntered;
        case model::Empty::Dash:
            return RowStatus::Dash;
        case model::Empty::NotAssigned:
            return RowStatus::NotAssigned;
        case model::Empty::NotArising:
            return RowStatus::NotArising;
        case model::Empty::NotDeployed:
            return RowStatus::NotDeployed;
        case model::Empty::HandedOver:
            return RowStatus::HandedOver;
    }
    return RowStatus::NotEntered;
}

std::string search_words(const model::CatalogueItem& item, const model::Entry* entry) {
    std::string words = std::to_string(item.number) + ' ' + item.title + ' ' + item.short_title;
    if (entry) {
        for (const auto& [field, cell] : entry->cells)
            for (const auto& [part, text] : cell.parts) words += ' ' + text;
    }
    return text::fold(words);
}

void count(RowCounts& counts, RowStatus status) {
    ++counts.rows;
    if (status == RowStatus::Dash) ++counts.dashes;
    if (status != RowStatus::NotEntered && status != RowStatus::Dash) ++counts.entered;
    if (status == RowStatus::Partial) ++counts.partial;
}

RowView view_row(const model::CatalogueItem& item, const model::Entry* entry,
                 const model::Form& form) {
    RowView view;
    view.row = item.id;
    view.number = item.number;
    view.title = item.title;
    view.short_title = item.short_title.empty() ? item.title : item.short_title;
    view.group = item.group;
    view.status = row_status(entry, form);
    if (entry && entry->rows.size() > 1) view.shared = entry->rows;
    view.missing = missing_fields(entry, form);
    view.unsaid = unsaid_fields(entry, form);
    view.search = search_words(item, entry);
    return view;
}

}  // namespace

const RowView* EntryRows::find(const model::RowId& row) const {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const RowView& r) { return r.row == row; });
    return found != rows.end() ? &*found : nullptr;
}

model::RowId EntryRows::beside(const model::RowId& row, int step) const {
    const int at = position(row) - 1;
    const int to = at + step;
    if (at < 0 || to < 0 || to >= static_cast<int>(rows.size())) return row;
    return rows[static_cast<std::size_t>(to)].row;
}

int EntryRows::position(const model::RowId& row) const {
    const auto* found = find(row);
    return found ? static_cast<int>(found - rows.data()) + 1 : 0;
}

const model::Field* state_field(const model::Form& form) {
    const auto found =
        std::find_if(form.fields.begin(), form.fields.end(),
                     [](const model::Field& f) { return f.type == model::FieldType::Choice; });
    return found != form.fields.end() ? &*found : nullptr;
}

const model::Field* telling_field(const model::Form& form) {
    const auto found =
        std::find_if(form.fields.begin(), form.fields.end(),
                     [](const model::Field& f) { return f.type == model::FieldType::Text; });
    return found != form.fields.end() ? &*found : nullptr;
}

std::optional<model::Empty> row_empty(const model::Entry* entry, const model::Form& form) {
    if (!entry) return model::Empty::NotEntered;
    if (const auto* state = state_field(form)) {
        const auto& cell = entry->cell(state->id);
        if (!cell.blank()) return cell.empty();
    }
    const auto* telling = telling_field(form);
    const auto row = telling ? entry->cell(telling->id).empty() : model::Empty::NotEntered;
    for (const auto& [field, cell] : entry->cells)
        if (!cell.blank() && (!row || row == model::Empty::NotEntered || cell.empty() != row))
            return std::nullopt;
    return row;
}

namespace {

/// The fields of a row that tells something, in which nothing stands.
std::vector<model::FieldId> blank_fields(const model::Entry* entry, const model::Form& form,
                                         bool required) {
    std::vector<model::FieldId> blank;
    if (!entry || row_empty(entry, form)) return blank;
    const auto* state = state_field(form);
    if (state && closes_the_row(entry->cell(state->id).part("choice"))) return blank;
    for (const auto& field : form.fields)
        if (field.required == required && entry->cell(field.id).blank()) blank.push_back(field.id);
    return blank;
}

}  // namespace

std::vector<model::FieldId> missing_fields(const model::Entry* entry, const model::Form& form) {
    return blank_fields(entry, form, true);
}

std::vector<model::FieldId> unsaid_fields(const model::Entry* entry, const model::Form& form) {
    return blank_fields(entry, form, false);
}

RowStatus row_status(const model::Entry* entry, const model::Form& form) {
    if (const auto empty = row_empty(entry, form)) return status_of(*empty);
    const auto* state = state_field(form);
    const auto choice = state ? entry->cell(state->id).part("choice") : std::string_view();
    if (choice == model::word(model::Deployment::HandedOver)) return RowStatus::HandedOver;
    if (choice == model::word(model::Deployment::NotDeployed)) return RowStatus::NotDeployed;
    return missing_fields(entry, form).empty() ? RowStatus::Complete : RowStatus::Partial;
}

EntryRows view_rows(const model::Report& report, const model::Form& form,
                    const model::Catalogue& catalogue) {
    EntryRows view;
    view.rows.reserve(catalogue.items.size());
    for (const auto& item : catalogue.items) {
        const auto& row = view.rows.emplace_back(view_row(item, report.entry(item.id), form));
        count(view.counts, row.status);
    }
    return view;
}

std::optional<RowField> next_missing(const EntryRows& rows, const model::Form& form,
                                     const RowField& from, int step) {
    const auto order = [&](const RowField& at) {
        const auto field = std::find_if(form.fields.begin(), form.fields.end(),
                                        [&](const model::Field& f) { return f.id == at.field; });
        // One that is none of the form's stands before all of them.
        const auto place = field == form.fields.end() ? -1 : field - form.fields.begin();
        return std::pair(rows.position(at.row), place);
    };
    std::vector<RowField> all;
    for (const auto& row : rows.rows)
        for (const auto& field : row.missing) all.push_back({row.row, field});
    if (all.empty()) return std::nullopt;
    const auto here = order(from);
    if (step > 0) {
        const auto after = std::find_if(all.begin(), all.end(),
                                        [&](const RowField& at) { return order(at) > here; });
        return after == all.end() ? all.front() : *after;
    }
    const auto before = std::find_if(all.rbegin(), all.rend(),
                                     [&](const RowField& at) { return order(at) < here; });
    return before == all.rend() ? all.back() : *before;
}

RowCounts count_rows(const model::Report& report, const model::Form& form,
                     const model::Catalogue& catalogue) {
    RowCounts counts;
    for (const auto& item : catalogue.items) count(counts, row_status(report.entry(item.id), form));
    return counts;
}

bool matches(const RowView& row, const RowFilter& filter) {
    const bool kind_fits = [&] {
        switch (filter.kind) {
            case RowKind::All:
                return true;
            case RowKind::NotEntered:
                return row.status == RowStatus::NotEntered;
            case RowKind::Content:
                return row.status != RowStatus::NotEntered && row.status != RowStatus::Dash;
            case RowKind::Dash:
                return row.status == RowStatus::Dash;
        }
        return true;
    }();
    if (!kind_fits) return false;

    const auto words = text::fold(text::trimmed(filter.words));
    if (digits_only(words)) return std::to_string(row.number) == words;
    return text::has_words(row.search, words);
}

}  // namespace ui
