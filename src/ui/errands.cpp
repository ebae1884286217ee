#include "ui/errands.hpp"

#include <algorithm>
#include <utility>

#include "app/settings.hpp"
#include "base/id.hpp"
#include "bundle/reading.hpp"
#include "json/parse.hpp"
#include "store/reports.hpp"
#include "store/settings.hpp"

namespace ui {

using i18n::S;

namespace {

// The first eight digits of a UUIDv7 are its time; these come after and are random.
constexpr std::size_t RandomFrom = 24;

std::string new_folder(base::Millis now) {
    return "so-" + base::uuid7(now).substr(RandomFrom);
}

/// The workbook to go back to from the sample: the first other one.
const WorkbookName* first_own(const Situation& here) {
    const auto found =
        std::find_if(here.others.begin(), here.others.end(),
                     [](const WorkbookName& other) { return other.id != SampleWorkbook; });
    return found != here.others.end() ? &*found : nullptr;
}

}  // namespace

std::string workbook_title(const app::Workbook& work, i18n::Lang lang) {
    auto title = store::setting(work.db(), app::WorkbookTitle);
    return title.empty() ? std::string(i18n::text(lang, S::DeskDefaultWorkbook)) : title;
}

std::string shown_title(const WorkbookName& workbook, i18n::Lang lang) {
    const auto tr = [&](S key) { return std::string(i18n::text(lang, key)); };
    if (workbook.id == SampleWorkbook) return tr(S::DeskSampleName);
    if (!workbook.title.empty()) return workbook.title;
    return tr(workbook.id == FirstWorkbook ? S::DeskDefaultWorkbook : S::DeskUnnamedWorkbook);
}

void Errands::refuse(const base::Refusal& refusal) {
    news_.notices.push_back({refusal.why, NoticeKind::Bad, std::nullopt, false});
}

// ---- Out
// -----------------------------------------------------------------------------------------

void Errands::hand_over(const Situation& here, app::Outgoing file, model::ReportId report) {
    const auto request = next_request_++;
    if (file.unkept)
        news_.notices.push_back({*file.unkept, NoticeKind::Caution, std::nullopt, false});
    orders_.push_back(GiveFile{request, file.name, file.mime, std::exchange(file.bytes, {})});
    handed_.emplace(request, OnItsWay{here.workbook.id, std::move(file), report});
}

void Errands::save_report(app::Workbook& work, const Situation& here, model::ReportId report,
                          bool phone) {
    auto file = app::save_report(work, report, here.page,
                                 phone ? bundle::NameFor::Phone : bundle::NameFor::Computer);
    if (!file) return refuse(file.error());
    hand_over(here, std::move(*file), report);
}

void Errands::save_workbook(app::Workbook& work, const Situation& here) {
    auto file = app::save_workbook(work, workbook_title(work, i18n::Lang::Vi), here.page);
    if (!file) return refuse(file.error());
    hand_over(here, std::move(*file), {});
}

void Errands::note(app::Workbook& work, const app::Outgoing& file) {
    if (const auto unkept = app::note_saved(work, file))
        news_.notices.push_back({*unkept, NoticeKind::Caution, std::nullopt, false});
}

namespace {

Notice handed_notice(const app::Outgoing& file, bool written) {
    Notice out{.kind = NoticeKind::Good, .passing = true, .ready_text = file.ready_text};
    if (file.code.empty()) {
        out.what = {written ? S::SaveFileWritten : S::SaveFileDownloading, {file.name}};
    } else {
        out.what = {written ? S::SaveReportWritten : S::SaveReportDownloading,
                    {file.name, file.code}};
    }
    return out;
}

}  // namespace

/// Only now the workbook may say that a file holds what it says. A download can be given up without
/// a word to the page: where nothing else holds the work, the person is asked to look.
void Errands::saved(app::Workbook* work, const Situation& here, const FileSaved& answer) {
    auto handed = handed_.extract(answer.request);
    if (handed.empty()) return;
    auto& [workbook, file, report] = handed.mapped();
    if (answer.how == Handed::Failed) {
        Notice notice{{S::SaveFileFailed, {file.name}}, NoticeKind::Bad, NoticeAct::SaveWorkbook};
        if (report.value != 0) notice.act = NoticeAct::SaveFile;
        notice.report = report;
        news_.notices.push_back(std::move(notice));
        return;
    }
    if (answer.how == Handed::Declined) {
        news_.notices.push_back(
            {{S::SaveFileDeclined, {file.name}}, NoticeKind::Info, std::nullopt, true});
        return;
    }
    const bool written = answer.how == Handed::Written;
    auto notice = handed_notice(file, written);
    if (!written && here.storage == Storage::Memory) {
        notice.what = {S::SaveFileLook, {file.name}};
        notice.kind = NoticeKind::Caution;
        notice.act = NoticeAct::FileIsThere;
        notice.passing = false;
        unseen_.push_back({workbook, std::move(file), report});
    } else if (work != nullptr && workbook == here.workbook.id) {
        note(*work, file);
    }
    news_.notices.push_back(std::move(notice));
}

void Errands::seen(app::Workbook& work, const Situation& here) {
    for (const auto& one : unseen_)
        if (one.workbook == here.workbook.id) note(work, one.file);
    std::erase_if(unseen_, [&](const auto& file) { return file.workbook == here.workbook.id; });
}

void Errands::tell_unsaved(const Situation& here, bool unsaved) {
    bool& told = told_unsaved_[here.workbook.id];
    if (told == unsaved) return;
    told = unsaved;
    orders_.push_back(TellUnsaved{here.workbook.id, unsaved});
}

// ---- In
// ------------------------------------------------------------------------------------------

void Errands::arrived(app::Workbook& work, FileArrived file) {
    constexpr std::uint64_t LargestWorkbook = 512ull << 20;  // design.md §5
    if (file.bytes.empty() && file.size > LargestWorkbook) {
        news_.notices.push_back(
            {{S::FileBeyondLimit, {file.name}}, NoticeKind::Bad, std::nullopt, false});
        return;
    }
    if (file.bytes.empty() && file.size > 0) {
        news_.notices.push_back(
            {{S::FileUnreadable, {file.name}}, NoticeKind::Bad, std::nullopt, false});
        return;
    }
    read(work, std::move(file.bytes), file.name, false);
}

void Errands::arrived(app::Workbook& work, SampleArrived sample) {
    if (sample.bytes.empty()) {
        news_.notices.push_back({{S::SampleMissing, {}}, NoticeKind::Bad, std::nullopt, false});
        return;
    }
    read(work, std::move(sample.bytes), sample.name, true);
}

void Errands::read(app::Workbook& work, std::string bytes, const std::string& name, bool at_once) {
    auto begun = bundle::Reading::begin(std::move(bytes), name);
    if (!begun) return refuse(begun.error());
    const auto reading = std::make_shared<bundle::Reading>(std::move(*begun));
    jobs_.start({{S::JobReading, {name}},
                 [reading] { return reading->steps(); },
                 [reading](std::size_t i) { reading->step(i); },
                 [this, &work, reading, name, at_once] {
                     auto opened = reading->finish();
                     if (!opened) return refuse(opened.error());
                     finish(work, std::move(*opened), name, at_once);
                 }});
}

void Errands::finish(app::Workbook& work, bundle::Opened opened, const std::string& name,
                     bool at_once) {
    auto incoming = app::look_into(work, std::move(opened), name);
    if (at_once) {
        take(work, incoming);
    } else {
        news_.incoming.push_back(std::move(incoming));
    }
}

void Errands::take(app::Workbook& work, const app::Incoming& incoming) {
    const auto shown = app::take(work, incoming);
    if (!shown) return refuse(shown.error());
    news_.show = *shown;
}

// ---- Workbooks
// -----------------------------------------------------------------------------------

void Errands::reload() {
    orders_.push_back(Reload{});
}

void Errands::open_sample(const Situation& here, const std::string& name) {
    sample_ = name;
    if (here.sample()) {
        orders_.push_back(FetchSample{name});
        return;
    }
    news_.close_workbook = true;
    orders_.push_back(OpenFolder{SampleWorkbook});
}

void Errands::reset_sample(const std::string& name) {
    sample_ = name;
    news_.close_workbook = true;
    orders_.push_back(DeleteFolder{SampleWorkbook});
    orders_.push_back(OpenFolder{SampleWorkbook});
}

void Errands::open_workbook(const Situation& here, const app::OpenWorkbook& wanted) {
    news_.close_workbook = true;
    const auto* own = first_own(here);
    const auto id = !wanted.id.empty() ? wanted.id : own ? own->id : FirstWorkbook;
    orders_.push_back(OpenFolder{id, wanted.take});
}

void Errands::new_workbook(const app::NewWorkbook& wanted, base::Millis now) {
    news_.close_workbook = true;
    title_ = wanted.title;
    orders_.push_back(OpenFolder{new_folder(now)});
}

void Errands::rename_workbook(app::Workbook& work, const Situation& here,
                              const std::string& title) {
    const auto done =
        work.run(app::SettingCommand{app::SetSetting{std::string(app::WorkbookTitle), title}});
    if (!done) return refuse(done.error());
    orders_.push_back(NameFolder{here.workbook.id, title});
}

void Errands::kept(const Situation& here, const std::string& workbook, i18n::Lang lang) {
    const auto found = std::find_if(here.others.begin(), here.others.end(),
                                    [&](const auto& other) { return other.id == workbook; });
    const auto name = found != here.others.end() ? *found : WorkbookName{workbook, ""};
    news_.notices.push_back(
        {{S::WorkbookKept, {shown_title(name, lang)}}, NoticeKind::Bad, std::nullopt, false});
}

void Errands::opened(app::Workbook& work, const Situation& here) {
    if (const auto title = std::exchange(title_, std::nullopt)) rename_workbook(work, here, *title);
    const auto sample = std::exchange(sample_, std::nullopt);
    if (!sample || !here.sample()) return;
    // What was tried before is still there; it starts anew only when somebody says so.
    const auto reports = store::list_reports(work.db());
    if (reports.empty()) {
        orders_.push_back(FetchSample{*sample});
    } else {
        news_.show = reports.front().id;
    }
}

}  // namespace ui
