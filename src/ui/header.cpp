#include "ui/header.hpp"

#include <algorithm>
#include <array>

#include "ui/desk_side.hpp"
#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float WideHeight = 56;
constexpr float NarrowHeight = 56;
constexpr float BottomHeight = 60;
constexpr float BarIcon = 22;
constexpr float BarGap = 8;
constexpr float LeastWithIcon = 120;  // of a place in the bar, for its longest words in one line
constexpr float WidthOfAll = 960;  // of the page; below it what is seldom needed stands in a menu
constexpr float LeastWithName = 120;  // of what the mark leaves, with the largest text less
constexpr float Gap = 8;

std::string undo_hint(const Frame& frame, const std::optional<app::Step>& step, S key) {
    return step ? frame.tr({key, {frame.tr(step->what)}}) : std::string();
}

bool has_all(const Frame& frame) {
    return frame.surface.bounds().w >= WidthOfAll;
}

}  // namespace

float Header::height(const Frame& frame) {
    return frame.room == Room::Narrow ? NarrowHeight : WideHeight;
}

float Header::bottom_height(const Frame& frame) {
    if (frame.room != Room::Narrow) return 0;
    return frame.low() ? frame.surface.metrics().control_height : BottomHeight;
}

app::Request save_request(model::ReportId report) {
    if (report.value != 0) return app::SaveReportFile{report};
    return app::SaveWorkbookFile{};
}

bool Header::close_menu() {
    return std::exchange(open_, Menu::None) != Menu::None;
}

std::optional<ShellDeed> Header::draw(const Frame& frame, Rect bar, const HeaderFacts& facts) {
    auto& surface = frame.surface;
    const bool narrow = frame.room == Room::Narrow;
    const float control = surface.metrics().control_height;
    const Scope scope(surface, "header");
    const Container banner(surface, "bar", bar, Role::Banner, frame.tr(S::AppName));
    paint_fill(surface, bar, surface.palette().surface);
    paint_line(surface, bar.x, bar.bottom() - 1, bar.right(), bar.bottom() - 1);

    Line line({bar.x + (narrow ? 8.0f : 16.0f), bar.y + (bar.h - control) / 2,
               bar.w - (narrow ? 16.0f : 32.0f), control},
              Gap);
    const bool home = facts.report.value == 0;
    draw_home(frame, line, home);

    std::optional<ShellDeed> asked;
    if (narrow) {
        menu_button(frame, "more", line.right(control), icon::DotsVertical, S::HeaderMore,
                    Menu::More);
        draw_undo(frame, line.right(control));
    } else {
        asked = draw_tools(frame, line, facts);
    }
    draw_place(frame, line.rest(), facts);
    const auto chosen = draw_menu(frame, facts);
    return chosen ? chosen : asked;
}

void Header::menu_button(const Frame& frame, std::string_view id, Rect rect, const char* glyph,
                         S title, Menu menu) {
    ButtonLook look{
        .kind = ButtonKind::Quiet, .icon = glyph, .icon_only = true, .opens_popup = true};
    look.expanded = open_ == menu;
    if (open_ == menu) anchor_ = rect;
    if (!button(frame.surface, id, rect, frame.tr(title), look)) return;
    open_ = open_ == menu ? Menu::None : menu;
    anchor_ = rect;
}

