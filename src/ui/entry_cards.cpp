#include "ui/entry_cards.hpp"

#include <vector>

#include "ui/entry_list.hpp"
#include "ui/flow.hpp"
#include "ui/grid_columns.hpp"
#include "ui/grid_copy.hpp"
#include "ui/grid_paint.hpp"
#include "ui/one_line.hpp"
#include "ui/progress_words.hpp"
#include "ui/row_badge.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Margin = 16;
constexpr float Pad = 12;
constexpr float Gap = 6;

/// The first thing the row says, in two lines at most.
std::string beginning(const Frame& frame, const Sheet& sheet, const RowView& row) {
    for (const auto& field : sheet.form->fields) {
        if (field.type == model::FieldType::Choice) continue;
        if (sheet.cell(row.row, field.id).empty() == model::Empty::Dash) continue;
        auto paint = cell_paint(frame, sheet, row, {&field, 0, 0});
        if (!paint.badge && !paint.text.empty()) return paint.text;
    }
    return {};
}

/// How far the report is; where there is room the bar over the form says it.
void draw_progress(const Frame& frame, Column& column, const Sheet& sheet) {
    auto& surface = frame.surface;
    const auto& counts = sheet.rows.counts;
    const auto words = frame.tr(progress_words(counts));
    const TextStyle small{surface.metrics().text_small, Weight::Regular, Tone::Quiet};
    progress_bar(surface, "progress", {column.here().x, column.y(), column.width(), 8},
                 frame.tr(S::EntryProgressName), counts.share(), words);
    column.space(12);
    column.skip(label(surface, "progress-words", column.here(), words, small));
    if (counts.partial == 0) return;
    const auto partial = frame.tr({S::EntryPartialCount, {std::to_string(counts.partial)}});
    const Rect line = column.take(badge_height(surface));
    badge(surface, "partial", {line.x, line.y, badge_width(surface, partial), line.h}, partial,
          Tone::Caution);
}

TextStyle preview_style() {
    return {0, Weight::Regular, Tone::Quiet, Align::Left, 2};
}

}  // namespace

TableWish EntryCards::draw(const Frame& frame, Rect area, const Sheet& sheet, RowFilter& filter,
                           RowMenu& menu, const model::RowId& current) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    TableWish wish;
    const Scope scope(surface, "cards");
    place_next(surface, {.keys = "Control+C Control+V"});
    ScrollArea scroll(surface, "pane", area, Role::Group, frame.tr(S::EntryListName));
    const Rect content = scroll.content();
    Column column({content.x + Margin, content.y + Margin, content.w - 2 * Margin, 0}, 10);
    draw_progress(frame, column, sheet);
    column.skip(draw_row_filter(frame, column.here(), sheet, filter));
    bool any = false;
    for (const auto& row : sheet.rows.rows) {
        if (!matches(row, filter)) continue;
        any = true;
        const auto text = beginning(frame, sheet, row);
        const TextStyle title_style{0, Weight::SemiBold};
        const float inner = column.width() - 2 * Pad;
        const float head = metrics.text_small * 1.8f;
        const float title = text_height(surface, row.title, inner, title_style);
        const float preview =
            text.empty() ? 0 : Gap + text_height(surface, text, inner, preview_style());
        const Rect card = column.take(2 * Pad + head + Gap + title + preview);
        const auto badge = badge_of(row.status);
        const auto word = frame.tr(badge.word);
        const auto number = std::to_string(row.number);
        const auto name = frame.tr({S::EntryRowName, {number, row.title, word}});
        const auto touched =
            card_button(surface, row.row.value, card, name, text, row.row == current);
        if (touched.pressed) wish.form = row.row;
        if (touched.focused) {
            const auto copied = copy_rows(sheet, {&row}, frame.lang);
            surface.offer_copy(copied.text, copied.html, 1);
        }
        menu.offer(surface, row.row.value, row.row);
        Column inside(card.inset(Pad, Pad), Gap);
        const Rect line = inside.take(head);
        const auto model = frame.tr({S::EntryModelNumber, {number}});
        const TextStyle small_title{metrics.text_small, Weight::SemiBold, Tone::Quiet};
        paint_one_line(surface, line, model, small_title);
        // With large text there is only room for its letters.
        const float room = line.w - text_width(surface, model, small_title) - Gap;
        const auto shown = badge_width(surface, word) <= room ? word : frame.tr(badge.letters);
        const float mark = badge_width(surface, shown);
        paint_badge(surface, {line.right() - mark, line.y, mark, line.h}, shown, badge.tone);
        paint_text(surface, inside.take(title), row.title, title_style);
        if (!text.empty()) paint_text(surface, inside.take(preview - Gap), text, preview_style());
        if (row.row == current && revealed_ != current) {
            scroll.reveal(card);
            revealed_ = current;
        }
    }
    if (!any) {
        draw_no_rows(frame, {content.x, column.y(), content.w, 0}, filter);
        column.space(140);
    }
    scroll.set_content_height(column.y() + Margin - content.y);
    return wish;
}

const RowView* EntryCards::row_of(const Sheet& sheet, std::string_view node) {
    return sheet.rows.find(model::RowId{std::string(node.substr(node.rfind('/') + 1))});
}

}  // namespace ui
