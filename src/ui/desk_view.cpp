#include "ui/desk_view.hpp"

#include <algorithm>

#include "app/files.hpp"
#include "app/reports.hpp"
#include "store/reports.hpp"
#include "ui/report_titles.hpp"

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
        card.form = form_title(*form, i18n::Lang::Vi);
        card.form_en = form_title(*form, i18n::Lang::En);
        const auto* catalogue = library.catalogue(form->catalogue);
        const auto report = app::load_report(work.db(), library, row.id);
        if (catalogue && report) card.counts = count_rows(*report, *form, *catalogue);
    } else {
        card.form = card.form_en = row.form.value;
    }
    const auto file = app::file_state(work, row.id);
    card.code = file.code;
    card.changed = row.changed_ms;
    card.in_file = file.saved_ms;
    card.newer_than_file = !file.current && !card.blank;
    return card;
}

}  // namespace

std::string ReportCard::what(const Frame& frame) const {
    return frame.tr({i18n::S::DeskCardWhat,
                     {frame.lang == i18n::Lang::Vi ? form : form_en, period_words(frame)}});
}

std::string ReportCard::period_words(const Frame& frame) const {
    return period_title(key.period, period, frame.lang);
}

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