/// From the right, where there is room for all of them.
std::optional<ShellDeed> Header::draw_tools(const Frame& frame, Line& line,
                                            const HeaderFacts& facts) {
    auto& surface = frame.surface;
    const float control = surface.metrics().control_height;
    const bool home = facts.report.value == 0;
    std::optional<ShellDeed> asked;
    const bool all = has_all(frame);
    if (all) {
        ButtonLook help{
            .kind = ButtonKind::Quiet, .icon = icon::Help, .icon_only = true, .keys = "?"};
        if (button(surface, "help", line.right(control), frame.tr(S::KeysTitle), help))
            asked = ShellDeed::ShowKeys;
        menu_button(frame, "theme", line.right(control), icon::CircleHalf2, S::HeaderTheme,
                    Menu::Theme);
        menu_button(frame, "language", line.right(control), icon::Language, S::HeaderLanguage,
                    Menu::Language);
    } else {
        menu_button(frame, "more", line.right(control), icon::DotsVertical, S::HeaderMore,
                    Menu::More);
    }
    const auto save = frame.tr(S::SaveFile);
    // On the desk the first thing to do is another one.
    ButtonLook look{.kind = home ? ButtonKind::Secondary : ButtonKind::Primary,
                    .icon = icon::DeviceFloppy,
                    .keys = "Control+S"};
    if (button(surface, "save", line.right(button_width(surface, save, look)), save, look))
        frame.ask(save_request(facts.report));
    if (!home) {
        const Rect open = line.right(control);
        ButtonLook opener{.kind = ButtonKind::Quiet,
                          .icon = icon::FolderOpen,
                          .icon_only = true,
                          .keys = "Control+O"};
        opener.gesture = OpenGesture{"", true};
        button(surface, "open", open, frame.tr(S::OpenFiles), opener);
    }
    if (all) {
        const ButtonLook find{.kind = ButtonKind::Quiet,
                              .icon = icon::Search,
                              .icon_only = true,
                              .keys = "Control+K"};
        if (button(surface, "find", line.right(control), frame.tr(S::FinderTitle), find))
            asked = ShellDeed::Find;
        draw_redo(frame, line.right(control));
    }
    draw_undo(frame, line.right(control));
    const float wanted = save_width(frame, facts);
    draw_save(frame, line.right(std::min(wanted, line.rest().w * 0.5f)), facts);
    return asked;
}

/// The mark leads to the desk; on a phone, inside a report, an arrow does.
void Header::draw_home(const Frame& frame, Line& line, bool home) {
    auto& surface = frame.surface;
    const bool narrow = frame.room == Room::Narrow;
    const bool back = narrow && !home;
    const auto name = frame.tr(S::AppName);
    const auto leads_to = frame.tr(S::GoToDesk);
    ButtonLook look{.kind = back ? ButtonKind::Quiet : ButtonKind::Primary,
                    .icon = back ? icon::ArrowLeft : icon::Book,
                    .icon_only = true,
                    .keys = "Alt+1"};
    if (!back) look.hint = leads_to;
    if (button(surface, "home", line.left(surface.metrics().control_height), back ? leads_to : name,
               look))
        frame.ask(app::Go{});
    // Beside a report's name there is room for it only where there is room for everything.
    if (back || line.rest().w < LeastWithName || (!home && !narrow && !has_all(frame))) return;
    const TextStyle style{surface.metrics().text + 2, Weight::SemiBold};
    const Rect place = line.left(text_width(surface, name, style) + 8);
    paint_one_line(surface, place, name, style);
    if (home) return;
    paint_line(surface, place.right(), place.y + 4, place.right(), place.bottom() - 4);
    line.left(4);
}

/// Where one is: the unit, the form, the period.
void Header::draw_place(const Frame& frame, Rect rect, const HeaderFacts& facts) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    if (facts.unit.empty()) {
        if (frame.room == Room::Narrow) draw_save(frame, rect, facts);
        return;
    }
    if (frame.room == Room::Narrow) {
        // A phone has room for one line of each: whose report it is, and whether it is safe.
        const float half = rect.h / 2;
        const Rect unit{rect.x, rect.y - 2, rect.w, half};
        const auto what = frame.tr({S::DeskCardWhat, {facts.form, facts.period}});
        {
            const Container place(surface, "place", unit, Role::Group,
                                  frame.tr({S::HeaderPlace, {facts.unit, what}}));
            caption_line(surface, "unit", unit, facts.unit, {0, Weight::SemiBold});
        }
        return draw_save(frame, {rect.x, rect.y + half, rect.w, half}, facts);
    }
    const auto what = frame.tr({S::DeskCardWhat, {facts.form, facts.period}});
    const TextStyle small{metrics.text_small, Weight::Regular, Tone::Quiet};
    const TextStyle strong{0, Weight::SemiBold};
    const float first = line_height(surface, strong);
    const float second = line_height(surface, small);
    const float top = rect.y + (rect.h - first - second) / 2;
    const Container place(surface, "place", rect, Role::Group,
                          frame.tr({S::HeaderPlace, {facts.unit, what}}));
    caption_line(surface, "unit", {rect.x, top, rect.w, first}, facts.unit, strong);
    caption_line(surface, "what", {rect.x, top + first, rect.w, second}, what, small);
}

namespace {

constexpr float SaveIcon = 16;
constexpr float SaveIndent = 24;
constexpr float LeastSaveWords = 40;

TextStyle small_style(const Surface& surface, Tone tone) {
    return {surface.metrics().text_small, Weight::Regular, tone};
}

}  // namespace

