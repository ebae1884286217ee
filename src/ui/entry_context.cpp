#include "ui/entry_context.hpp"

#include "ui/cell_text.hpp"
#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/row_badge.hpp"
#include "ui/save_words.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Margin = 20;
constexpr float SectionGap = 22;

void draw_section(const Frame& frame, Column& column, std::string_view id, S title) {
    const TextStyle style{frame.surface.metrics().text_small, Weight::SemiBold, Tone::Quiet};
    column.skip(heading(frame.surface, id, column.here(), frame.tr(title), 2, style));
}

void draw_words(const Frame& frame, Column& column, std::string_view id, const std::string& words,
                TextStyle style = {}) {
    column.skip(label(frame.surface, id, column.here(), words, style));
}

/// The fields as links that lead to them.
std::optional<model::FieldId> draw_fields(const Frame& frame, Column& column, const Sheet& sheet,
                                          std::string_view id, S title,
                                          const std::vector<model::FieldId>& fields) {
    std::optional<model::FieldId> chosen;
    if (fields.empty()) return chosen;
    auto& surface = frame.surface;
    const Scope scope(surface, id);
    draw_words(frame, column, "title", frame.tr(title), {0, Weight::Regular, Tone::Quiet});
    for (const auto& field_id : fields) {
        const auto* field = sheet.form->field(field_id);
        const float height = surface.touch() ? surface.metrics().control_height
                                             : surface.metrics().text * surface.metrics().line;
        const Rect row = column.take(height);
        if (field && link(surface, field_id.value, row, field_title(*field, frame.lang)))
            chosen = field_id;
    }
    return chosen;
}

std::optional<model::FieldId> draw_status(const Frame& frame, Column& column, const Sheet& sheet,
                                          const RowView& view) {
    auto& surface = frame.surface;
    draw_section(frame, column, "status-title", S::ContextStatus);
    const auto badge = badge_of(view.status);
    const auto word = frame.tr(badge.word);
    const Rect line = column.take(badge_height(surface));
    ui::badge(surface, "status", {line.x, line.y, badge_width(surface, word), line.h}, word,
              badge.tone);
    const auto owed = draw_fields(frame, column, sheet, "missing", S::ContextMissing, view.missing);
    const auto more = draw_fields(frame, column, sheet, "unsaid", S::ContextUnsaid, view.unsaid);
    return owed ? owed : more;
}

void draw_history(const Frame& frame, Column& column, const RowFacts& facts) {
    draw_section(frame, column, "history-title", S::ContextLastChange);
    if (!facts.changed_at) {
        draw_words(frame, column, "history", frame.tr(S::ContextNeverChanged),
                   {0, Weight::Regular, Tone::Quiet});
        return;
    }
    const auto when = moment_words(*facts.changed_at, frame.now_ms);
    const auto words = facts.changed_by.empty()
                           ? frame.tr({S::ContextChangedAt, {when}})
                           : frame.tr({S::ContextChangedBy, {facts.changed_by, when}});
    draw_words(frame, column, "history", words);
}

bool draw_sharing(const Frame& frame, Column& column, const Sheet& sheet, const RowView& view) {
    draw_section(frame, column, "share-title", S::ContextShared);
    const auto words =
        view.shared.empty()
            ? frame.tr(S::ContextNotShared)
            : frame.tr({S::ContextSharedWith, {row_numbers(view.shared, *sheet.catalogue)}});
    draw_words(frame, column, "share-words", words,
               {0, Weight::Regular, view.shared.empty() ? Tone::Quiet : Tone::Neutral});
    const auto share = frame.tr(S::EntryShareWith);
    ButtonLook look;
    look.icon = icon::Link;
    look.disabled = view.status == RowStatus::NotEntered;
    const Rect line = column.take(frame.surface.metrics().control_height);
    return button(frame.surface, "share",
                  {line.x, line.y, button_width(frame.surface, share, look), line.h}, share, look);
}

void draw_code(const Frame& frame, Column& column, const RowFacts& facts) {
    auto& surface = frame.surface;
    draw_section(frame, column, "code-title", S::ContextCode);
    if (facts.code.empty()) {
        draw_words(frame, column, "code", frame.tr(S::ContextNoCode),
                   {0, Weight::Regular, Tone::Quiet});
        return;
    }
    const TextStyle style{surface.metrics().text_heading, Weight::SemiBold};
    draw_words(frame, column, "code", facts.code, style);
    draw_words(frame, column, "code-state",
               frame.tr(facts.changed_since_code ? S::ContextCodeOld : S::ContextCodeCurrent),
               {surface.metrics().text_small, Weight::Regular, Tone::Quiet});
}

}  // namespace

ContextWish draw_entry_context(const Frame& frame, Rect area, const Sheet& sheet,
                               const model::RowId& row, const RowFacts& facts) {
    ContextWish wish;
    const auto* view = sheet.rows.find(row);
    if (!view) return wish;
    const Scope scope(frame.surface, "context");
    ScrollArea scroll(frame.surface, "pane", area, Role::Region, frame.tr(S::ContextName));
    const Rect content = scroll.content();
    Column column({content.x + Margin, content.y + Margin, content.w - 2 * Margin, 0}, 8);
    wish.edit = draw_status(frame, column, sheet, *view);
    column.space(SectionGap - 8);
    draw_history(frame, column, facts);
    column.space(SectionGap - 8);
    wish.share = draw_sharing(frame, column, sheet, *view);
    column.space(SectionGap - 8);
    draw_code(frame, column, facts);
    scroll.set_content_height(column.y() + Margin - content.y);
    return wish;
}

}  // namespace ui
