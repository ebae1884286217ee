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
    card.entered = static_cast<int>(row.filled_rows);
    if (const auto* form = library.form(row.form)) {
        card.form = form->short_title;
        card.rows = static_cast<int>(app::row_count(library, *form));
    } else {
        card.form = row.form.value;
    }
    const auto file = app::file_state(work, row.id);
    card.code = file.code;
    card.changed = row.changed_ms;
    card.in_file = file.saved_ms;
    card.newer_than_file = !file.current && row.filled_rows > 0;
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
