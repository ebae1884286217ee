#include "ui/incoming_dialog.hpp"

#include <algorithm>
#include <array>

#include "ui/entry_rows.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "ui/progress_words.hpp"
#include "ui/widgets.hpp"

namespace ui {

using app::Relation;
using app::Way;
using i18n::S;

namespace {

constexpr float Pad = 14;
constexpr float Gap = 6;
constexpr float OneLineOfCounts = 400;     // of room, with all that a report can lack
constexpr std::size_t MostFindings = 100;  // more say nothing new

struct RelationWords {
    S word;
    Tone tone;
};

/// A report changed outside the program stands in no known relation to the one that is here.
bool estranged(const app::IncomingReport& report) {
    return report.altered && report.relation != Relation::Same;
}

RelationWords words_of(const app::IncomingReport& report) {
    if (estranged(report)) return {S::IncomingAltered, Tone::Bad};
    switch (report.relation) {
        case Relation::New:
            return {S::IncomingNew, Tone::Good};
        case Relation::Same:
            return {S::IncomingSame, Tone::Quiet};
        case Relation::FileNewer:
            return {S::IncomingFileNewer, Tone::Accent};
        case Relation::MineNewer:
            return {S::IncomingMineNewer, Tone::Neutral};
        case Relation::Different:
            return {S::IncomingDifferent, Tone::Caution};
    }
    return {S::IncomingNew, Tone::Neutral};
}

/// Whether there are two contents to choose from.
bool offers_choice(const app::IncomingReport& report) {
    return report.relation != Relation::New && report.relation != Relation::Same;
}

/// "3 ô, văn bản kèm theo": where the two contents differ.
std::string differing(const Frame& frame, const app::Differing& differing) {
    std::string list;
    const auto add = [&](bool differs, const i18n::Message& what) {
        if (differs) list += (list.empty() ? "" : ", ") + frame.tr(what);
    };
    add(differing.cells > 0, {S::IncomingDiffersCells, {std::to_string(differing.cells)}});
    add(differing.rows, {S::IncomingDiffersRows, {}});
    add(differing.cover, {S::IncomingDiffersCover, {}});
    add(differing.state, {S::IncomingDiffersState, {}});
    add(differing.frame, {S::IncomingDiffersFrame, {}});
    return list;
}

std::string explanation(const Frame& frame, const app::IncomingReport& report) {
    const auto differs = differing(frame, report.differing);
    if (estranged(report) && report.relation == Relation::New)
        return frame.tr(S::IncomingAlteredNewWhy);
    if (report.rival) return frame.tr({S::IncomingRivalWhy, {differs}});
    if (estranged(report)) return frame.tr({S::IncomingAlteredWhy, {differs}});
    switch (report.relation) {
        case Relation::New:
            return frame.tr(S::IncomingNewWhy);
        case Relation::Same:
            return frame.tr(S::IncomingSameWhy);
        case Relation::FileNewer:
            return frame.tr({S::IncomingFileNewerWhy, {differs}});
        case Relation::MineNewer:
            return frame.tr({S::IncomingMineNewerWhy, {differs}});
        case Relation::Different:
            return frame.tr({S::IncomingDifferentWhy, {differs}});
    }
    return {};
}

std::string words_of(const Frame& frame, const app::FileFinding& found) {
    const auto words = frame.tr(found.finding.reason);
    return found.file.empty() ? words : found.file + ": " + words;
}

struct FindingLook {
    const char* icon;
    Tone tone;
};

/// A file passed over is no reason to worry.
FindingLook look_of(checks::Level level) {
    if (level == checks::Level::Info) return {icon::InfoCircle, Tone::Quiet};
    if (level == checks::Level::Error) return {icon::AlertCircle, Tone::Bad};
    return {icon::AlertTriangle, Tone::Caution};
}

/// How far the report of the file is; nothing where its form is unknown here.
void draw_counts(const Frame& frame, Rect rect, const model::Report& content) {
    const auto& library = frame.work.library();
    const auto* form = library.form(content.key.form);
    const auto* catalogue = form ? library.catalogue(form->catalogue) : nullptr;
    if (!catalogue) return;
    const auto words = frame.tr(progress_words(count_rows(content, *form, *catalogue)));
    label(frame.surface, "counts", rect, words,
          {frame.surface.metrics().text_small, Weight::Regular, Tone::Quiet, Align::Left, 2});
}

/// Roughly what it needs, so that a file of one report does not fill the screen with nothing.
float height_of(const app::Incoming& incoming) {
    constexpr float Around = 230;
    constexpr float OneReport = 150;
    constexpr float OneChoice = 52;
    constexpr float OneFinding = 78;
    const auto findings = std::min(incoming.findings.size(), MostFindings);
    float height = Around + OneFinding * static_cast<float>(findings);
    for (const auto& report : incoming.reports)
        height += OneReport + (offers_choice(report) ? OneChoice : 0);
    return height;
}

}  // namespace

bool brings_anything(const app::Incoming& incoming) {
    return std::any_of(incoming.reports.begin(), incoming.reports.end(),
                       [](const app::IncomingReport& report) {
                           return report.relation != Relation::Same && report.way == Way::TakeFile;
                       });
}

std::optional<app::Incoming> IncomingDialog::draw(const Frame& frame) {
    if (waiting_.empty()) return std::nullopt;
    auto& surface = frame.surface;
    auto& incoming = waiting_.front();
    app::look_again(frame.work, incoming);
    // The title of a phone's dialog has no room for a file's name: it stands in the text below.
    const bool narrow = frame.room == Room::Narrow;
    const auto title =
        narrow ? frame.tr(S::DeskOpenTitle) : frame.tr({S::IncomingTitle, {incoming.file_name}});
    const Dialog dialog(surface, "incoming", title, 680, height_of(incoming));
    {
        ScrollArea scroll(surface, "pane", dialog.body(), Role::Group, incoming.file_name);
        const Rect content = scroll.content();
        Column column({content.x, content.y, content.w, 0}, 12);
        const TextStyle quiet{0, Weight::Regular, Tone::Quiet};
        const auto count = std::to_string(incoming.reports.size());
        if (narrow)
            column.skip(
                label(surface, "file", column.here(), incoming.file_name, {0, Weight::SemiBold}));
        const auto about = incoming.reports.empty() ? frame.tr(S::IncomingNothing)
                                                    : frame.tr({S::IncomingAbout, {count}});
        column.skip(label(surface, "about", column.here(), about, quiet));
        for (std::size_t i = 0; i < incoming.reports.size(); ++i)
            draw_report(frame, column, scroll.visible(), incoming.reports[i], i);
        draw_findings(frame, column, incoming);
        scroll.set_content_height(column.y() - content.y);
    }
    const auto take = frame.tr(brings_anything(incoming) ? S::IncomingTake : S::IncomingShow);
    ButtonLook look{.kind = ButtonKind::Primary};
    look.disabled = incoming.reports.empty();
    const auto answer =
        foot_buttons(surface, dialog, {"take", take, look}, {"leave", frame.tr(S::IncomingLeave)});
    std::optional<app::Incoming> taken;
    if (answer == Answer::Agree) taken = std::move(incoming);
    if (answer != Answer::None) waiting_.erase(waiting_.begin());
    return taken;
}

void IncomingDialog::draw_report(const Frame& frame, Column& column, Rect visible,
                                 app::IncomingReport& report, std::size_t number) {
    auto& surface = frame.surface;
    const auto& metrics = surface.metrics();
    const Scope scope(surface, "report-" + std::to_string(number));
    const TextStyle title{metrics.text + 1, Weight::SemiBold};
    const TextStyle small{metrics.text_small, Weight::Regular, Tone::Quiet};
    const float inner = column.width() - 2 * Pad;
    const auto relation = words_of(report);
    const auto word = frame.tr(relation.word);
    const float mark = badge_width(surface, word);
    const auto what =
        frame.tr({S::IncomingWhat, {report.form_title, report.period_name, report.code}});
    const auto why = explanation(frame, report);
    const auto mine = frame.tr(S::IncomingKeepMine);
    const auto theirs = frame.tr(S::IncomingTakeFile);
    const std::array<Option, 2> ways{{{"mine", mine}, {"file", theirs}}};

    // Beside the name where that leaves the name room, else above it.
    const bool above = frame.room == Room::Narrow;
    const float mark_height = badge_height(surface);
    const float title_width = above ? inner : inner - mark - 12;
    const float title_height = text_height(surface, report.unit_name, title_width, title);
    const float what_height = text_height(surface, what, inner, small);
    const float why_height = text_height(surface, why, inner);
    const float counts_height =
        line_height(surface, small) * (inner < OneLineOfCounts ? 2.0f : 1.0f);
    const float ways_height =
        offers_choice(report) ? chips_height(surface, ways, inner) + Gap + 4 : 0;
    const Rect card = column.take(2 * Pad + (above ? mark_height + Gap : 0) + title_height +
                                  what_height + counts_height + why_height + 3 * Gap + ways_height);
    paint_card(surface, card);
    Column inside(card.inset(Pad, Pad), Gap);
    const Rect over = above ? inside.take(mark_height) : Rect{};
    const Rect head = inside.take(title_height);
    const Rect place = above ? Rect{over.x, over.y, mark, mark_height}
                             : Rect{head.right() - mark, head.y, mark, mark_height};
    badge(surface, "relation", place, word, relation.tone);
    heading(surface, "unit", {head.x, head.y, title_width, head.h}, report.unit_name, 2, title);
    label(surface, "what", inside.take(what_height), what, small);
    const Rect counts = inside.take(counts_height);
    // Of many reports only those in sight are counted.
    if (counts.bottom() > visible.y && counts.y < visible.bottom())
        draw_counts(frame, counts, report.content);
    label(surface, "why", inside.take(why_height), why);
    if (!offers_choice(report)) return;
    inside.space(4);
    const auto chosen =
        choice_chips(surface, "way", inside.here(), frame.tr({S::IncomingWay, {report.unit_name}}),
                     ways, report.way == Way::KeepMine ? "mine" : "file", false);
    if (chosen.chosen) report.way = *chosen.chosen == "mine" ? Way::KeepMine : Way::TakeFile;
}

void IncomingDialog::draw_findings(const Frame& frame, Column& column,
                                   const app::Incoming& incoming) {
    if (incoming.findings.empty()) return;
    auto& surface = frame.surface;
    const auto count = std::to_string(incoming.findings.size());
    column.skip(heading(surface, "problems", column.here(),
                        frame.tr({S::IncomingProblems, {count}}), 2, {0, Weight::SemiBold}));
    const auto shown = std::min(incoming.findings.size(), MostFindings);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto words = words_of(frame, incoming.findings[i]);
        const float height = text_height(surface, words, column.width() - 26);
        const Rect row = column.take(height);
        const auto look = look_of(incoming.findings[i].finding.level);
        paint_icon(surface, {row.x, row.y + 2, 18, 18}, look.icon, look.tone);
        label(surface, "problem-" + std::to_string(i), {row.x + 26, row.y, row.w - 26, row.h},
              words);
    }
    if (shown == incoming.findings.size()) return;
    const auto rest = std::to_string(incoming.findings.size() - shown);
    column.skip(label(surface, "more-problems", column.here(),
                      frame.tr({S::IncomingMoreProblems, {rest}}),
                      {0, Weight::Regular, Tone::Quiet}));
}

}  // namespace ui
