#include "ui/new_report_dialog.hpp"

#include <algorithm>
#include <cmath>

#include "app/settings.hpp"
#include "store/reports.hpp"
#include "store/settings.hpp"
#include "text/fold.hpp"
#include "ui/icons.gen.hpp"
#include "ui/list_row.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr std::size_t MostFound = 30;
constexpr int FirstYear = 2022;     // the year of Quyết định 06/QĐ-TTg
constexpr float Height = 680;       // with a mouse; on a touch screen as tall as the page
constexpr float LeastListed = 168;  // of the units; where the page has no room, all scrolls
constexpr float FoundPad = 4;

void draw_label(const Frame& frame, Column& column, std::string_view id, S title) {
    const TextStyle style{0, Weight::SemiBold};
    const float height = line_height(frame.surface, style);
    caption(frame.surface, id, {column.here().x, column.y(), column.width(), height},
            frame.tr(title), style);
    column.space(height + 6);
}

}  // namespace

model::Period month_period(int year, int month) {
    const auto number = std::to_string(month);
    model::Period period;
    period.id = {std::to_string(year) + (month < 10 ? "-0" : "-") + number};
    period.kind = model::PeriodKind::Month;
    period.name =
        i18n::say(i18n::Lang::Vi, {S::NewReportMonthName, {number, std::to_string(year)}});
    return period;
}

void NewReportDialog::open(const Frame& frame) {
    open_ = true;
    words_ = store::setting(frame.work.db(), app::PersonUnit);
    unit_.reset();
    at_.clear();
    opened_.clear();
    const auto today = base::local_day(frame.now_ms);
    // The one whose units are here is the one that its people work in.
    const auto highest = unit_tree(frame.work.library().units(), today, {});
    if (!highest.empty() && highest.front().has_more) opened_.insert(highest.front().id.value);
    const auto* known = frame.work.library().find_unit_by_name(words_, today);
    if (known) unit_ = FoundUnit{known->id, known->name_on(today).name, {}};
    if (!frame.work.library().forms().empty()) form_ = frame.work.library().forms().front().id;
    month_ = today.month == 1 ? 12 : today.month - 1;
    year_ = today.month == 1 ? today.year - 1 : today.year;
}

std::optional<model::ReportKey> NewReportDialog::draw(const Frame& frame) {
    if (!open_) return std::nullopt;
    auto& surface = frame.surface;
    const Dialog dialog(surface, "new-report", frame.tr(S::NewReportTitle), 560,
                        surface.touch() ? 0 : Height);
    {
        ScrollArea scroll(surface, "pane", dialog.pane(), Role::Group, frame.tr(S::NewReportTitle));
        const Rect content = scroll.content();
        Column column(content.inset(Dialog::RingRoom, Dialog::RingRoom), 16);
        draw_unit(frame, column);
        draw_form(frame, column);
        draw_period(frame, column);
        const float height = column.y() - content.y;
        scroll.set_content_height(height);
        if (!unit_) fill(surface, dialog.pane().h - (height - listed_height_));
    }
    ButtonLook look{.kind = ButtonKind::Primary};
    look.disabled = !unit_ && text::trimmed(words_).empty();
    const bool is_here = !look.disabled && store::find_report(frame.work.db(), key()).has_value();
    const auto make = frame.tr(is_here ? S::NewReportOpen : S::NewReportDo);
    const auto answer =
        foot_buttons(surface, dialog, {"make", make, look}, {"cancel", frame.tr(S::Cancel)});
    if (answer == Answer::Leave) open_ = false;
    if (answer != Answer::Agree) return std::nullopt;
    return agree(frame, is_here);
}

void NewReportDialog::draw_unit(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    draw_label(frame, column, "unit", S::NewReportUnit);
    const auto hint = frame.tr(S::NewReportUnitHint);
    FieldLook look;
    look.placeholder = hint;
    look.required = true;
    const auto typed = text_field(surface, "unit", column.take(surface.metrics().control_height),
                                  frame.tr(S::NewReportUnit), unit_ ? unit_->name : words_, look);
    if (typed.typed) {
        words_ = *typed.typed;
        unit_.reset();
        surface.redraw();
    }
    if (unit_) {
        const auto chosen = unit_->above.empty() ? frame.tr(S::NewReportUnitKnown)
                                                 : frame.tr({S::NewReportUnitOf, {unit_->above}});
        column.skip(label(surface, "unit-known", column.here(), chosen,
                          {surface.metrics().text_small, Weight::Regular, Tone::Good}));
        return;
    }
    const Rect area = column.take(listed_height_);
    if (text::trimmed(words_).empty())
        draw_tree(frame, area);
    else
        draw_found(frame, area);
    if (unit_) surface.request_focus("form");  // the line that had it is gone; this is asked next
}

/// The units have the room that the other questions leave, as the frame before showed it.
void NewReportDialog::fill(Surface& surface, float room) {
    const float height = std::max(room, LeastListed);
    if (std::abs(height - listed_height_) < 1) return;  // sums of fractions are not exact
    listed_height_ = height;
    surface.redraw();
}

