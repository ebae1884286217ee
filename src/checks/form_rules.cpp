// Rows, fields and words of a report that its form or this program does not have: a file of a newer
// program, or one edited by hand. Nothing is lost by them, but they are not shown and not counted.

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "checks/rows.hpp"
#include "checks/rules.hpp"

namespace checks {
namespace {

using i18n::S;

/// Calls `visit` for each cell of a field the form has.
void each_known_cell(const Subject& subject,
                     const std::function<void(const model::Entry&, const model::Field&,
                                              const model::Cell&)>& visit) {
    for (const auto& entry : subject.report.entries)
        for (const auto& [id, cell] : entry.cells)
            if (const auto* field = subject.form.field(id)) visit(entry, *field, cell);
}

bool ends_with_amount(std::string_view part, std::string_view name) {
    return part.starts_with("amounts.") && part.ends_with(name);
}

/// Whether the form offers `text` as the `part` of `field`; parts without a closed list always.
bool offered(const model::Field& field, std::string_view part, const std::string& text) {
    if (part == "choice") return field.choice(text) != nullptr;
    if (part == "empty") {
        const auto kind = model::empty_from_word(text);
        return kind && field.may_be(*kind);
    }
    if (ends_with_amount(part, ".nature"))
        return std::any_of(field.natures.begin(), field.natures.end(),
                           [&](const model::Choice& nature) { return nature.id == text; });
    if (ends_with_amount(part, ".approx")) return text == "yes";
    return true;
}

Finding at_part(const model::Entry& entry, const model::Field& field, const std::string& part,
                i18n::Message reason) {
    auto finding = at(entry.rows.front(), field.id, std::move(reason));
    finding.part = part;
    return finding;
}

}  // namespace

Findings unknown_row(const Subject& subject) {
    if (subject.form.rows != model::RowSource::Catalogue) return {};
    Findings found;
    for (const auto& entry : subject.report.entries)
        for (const auto& row : entry.rows)
            if (!subject.catalogue.item(row))
                found.push_back(
                    at(row, {S::CheckUnknownRow, {row.value, subject.catalogue.title}}));
    return found;
}

Findings row_twice(const Subject& subject) {
    std::map<model::RowId, int> times;
    Findings found;
    for (const auto& entry : subject.report.entries)
        for (const auto& row : entry.rows)
            if (++times[row] == 2)
                found.push_back(at(row, {S::CheckRowTwice, {number_of(subject, row)}}));
    return found;
}

Findings unknown_field(const Subject& subject) {
    Findings found;
    for (const auto& entry : subject.report.entries)
        for (const auto& [field, cell] : entry.cells)
            if (!subject.form.field(field))
                found.push_back(
                    at(entry.rows.front(), field,
                       {S::CheckUnknownField,
                        {numbers_of(subject, entry.rows), field.value, subject.form.short_title}}));
    return found;
}

Findings unknown_part(const Subject& subject) {
    Findings found;
    each_known_cell(subject, [&](const auto& entry, const auto& field, const auto& cell) {
        for (const auto& [part, text] : cell.parts)
            if (!model::part_allowed(field.type, part))
                found.push_back(
                    at_part(entry, field, part,
                            {S::CheckUnknownPart,
                             {numbers_of(subject, entry.rows), field.short_title, part}}));
    });
    return found;
}

Findings unknown_word(const Subject& subject) {
    Findings found;
    each_known_cell(subject, [&](const auto& entry, const auto& field, const auto& cell) {
        for (const auto& [part, text] : cell.parts)
            if (model::part_allowed(field.type, part) && !offered(field, part, text))
                found.push_back(
                    at_part(entry, field, part,
                            {S::CheckUnknownWord,
                             {numbers_of(subject, entry.rows), field.short_title, text}}));
    });
    return found;
}

Findings amount_not_digits(const Subject& subject) {
    Findings found;
    each_known_cell(subject, [&](const auto& entry, const auto& field, const auto& cell) {
        for (const auto& [part, text] : cell.parts)
            if (field.type == model::FieldType::Costs && ends_with_amount(part, ".value") &&
                !model::amount_allowed(text))
                found.push_back(
                    at_part(entry, field, part,
                            {S::CheckAmountNotDigits,
                             {numbers_of(subject, entry.rows), field.short_title, text}}));
    });
    return found;
}

Findings unknown_unit(const Subject& subject) {
    const auto& unit = subject.report.key.unit;
    if (subject.library.unit(unit)) return {};
    return {at({}, {S::CheckUnknownUnit, {subject.report.unit_name, unit.value}})};
}

}  // namespace checks
