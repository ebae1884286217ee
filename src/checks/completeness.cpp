// What a report leaves out. Nothing here says that a row must be filled in: an agency answers for
// the models it was given, and only people know which those are.

#include <algorithm>
#include <array>
#include <optional>

#include "checks/rows.hpp"
#include "checks/rules.hpp"

namespace checks {
namespace {

using i18n::S;

/// The field that says how far a model has come: the form's choice out of the deployment states.
const model::Field* state_field(const model::Form& form) {
    const auto found =
        std::find_if(form.fields.begin(), form.fields.end(), [](const model::Field& f) {
            return f.type == model::FieldType::Choice && !f.choices.empty() &&
                   std::all_of(f.choices.begin(), f.choices.end(), [](const model::Choice& choice) {
                       return model::deployment_from_word(choice.id).has_value();
                   });
        });
    return found != form.fields.end() ? &*found : nullptr;
}

/// The field that tells what was done: the first text the form requires.
const model::Field* result_field(const model::Form& form) {
    const auto found = std::find_if(
        form.fields.begin(), form.fields.end(),
        [](const model::Field& f) { return f.type == model::FieldType::Text && f.required; });
    return found != form.fields.end() ? &*found : nullptr;
}

std::optional<model::Deployment> state_of(const model::Form& form, const model::Entry& entry) {
    const auto* field = state_field(form);
    if (!field) return std::nullopt;
    return model::deployment_from_word(entry.cell(field->id).part("choice"));
}

/// States that claim work was done, so that a result is owed.
bool claims_work(std::optional<model::Deployment> state) {
    constexpr std::array Claims{model::Deployment::Pilot, model::Deployment::Deploying,
                                model::Deployment::Deployed};
    return state && std::find(Claims.begin(), Claims.end(), *state) != Claims.end();
}

/// States that explain by themselves why the rest is blank.
bool closes_the_row(std::optional<model::Deployment> state) {
    return state == model::Deployment::NotDeployed || state == model::Deployment::HandedOver;
}

/// The state claims work, and the field for the result is blank or holds a bare dash.
bool lacks_result(const model::Form& form, const model::Entry& entry) {
    const auto* result = result_field(form);
    if (!result || !claims_work(state_of(form, entry))) return false;
    const auto& cell = entry.cell(result->id);
    return cell.blank() || cell.empty() == model::Empty::Dash;
}

std::string state_title(const model::Form& form, const model::Entry& entry) {
    const auto* field = state_field(form);
    const auto* choice = field ? field->choice(entry.cell(field->id).part("choice")) : nullptr;
    return choice ? choice->title : "";
}

}  // namespace

Findings rows_not_entered(const Subject& subject) {
    std::vector<model::RowId> missing;
    for (const auto& item : subject.catalogue.items) {
        const auto* entry = subject.report.entry(item.id);
        if (!entry || !says_something(*entry)) missing.push_back(item.id);
    }
    if (missing.empty()) return {};
    return {at({}, {S::CheckRowsNotEntered,
                    {std::to_string(missing.size()), std::to_string(subject.catalogue.items.size()),
                     numbers_of(subject, missing)}})};
}

Findings only_dash(const Subject& subject) {
    Findings found;
    for (const auto& entry : subject.report.entries) {
        if (!says_only_dash(entry)) continue;
        for (const auto& row : entry.rows)
            found.push_back(at(row, {S::CheckOnlyDash, {number_of(subject, row)}}));
    }
    return found;
}

Findings state_without_result(const Subject& subject) {
    Findings found;
    for (const auto& entry : subject.report.entries) {
        if (!lacks_result(subject.form, entry)) continue;
        const auto* result = result_field(subject.form);
        found.push_back(at(entry.rows.front(), result->id,
                           {S::CheckStateWithoutResult,
                            {numbers_of(subject, entry.rows), state_title(subject.form, entry),
                             result->short_title}}));
    }
    return found;
}

Findings required_missing(const Subject& subject) {
    Findings found;
    for (const auto& entry : subject.report.entries) {
        if (!says_something(entry) || closes_the_row(state_of(subject.form, entry))) continue;
        if (lacks_result(subject.form, entry)) continue;  // said with the state that claims it
        for (const auto& field : subject.form.fields)
            if (field.required && entry.cell(field.id).blank())
                found.push_back(at(entry.rows.front(), field.id,
                                   {S::CheckRequiredMissing,
                                    {numbers_of(subject, entry.rows), field.short_title}}));
    }
    return found;
}

Findings handed_over_to_nobody(const Subject& subject) {
    Findings found;
    for (const auto& entry : subject.report.entries)
        for (const auto& [field, cell] : entry.cells)
            if (cell.empty() == model::Empty::HandedOver && cell.part("empty_to").empty())
                found.push_back(
                    at(entry.rows.front(), field,
                       {S::CheckHandedOverToNobody, {numbers_of(subject, entry.rows)}}));
    return found;
}

Findings shared_entry(const Subject& subject) {
    Findings found;
    for (const auto& entry : subject.report.entries)
        if (entry.rows.size() > 1)
            found.push_back(at(entry.rows.front(), {S::CheckSharedEntry,
                                                    {std::to_string(entry.rows.size()),
                                                     numbers_of(subject, entry.rows)}}));
    return found;
}

}  // namespace checks