/// As long as nothing is typed: who belongs to whom.
void NewReportDialog::draw_tree(const Frame& frame, Rect area) {
    auto& surface = frame.surface;
    const auto& lines = tree_.get(opened_, [&] {
        return unit_tree(frame.work.library().units(), base::local_day(frame.now_ms), opened_);
    });
    ScrollArea scroll(surface, "tree", area, Role::Tree, frame.tr(S::NewReportUnitFound));
    const Scope scope(surface, "tree");
    const Rect content = scroll.content();
    Column column(content, 0);
    const bool known = std::any_of(lines.begin(), lines.end(),
                                   [&](const UnitLine& line) { return line.id.value == at_; });
    for (const auto& line : lines) {
        TreeItem item{line.id.value, line.name, line.level};
        if (line.has_more) item.open = opened_.contains(line.id.value);
        item.tab_stop = known ? line.id.value == at_ : &line == &lines.front();
        item.position = line.position;
        item.set_size = line.set_size;
        const auto deed = tree_item(surface, column.take(surface.metrics().row_height), item);
        if (surface.focused() == surface.full_id(line.id.value)) at_ = line.id.value;
        if (deed == TreeDeed::Choose) unit_ = {line.id, line.name, line.above_name};
        if (deed == TreeDeed::ToParent) surface.request_focus(line.above.value);
        if (deed == TreeDeed::Toggle && opened_.erase(line.id.value) == 0)
            opened_.insert(line.id.value);
        if (deed != TreeDeed::None) surface.redraw();
    }
    scroll.set_content_height(column.y() - content.y);
}

void NewReportDialog::draw_found(const Frame& frame, Rect area) {
    auto& surface = frame.surface;
    const auto& units = found_.get(words_, [&] {
        return find_units(frame.work.library().units(), words_, base::local_day(frame.now_ms),
                          MostFound);
    });
    ScrollArea scroll(surface, "found", area, Role::Group, frame.tr(S::NewReportUnitFound));
    const Rect content = scroll.content();
    Column column(content, 0);
    const TextStyle small{surface.metrics().text_small, Weight::Regular, Tone::Quiet};
    const float name_height = line_height(surface);
    const float above_height = line_height(surface, small);
    for (const auto& unit : units) {
        const Rect rect = column.take(name_height + above_height + 2 * FoundPad);
        const auto name = unit.above.empty()
                              ? unit.name
                              : frame.tr({S::NewReportUnitRow, {unit.name, unit.above}});
        if (list_row(surface, unit.id.value, rect, name, false)) unit_ = unit;
        Column inside(rect.inset(10, FoundPad), 0);
        if (unit.above.empty()) inside.space(above_height / 2);
        paint_one_line(surface, inside.take(name_height), unit.name);
        paint_one_line(surface, inside.take(above_height), unit.above, small);
    }
    if (units.empty()) {
        column.skip(
            label(surface, "own-name", column.here(), frame.tr(S::NewReportOwnName), small));
    }
    scroll.set_content_height(column.y() - content.y);
}

void NewReportDialog::draw_form(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    draw_label(frame, column, "form", S::NewReportForm);
    std::vector<Option> options;
    for (const auto& form : frame.work.library().forms()) {
        const bool english = frame.lang == i18n::Lang::En && !form.title_en.empty();
        options.push_back({form.id.value, english ? form.title_en : form.title});
    }
    const auto chosen = select(surface, "form", column.take(surface.metrics().control_height),
                               frame.tr(S::NewReportForm), options, form_.value);
    if (chosen) form_ = {*chosen};
}

void NewReportDialog::draw_period(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    draw_label(frame, column, "period", S::NewReportPeriod);
    const Rect both = column.take(surface.metrics().control_height);
    const Container period(surface, "period", both, Role::Group, frame.tr(S::NewReportPeriod));
    Line line(both, 12);
    std::vector<std::string> ids;
    std::vector<std::string> titles;
    for (int month = 1; month <= 12; ++month) {
        ids.push_back(std::to_string(month));
        titles.push_back(frame.tr({S::NewReportMonth, {ids.back()}}));
    }
    std::vector<Option> months;
    for (std::size_t i = 0; i < ids.size(); ++i) months.push_back({ids[i], titles[i]});
    const auto month = select(surface, "month", line.left((column.width() - 12) / 2),
                              frame.tr(S::NewReportMonthLabel), months, std::to_string(month_));
    if (month) month_ = std::stoi(*month);

    std::vector<std::string> names;
    const int this_year = base::local_day(frame.now_ms).year;
    for (int year = this_year + 1; year >= FirstYear; --year) names.push_back(std::to_string(year));
    std::vector<Option> years;
    for (const auto& name : names) years.push_back({name, name});
    const auto year = select(surface, "year", line.rest(), frame.tr(S::NewReportYearLabel), years,
                             std::to_string(year_));
    if (year) year_ = std::stoi(*year);
}

std::string NewReportDialog::unit_name() const {
    return unit_ ? unit_->name : text::trimmed(words_);
}

model::ReportKey NewReportDialog::key() const {
    return {unit_ ? unit_->id : unit_of_name(unit_name()), form_, month_period(year_, month_).id};
}

/// One that is here already is opened as it is.
model::ReportKey NewReportDialog::agree(const Frame& frame, bool is_here) {
    const auto made = key();
    if (!is_here) {
        const auto name = unit_name();
        frame.send(app::ReportCommand{app::CreateReport{made, month_period(year_, month_), name}});
        frame.send(app::SettingCommand{app::SetSetting{std::string(app::PersonUnit), name}});
    }
    open_ = false;
    return made;
}

}  // namespace ui
