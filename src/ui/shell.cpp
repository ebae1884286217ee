#include "ui/shell.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

#include "app/settings.hpp"
#include "store/settings.hpp"
#include "ui/banners.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/report_titles.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr double JobBudgetMs = 4;

/// The place of a stored size among those that can be chosen; the first when it is none of them.
std::size_t text_size_of(const std::string& percent) {
    std::size_t at = std::size(TextSizes);
    while (--at > 0)
        if (std::to_string(TextSizes[at]) == percent) break;
    return at;
}

/// Numbers in addresses are those of the catalogue; rows that are not of it have no address.
model::RowId row_of_number(const Sheet& sheet, int number) {
    for (const auto& row : sheet.rows.rows)
        if (row.number == number) return row.row;
    return {};
}

}  // namespace

Shell::Shell(Surface& surface, base::Clock clock, Start start)
    : surface_(surface),
      clock_(std::move(clock)),
      lang_(start.lang),
      wanted_(read_address(start.address)) {
    here_.page = std::move(start.page);
    here_.workbook.id = wanted_.workbook;
    surface_.set_language(lang_);
}

// ---- The workbook
// ----------------------------------------------------------------------------------

/// The list of workbooks comes with the open one among them; screens want the others.
void Shell::stand(Situation here) {
    here.page = here_.page;
    std::erase_if(here.others,
                  [&](const WorkbookName& name) { return name.id == here.workbook.id; });
    here_ = std::move(here);
    surface_.redraw();
}

void Shell::open(std::unique_ptr<app::Workbook> workbook, Situation here) {
    stand(std::move(here));
    work_ = std::move(workbook);
    // What screens have read is told apart by revision and report, which every workbook counts
    // anew.
    entry_ = {};
    desk_ = {};
    incoming_.forget();
    jobs_.cancel_all();
    place_ = {};
    if (wanted_.workbook.empty() || wanted_.workbook == here_.workbook.id)
        place_ = {{wanted_.report}, {}, wanted_.grid};
    apply_settings();
    here_.workbook.title = workbook_title(*work_, lang_);
    guard({S::FaultInMessage, {}}, [&] { errands_.opened(*work_, here_); });
    follow(errands_.take_news());
    surface_.redraw();
}

void Shell::situate(Situation here) {
    if (work_ && here.workbook.id == here_.workbook.id) {
        here.storage = here_.storage;
        here.reason = here_.reason;
        here.workbook.title = here_.workbook.title;
    }
    stand(std::move(here));
}

/// What was typed in it and not sent yet is stored before it goes.
void Shell::close() {
    if (work_) {
        guard({S::FaultInChange, {}}, [&] { entry_.rest(frame()); });
        for (const auto& command : std::exchange(commands_, {}))
            guard({S::FaultInChange, {}},
                  [&] { refused_on_closing_ = !run(command) || refused_on_closing_; });
    }
    jobs_.cancel_all();
    notices_.forget_undo();
    work_.reset();
    incoming_.forget();
    here_.storage = Storage::Opening;
}

void Shell::apply_settings() {
    const auto language = store::setting(work_->db(), app::Language);
    // A workbook in which nothing was chosen looks as the person chose last.
    lang_ = language == "vi" ? i18n::Lang::Vi : language == "en" ? i18n::Lang::En : lang_;
    surface_.set_language(lang_);
    const auto theme = store::setting(work_->db(), app::Theme);
    theme_ = theme.empty() ? theme_ : theme;
    const auto size = store::setting(work_->db(), app::TextSize);
    text_size_ = size.empty() ? text_size_ : text_size_of(size);
    surface_.enlarge(static_cast<float>(TextSizes[text_size_]) / 100);
    surface_.prefer_scheme(theme_ == "light"  ? std::optional(Scheme::Light)
                           : theme_ == "dark" ? std::optional(Scheme::Dark)
                                              : std::nullopt);
}

// ---- Drawing
// ---------------------------------------------------------------------------------------

