#include "ui/desk_screen.hpp"

#include <algorithm>

#include "catalog/titles.hpp"
#include "store/reports.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/progress_words.hpp"
#include "ui/save_words.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float SideWidth = 380;
constexpr float WidestDesk = 1240;
constexpr float CardPad = 16;
constexpr float Gap = 12;
constexpr float MarkGap = 8;

/// "Đã lưu tệp 14:30", "Có thay đổi chưa lưu ra tệp", "Chưa lưu ra tệp".
std::optional<std::pair<i18n::Message, Tone>> file_words(const ReportCard& card, base::Millis now) {
    using i18n::Message;
    if (card.newer_than_file && card.in_file)
        return std::pair{Message{S::SaveNewerThanFile, {}}, Tone::Caution};
    if (card.newer_than_file) return std::pair{Message{S::SaveNoFileYet, {}}, Tone::Caution};
    if (card.in_file)
        return std::pair{Message{S::SaveInFile, {moment_words(*card.in_file, now)}}, Tone::Good};
    return std::nullopt;
}

struct Mark {
    std::string words;
    Tone tone;
};

/// The badges of a card: what has become of the report, and whether its file holds what it says.
std::vector<Mark> marks_of(const Frame& frame, const ReportCard& card) {
    const auto state = model::report_state_from_word(card.state);
    std::vector<Mark> marks{
        {state ? frame.tr(catalog::title_of(*state)) : card.state, Tone::Neutral}};
    if (const auto file = file_words(card, frame.now_ms))
        marks.push_back({frame.tr(file->first), file->second});
    return marks;
}

/// What is read of a card beside its name.
std::string described(const std::vector<Mark>& marks, const std::string& code) {
    std::string words;
    for (const auto& mark : marks) words += (words.empty() ? "" : ". ") + mark.words;
    return code.empty() ? words : words + ". " + code;
}

}  // namespace

void DeskScreen::draw(const Frame& frame, Rect area) {
    auto& surface = frame.surface;
    const Scope scope(surface, "desk");
    const Container main(surface, "main", area, Role::Main, frame.tr(S::DeskTitle));
    const auto& view = read(frame);
    follow_new(frame);

    const bool narrow = frame.room == Room::Narrow;
    const float margin = narrow ? 16 : 24;
    const float width = std::min(area.w, WidestDesk);
    const Rect middle{area.x + (area.w - width) / 2, area.y, width, area.h};
    if (narrow) {
        ScrollArea scroll(surface, "pane", middle, Role::Group, frame.tr(S::DeskTitle));
        const Rect content = scroll.content();
        Column column({content.x + margin, content.y + margin, content.w - 2 * margin + 12, 0},
                      Gap);
        draw_reports(frame, column, view);
        column.space(Gap);
        side_.draw(frame, column, view);
        scroll.set_content_height(column.y() + margin - content.y);
    } else {
        const float side_width = frame.room == Room::Wide ? SideWidth : 320;
        {
            ScrollArea scroll(surface, "reports",
                              {middle.x, middle.y, middle.w - side_width, middle.h}, Role::Group,
                              frame.tr(S::DeskReports));
            const Rect content = scroll.content();
            Column column({content.x + margin, content.y + margin, content.w - margin, 0}, Gap);
            draw_reports(frame, column, view);
            scroll.set_content_height(column.y() + margin - content.y);
        }
        ScrollArea scroll(surface, "side-pane",
                          {middle.right() - side_width, middle.y, side_width, middle.h},
                          Role::Group, frame.tr(S::DeskSide));
        const Rect content = scroll.content();
        Column column({content.x + Gap, content.y + margin, content.w - Gap, 0}, 16);
        side_.draw(frame, column, view);
        scroll.set_content_height(column.y() + margin - content.y);
    }
    side_.draw_dialogs(frame);
    if (const auto made = new_report_.draw(frame)) go_to_ = made;
}

const DeskView& DeskScreen::read(const Frame& frame) {
    return view_.get({frame.work.revision(), frame.here.workbook.id},
                     [&] { return read_desk(frame.work); });
}

/// A report that was just made is shown as soon as it is in the store.
void DeskScreen::follow_new(const Frame& frame) {
    if (!go_to_) return;
    const auto id = store::find_report(frame.work.db(), *go_to_);
    if (id) frame.ask(app::Go{*id, {}, false});
    go_to_.reset();
}

void DeskScreen::draw_reports(const Frame& frame, Column& column, const DeskView& view) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    const auto make = frame.tr(S::DeskNewReport);
    ButtonLook look;
    look.kind = view.reports.empty() ? ButtonKind::Secondary : ButtonKind::Primary;
    look.icon = icon::Plus;
    const TextStyle title{metrics.text_title, Weight::SemiBold};
    const auto name = frame.tr(S::DeskTitle);
    const float wide = view.reports.empty() ? 0 : button_width(surface, make, look);
    const auto button_in = [&](Rect place) {
        if (wide > 0 && button(surface, "new-report-button", place, make, look)) new_report(frame);
    };
    if (text_width(surface, name, title) + Gap + wide <= column.width()) {
        Line head(column.take(metrics.control_height), Gap);
        button_in(head.right(wide));
        const Rect place = head.rest();
        heading(surface, "title",
                {place.x, place.y + (place.h - line_height(surface, title)) / 2, place.w, place.h},
                name, 1, title);
    } else {
        column.skip(heading(surface, "title", column.here(), name, 1, title));
        if (wide > 0) button_in(column.take(metrics.control_height));
    }
    column.space(4);
    if (view.reports.empty()) draw_empty(frame, column);
    for (const auto& card : view.reports) draw_card(frame, column, card);
}

