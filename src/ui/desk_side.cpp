#include "ui/desk_side.hpp"

#include <algorithm>
#include <optional>

#include "app/settings.hpp"
#include "store/settings.hpp"
#include "text/fold.hpp"
#include "ui/errands.hpp"
#include "ui/icons.gen.hpp"
#include "ui/list_row.hpp"
#include "ui/one_line.hpp"
#include "ui/save_words.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Pad = 16;
constexpr float Gap = 8;

/// A card with a title; who draws it says how tall its content is.
class Section {
public:
    Section(const Frame& frame, Column& column, std::string_view id, S title, float inner_height)
        : rect_(column.take(inner_height + 2 * Pad + heading_height(frame) + Gap)) {
        paint_card(frame.surface, rect_);
        heading(frame.surface, id, rect_.inset(Pad, Pad), frame.tr(title), 2, heading_style(frame));
        inside_.emplace(
            Rect{rect_.x + Pad, rect_.y + Pad + heading_height(frame) + Gap, rect_.w - 2 * Pad, 0},
            Gap);
    }
    Column& column() { return *inside_; }

    static float inner_width(const Column& column) { return column.width() - 2 * Pad; }

private:
    static TextStyle heading_style(const Frame& frame) {
        return {frame.surface.metrics().text + 1, Weight::SemiBold};
    }
    static float heading_height(const Frame& frame) {
        return line_height(frame.surface, heading_style(frame));
    }

    Rect rect_;
    std::optional<Column> inside_;
};

TextStyle quiet(const Frame& frame) {
    return {frame.surface.metrics().text_small, Weight::Regular, Tone::Quiet};
}

void draw_open(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    const auto words = frame.tr(frame.surface.touch() ? S::DeskOpenWordsTouch : S::DeskOpenWords);
    const float text = text_height(surface, words, Section::inner_width(column), quiet(frame));
    const float control = surface.metrics().control_height;
    Section section(frame, column, "open-title", S::DeskOpenTitle, text + Gap + control);
    label(surface, "open-words", section.column().take(text), words, quiet(frame));
    const Rect line = section.column().take(control);
    open_button(frame, "open", {line.x, line.y, open_button_width(frame), line.h}, false);
}

void draw_sample(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    const auto words = frame.tr(frame.here.sample() ? S::DeskSampleIsOpen : S::DeskSampleWords);
    const float text = text_height(surface, words, Section::inner_width(column), quiet(frame));
    const float control = surface.metrics().control_height;
    Section section(frame, column, "sample-title", S::DeskSampleTitle, text + Gap + control);
    label(surface, "sample-words", section.column().take(text), words, quiet(frame));
    const Rect line = section.column().take(control);
    const auto act = frame.tr(frame.here.sample() ? S::DeskSampleAgain : S::DeskSampleTry);
    ButtonLook look;
    look.icon = frame.here.sample() ? icon::Refresh : icon::Sparkles;
    const float width = std::min(button_width(surface, act, look), line.w);
    if (!button(surface, "sample", {line.x, line.y, width, line.h}, act, look)) return;
    if (frame.here.sample()) {
        frame.ask(app::ResetSample{SampleReport});
    } else {
        frame.ask(app::OpenSample{SampleReport});
    }
}

}  // namespace

void open_button(const Frame& frame, std::string_view id, Rect rect, bool primary) {
    ButtonLook look;
    look.kind = primary ? ButtonKind::Primary : ButtonKind::Secondary;
    look.icon = icon::FolderOpen;
    look.keys = "Control+O";
    look.gesture = OpenGesture{"", true};
    button(frame.surface, id, rect, frame.tr(S::OpenFiles), look);
}

float open_button_width(const Frame& frame) {
    ButtonLook look;
    look.icon = icon::FolderOpen;
    return button_width(frame.surface, frame.tr(S::OpenFiles), look);
}

void DeskSide::draw(const Frame& frame, Column& column, const DeskView& view) {
    const Scope scope(frame.surface, "side");
    draw_open(frame, column);
    draw_safety(frame, column, view);
    draw_workbooks(frame, column);
    draw_person(frame, column);
    draw_sample(frame, column);
}

void DeskSide::draw_safety(const Frame& frame, Column& column, const DeskView& view) {
    auto& surface = frame.surface;
    const float width = Section::inner_width(column);
    const auto promise = frame.tr(S::DeskSafetyWords);
    const auto words = save_words(
        {frame.here.storage, frame.work.saved_at(), last_file(view), newer_than_files(view)},
        frame.now_ms);
    const float line = line_height(surface, {});
    const float promise_height = text_height(surface, promise, width, quiet(frame));
    const float control = surface.metrics().control_height;
    Section section(frame, column, "safety-title", S::DeskSafetyTitle,
                    promise_height + (words.file ? 2.0f : 1.0f) * (line + Gap) + control + Gap);
    auto& inside = section.column();
    label(surface, "promise", inside.take(promise_height), promise, quiet(frame));
    const auto draw = [&](std::string_view id, const char* glyph, const i18n::Message& what,
                          Tone tone) {
        const Rect row = inside.take(line);
        paint_icon(surface, {row.x, row.y + (row.h - 18) / 2, 18, 18}, glyph, tone);
        label(surface, id, {row.x + 26, row.y, row.w - 26, row.h}, frame.tr(what),
              {0, Weight::Regular, Tone::Neutral, Align::Left, 1});
    };
    const bool behind = newer_than_files(view);
    draw("on-machine", icon::DeviceDesktop, words.machine, words.tone);
    if (words.file)
        draw("in-file", icon::FileText, *words.file, behind ? Tone::Caution : Tone::Good);
    const Rect row = inside.take(control);
    const auto save = frame.tr(S::DeskSaveWorkbook);
    ButtonLook look;
    look.icon = icon::DeviceFloppy;
    look.disabled = view.reports.empty();
    if (button(surface, "save-workbook", {row.x, row.y, button_width(surface, save, look), row.h},
               save, look))
        frame.ask(app::SaveWorkbookFile{});
}

