#include "ui/deeds.hpp"

#include <algorithm>
#include <vector>

#include "store/reports.hpp"
#include "ui/desk_side.hpp"
#include "ui/header.hpp"

namespace ui {

using i18n::S;

namespace {

Chord chord_of(std::string_view keys) {
    Chord chord;
    const auto take = [&](std::string_view modifier) {
        const bool held = keys.starts_with(modifier);
        if (held) keys.remove_prefix(modifier.size());
        return held;
    };
    chord.ctrl = take("Ctrl+");
    chord.alt = take("Alt+");
    chord.shift = take("Shift+");
    chord.key = keys;
    return chord;
}

}  // namespace

std::vector<Deed> deeds(const Frame& frame, const EntryPlace& place) {
    const bool in_report = place.report.value != 0;
    // From the desk form and table are those of the report that was changed last.
    const auto reports =
        in_report ? std::vector<store::ReportRow>() : store::list_reports(frame.work.db());
    const auto report = reports.empty() ? place.report : reports.front().id;
    const bool any = report.value != 0;
    std::vector<Deed> all;
    all.push_back({"find", {S::FinderTitle, {}}, "Ctrl+K", ShellDeed::Find});
    all.push_back({"save", {S::KeysSave, {}}, "Ctrl+S", save_request(place.report)});
    all.push_back({"save-all", {S::DeskSaveWorkbook, {}}, "", app::SaveWorkbookFile{}, in_report});
    all.push_back({"open", {S::KeysOpen, {}}, "Ctrl+O", OpenGesture{"", true}});
    all.push_back(
        {"undo", {S::KeysUndo, {}}, "Ctrl+Z", app::Undo{}, frame.work.undoable().has_value()});
    all.push_back({"redo",
                   {S::KeysRedo, {}},
                   "Ctrl+Y Ctrl+Shift+Z",
                   app::Redo{},
                   frame.work.redoable().has_value()});
    all.push_back({"new-report", {S::DeskNewReport, {}}, "", ShellDeed::NewReport});
    all.push_back({"new-workbook",
                   {S::DeskNewWorkbook, {}},
                   "",
                   app::NewWorkbook{frame.tr(S::DeskNewWorkbookName)}});
    all.push_back({"name", {S::PersonTell, {}}, "", ShellDeed::TellName});
    all.push_back({"desk", {S::KeysDesk, {}}, "Alt+1", app::Go{}});
    all.push_back({"form", {S::KeysForm, {}}, "Alt+2", app::Go{report, place.row, false}, any});
    all.push_back({"table", {S::KeysTable, {}}, "Alt+3", app::Go{report, place.row, true}, any});
    all.push_back({"keys", {S::KeysHelp, {}}, "F1 ?", ShellDeed::ShowKeys});
    all.push_back({"larger", {S::TextLarger, {}}, "", app::ChangeTextSize{1}, frame.text_grows});
    all.push_back(
        {"smaller", {S::TextSmaller, {}}, "", app::ChangeTextSize{-1}, frame.text_shrinks});
    const auto looks = [&](std::string_view id, S title) {
        all.push_back(
            {id, {S::HeaderThemeIs, {frame.tr(title)}}, "", app::ChooseTheme{std::string(id)}});
    };
    looks("light", S::ThemeLight);
    looks("dark", S::ThemeDark);
    looks("auto", S::ThemeAuto);
    const bool vietnamese = frame.lang == i18n::Lang::Vi;
    all.push_back({"language",
                   {vietnamese ? S::LanguageEn : S::LanguageVi, {}},
                   "",
                   app::ChooseLanguage{vietnamese ? "en" : "vi"}});
    all.push_back({"sample",
                   {S::DeskSampleTry, {}},
                   "",
                   app::OpenSample{SampleReport},
                   !frame.here.sample()});
    return all;
}

std::string_view shown_keys(std::string_view keys) {
    return keys.substr(0, keys.find(' '));
}

bool presses(const Chord& chord, std::string_view keys) {
    while (!keys.empty()) {
        const auto first = shown_keys(keys);
        Chord wanted = chord_of(first);
        // On some keyboards a question mark is typed with Shift, on others without.
        if (wanted.key == "?") wanted.shift = chord.shift;
        if (chord == wanted) return true;
        keys.remove_prefix(std::min(first.size() + 1, keys.size()));
    }
    return false;
}

}  // namespace ui