void Shell::draw() {
    guard({S::FaultInDrawing, {}}, [&] {
        if (work_) {
            draw_open();
        } else {
            const auto wish = draw_closed(surface_, surface_.bounds(), here_);
            if (wish.take) errands_.open_workbook(here_, {here_.workbook.id, true});
            if (wish.reload) errands_.reload();
        }
    });
    guard({S::FaultInDrawing, {}}, [&] {
        const auto choice = fault_.draw(surface_);
        if (choice == FaultSheet::Choice::SaveCopy) requests_.push_back(app::SaveWorkbookFile{});
        if (choice == FaultSheet::Choice::Reload) errands_.reload();
    });
}

Frame Shell::frame() {
    return {*work_,
            here_,
            lang_,
            clock_.now_ms(),
            room_for(surface_.width()),
            surface_,
            commands_,
            requests_,
            shown_text_size() < largest_text_size(),
            shown_text_size() > 0};
}

void Shell::draw_open() {
    const Frame frame = this->frame();
    const Rect page = surface_.bounds();
    resolve_place(frame);
    take_keys(frame);
    if (const int steps = surface_.take_zoom_steps()) frame.ask(app::ChangeTextSize{steps});
    const auto facts = header_facts(frame);
    const float top = Header::height(frame);
    const float bottom = Header::bottom_height(frame);
    if (const auto deed = header_.draw(frame, {page.x, page.y, page.w, top}, facts))
        carry_out(*deed);
    if (here_.storage == Storage::Memory && !here_.sample())
        errands_.tell_unsaved(here_, newer_than_files(desk_.read(frame)));
    const Rect middle = draw_banners(frame, {page.x, page.y + top, page.w, page.h - top - bottom});
    draw_screen(frame, middle);
    go_up(frame);
    if (bottom > 0)
        header_.draw_bottom(frame, {page.x, page.bottom() - bottom, page.w, bottom}, facts);
    draw_above(frame, middle);
    show_place(frame);
}

void Shell::draw_screen(const Frame& frame, Rect area) {
    if (place_.report.value == 0) {
        entry_.rest(frame);
        desk_.draw(frame, area);
    } else {
        entry_.draw(frame, area, place_);
        if (entry_.take_found()) notices_.forget_words();
        if (auto news = entry_.take_news())
            notices_.add(surface_, {std::move(*news), NoticeKind::Good, std::nullopt, true});
    }
}

/// What lies over the screen: work in progress, notices, dialogs.
void Shell::draw_above(const Frame& frame, Rect area) {
    draw_progress(frame, area);
    // The way to the next model stays free, where it stands below the form.
    const bool steps = place_.report.value != 0 && !place_.grid && !frame.low();
    const float foot = steps ? Header::height(frame) : 0;
    const Rect above{area.x, area.y, area.w, area.h - foot};
    if (const auto chosen = notices_.draw(surface_, above, frame.room)) choose(*chosen);
    if (auto taken = incoming_.draw(frame)) {
        errands_.take(*work_, *taken);
        follow(errands_.take_news());
    }
    keys_.draw(frame, place_);
    person_.draw(frame);
    copy_.draw(frame);
    if (!finder_.is_open()) return;
    const auto* sheet = place_.report.value != 0 ? entry_.read(frame, place_.report) : nullptr;
    if (const auto does = finder_.draw(frame, place_, sheet, desk_.read(frame))) carry_out(*does);
}

void Shell::draw_progress(const Frame& frame, Rect area) {
    const auto running = jobs_.progress();
    if (running.empty()) return;
    const auto& job = running.front();
    const Scope scope(surface_, "progress");
    const float width = std::min(360.0f, area.w - 32);
    const float control = surface_.metrics().control_height;
    const Rect card{area.right() - width - 16, area.y + 16, width, control + 50};
    const auto words = frame.tr(job.doing);
    NodeState state;
    state.covers = true;
    const Container region(surface_, "card", card, Role::Group, words, state);
    paint_card(surface_, card);
    const auto stop = frame.tr(S::JobStop);
    const float stop_width = button_width(surface_, stop);
    caption_line(surface_, "bar", {card.x + 14, card.y + 8, card.w - stop_width - 34, control},
                 words);
    const float share =
        job.total > 0 ? static_cast<float>(job.done) / static_cast<float>(job.total) : 0;
    const auto value =
        frame.tr({S::JobValue, {std::to_string(job.done), std::to_string(job.total)}});
    progress_bar(surface_, "bar", {card.x + 14, card.bottom() - 28, card.w - 28, 10}, words, share,
                 value);
    const Rect place{card.right() - stop_width - 10, card.y + 8, stop_width, control};
    if (button(surface_, "stop", place, stop)) jobs_.cancel_all();
}