void DeskSide::draw_workbooks(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    const float control = surface.metrics().control_height;
    const float row = surface.metrics().row_height;
    const float rows = static_cast<float>(frame.here.others.size());
    const float name = frame.here.sample() ? 0 : control + Gap;
    Section section(frame, column, "workbooks-title", S::DeskWorkbooksTitle,
                    name + rows * (row + 2) + control);
    auto& inside = section.column();
    if (!frame.here.sample()) draw_name(frame, inside.take(control));
    for (const auto& other : frame.here.others) {
        draw_other(frame, inside.take(row), other);
        inside.space(2 - Gap);
    }
    const auto make = frame.tr(S::DeskNewWorkbook);
    ButtonLook look;
    look.kind = ButtonKind::Quiet;
    look.icon = icon::Plus;
    const Rect line = inside.take(control);
    // Its sign stands under those of the workbooks above.
    if (button(surface, "new-workbook",
               {line.x - 6, line.y, button_width(surface, make, look), line.h}, make, look))
        frame.ask(app::NewWorkbook{frame.tr(S::DeskNewWorkbookName)});
}

/// Who stands beside the changes made here.
void DeskSide::draw_person(const Frame& frame, Column& column) {
    auto& surface = frame.surface;
    const auto name = store::setting(frame.work.db(), app::PersonName);
    const auto unit = store::setting(frame.work.db(), app::PersonUnit);
    const auto words = name.empty()   ? frame.tr(S::DeskPersonNone)
                       : unit.empty() ? name
                                      : frame.tr({S::DeskPersonOf, {name, unit}});
    const TextStyle style = name.empty() ? quiet(frame) : TextStyle{};
    const float text = text_height(surface, words, Section::inner_width(column), style);
    const float control = surface.metrics().control_height;
    Section section(frame, column, "person-title", S::DeskPersonTitle, text + Gap + control);
    label(surface, "person-words", section.column().take(text), words, style);
    const Rect line = section.column().take(control);
    const auto tell = frame.tr(S::PersonTell);
    const ButtonLook look{.icon = icon::User};
    if (button(surface, "person", {line.x, line.y, button_width(surface, tell, look), line.h}, tell,
               look))
        person_.open(frame.work);
}

void DeskSide::draw_name(const Frame& frame, Rect line) {
    const auto title = frame.tr(S::DeskWorkbookName);
    const auto typed =
        text_field(frame.surface, "workbook-name", line, title, frame.here.workbook.title);
    if (typed.typed) name_ = text::trimmed(*typed.typed);
    if (!typed.ended) return;
    const bool renamed = !name_.empty() && name_ != frame.here.workbook.title;
    if (renamed && typed.ended != TextEvent::Reason::Escape) frame.ask(app::RenameWorkbook{name_});
    name_.clear();
}

void DeskSide::draw_other(const Frame& frame, Rect line, const WorkbookName& other) {
    auto& surface = frame.surface;
    const Scope scope(surface, other.id);
    const float side = line.h;
    const auto title = shown_title(other, frame.lang);
    const Rect open{line.x, line.y, line.w - side - 4, line.h};
    if (list_row(surface, "open", open, frame.tr({S::DeskOpenWorkbook, {title}}), false))
        frame.ask(app::OpenWorkbook{other.id});
    paint_icon(surface, centered({open.x, open.y, 34, open.h}, 18, 18), icon::Book, Tone::Quiet);
    paint_one_line(surface, {open.x + 34, open.y, open.w - 40, open.h}, title);
    ButtonLook look;
    look.kind = ButtonKind::Quiet;
    look.icon = icon::Trash;
    look.icon_only = true;
    if (button(surface, "delete", {line.right() - side, line.y, side, side},
               frame.tr({S::DeskDeleteWorkbook, {title}}), look))
        to_delete_ = {other.id, title};
}

/// The one question the program asks before it does something: a workbook that is gone stays gone.
void DeskSide::draw_dialogs(const Frame& frame) {
    person_.draw(frame);
    if (to_delete_.id.empty()) return;
    auto& surface = frame.surface;
    const Dialog dialog(surface, "delete-workbook", frame.tr(S::DeskDeleteTitle), 480, 260);
    label(surface, "why", dialog.body(), frame.tr({S::DeskDeleteWhy, {to_delete_.title}}));
    const auto answer = foot_buttons(
        surface, dialog,
        {"delete", frame.tr(S::DeskDeleteDo), {.kind = ButtonKind::Danger, .icon = icon::Trash}},
        {"cancel", frame.tr(S::Cancel)});
    if (answer == Answer::Agree) frame.ask(app::DeleteWorkbook{to_delete_.id});
    if (answer != Answer::None) to_delete_ = {};
}

}  // namespace ui