float Header::save_width(const Frame& frame, const HeaderFacts& facts) {
    const auto words = save_words(facts.save, frame.now_ms);
    const auto style = small_style(frame.surface, Tone::Neutral);
    const float machine = text_width(frame.surface, frame.tr(words.machine), style);
    const float file = words.file ? text_width(frame.surface, frame.tr(*words.file), style) : 0;
    return SaveIndent + std::max(machine, file) + 12;
}

/// Two lines where there is room for two; on one the more pressing of the two.
void Header::draw_save(const Frame& frame, Rect rect, const HeaderFacts& facts) {
    auto& surface = frame.surface;
    const auto words = save_words(facts.save, frame.now_ms);
    const bool narrow = frame.room == Room::Narrow;
    const auto machine = frame.tr(narrow ? words.brief : words.machine);
    const auto file = words.file ? frame.tr(*words.file) : std::string();
    const bool behind = facts.save.newer_than_file;
    const auto first = small_style(surface, words.tone == Tone::Good ? Tone::Neutral : words.tone);
    const auto second = small_style(surface, behind ? Tone::Caution : Tone::Quiet);
    const float height = line_height(surface, first);
    const bool both = !file.empty() && rect.h + 4 >= 2 * height;
    const float top = rect.y + (rect.h - (both ? 2.0f : 1.0f) * height) / 2;
    // It changes with every edit; what an act led to is announced for itself.
    const Container status(surface, "saved", rect, Role::Status,
                           file.empty() ? machine : frame.tr({S::HeaderSaved, {machine, file}}),
                           NodeState{.unspoken = true});
    const bool pressing = !both && behind && words.tone == Tone::Good;
    const Tone tone = pressing ? Tone::Caution : words.tone;
    const char* glyph = tone == Tone::Caution ? icon::AlertTriangle
                        : tone == Tone::Good  ? icon::CircleCheck
                                              : icon::Clock;
    paint_icon(surface, {rect.x, top + (height - SaveIcon) / 2, SaveIcon, SaveIcon}, glyph, tone);
    const float left = rect.x + SaveIndent;
    const float width = rect.right() - left;
    if (width < LeastSaveWords) return;  // beside the largest text: the sign alone
    paint_one_line(surface, {left, top, width, height}, pressing ? file : machine,
                   pressing ? second : first);
    if (both) paint_one_line(surface, {left, top + height, width, height}, file, second);
}

void Header::draw_undo(const Frame& frame, Rect rect) {
    const auto step = frame.work.undoable();
    const auto hint = undo_hint(frame, step, S::UndoWhat);
    ButtonLook look{.kind = ButtonKind::Quiet,
                    .icon = icon::ArrowBackUp,
                    .icon_only = true,
                    .disabled = !step,
                    .keys = "Control+Z"};
    look.hint = hint;
    if (button(frame.surface, "undo", rect, frame.tr(S::Undo), look)) frame.ask(app::Undo{});
}

void Header::draw_redo(const Frame& frame, Rect rect) {
    const auto step = frame.work.redoable();
    const auto hint = undo_hint(frame, step, S::RedoWhat);
    ButtonLook look{.kind = ButtonKind::Quiet,
                    .icon = icon::ArrowForwardUp,
                    .icon_only = true,
                    .disabled = !step,
                    .keys = "Control+Y"};
    look.hint = hint;
    if (button(frame.surface, "redo", rect, frame.tr(S::Redo), look)) frame.ask(app::Redo{});
}

