// What screens, keys and the list of commands ask of the shell, done one after the other: errands
// for files and workbooks, undo and redo, places, settings.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <variant>

#include "app/settings.hpp"
#include "ui/shell.hpp"

namespace ui {

using i18n::S;

/// One answer for each request. Without an open workbook there is nothing to save or to name.
struct Shell::Answer {
    Shell& shell;

    void with_work(const auto& doing) const {
        if (shell.work_) doing(*shell.work_);
    }

    void operator()(const app::SaveReportFile& save) const {
        with_work([&](app::Workbook& work) {
            shell.errands_.save_report(work, shell.here_, save.report, shell.surface_.touch());
        });
    }
    void operator()(const app::SaveWorkbookFile&) const {
        with_work([&](app::Workbook& work) { shell.errands_.save_workbook(work, shell.here_); });
    }
    void operator()(const app::FilesSeen&) const {
        with_work([&](app::Workbook& work) { shell.errands_.seen(work, shell.here_); });
        shell.surface_.redraw();
    }
    void operator()(const app::OpenSample& sample) const {
        shell.errands_.open_sample(shell.here_, sample.name);
    }
    void operator()(const app::ResetSample& sample) const {
        shell.errands_.reset_sample(sample.name);
    }
    void operator()(const app::OpenWorkbook& wanted) const {
        shell.errands_.open_workbook(shell.here_, wanted);
    }
    void operator()(const app::RenameWorkbook& named) const {
        with_work([&](app::Workbook& work) {
            shell.errands_.rename_workbook(work, shell.here_, named.title);
        });
        if (shell.work_) shell.here_.workbook.title = workbook_title(*shell.work_, shell.lang_);
    }
    void operator()(const app::NewWorkbook& wanted) const {
        shell.errands_.new_workbook(wanted, shell.clock_.now_ms());
    }
    void operator()(const app::DeleteWorkbook& gone) const {
        shell.errands_.delete_workbook(gone.id);
    }
    void operator()(const app::ReloadPage&) const { shell.errands_.reload(); }
    void operator()(const app::Undo&) const { shell.play(false); }
    void operator()(const app::Redo&) const { shell.play(true); }
    void operator()(const app::Go& go) const {
        shell.place_ = {go.report, go.row, go.grid};
        shell.wanted_ = {};
        shell.surface_.redraw();
    }
    void operator()(const app::ChooseLanguage& chosen) const {
        shell.set(app::Language, chosen.lang);
    }
    void operator()(const app::ChangeTextSize& change) const {
        shell.change_text_size(change.steps);
    }
    void operator()(const app::ChooseTheme& chosen) const { shell.set(app::Theme, chosen.theme); }
};

void Shell::answer(const app::Request& request) {
    std::visit(Answer{*this}, request);
}

void Shell::set(std::string_view key, const std::string& value) {
    if (!work_) return;
    const auto done = work_->run(app::SettingCommand{app::SetSetting{std::string(key), value}});
    if (!done) notices_.add(surface_, {done.error().why, NoticeKind::Bad, std::nullopt, false});
    apply_settings();
    surface_.redraw();
}

void Shell::change_text_size(int steps) {
    const int shown = static_cast<int>(shown_text_size());
    const int wanted = std::clamp(shown + steps, 0, static_cast<int>(largest_text_size()));
    if (wanted == shown) return;
    set(app::TextSize, std::to_string(TextSizes[wanted]));
    const auto percent = std::lround(100 * surface_.enlarged());
    surface_.announce(i18n::say(lang_, {S::TextSizeIs, {std::to_string(percent)}}));
}

std::size_t Shell::largest_text_size() const {
    constexpr float LeastSeen = 1.05F;  // what grows by less looks the same
    std::size_t at = 0;
    const float largest = 100 * surface_.largest();
    while (at + 1 < std::size(TextSizes) && LeastSeen * static_cast<float>(TextSizes[at]) < largest)
        ++at;
    return at;
}

std::size_t Shell::shown_text_size() const {
    return std::min(text_size_, largest_text_size());
}

void Shell::play(bool forwards) {
    if (!work_) return;
    const auto done = forwards ? work_->redo() : work_->undo();
    surface_.redraw();
    if (!done) return;
    if (!*done) {
        notices_.add(surface_, {done->error().why, NoticeKind::Caution, std::nullopt, false});
        return;
    }
    // The report one looks at may be what was taken back.
    if (place_.report.value != 0 && !entry_.read(frame(), place_.report)) place_ = {};
    const app::Step& step = **done;
    const auto what = i18n::say(lang_, step.what);
    notices_.add(surface_, {{forwards ? S::Redone : S::Undone, {what}},
                            NoticeKind::Info,
                            forwards ? NoticeAct::Undo : NoticeAct::Redo,
                            true});
    // Where it happened is shown, if one is in that report.
    if (step.report == place_.report && !step.row.empty()) place_.row = step.row;
}

}  // namespace ui
