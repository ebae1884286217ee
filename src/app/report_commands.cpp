#include "app/report_commands.hpp"

#include <algorithm>
#include <string>

#include "app/reports.hpp"
#include "store/reports.hpp"
#include "text/entered.hpp"

namespace app {
namespace {

using i18n::S;

/// The report's form; refuses a report that is not there or a form this program does not have.
base::Result<const model::Form*> form_of(const Context& context, model::ReportId report) {
    const auto row = store::report_row(context.db, report);
    if (!row) return base::Refusal{{S::ReportGone, {}}};
    const auto* form = context.library.form(row->form);
    if (form == nullptr) return base::Refusal{{S::FormUnknown, {row->form.value}}};
    return form;
}

/// A stay of typing may leave a choice that its list does not have only by a fault of ours, but a
/// command can also be replayed from elsewhere.
base::Result<void> fits(const model::Field& field, const model::Cell& cell) {
    for (const auto& [part, text] : cell.parts) {
        if (!model::part_allowed(field.type, part)) return base::Refusal{{S::PartUnknown, {part, field.title}}};
    }
    const auto choice = cell.part("choice");
    const bool known = choice.empty() || std::any_of(field.choices.begin(), field.choices.end(),
                                                     [&](const auto& c) { return c.id == choice; });
    if (!known) return base::Refusal{{S::ChoiceUnknown, {std::string(choice), field.title}}};
    const auto kind = cell.part("empty");
    if (kind.empty()) return {};
    const auto empty = model::empty_from_word(kind);
    const bool offered =
        empty && std::find(field.empties.begin(), field.empties.end(), *empty) != field.empties.end();
    if (!offered) return base::Refusal{{S::ChoiceUnknown, {std::string(kind), field.title}}};
    return {};
}

model::Cell entered(const model::Cell& cell) {
    model::Cell out;
    for (const auto& [part, text] : cell.parts) out.set(part, text::entered(text));
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
    if (report.unit_name.empty()) return base::Refusal{{S::UnitNameMissing, {}}};
    const auto id = store::insert_report(context.db, report);
    return Applied{{S::ChangeCreateReport, {report.unit_name, report.period.name}}, id, {}, {}, 0};
}

base::Result<Applied> apply_to(const Context& context, const EditCell& edit) {
    const auto form = form_of(context, edit.report);
    if (!form) return form.error();
    const auto* field = (*form)->field(edit.field);
    if (field == nullptr) return base::Refusal{{S::FieldUnknown, {edit.field.value}}};
    if (!row_exists(context.library, **form, edit.row)) return base::Refusal{{S::RowUnknown, {edit.row.value}}};
    const auto cell = entered(edit.cell);
    const auto fitting = fits(*field, cell);
    if (!fitting) return fitting.error();
    const auto lead = store::lead_of(context.db, edit.report, edit.row);
    store::put_cell(context.db, edit.report, lead, edit.field, cell);
    return Applied{{S::ChangeEditCell, {field->short_title, row_name(context.library, **form, lead)}},
                   edit.report, lead, edit.field, edit.stay};
}

base::Result<Applied> apply_to(const Context&, const EndStay&) {
    throw base::Fault("the end of a stay is no change");
}

/// What a row says by itself; nothing when another entry speaks for it.
std::map<model::FieldId, model::Cell> own_cells(const model::Report& report, const model::RowId& row) {
    const auto* entry = report.entry(row);
    if (entry == nullptr || entry->rows.front() != row) return {};
    return entry->cells;
}

base::Result<Applied> apply_to(const Context& context, const ShareEntry& share) {
    const auto form = form_of(context, share.report);
    if (!form) return form.error();
    const auto report = store::load_report(context.db, share.report);
    const auto lead = store::lead_of(context.db, share.report, share.lead);
    const auto cells = own_cells(*report, lead);
    for (const auto& row : share.rows) {
        if (!row_exists(context.library, **form, row)) return base::Refusal{{S::RowUnknown, {row.value}}};
        if (row == lead) continue;
        const auto own = own_cells(*report, row);
        if (!own.empty() && own != cells) {
            return base::Refusal{{S::ShareDiffers, {row_name(context.library, **form, row)}}};
        }
        // A row that spoke for others hands them over too.
        for (const auto& follower : store::shared_with(context.db, share.report, row)) {
            store::share_row(context.db, share.report, follower, lead);
        }
        store::delete_row(context.db, share.report, row);
        store::share_row(context.db, share.report, row, lead);
    }
    return Applied{{S::ChangeShareEntry, {row_name(context.library, **form, lead)}}, share.report, lead, {}, 0};
}

base::Result<Applied> apply_to(const Context& context, const SplitEntry& split) {
    const auto form = form_of(context, split.report);
    if (!form) return form.error();
    const auto report = store::load_report(context.db, split.report);
    const auto* entry = report->entry(split.row);
    const Applied applied{{S::ChangeSplitEntry, {row_name(context.library, **form, split.row)}},
                          split.report, split.row, {}, 0};
    if (entry == nullptr || entry->rows.size() < 2) return applied;
    const auto lead = entry->rows.front();
    if (split.row != lead) {
        store::unshare_row(context.db, split.report, split.row);
        for (const auto& [field, cell] : entry->cells) store::put_cell(context.db, split.report, split.row, field, cell);
        return applied;
    }
    // The lead leaves: the next row speaks for the rest and keeps a copy.
    const auto next = entry->rows[1];
    store::unshare_row(context.db, split.report, next);
    for (const auto& [field, cell] : entry->cells) store::put_cell(context.db, split.report, next, field, cell);
    for (std::size_t i = 2; i < entry->rows.size(); ++i) {
        store::share_row(context.db, split.report, entry->rows[i], next);
    }
    return applied;
}

base::Result<Applied> apply_to(const Context& context, const SetCover& set) {
    const auto form = form_of(context, set.report);
    if (!form) return form.error();
    auto cover = set.cover;
    for (auto* text : {&cover.number, &cover.symbol, &cover.issuer, &cover.subject, &cover.signer, &cover.position}) {
        *text = text::entered(*text);
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
    return Applied{{S::ChangeDeleteReport, {row->unit_name, row->period_name}}, gone.report, {}, {}, 0};
}

}  // namespace

base::Result<Applied> apply(const Context& context, const ReportCommand& command) {
    return std::visit([&](const auto& one) { return apply_to(context, one); }, command);
}

}  // namespace app
