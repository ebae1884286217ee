// Runs what screens ask of the outside: files in and out, samples, other workbooks. Turns each into
// orders to the page and, where the page answers later, remembers what it was for. Draws nothing.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/files.hpp"
#include "app/jobs.hpp"
#include "app/requests.hpp"
#include "app/workbook.hpp"
#include "ui/notices.hpp"
#include "ui/page.hpp"

namespace ui {

/// What came of an errand, for the shell to show.
struct ErrandNews {
    std::vector<Notice> notices;
    std::vector<app::Incoming> incoming;  // files to be looked at before anything is written
    std::optional<model::ReportId> show;  // go to this report
    bool close_workbook = false;          // before the orders are carried out
};

class Errands {
public:
    explicit Errands(app::Jobs& jobs) : jobs_(jobs) {}

    // `work` is the open workbook; orders that follow wait in take_orders().
    void save_report(app::Workbook& work, const Situation& here, model::ReportId report,
                     bool phone);
    void save_workbook(app::Workbook& work, const Situation& here);
    void take(app::Workbook& work, const app::Incoming& incoming);
    void open_sample(const Situation& here, const std::string& name);
    void reset_sample(const std::string& name);
    void open_workbook(const Situation& here, const app::OpenWorkbook& wanted);
    void new_workbook(const app::NewWorkbook& wanted, base::Millis now);
    void rename_workbook(app::Workbook& work, const Situation& here, const std::string& title);
    void delete_workbook(const std::string& id) { orders_.push_back(DeleteFolder{id}); }
    void reload();

    /// Tells the page, when it changed, whether a workbook that is only in memory has changes that
    /// are in no file.
    void tell_unsaved(const Situation& here, bool unsaved);

    /// A workbook is open: what waited for it goes on.
    void opened(app::Workbook& work, const Situation& here);

    // What the page says. Reading a file is a job: one file of a zip or one report a step.
    void arrived(app::Workbook& work, FileArrived file);
    void arrived(app::Workbook& work, SampleArrived sample);
    /// `work` is the open workbook, if one is.
    void saved(app::Workbook* work, const Situation& here, const FileSaved& answer);
    /// The person says that the files the browser was downloading are there.
    void seen(app::Workbook& work, const Situation& here);
    void kept(const Situation& here, const std::string& workbook, i18n::Lang lang);

    std::vector<PageOrder> take_orders() { return std::exchange(orders_, {}); }
    ErrandNews take_news() { return std::exchange(news_, {}); }

private:
    /// A file of which it is not known yet that the person has it.
    struct OnItsWay {
        std::string workbook;    // it was made from
        app::Outgoing file;      // without its bytes
        model::ReportId report;  // that it is of; none: the whole workbook
    };

    void hand_over(const Situation& here, app::Outgoing file, model::ReportId report);
    void note(app::Workbook& work, const app::Outgoing& file);
    void refuse(const base::Refusal& refusal);
    void read(app::Workbook& work, std::string bytes, const std::string& name, bool at_once);
    void finish(app::Workbook& work, bundle::Opened opened, const std::string& name, bool at_once);

    app::Jobs& jobs_;
    std::vector<PageOrder> orders_;
    ErrandNews news_;
    std::map<std::uint64_t, OnItsWay> handed_;  // and not answered yet
    std::vector<OnItsWay> unseen_;  // downloading, from a workbook that is only in memory
    std::uint64_t next_request_ = 1;
    std::optional<std::string> sample_;         // wanted as soon as the sample workbook is open
    std::optional<std::string> title_;          // for the workbook that is being made
    std::map<std::string, bool> told_unsaved_;  // by workbook
};

/// The title of the open workbook; people who never gave one read the default.
std::string workbook_title(const app::Workbook& work, i18n::Lang lang);

/// What a workbook of the list is called: by its title, or by what it is.
std::string shown_title(const WorkbookName& workbook, i18n::Lang lang);

}  // namespace ui
