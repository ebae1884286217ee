#include "ui/finder.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"
#include "ui/errands.hpp"
#include "ui/flow.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr std::string_view Name = "finder";
constexpr float Width = 640;
constexpr float Height = 560;

Findable findable(std::string id, std::string title, std::string detail, Does does) {
    Findable item{std::move(id), std::move(title), std::move(detail), 0, std::move(does), {}};
    item.folded = text::fold(item.title + ' ' + item.detail);
    return item;
}

std::vector<Findable> everything(const Frame& frame, const EntryPlace& place, const Sheet* sheet,
                                 const DeskView& desk) {
    std::vector<Findable> all;
    for (const auto& deed : deeds(frame, place)) {
        const auto* own = std::get_if<ShellDeed>(&deed.does);
        if (!deed.possible || (own && *own == ShellDeed::Find)) continue;  // one is in it
        all.push_back(findable(std::string(deed.id), frame.tr(deed.title),
                               std::string(shown_keys(deed.keys)), deed.does));
    }
    if (sheet) {
        for (const auto& row : sheet->rows.rows) {
            const auto number = std::to_string(row.number);
            auto& item = all.emplace_back(findable(
                "model-" + row.row.value, frame.tr({S::FinderModel, {number, row.short_title}}),
                frame.tr(S::FinderIsModel), app::Go{sheet->id, row.row, place.grid}));
            item.number = row.number;
            item.folded += ' ' + text::fold(row.title);
        }
    }
    for (const auto& card : desk.reports) {
        if (card.id == place.report) continue;
        all.push_back(findable("report-" + std::to_string(card.id.value), card.unit,
                               card.what(frame), app::Go{card.id, {}, false}));
    }
    for (const auto& other : frame.here.others)
        all.push_back(findable("workbook-" + other.id, shown_title(other, frame.lang),
                               frame.tr(S::FinderIsWorkbook), app::OpenWorkbook{other.id}));
    return all;
}

bool is_number(std::string_view words) {
    return !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<std::size_t> found_in(const std::vector<Findable>& all, std::string_view words) {
    const auto folded = text::fold(text::trimmed(words));
    const auto distance = [&](const Findable& item) {
        if (is_number(folded) && std::to_string(item.number) == folded) return -1;
        return text::distance(item.title, words);
    };
    std::vector<std::pair<int, std::size_t>> matches;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (text::has_words(all[i].folded, folded)) matches.emplace_back(distance(all[i]), i);
    if (!folded.empty()) std::sort(matches.begin(), matches.end());
    std::vector<std::size_t> found;
    for (const auto& match : matches) found.push_back(match.second);
    return found;
}

void Finder::look_for(Surface& surface, std::string words) {
    words_ = std::move(words);
    found_ = found_in(all_, words_);
    at_ = 0;
    reveal_ = true;
    if (found_.empty()) surface.announce(surface.tr(S::FinderNothing));
    surface.redraw();
}

std::optional<Does> Finder::draw(const Frame& frame, const EntryPlace& place, const Sheet* sheet,
                                 const DeskView& desk) {
    if (!open_) return std::nullopt;
    auto& surface = frame.surface;
    const bool fresh = std::exchange(fresh_, false);
    if (fresh) {
        all_ = everything(frame, place, sheet, desk);
        look_for(surface, {});
    }
    const Dialog dialog(surface, Name, frame.tr(S::FinderTitle), Width,
                        surface.touch() ? 0.0f : Height,
                        surface.touch() ? Dialog::Foot::None : Dialog::Foot::Buttons);
    take_keys(surface);
    const float control = surface.metrics().control_height;
    const Rect body = dialog.body();
    FieldLook look;
    const auto hint = frame.tr(S::FinderHint);
    look.placeholder = hint;
    const auto list = surface.full_id("list");
    searches_next(surface, list, found_.empty() ? "" : list + '/' + all_[found_[at_]].id);
    const auto typed =
        text_field(surface, "words", {body.x, body.y, body.w, control}, hint, words_, look);
    if (fresh) begin_edit(surface, "words");
    if (typed.typed) look_for(surface, *typed.typed);
    const Rect rest{body.x, body.y + control + 8, body.w, body.h - control - 8};
    auto chosen = draw_list(frame, rest);
    // Beside the list, in which only what can be chosen may stand.
    if (found_.empty())
        label(surface, "nothing", rest.inset(10, 8), frame.tr(S::FinderNothing),
              {0, Weight::Regular, Tone::Quiet});
    if (typed.ended == TextEvent::Reason::Enter && !found_.empty()) chosen = all_[found_[at_]].does;
    if (!surface.touch())
        label(surface, "how", centered(dialog.footer(), dialog.footer().w, line_height(surface)),
              frame.tr(S::FinderHow), {surface.metrics().text_small, Weight::Regular, Tone::Quiet});
    if (chosen || dialog.closed() || typed.ended == TextEvent::Reason::Escape) open_ = false;
    return chosen;
}

void Finder::take_keys(Surface& surface) {
    const int step = surface.take_chord({.key = "ArrowDown"}) ? 1
                     : surface.take_chord({.key = "ArrowUp"}) ? -1
                                                              : 0;
    if (step == 0 || found_.empty()) return;
    const auto count = found_.size();
    at_ = (at_ + count + static_cast<std::size_t>(step)) % count;
    reveal_ = true;
}

std::optional<Does> Finder::draw_list(const Frame& frame, Rect area) {
    auto& surface = frame.surface;
    ScrollArea scroll(surface, "list", area, Role::ListBox, frame.tr(S::FinderFound));
    const Scope scope(surface, "list");
    const Rect content = scroll.content();
    Column column(content, 0);
    std::optional<Does> chosen;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const auto& item = all_[found_[i]];
        const Rect rect = column.take(surface.metrics().row_height);
        NodeState state;
        state.selected = i == at_ ? NodeState::Tri::On : NodeState::Tri::Off;
        Gesture gesture;
        if (const auto* open = std::get_if<OpenGesture>(&item.does)) gesture = *open;
        const auto touched = interact(surface, item.id, rect, Role::Option, item.title, state,
                                      std::move(gesture), {}, item.detail);
        if (i == at_ || touched.hovered)
            paint_fill(surface, rect,
                       i == at_ ? surface.palette().accent_soft : surface.palette().surface_hover,
                       surface.metrics().radius);
        draw_line(frame, rect, item);
        if (touched.pressed) chosen = item.does;
        if (i == at_ && std::exchange(reveal_, false)) scroll.reveal(rect);
    }
    scroll.set_content_height(column.y() - content.y);
    return chosen;
}

void Finder::draw_line(const Frame& frame, Rect rect, const Findable& item) const {
    auto& surface = frame.surface;
    const TextStyle small{surface.metrics().text_small, Weight::Regular, Tone::Quiet};
    Line line(rect.inset(10, 0), 12);
    const float wanted = text_width(surface, item.detail, small) + 2;
    // The name comes first: where both do not fit, what the line adds to it is left out.
    if (text_width(surface, item.title) + 12 + wanted <= line.rest().w)
        paint_one_line(surface, line.right(wanted), item.detail, small);
    paint_one_line(surface, line.rest(), item.title);
}

}  // namespace ui
