// The whole interface: which screen is shown, what stands around it, and the one place where
// commands run and faults stop. The platform feeds it and carries out its orders:
//
//   surface.begin_frame(now); shell.draw(); surface.end_frame(); surface.acknowledge(shell.run());
//   for (auto& order : shell.take_orders()) …
//
// It knows neither JSON nor the page; page.hpp says what goes over.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs.hpp"
#include "app/workbook.hpp"
#include "base/clock.hpp"
#include "ui/copy_dialog.hpp"
#include "ui/desk_screen.hpp"
#include "ui/entry_screen.hpp"
#include "ui/errands.hpp"
#include "ui/fault_sheet.hpp"
#include "ui/finder.hpp"
#include "ui/frame.hpp"
#include "ui/header.hpp"
#include "ui/incoming_dialog.hpp"
#include "ui/keys_dialog.hpp"
#include "ui/notices.hpp"
#include "ui/page.hpp"
#include "ui/person_dialog.hpp"
#include "ui/route.hpp"

namespace ui {

class Shell {
public:
    struct Start {
        std::string address;               // after '#'
        std::string page;                  // the page's own address, "" when it is a file
        i18n::Lang lang = i18n::Lang::Vi;  // of the browser, until the workbook says otherwise
    };

    Shell(Surface& surface, base::Clock clock, Start start);

    /// A workbook's store is open. The one before was closed by an order.
    void open(std::unique_ptr<app::Workbook> workbook, Situation here);
    /// No store: it is being opened, or it could not be. Also when only the names changed.
    void situate(Situation here);
    /// Lets go of the store, at once and durably: the page is going away.
    void close();
    void hear(PageNews news);
    /// The workbook as a file, without drawing anything: a fault may be in the drawing.
    void save_copy();

    void draw();
    /// After the frame was drawn: the commands and requests of the frame, then jobs.
    Saved run();
    std::vector<PageOrder> take_orders() { return errands_.take_orders(); }

    /// The boundary around each step: a fault in `work` is shown with the words for the step,
    /// nothing is thrown on.
    void guard(const i18n::Message& step, const std::function<void()>& work);
    /// The open workbook; nothing while none is.
    const app::Workbook* workbook() const { return work_.get(); }

private:
    void stand(Situation here);
    Frame frame();
    void draw_open();
    void draw_screen(const Frame& frame, Rect area);
    void draw_progress(const Frame& frame, Rect area);
    void draw_above(const Frame& frame, Rect area);
    void take_keys(const Frame& frame);
    void go_up(const Frame& frame);
    void carry_out(const Does& does);
    HeaderFacts header_facts(const Frame& frame);
    void resolve_place(const Frame& frame);
    void show_place(const Frame& frame);

    struct Answer;

    bool run(const app::Command& command);
    void answer(const app::Request& request);
    void play(bool forwards);
    void follow(const ErrandNews& news);
    void choose(const Notice& notice);
    void tell(TextCopied copied);
    std::optional<i18n::S> told_after(const app::ReportCommand& change);
    void tell_lost_choice(std::uint64_t stay);
    void ask_person(const app::ReportCommand& change);
    void change_text_size(int steps);
    /// Places in TextSizes: the first that fills this page, and the one that is seen on it.
    std::size_t largest_text_size() const;
    std::size_t shown_text_size() const;
    void set(std::string_view key, const std::string& value);
    void apply_settings();

    Surface& surface_;
    base::Clock clock_;
    Situation here_;
    std::unique_ptr<app::Workbook> work_;
    i18n::Lang lang_;
    std::string theme_ = "auto";
    std::size_t text_size_ = 0;  // place in TextSizes, as it was chosen
    Route wanted_;               // of the address, until its workbook is open
    EntryPlace place_;           // a blank report: the desk

    app::Jobs jobs_;
    Errands errands_{jobs_};
    std::vector<app::Command> commands_;
    std::vector<app::Request> requests_;

    DeskScreen desk_;
    EntryScreen entry_;
    Header header_;
    IncomingDialog incoming_;
    KeysDialog keys_;
    Finder finder_;
    CopyDialog copy_;
    PersonDialog person_;
    bool refused_on_closing_ = false;  // what was typed last in a workbook that was closed
    Notices notices_;
    FaultSheet fault_;
    std::optional<app::EditCell> lost_choice_;  // in a stay that has not ended
};

}  // namespace ui
