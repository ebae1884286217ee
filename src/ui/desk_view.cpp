#include "ui/desk_view.hpp"

#include <algorithm>

#include "app/files.hpp"
#include "app/reports.hpp"
#include "store/reports.hpp"

namespace ui {
namespace {

ReportCard card_of(const store::ReportRow& row, const app::Workbook& work) {
    const auto& library = work.library();
    ReportCard card;
    card.id = row.id;
    card.key = row.key();
    card.unit = row.unit_name;
    card.period = row.period_name;
    card.state = row.state;
    card.blank = row.filled_rows == 0;
    if (const auto* form = library.form(row.form)) {
        card.form = form->short_title;
        const auto* catalogue = library.catalogue(form->catalogue);
        const auto report = app::load_report(work.db(), library, row.id);
        if (catalogue && report) card.counts = count_rows(*report, *form, *catalogue);
    } else {
        card.form = row.form.value;
    }
    const auto file = app::file_state(work, row.id);
    card.code = file.code;
    card.changed = row.changed_ms;
    card.in_file = file.saved_ms;
    card.newer_than_file = !file.current && !card.blank;
    return card;
}

}  // namespace

DeskView read_desk(const app::Workbook& work) {
    DeskView view;
    for (const auto& row : store::list_reports(work.db()))
        view.reports.push_back(card_of(row, work));
    return view;
}

bool newer_than_files(const DeskView& view) {
    return std::any_of(view.reports.begin(), view.reports.end(),
                       [](const ReportCard& card) { return card.newer_than_file; });
}

std::optional<base::Millis> last_file(const DeskView& view) {
    std::optional<base::Millis> last;
    for (const auto& card : view.reports) last = std::max(last, card.in_file);
    return last;
}

}  // namespace ui