HeaderFacts Shell::header_facts(const Frame& frame) {
    HeaderFacts facts;
    facts.report = place_.report;
    facts.row = place_.row;
    facts.grid = place_.grid;
    facts.theme = theme_;
    facts.save.storage = here_.storage;
    facts.save.on_machine = work_->saved_at();
    if (place_.report.value == 0) {
        const auto& desk = desk_.read(frame);
        facts.save.in_file = last_file(desk);
        facts.save.newer_than_file = newer_than_files(desk);
    } else if (const auto* sheet = entry_.read(frame, place_.report)) {
        facts.unit = sheet->report.unit_name;
        facts.form = form_title(*sheet->form, lang_);
        const auto& period = sheet->report.period;
        facts.period = period_title(period.id, period.name, lang_);
        const auto& file = entry_.file(frame, place_.report);
        facts.save.in_file = file.saved_ms;
        facts.save.newer_than_file = !file.current;
    }
    return facts;
}

/// An address names a model by its number, which only the report's catalogue can tell.
void Shell::resolve_place(const Frame& frame) {
    if (wanted_.model == 0 || place_.report.value == 0) return;
    if (const auto* sheet = entry_.read(frame, place_.report); sheet && place_.row.empty())
        place_.row = row_of_number(*sheet, wanted_.model);
    wanted_.model = 0;
}

/// The address and the title say where one is, so that a reload comes back to it.
void Shell::show_place(const Frame& frame) {
    const auto* sheet = place_.report.value != 0 ? entry_.read(frame, place_.report) : nullptr;
    Route route{here_.workbook.id, place_.report.value, 0, place_.grid};
    const auto* row = sheet ? sheet->rows.find(place_.row) : nullptr;
    if (row) route.model = row->number;
    surface_.set_route(address_of(route));
    const auto name = surface_.tr(S::AppName);
    if (!sheet) return surface_.set_title(name);
    const auto& report = sheet->report;
    const auto period = period_title(report.period.id, report.period.name, lang_);
    surface_.set_title(i18n::say(lang_, {S::PageTitle, {report.unit_name, period}}));
}

void Shell::take_keys(const Frame& frame) {
    const auto chord = surface_.waiting_chord();
    if (!chord) return;
    for (const auto& deed : deeds(frame, place_)) {
        if (!presses(*chord, deed.keys)) continue;
        surface_.take_chord(*chord);
        if (deed.possible) carry_out(deed.does);
        return;
    }
}

/// Escape that nothing on the screen had a use for.
void Shell::go_up(const Frame& frame) {
    if (place_.report.value != 0 && surface_.take_chord({.key = "Escape"}))
        frame.ask(place_.grid ? app::Go{} : app::Go{place_.report, place_.row, true});
}

/// What the page does itself (a file picker) is done where it was pressed.
void Shell::carry_out(const Does& does) {
    if (const auto* request = std::get_if<app::Request>(&does)) requests_.push_back(*request);
    const auto* own = std::get_if<ShellDeed>(&does);
    if (!own) return;
    switch (*own) {
        case ShellDeed::Find:
            return finder_.open();
        case ShellDeed::ShowKeys:
            return keys_.open();
        case ShellDeed::NewReport:
            place_ = {};
            desk_.new_report(frame());
            return surface_.redraw();
        case ShellDeed::TellName:
            return person_.open(*work_);
    }
}

void Shell::save_copy() {
    guard({S::FaultInMessage, {}}, [&] {
        if (work_) errands_.save_workbook(*work_, here_);
    });
}

// ---- After the frame
// -------------------------------------------------------------------------------

