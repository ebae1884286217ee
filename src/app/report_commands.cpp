#include "app/report_commands.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/reports.hpp"
#include "store/reports.hpp"
#include "text/entered.hpp"
#include "text/utf8.hpp"
#include "value/money.hpp"

namespace app {
namespace {

using i18n::S;

/// Characters of one text. Far beyond what anybody reports, and well below what readers of our
/// files take for an attack (json::Limits), so that what is written can be opened again.
constexpr std::size_t LongestText = 100'000;

/// The report's form; refuses a report that is not there or a form this program does not have.
base::Result<const model::Form*> form_of(const Context& context, model::ReportId report) {
    const auto row = store::report_row(context.db, report);
    if (!row) return base::Refusal{{S::ReportGone, {}}};
    const auto* form = context.library.form(row->form);
    if (form == nullptr) return base::Refusal{{S::FormUnknown, {row->form.value}}};
    return form;
}

bool is_one_of(const std::vector<model::Choice>& choices, std::string_view word) {
    return std::any_of(choices.begin(), choices.end(), [&](const auto& c) { return c.id == word; });
}

/// One part of a cell of `field`. What the screen offers always fits; a command can also be
/// replayed from elsewhere.
base::Result<void> fits(const model::Field& field, const std::string& part,
                        const std::string& text) {
    if (!model::part_allowed(field.type, part))
        return base::Refusal{{S::PartUnknown, {part, field.title}}};
    const auto unknown = base::Refusal{{S::ChoiceUnknown, {text, field.title}}};
    if (part == "choice" && !is_one_of(field.choices, text)) return unknown;
    if (part.ends_with(".nature") && !is_one_of(field.natures, text)) return unknown;
    if (part == "empty") {
        const auto kind = model::empty_from_word(text);
        if (!kind || !field.may_be(*kind)) return unknown;
    }
    if (part.ends_with(".value") && !model::amount_allowed(text))
        return base::Refusal{{S::AmountNotAllowed, {field.title}}};
    if (text::code_points(text) > LongestText) {
        return base::Refusal{
            {S::TextTooLong, {field.title, value::vn_number(std::to_string(LongestText))}}};
    }
    return {};
}

/// One of the short texts around the table: a name, a number, a subject.
base::Result<void> fits_a_line(const std::string& text) {
    if (text::code_points(text) <= model::LongestLine) return {};
    return base::Refusal{{S::LineTooLong, {value::vn_number(std::to_string(model::LongestLine))}}};
}

model::Parts entered(const model::Parts& parts) {
    model::Parts out;
    for (const auto& [part, text] : parts) out[part] = text::entered(text);
    return out;
}

base::Result<Applied> apply_to(const Context& context, const CreateReport& create) {
    if (context.library.form(create.key.form) == nullptr) {
        return base::Refusal{{S::FormUnknown, {create.key.form.value}}};
    }
    if (store::find_report(context.db, create.key)) {
        return base::Refusal{{S::ReportExists, {create.unit_name, create.period.name}}};
    }
    model::Report report;
    report.key = create.key;
    report.period = create.period;
    report.unit_name = text::entered(create.unit_name);
    if (report.unit_name.empty() || create.key.unit.empty())
        return base::Refusal{{S::UnitNameMissing, {}}};
    for (const auto& name : {report.unit_name, report.period.name})
        if (const auto fitting = fits_a_line(name); !fitting) return fitting.error();
    const auto id = store::insert_report(context.db, report);
    return Applied{{S::ChangeCreateReport, {report.unit_name, report.period.name}}, id, {}, {}, 0};
}

/// Changes one cell; answers the row that speaks for `edit.row`.
base::Result<model::RowId> change_cell(const Context& context, const model::Form& form,
                                       model::ReportId report, const PasteCells::Cell& edit) {
    const auto* field = form.field(edit.field);
    if (field == nullptr) return base::Refusal{{S::FieldUnknown, {edit.field.value}}};
    if (!row_exists(context.library, form, edit.row))
        return base::Refusal{{S::RowUnknown, {edit.row.value}}};
    const auto parts = entered(edit.parts);
    const auto lead = store::lead_of(context.db, report, edit.row);
    auto cell = store::load_cell(context.db, report, lead, edit.field);
    // What came with a file of a newer program stays as it is; only what is changed has to fit.
    for (const auto& [part, text] : parts) {
        if (cell.part(part) == text || text.empty()) continue;
        if (const auto fitting = fits(*field, part, text); !fitting) return fitting.error();
    }
    cell.change(parts);
    store::put_cell(context.db, report, lead, edit.field, cell);
    return lead;
}

base::Result<Applied> apply_to(const Context& context, const EditCell& edit) {
    const auto form = form_of(context, edit.report);
    if (!form) return form.error();
    const auto lead = change_cell(context, **form, edit.report, {edit.row, edit.field, edit.parts});
    if (!lead) return lead.error();
    const auto& title = (*form)->field(edit.field)->short_title;
    return Applied{{S::ChangeEditCell, {title, row_name(context.library, **form, *lead)}},
                   edit.report,
                   *lead,
                   edit.field,
                   edit.stay};
}

base::Result<Applied> apply_to(const Context& context, const PasteCells& paste) {
    const auto form = form_of(context, paste.report);
    if (!form) return form.error();
    std::vector<std::string> rows;
    for (const auto& cell : paste.cells) {
        const auto lead = change_cell(context, **form, paste.report, cell);
        if (!lead) return lead.error();
        if (std::find(rows.begin(), rows.end(), lead->value) == rows.end())
            rows.push_back(lead->value);
    }
    const auto first = paste.cells.empty() ? model::RowId{} : paste.cells.front().row;
    return Applied{
        {S::ChangePasteCells, {std::to_string(paste.cells.size()), std::to_string(rows.size())}},
        paste.report,
        first,
        {},
        0};
}

base::Result<Applied> apply_to(const Context&, const EndStay&) {
    throw base::Fault("the end of a stay is no change");
}

using Cells = std::map<model::FieldId, model::Cell>;

Cells cells_of(const model::Report& report, const model::RowId& row) {
    const auto* entry = report.entry(row);
    return entry != nullptr ? entry->cells : Cells{};
}

/// `rows`, in the catalogue's order, become one entry that says `cells`.
void share(store::Db& db, model::ReportId report, const std::vector<model::RowId>& rows,
           const Cells& cells) {
    const auto& lead = rows.front();
    for (const auto& row : rows) {
        store::unshare_row(db, report, row);
        if (row != lead) store::delete_row(db, report, row);
    }
    for (const auto& [field, cell] : cells) store::put_cell(db, report, lead, field, cell);
    for (const auto& row : rows) {
        if (row != lead) store::share_row(db, report, row, lead);
    }
}

base::Result<Applied> apply_to(const Context& context, const ShareEntry& command) {
    const auto form = form_of(context, command.report);
    if (!form) return form.error();
    const auto report = load_report(context.db, context.library, command.report);
    const auto cells = cells_of(*report, command.lead);
    auto rows = command.rows;
    rows.push_back(command.lead);
    std::vector<model::RowId> together;
    for (const auto& row : rows) {
        const auto name = row_name(context.library, **form, row);
        if (!row_exists(context.library, **form, row))
            return base::Refusal{{S::RowUnknown, {name}}};
        const auto own = cells_of(*report, row);
        if (!own.empty() && own != cells) return base::Refusal{{S::ShareDiffers, {name}}};
        // What it shared an entry with before comes along.
        together.push_back(row);
        if (const auto* entry = report->entry(row)) {
            together.insert(together.end(), entry->rows.begin(), entry->rows.end());
        }
    }
    together = in_catalogue_order(std::move(together), **form, context.library);
    share(context.db, command.report, together, cells);
    const auto& lead = together.front();
    return Applied{{S::ChangeShareEntry, {row_name(context.library, **form, lead)}},
                   command.report,
                   lead,
                   {},
                   0};
}

base::Result<Applied> apply_to(const Context& context, const SplitEntry& split) {
    const auto form = form_of(context, split.report);
    if (!form) return form.error();
    const auto report = load_report(context.db, context.library, split.report);
    const auto* entry = report->entry(split.row);
    const Applied applied{{S::ChangeSplitEntry, {row_name(context.library, **form, split.row)}},
                          split.report,
                          split.row,
                          {},
                          0};
    if (entry == nullptr || entry->rows.size() < 2) return applied;
    auto others = entry->rows;
    std::erase(others, split.row);
    const bool leads = store::lead_of(context.db, split.report, split.row) == split.row;
    if (leads) {  // the next row speaks for the rest and keeps a copy
        share(context.db, split.report, others, entry->cells);
    } else {
        share(context.db, split.report, {split.row}, entry->cells);
    }
    return applied;
}

base::Result<Applied> apply_to(const Context& context, const SetCover& set) {
    const auto form = form_of(context, set.report);
    if (!form) return form.error();
    auto cover = set.cover;
    for (auto* text : {&cover.number, &cover.symbol, &cover.issuer, &cover.subject, &cover.signer,
                       &cover.position}) {
        *text = text::entered(*text);
        if (const auto fitting = fits_a_line(*text); !fitting) return fitting.error();
    }
    store::update_cover(context.db, set.report, cover);
    return Applied{{S::ChangeCover, {}}, set.report, {}, {}, set.stay};
}

base::Result<Applied> apply_to(const Context& context, const SetReportState& set) {
    const auto form = form_of(context, set.report);
    if (!form) return form.error();
    store::update_state(context.db, set.report, set.state);
    return Applied{{S::ChangeState, {}}, set.report, {}, {}, 0};
}

base::Result<Applied> apply_to(const Context& context, const DeleteReport& gone) {
    const auto row = store::report_row(context.db, gone.report);
    if (!row) return base::Refusal{{S::ReportGone, {}}};
    store::delete_report(context.db, gone.report);
    return Applied{
        {S::ChangeDeleteReport, {row->unit_name, row->period_name}}, gone.report, {}, {}, 0};
}

}  // namespace

base::Result<Applied> apply(const Context& context, const ReportCommand& command) {
    return std::visit([&](const auto& one) { return apply_to(context, one); }, command);
}

}  // namespace app
