#include "ui/share_dialog.hpp"

#include <algorithm>

#include "ui/flow.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

bool may_share(const Sheet& sheet, const model::RowId& lead, const RowView& row) {
    if (row.status == RowStatus::NotEntered) return true;
    const auto* entry = sheet.entry(lead);
    return entry && std::find(entry->rows.begin(), entry->rows.end(), row.row) != entry->rows.end();
}

void ShareDialog::open(const Sheet& sheet, const model::RowId& lead) {
    const auto* entry = sheet.entry(lead);
    lead_ = entry && !entry->rows.empty() ? entry->rows.front() : lead;
    chosen_.clear();
    if (entry) chosen_.insert(entry->rows.begin(), entry->rows.end());
}

void ShareDialog::draw(const Frame& frame, const Sheet& sheet) {
    if (!is_open()) return;
    auto& surface = frame.surface;
    const auto& rows = sheet.rows.rows;
    const bool any = std::any_of(rows.begin(), rows.end(), [&](const RowView& row) {
        return row.row != lead_ && may_share(sheet, lead_, row);
    });
    const Dialog dialog(surface, "share-dialog", frame.tr(S::ShareTitle), 560, any ? 0 : 260.0F);
    Column column(dialog.body(), 12);
    column.skip(label(surface, "about", column.here(),
                      frame.tr(any ? S::ShareAbout : S::ShareNothing),
                      {0, Weight::Regular, Tone::Quiet}));
    const Rect body = dialog.body();
    if (any) draw_rows(frame, {body.x, column.y(), body.w, body.bottom() - column.y()}, sheet);

    const auto answer = foot_buttons(
        surface, dialog,
        {"share", frame.tr(S::ShareDo), {.kind = ButtonKind::Primary, .disabled = !any}},
        {"cancel", frame.tr(S::Cancel)});
    if (answer == Answer::Agree) send(frame, sheet);
    if (answer != Answer::None) lead_ = {};
}

void ShareDialog::send(const Frame& frame, const Sheet& sheet) const {
    const auto* entry = sheet.entry(lead_);
    app::ShareEntry join{sheet.id, lead_, {}};
    for (const auto& row : sheet.rows.rows) {
        const bool inside = entry && std::find(entry->rows.begin(), entry->rows.end(), row.row) !=
                                         entry->rows.end();
        const bool wanted = row.row == lead_ || chosen_.contains(row.row);
        if (wanted && !inside && row.row != lead_) join.rows.push_back(row.row);
        if (inside && !wanted) frame.send(app::ReportCommand{app::SplitEntry{sheet.id, row.row}});
    }
    if (!join.rows.empty()) frame.send(app::ReportCommand{std::move(join)});
}

void ShareDialog::draw_rows(const Frame& frame, Rect area, const Sheet& sheet) {
    auto& surface = frame.surface;
    ScrollArea scroll(surface, "rows", area, Role::Group, frame.tr(S::ShareTitle));
    const Rect content = scroll.content();
    Column column(content, 0);
    for (const auto& row : sheet.rows.rows) {
        if (row.row == lead_ || !may_share(sheet, lead_, row)) continue;
        const auto title = frame.tr({S::ShareRow, {std::to_string(row.number), row.short_title}});
        const bool in = chosen_.contains(row.row);
        if (!checkbox(surface, row.row.value, column.take(surface.metrics().control_height), title,
                      in))
            continue;
        if (in) {
            chosen_.erase(row.row);
        } else {
            chosen_.insert(row.row);
        }
    }
    scroll.set_content_height(column.y() - content.y);
}

}  // namespace ui