void DeskScreen::draw_empty(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    const float pad = frame.room == Room::Narrow ? 20 : 32;
    const float inner = column.width() - 2 * pad;
    const TextStyle title{metrics.text_heading, Weight::SemiBold};
    const auto head = frame.tr(S::DeskEmptyTitle);
    const auto words = frame.tr(surface.touch() ? S::DeskEmptyWordsTouch : S::DeskEmptyWords);
    const float head_height = text_height(surface, head, inner, title);
    const float words_height = text_height(surface, words, inner);
    const bool stacked = inner < 560;
    const float control = metrics.control_height;
    const float buttons = stacked ? 3 * control + 2 * Gap : control;
    const Rect card =
        column.take(2 * pad + 44 + head_height + words_height + buttons + 3 * Gap + 8);
    paint_card(surface, card);
    Column inside(card.inset(pad, pad), Gap);
    const Rect glyph = inside.take(44);
    paint_fill(surface, {glyph.x, glyph.y, 44, 44}, surface.palette().accent_soft, 22);
    paint_icon(surface, {glyph.x + 11, glyph.y + 11, 22, 22}, icon::FileText, Tone::Accent);
    heading(surface, "empty-title", inside.take(head_height), head, 2, title);
    label(surface, "empty-words", inside.take(words_height), words,
          {0, Weight::Regular, Tone::Quiet});
    inside.space(8);

    const auto try_it = frame.tr(S::DeskSampleTry);
    const auto make = frame.tr(S::DeskNewReport);
    const ButtonLook sample{.icon = icon::Sparkles};
    const ButtonLook first{.kind = ButtonKind::Primary, .icon = icon::Plus};
    Line line(inside.take(control), Gap);
    const auto next = [&](float width) { return stacked ? line.rest() : line.left(width); };
    const auto new_line = [&] {
        if (stacked) line = Line(inside.take(control), Gap);
    };
    if (button(surface, "empty-new", next(button_width(surface, make, first)), make, first))
        new_report(frame);
    new_line();
    open_button(frame, "empty-open", next(open_button_width(frame)), false);
    new_line();
    if (button(surface, "empty-sample", next(button_width(surface, try_it, sample)), try_it,
               sample))
        frame.ask(app::OpenSample{SampleReport});
}

void DeskScreen::draw_card(const Frame& frame, Column& column, const ReportCard& card) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    const Scope scope(surface, "report-" + std::to_string(card.id.value));
    const TextStyle title{metrics.text + 1, Weight::SemiBold};
    const TextStyle small{metrics.text_small, Weight::Regular, Tone::Quiet};
    const float inner = column.width() - 2 * CardPad;
    const float corner_width = 2 * metrics.control_height + 4;
    const float title_height = text_height(surface, card.unit, inner - corner_width, title);
    const float line = line_height(surface, small);
    const auto what = card.what(frame);
    const auto done = frame.tr(progress_words(card.counts));
    const auto marks = marks_of(frame, card);
    const auto code = card.code.empty() ? std::string() : frame.tr({S::DeskCardCode, {card.code}});
    float marks_width = 0;
    for (const auto& mark : marks) marks_width += badge_width(surface, mark.words) + MarkGap;
    const bool code_below = !code.empty() && text_width(surface, code, small) + marks_width > inner;
    const float done_height = text_height(surface, done, inner, small);
    const Rect rect =
        column.take(2 * CardPad + title_height + 4 + line + 10 + 10 + 4 + done_height + 10 +
                    badge_height(surface) + (code_below ? line + 6 : 0));

    const auto name = frame.tr({S::DeskCardName, {card.unit, what, done}});
    if (card_button(surface, "open", rect, name, described(marks, code)).pressed)
        frame.ask(app::Go{card.id, {}, false});

    // Over the card: two buttons of its own, then what it says.
    Line corner({rect.x, rect.y + 10, rect.w - 10, metrics.control_height}, 4);
    ButtonLook look{.kind = ButtonKind::Quiet, .icon = icon::Trash, .icon_only = true};
    if (button(surface, "delete", corner.right(metrics.control_height),
               frame.tr({S::DeskDeleteReport, {card.unit, card.period_words(frame)}}), look))
        frame.send(app::ReportCommand{app::DeleteReport{card.id}});
    look.icon = icon::DeviceFloppy;
    look.disabled = card.blank;
    if (button(surface, "save", corner.right(metrics.control_height),
               frame.tr({S::DeskSaveReport, {card.unit, card.period_words(frame)}}), look))
        frame.ask(app::SaveReportFile{card.id});

    Column inside(rect.inset(CardPad, CardPad), 0);
    const Rect head = inside.take(title_height + 4);
    paint_text(surface, {head.x, head.y, head.w - corner_width, head.h}, card.unit, title);
    paint_one_line(surface, inside.take(line), what, {metrics.text_small + 1});
    inside.space(10);
    progress_bar(surface, "progress", inside.take(10), frame.tr(S::EntryProgressName),
                 card.counts.share(), done);
    inside.space(4);
    paint_text(surface, inside.take(done_height), done, small);
    inside.space(10);

    Line foot(inside.take(badge_height(surface)), MarkGap);
    for (const auto& mark : marks)
        paint_badge(surface, foot.left(badge_width(surface, mark.words)), mark.words, mark.tone);
    if (code_below) inside.space(6);
    paint_one_line(surface, code_below ? inside.take(line) : foot.rest(), code, small);
}

}  // namespace ui