Saved Shell::run() {
    bool all_done = !std::exchange(refused_on_closing_, false);
    for (const auto& command : std::exchange(commands_, {}))
        guard({S::FaultInChange, {}}, [&] { all_done = run(command) && all_done; });
    if (fault_.is_open()) all_done = false;
    for (const auto& request : std::exchange(requests_, {}))
        guard({S::FaultInChange, {}}, [&] { answer(request); });
    const auto running = jobs_.progress();
    const auto job = running.empty() ? std::string() : i18n::say(lang_, running.front().doing);
    guard({S::FaultInJob, {job}}, [&] {
        jobs_.spend(JobBudgetMs, [this] { return static_cast<double>(clock_.now_ms()); });
    });
    follow(errands_.take_news());
    if (!jobs_.idle()) surface_.redraw();
    return all_done ? Saved::Yes : Saved::No;
}

void Shell::follow(const ErrandNews& news) {
    for (const auto& notice : news.notices) {
        notices_.add(surface_, notice);
        if (fault_.is_open()) fault_.tell(notice.what);
    }
    for (const auto& incoming : news.incoming) incoming_.show(incoming);
    if (news.show) place_ = {*news.show, {}, false};
    if (news.close_workbook) close();
    if (news.show || news.close_workbook || !news.incoming.empty()) surface_.redraw();
}

void Shell::choose(const Notice& notice) {
    switch (*notice.act) {
        case NoticeAct::Undo:
            requests_.push_back(app::Undo{});
            break;
        case NoticeAct::Redo:
            requests_.push_back(app::Redo{});
            break;
        case NoticeAct::SaveFile:
            requests_.push_back(app::SaveReportFile{notice.report});
            break;
        case NoticeAct::SaveWorkbook:
            requests_.push_back(app::SaveWorkbookFile{});
            break;
        case NoticeAct::FileIsThere:
            requests_.push_back(app::FilesSeen{});
            break;
        case NoticeAct::TellName:
            if (work_) person_.open(*work_);
            break;
        case NoticeAct::Reload:
            errands_.reload();
            break;
    }
}

void Shell::tell(TextCopied copied) {
    if (!copied.ok) return copy_.open(std::move(copied.text));
    notices_.add(surface_, {{S::CopyReadyTextDone, {}}, NoticeKind::Good, std::nullopt, true});
}

void Shell::hear(PageNews news) {
    guard({S::FaultInMessage, {}}, [&] {
        if (const auto* saved = std::get_if<FileSaved>(&news))
            errands_.saved(work_.get(), here_, *saved);
        if (const auto* kept = std::get_if<WorkbookKept>(&news))
            errands_.kept(here_, kept->id, lang_);
        if (auto* copied = std::get_if<TextCopied>(&news)) tell(std::move(*copied));
        if (const auto* copied = std::get_if<RowsCopied>(&news)) {
            const auto what = copied->rows == 0
                                  ? i18n::Message{S::CellCopied, {}}
                                  : i18n::Message{S::RowsCopied, {std::to_string(copied->rows)}};
            notices_.add(surface_, {what, NoticeKind::Good, std::nullopt, true});
        }
        if (auto* pasted = std::get_if<BlockPasted>(&news)) entry_.paste(std::move(*pasted));
        if (const auto* moved = std::get_if<AddressChanged>(&news)) {
            wanted_ = read_address(moved->address);
            const bool elsewhere =
                !wanted_.workbook.empty() && wanted_.workbook != here_.workbook.id;
            if (elsewhere) {
                errands_.open_workbook(here_, {wanted_.workbook, false});
            } else {
                place_ = {{wanted_.report}, {}, wanted_.grid};
            }
        }
        if (!work_) return;
        if (auto* file = std::get_if<FileArrived>(&news))
            errands_.arrived(*work_, std::move(*file));
        if (auto* sample = std::get_if<SampleArrived>(&news))
            errands_.arrived(*work_, std::move(*sample));
    });
    follow(errands_.take_news());
    surface_.redraw();
}

// The only place in the program's own code that catches: what was begun is already rolled back, the
// person keeps working, and the fault is on the screen with a button to save a copy.
void Shell::guard(const i18n::Message& step, const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& fault) {
        fault_.show(step, fault.what());
        surface_.redraw();
    }
}

}  // namespace ui
