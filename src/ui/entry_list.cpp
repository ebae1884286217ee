#include "ui/entry_list.hpp"

#include <array>

#include "ui/cell_text.hpp"
#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/list_row.hpp"
#include "ui/one_line.hpp"
#include "ui/row_badge.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Gap = 8;
constexpr float NumberWidth = 22;

struct KindChip {
    RowKind kind;
    std::string_view id;
    S title;
};
constexpr std::array Kinds{
    KindChip{RowKind::All, "all", S::EntryFilterAll},
    KindChip{RowKind::NotEntered, "not_entered", S::EntryFilterNotEntered},
    KindChip{RowKind::Content, "content", S::EntryFilterContent},
    KindChip{RowKind::Dash, "dash", S::EntryFilterDash},
};

int count_of(const Sheet& sheet, RowKind kind) {
    int count = 0;
    for (const auto& row : sheet.rows.rows)
        if (matches(row, {kind, {}})) ++count;
    return count;
}

/// The kinds with their counts; the titles live as long as this.
struct KindOptions {
    std::array<std::string, Kinds.size()> titles;
    std::array<Option, Kinds.size()> options;
    std::string_view chosen;

    KindOptions(const Frame& frame, const Sheet& sheet, const RowFilter& filter) {
        for (std::size_t i = 0; i < Kinds.size(); ++i) {
            const auto count = std::to_string(count_of(sheet, Kinds[i].kind));
            titles[i] = frame.tr({Kinds[i].title, {count}});
            options[i] = {Kinds[i].id, titles[i]};
            if (Kinds[i].kind == filter.kind) chosen = Kinds[i].id;
        }
    }
};

void choose_kind(RowFilter& filter, const std::optional<std::string>& id) {
    for (const auto& kind : Kinds)
        if (id && kind.id == *id) filter.kind = kind.kind;
}

void draw_search(const Frame& frame, Rect rect, RowFilter& filter) {
    FieldLook look;
    const auto placeholder = frame.tr(S::EntrySearch);
    look.placeholder = placeholder;
    const auto typed = text_field(frame.surface, "search", rect, placeholder, filter.words, look);
    if (typed.typed) filter.words = *typed.typed;
    if (typed.ended == TextEvent::Reason::Escape) filter.words.clear();
}

/// Left to right: number, short title, the links of a shared entry, badge.
void paint_row(const Frame& frame, Rect rect, const RowView& row, bool current) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    const auto badge = badge_of(row.status);
    const auto letters = frame.tr(badge.letters);
    const Weight weight = current ? Weight::SemiBold : Weight::Regular;

    Line line(rect.inset(metrics.pad_x, 0), Gap);
    const Rect number = line.left(NumberWidth);
    const Rect mark = line.right(badge_width(surface, letters));
    const float badge_height = metrics.text_small * 1.7f;
    paint_badge(surface, centered(mark, mark.w, badge_height), letters, badge.tone);
    if (!row.shared.empty())
        paint_icon(surface, centered(line.right(14), 14, 14), icon::Link, Tone::Quiet);
    paint_one_line(surface, number, std::to_string(row.number),
                   {metrics.text_small, weight, Tone::Quiet});
    paint_one_line(surface, line.rest(), row.short_title, {0, weight});
}

}  // namespace

float draw_row_filter(const Frame& frame, Rect area, const Sheet& sheet, RowFilter& filter) {
    const float control = frame.surface.metrics().control_height;
    Column column(area, Gap);
    draw_search(frame, column.take(control), filter);
    const KindOptions kinds(frame, sheet, filter);
    choose_kind(filter, select(frame.surface, "kind", column.take(control),
                               frame.tr(S::EntryFilterName), kinds.options, kinds.chosen));
    return column.filled(area.y);
}

void draw_row_filter_line(const Frame& frame, Rect line, const Sheet& sheet, RowFilter& filter) {
    constexpr float SearchWidth = 220;
    const Rect search{line.right() - SearchWidth, line.y, SearchWidth, line.h};
    const KindOptions kinds(frame, sheet, filter);
    const auto name = frame.tr(S::EntryFilterName);
    const float room = line.w - SearchWidth - Gap;
    constexpr float Unbroken = 1e6f;
    const bool fit = chips_height(frame.surface, kinds.options, room) <=
                     chips_height(frame.surface, kinds.options, Unbroken);
    if (fit) {
        const Rect chips{line.x, line.y + 2, room, line.h};
        choose_kind(filter, choice_chips(frame.surface, "kind", chips, name, kinds.options,
                                         kinds.chosen, false)
                                .chosen);
    } else {
        constexpr float SelectWidth = 260;
        const Rect list{line.x, line.y, std::min(SelectWidth, room), line.h};
        choose_kind(filter, select(frame.surface, "kind", list, name, kinds.options, kinds.chosen));
    }
    draw_search(frame, search, filter);
}

