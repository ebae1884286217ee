#include "ui/person_dialog.hpp"

#include "app/settings.hpp"
#include "store/settings.hpp"
#include "text/entered.hpp"
#include "text/fold.hpp"
#include "ui/flow.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

void draw_field(const Frame& frame, Column& column, std::string_view id, S title,
                std::string& words) {
    auto& surface = frame.surface;
    const auto name = frame.tr(title);
    const TextStyle style{0, Weight::SemiBold};
    const float height = line_height(surface, style);
    caption(surface, id, {column.here().x, column.y(), column.width(), height}, name, style);
    column.space(height + 6);
    const auto typed =
        text_field(surface, id, column.take(surface.metrics().control_height), name, words);
    if (typed.typed) words = *typed.typed;
}

void keep(const Frame& frame, std::string_view key, const std::string& words) {
    frame.send(app::SettingCommand{
        app::SetSetting{std::string(key), text::trimmed(text::entered(words))}});
}

}  // namespace

void PersonDialog::open(const app::Workbook& work) {
    open_ = true;
    name_ = store::setting(work.db(), app::PersonName);
    unit_ = store::setting(work.db(), app::PersonUnit);
}

void PersonDialog::draw(const Frame& frame) {
    if (!open_) return;
    auto& surface = frame.surface;
    const Dialog dialog(surface, "person", frame.tr(S::PersonTitle), 520, 420);
    Column column(dialog.body(), 16);
    draw_field(frame, column, "name", S::PersonNameLabel, name_);
    draw_field(frame, column, "unit", S::PersonUnitLabel, unit_);
    column.skip(label(surface, "why", column.here(), frame.tr(S::PersonWhy),
                      {surface.metrics().text_small, Weight::Regular, Tone::Quiet}));
    const auto answer = foot_buttons(surface, dialog,
                                     {"keep", frame.tr(S::PersonDo), {.kind = ButtonKind::Primary}},
                                     {"later", frame.tr(S::PersonLater)});
    if (answer == Answer::Agree) {
        keep(frame, app::PersonName, name_);
        keep(frame, app::PersonUnit, unit_);
    }
    if (answer != Answer::None) open_ = false;
}

}  // namespace ui