std::optional<ShellDeed> Header::draw_menu(const Frame& frame, const HeaderFacts& facts) {
    if (open_ == Menu::None) return std::nullopt;
    const bool more = open_ == Menu::More;
    // Among other things a word such as "Sáng" does not say of what.
    const auto looks = [&](S title) {
        return more ? frame.tr({S::HeaderThemeIs, {frame.tr(title)}}) : frame.tr(title);
    };
    const std::array titles{frame.tr(S::LanguageVi),  frame.tr(S::LanguageEn),
                            looks(S::ThemeAuto),      looks(S::ThemeLight),
                            looks(S::ThemeDark),      frame.tr(S::KeysTitle),
                            frame.tr(S::Redo),        frame.tr(S::TextLarger),
                            frame.tr(S::TextSmaller), frame.tr(S::FinderTitle)};
    std::vector<Option> options;
    const auto choice = [&](std::string_view id, std::string_view title, bool holds) {
        options.push_back({.id = id, .title = title, .holds = holds});
    };
    if (more) options.push_back({"find", titles[9]});
    if (more) options.push_back({"redo", titles[6], !frame.work.redoable()});
    if (open_ != Menu::Theme) {
        choice("vi", titles[0], frame.lang == i18n::Lang::Vi);
        choice("en", titles[1], frame.lang == i18n::Lang::En);
    }
    if (open_ != Menu::Language) {
        choice("auto", titles[2], facts.theme == "auto");
        choice("light", titles[3], facts.theme == "light");
        choice("dark", titles[4], facts.theme == "dark");
        options.push_back({"larger", titles[7], !frame.text_grows});
        options.push_back({"smaller", titles[8], !frame.text_shrinks});
    }
    if (more) options.push_back({"keys", titles[5]});
    const auto name = frame.tr(more                      ? S::HeaderMore
                               : open_ == Menu::Language ? S::HeaderLanguage
                                                         : S::HeaderTheme);
    const auto chosen = menu(frame.surface, "menu", anchor_, name, options);
    if (!chosen) return std::nullopt;
    open_ = Menu::None;
    const auto& id = *chosen;
    if (id == "redo") frame.ask(app::Redo{});
    if (id == "vi" || id == "en") frame.ask(app::ChooseLanguage{id});
    if (id == "larger") frame.ask(app::ChangeTextSize{1});
    if (id == "smaller") frame.ask(app::ChangeTextSize{-1});
    if (id == "auto" || id == "light" || id == "dark") frame.ask(app::ChooseTheme{id});
    if (id == "find") return ShellDeed::Find;
    if (id == "keys") return ShellDeed::ShowKeys;
    return std::nullopt;
}

void Header::draw_bottom(const Frame& frame, Rect bar, const HeaderFacts& facts) {
    auto& surface = frame.surface;
    const Scope scope(surface, "bottom");
    const Container places(surface, "bar", bar, Role::Navigation, frame.tr(S::BottomName));
    paint_fill(surface, bar, surface.palette().surface);
    paint_line(surface, bar.x, bar.y, bar.right(), bar.y);
    const bool home = facts.report.value == 0;
    const float width = bar.w / 4;
    const bool icons = width >= LeastWithIcon;
    const auto item = [&](int at, std::string_view id, const char* glyph, S title, bool current,
                          bool disabled) {
        const Rect rect{bar.x + width * static_cast<float>(at), bar.y, width, bar.h};
        NodeState state;
        state.current = current;
        state.disabled = disabled;
        const auto words = frame.tr(title);
        const auto touched = interact(surface, id, rect, Role::Button, words, state);
        const Tone tone = current ? Tone::Accent : disabled ? Tone::Quiet : Tone::Neutral;
        const TextStyle style{12, current ? Weight::SemiBold : Weight::Regular, tone, Align::Center,
                              1};
        if (frame.low()) {
            // The icon stands beside the words where there is room for both.
            const float beside = icons ? BarIcon + BarGap : 0;
            const float wide = beside + text_width(surface, words, style) + 2;
            if (!icons && wide > rect.w) {  // large text: the icon says more than cut words
                paint_icon(surface, centered(rect, BarIcon, BarIcon), glyph, tone);
                return touched.pressed && !disabled;
            }
            Line line(centered(rect, std::min(wide, rect.w - BarGap), rect.h), BarGap);
            if (icons)
                paint_icon(surface, centered(line.left(BarIcon), BarIcon, BarIcon), glyph, tone);
            paint_one_line(surface, line.rest(), words, style);
        } else {
            paint_icon(surface, {rect.x + (rect.w - BarIcon) / 2, rect.y + 9, BarIcon, BarIcon},
                       glyph, tone);
            paint_text(surface, {rect.x, rect.y + 34, rect.w, 20}, words, style);
        }
        return touched.pressed && !disabled;
    };
    if (item(0, "desk", icon::Home, S::DeskTitle, home, false)) frame.ask(app::Go{});
    if (item(1, "list", icon::List, S::EntryAsList, !home && facts.grid, home))
        frame.ask(app::Go{facts.report, facts.row, true});
    if (item(2, "form", icon::Edit, S::BottomEnter, !home && !facts.grid, home))
        frame.ask(app::Go{facts.report, facts.row, false});
    if (item(3, "save", icon::DeviceFloppy, S::BottomSave, false, false))
        frame.ask(save_request(facts.report));
}

}  // namespace ui