void draw_no_rows(const Frame& frame, Rect area, RowFilter& filter) {
    auto& surface = frame.surface;
    const auto sentence = frame.tr(S::EntryNoRows);
    Column column(area.inset(16, 16), 12);
    column.skip(
        label(surface, "no-rows", column.here(), sentence, {0, Weight::Regular, Tone::Quiet}));
    const auto lift = frame.tr(S::EntryLiftFilter);
    const Rect row = column.take(surface.metrics().control_height);
    if (button(surface, "lift", {row.x, row.y, button_width(surface, lift), row.h}, lift))
        filter = {};
}

std::optional<model::RowId> EntryList::draw(const Frame& frame, Rect area, const Sheet& sheet,
                                            RowFilter& filter, RowMenu& menu,
                                            const model::RowId& current) {
    const Scope scope(frame.surface, "list");
    const Container pane(frame.surface, "pane", area, Role::Navigation, frame.tr(S::EntryListName));
    const Rect head{area.x + 12, area.y + 12, area.w - 24, 0};
    const float used = draw_row_filter(frame, head, sheet, filter) + 24;
    paint_line(frame.surface, area.x, area.y + used, area.right(), area.y + used);
    return draw_rows(frame, {area.x, area.y + used, area.w, area.h - used}, sheet, filter, menu,
                     current);
}

std::optional<model::RowId> EntryList::draw_rows(const Frame& frame, Rect area, const Sheet& sheet,
                                                 RowFilter& filter, RowMenu& menu,
                                                 const model::RowId& current) {
    auto& surface = frame.surface;
    const float row_height = surface.metrics().row_height;
    const TextStyle group_style{surface.metrics().text_small, Weight::SemiBold, Tone::Quiet};
    ScrollArea scroll(surface, "rows", area, Role::Group, frame.tr(S::EntryListName));
    Column column(scroll.content(), 0);
    const float top = column.y();
    column.space(6);

    std::optional<model::RowId> pressed;
    const std::string* group = nullptr;
    bool any = false;
    for (const auto& row : sheet.rows.rows) {
        if (!matches(row, filter)) continue;
        any = true;
        const float before = column.y();
        if (!group || *group != row.group) {
            group = &row.group;
            const auto* titled = sheet.catalogue->group(row.group);
            const auto title =
                titled ? frame.tr({S::EntryGroup, {titled->label, titled->title}}) : row.group;
            const Rect inner = column.here().inset(surface.metrics().pad_x, 0);
            column.space(8);
            column.space(heading(surface, "group-" + row.group, {inner.x, column.y(), inner.w, 0},
                                 title, 3, group_style) +
                         4);
        }
        const Rect rect = column.take(row_height);
        const bool is_current = row.row == current;
        const auto name = frame.tr(
            {S::EntryRowName,
             {std::to_string(row.number), row.short_title, frame.tr(badge_of(row.status).word)}});
        const auto shared =
            row.shared.empty()
                ? std::string()
                : frame.tr({S::EntryShared, {row_numbers(row.shared, *sheet.catalogue)}});
        if (list_row(surface, row.row.value, rect.inset(6, 1), name, is_current, shared))
            pressed = row.row;
        menu.offer(surface, row.row.value, row.row);
        paint_row(frame, rect.inset(6, 0), row, is_current);
        if (is_current && (revealed_ != current || found_by_ != filter)) {
            // The first model of a group comes with the group's heading.
            scroll.reveal({rect.x, before, rect.w, rect.bottom() - before});
            revealed_ = current;
            found_by_ = filter;
        }
    }
    if (!any) {
        draw_no_rows(frame, {area.x, column.y(), area.w, 0}, filter);
        column.space(120);
    }
    scroll.set_content_height(column.y() - top + 12);
    return pressed;
}

}  // namespace ui
