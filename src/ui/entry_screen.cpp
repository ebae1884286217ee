#include "ui/entry_screen.hpp"

#include <algorithm>
#include <array>

#include "app/files.hpp"
#include "app/reports.hpp"
#include "store/changes.hpp"
#include "ui/cell_edit.hpp"
#include "ui/flow.hpp"
#include "ui/one_line.hpp"
#include "ui/progress_words.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float ListWidth = 304;
constexpr float ContextWidth = 296;
constexpr float Gap = 12;
constexpr float FilterLineWidth = 800;  // of four chips and a search field

/// Nothing is owed of what was entered; whether the rest is to be entered only its officer knows.
i18n::Message nothing_missing(const RowCounts& counts) {
    const int left = counts.rows - counts.entered - counts.dashes;
    const auto untouched = std::to_string(left);
    const auto dashes = std::to_string(counts.dashes);
    if (left > 0 && counts.dashes > 0) return {S::EntryNothingMissingSoFar, {untouched, dashes}};
    if (left > 0) return {S::EntryNothingMissingUntouched, {untouched}};
    if (counts.dashes > 0) return {S::EntryNothingMissingDashes, {dashes}};
    return {S::EntryNothingMissing, {}};
}

}  // namespace

void EntryScreen::draw(const Frame& frame, Rect area, const EntryPlace& place) {
    if (drawn_ != place) forget_questions();
    if (!read(frame, place.report)) return draw_gone(frame, area);
    // A field of another report, or of another workbook, is another field: what the page keeps of
    // one must never reach the other.
    const Scope scope(frame.surface,
                      "entry-" + frame.here.workbook.id + '-' + std::to_string(place.report.value));
    // Elsewhere these keys are the browser's: its search, its bookmarks.
    const std::string_view keys =
        place.grid ? "Control+F Control+G" : "Control+F Control+G Control+D";
    place_next(frame.surface, {.keys = keys});
    const Container main(frame.surface, "main", area, Role::Main, frame.tr(S::EntryScreenName));
    const Rect rest = draw_bar(frame, area, place);
    follow_turn(frame, place);
    if (place.grid) {
        draw_table(frame, rest, place);
    } else {
        draw_form(frame, rest, place);
    }
    take_keys(frame,
              place);  // after the controls: a list that has the focus opens with Alt and arrow
    if (const auto row = menu_.draw(frame, *sheet_)) frame.ask(app::Go{place.report, *row, false});
    share_.draw(frame, *sheet_);
    const bool pasting = paste_.is_open();
    paste_.draw(frame, *sheet_, place);
    // A cell that was open when the question came is not there any more to have the focus back.
    if (pasting && !paste_.is_open() && place.grid && frame.room != Room::Narrow) {
        grid_.enter(*sheet_, {grid_.row(), {}});
        frame.surface.redraw();
    }
    drawn_ = place;
    typing_.spend(frame);
}

const Sheet* EntryScreen::read(const Frame& frame, const model::ReportId& report) {
    const Read wanted{frame.work.revision(), report};
    if (read_ == wanted) return sheet_ ? &*sheet_ : nullptr;
    read_ = wanted;
    sheet_.reset();
    const auto& library = frame.work.library();
    auto found = app::load_report(frame.work.db(), library, report);
    const auto* form = found ? library.form(found->key.form) : nullptr;
    const auto* catalogue = form ? library.catalogue(form->catalogue) : nullptr;
    if (!catalogue) return nullptr;
    auto rows = view_rows(*found, *form, *catalogue);
    sheet_ = Sheet{report, std::move(*found), form, catalogue, std::move(rows)};
    return &*sheet_;
}

void EntryScreen::paste(BlockPasted pasted) {
    if (!sheet_ || !drawn_ || drawn_->report != sheet_->id) return;
    if (drawn_->grid) {
        const auto* card = EntryCards::row_of(*sheet_, pasted.node);
        if (!card && pasted.node.find("/cards/") != std::string::npos) return;  // the filter above
        auto place = card ? paste_place(*sheet_, filter_, card->row, sheet_->form->fields.at(0).id)
                          : grid_.paste_place(*sheet_, filter_);
        paste_.open(*drawn_, {std::move(pasted.rows), std::move(place), {}}, *sheet_);
    } else if (const auto field = EntryForm::field_of(*sheet_, pasted.node)) {
        // The page may still show the model that was left.
        if (!drawn_->row.empty() && drawn_->row != field->row) return;
        // The form leads from model to model whatever the list beside it shows.
        paste_.open(*drawn_,
                    {std::move(pasted.rows), paste_place(*sheet_, {}, field->row, field->field),
                     PasteDialog::AsText{std::move(pasted.node), std::move(pasted.text)}},
                    *sheet_);
    }
}

void EntryScreen::rest(const Frame& frame) {
    typing_.spend(frame);
    drawn_.reset();
    forget_questions();
}

/// What was asked about one report or model must not be answered about another.
void EntryScreen::forget_questions() {
    paste_.forget();
    share_.forget();
    menu_.forget();
    grid_.forget_menu();
}

const app::FileState& EntryScreen::file(const Frame& frame, const model::ReportId& report) {
    return file_.get({frame.work.revision(), report},
                     [&] { return app::file_state(frame.work, report); });
}

/// Form or table, and how much is done. Answers what is left below. On a phone the bar at the
/// bottom says the same.
Rect EntryScreen::draw_bar(const Frame& frame, Rect area, const EntryPlace& place) {
    if (frame.room == Room::Narrow) return area;
    auto& surface = frame.surface;
    const float control = surface.metrics().control_height;
    const float height = control + 12;
    const Rect bar{area.x, area.y, area.w, height};
    paint_fill(surface, bar, surface.palette().surface);
    paint_line(surface, bar.x, bar.bottom() - 1, bar.right(), bar.bottom() - 1);
    const Scope scope(surface, "bar");
    Line line(bar.inset(16, 0), Gap);
    const auto form = frame.tr(S::EntryAsForm);
    const auto table = frame.tr(S::EntryAsTable);
    const std::array<Option, 2> options{{{"form", form}, {"table", table}}};
    const auto chosen = tabs(surface, "view", line.left(220), frame.tr(S::EntryViewName), options,
                             place.grid ? "table" : "form");
    if (chosen)
        frame.ask(app::Go{place.report, place.grid ? grid_.row() : place.row, *chosen == "table"});
    draw_progress(frame, line, place.grid);
    if (!place.grid) return {area.x, area.y + height, area.w, area.h - height};

    // The filter has a line of its own where the bar has no room for it.
    const Rect rest = line.rest();
    const bool beside = rest.w >= FilterLineWidth;
    const Rect filter = beside ? centered(rest, rest.w, control)
                               : Rect{area.x + 16, area.y + height + 8, area.w - 32, control};
    draw_row_filter_line(frame, filter, *sheet_, filter_);
    const float used = beside ? height : height + control + 16;
    return {area.x, area.y + used, area.w, area.h - used};
}

/// Beside the table's filter, which counts the dashes too, only what is entered is shown.
void EntryScreen::draw_progress(const Frame& frame, Line& line, bool beside_filter) {
    auto& surface = frame.surface;
    const auto& counts = sheet_->rows.counts;
    const auto words = frame.tr(progress_words(counts));
    const auto shown = beside_filter ? frame.tr(entered_words(counts)) : words;
    const TextStyle small{surface.metrics().text_small, Weight::Regular, Tone::Quiet};
    caption_line(surface, "progress", line.right(text_width(surface, shown, small) + 2), shown,
                 small);
    progress_bar(surface, "progress", centered(line.right(120), 120, 8),
                 frame.tr(S::EntryProgressName), counts.share(), words);
    if (counts.partial == 0) return;
    const auto partial = frame.tr({S::EntryPartialCount, {std::to_string(counts.partial)}});
    const float mark = badge_width(surface, partial);
    badge(surface, "partial", centered(line.right(mark), mark, badge_height(surface)), partial,
          Tone::Caution);
}

void EntryScreen::draw_table(const Frame& frame, Rect area, const EntryPlace& place) {
    TableWish wish;
    if (frame.room == Room::Narrow) {
        wish = cards_.draw(frame, area, *sheet_, filter_, menu_, place.row);
    } else {
        // The table has its own current row; an address or an undo moves it once.
        if (place != table_place_) grid_.go_to(place.row);
        table_place_ = place;
        wish = grid_.draw(frame, area, *sheet_, filter_, typing_, menu_);
    }
    if (!wish.form) return;
    if (wish.field) form_.edit_field(*wish.field);
    frame.ask(app::Go{place.report, *wish.form, false});
}

void EntryScreen::draw_form(const Frame& frame, Rect area, const EntryPlace& place) {
    const auto& rows = sheet_->rows.rows;
    if (rows.empty()) return;
    const auto& row = sheet_->rows.find(place.row) ? place.row : rows.front().row;
    std::optional<model::RowId> go;
    Line line(area, 0);
    if (frame.room != Room::Narrow) {
        const Rect side = line.left(ListWidth);
        paint_fill(frame.surface, side, frame.surface.palette().surface);
        go = list_.draw(frame, side, *sheet_, filter_, menu_, row);
        paint_line(frame.surface, side.right(), side.y, side.right(), side.bottom());
    }
    const bool has_context = frame.room == Room::Wide;
    const Rect context = has_context ? line.right(ContextWidth) : Rect{};
    auto wish = form_.draw(frame, line.rest(), *sheet_, row, typing_);
    if (has_context) {
        paint_line(frame.surface, context.x, context.y, context.x, context.bottom());
        const auto asked = draw_entry_context(frame, context, *sheet_, row, facts(frame, row));
        wish.share = wish.share || asked.share;
        if (asked.edit) {
            form_.edit_field(*asked.edit);
            frame.surface.redraw();
        }
    }
    if (wish.share) share_.open(*sheet_, row);
    if (wish.go) go = wish.go;
    if (go && *go != row) frame.ask(app::Go{place.report, *go, false});
}

const RowFacts& EntryScreen::facts(const Frame& frame, const model::RowId& row) {
    const auto& state = file(frame, sheet_->id);
    return facts_.get({{frame.work.revision(), sheet_->id}, row}, [&] {
        RowFacts facts;
        if (const auto change = store::last_change(frame.work.db(), sheet_->id, row)) {
            facts.changed_at = change->at_ms;
            facts.changed_by = change->who;
        }
        facts.code = state.code;
        facts.changed_since_code = !state.current;
        return facts;
    });
}

void EntryScreen::take_keys(const Frame& frame, const EntryPlace& place) {
    auto& surface = frame.surface;
    if (surface.take_chord({.key = "G", .ctrl = true}))
        frame.ask(app::Go{place.report, place.grid ? grid_.row() : place.row, !place.grid});
    if (surface.take_chord({.key = "F", .ctrl = true})) {
        const bool cards = frame.room == Room::Narrow;
        // There the models are on a page of their own.
        if (cards && !place.grid) frame.ask(app::Go{place.report, place.row, true});
        begin_edit(surface, surface.full_id(cards        ? "cards/search"
                                            : place.grid ? "bar/search"
                                                         : "list/search"));
    }
    if (surface.take_chord({.key = "F8"})) go_to_missing(frame, place, 1);
    if (surface.take_chord({.key = "F8", .shift = true})) go_to_missing(frame, place, -1);
    if (place.grid || sheet_->rows.rows.empty()) return;
    const auto& row = sheet_->rows.find(place.row) ? place.row : sheet_->rows.rows.front().row;
    const int step = surface.take_chord({.key = "ArrowDown", .alt = true}) ? 1
                     : surface.take_chord({.key = "ArrowUp", .alt = true}) ? -1
                                                                           : 0;
    const auto to = sheet_->rows.beside(row, step);
    if (to != row) frame.ask(app::Go{place.report, to, false});
    if (surface.take_chord({.key = "D", .ctrl = true})) say_nothing_arose(frame, row);
}

/// What had the focus may be gone when the form becomes the table, or comes instead of the desk:
/// then the work goes on in the same field, where the next key is awaited.
void EntryScreen::follow_turn(const Frame& frame, const EntryPlace& place) {
    auto& surface = frame.surface;
    const auto& focus = surface.focused();
    const bool turned = drawn_ && drawn_->report == place.report && drawn_->grid != place.grid;
    const bool stays = surface.focus_within("bar") || focus.starts_with("header/");
    const bool lost = focus.empty() ? turned && !surface.touch() : !stays;
    if (!lost || (drawn_ && !turned) || sheet_->rows.rows.empty()) return;
    const auto& row = place.row.empty() ? sheet_->rows.rows.front().row : place.row;
    if (place.grid) {
        const auto field = EntryForm::field_of(*sheet_, focus);
        if (frame.room == Room::Narrow)
            surface.request_focus(surface.full_id("cards/" + row.value));
        else
            grid_.enter(*sheet_, {row, field ? field->field : model::FieldId{}});
    } else if (!form_.has_wish()) {
        const auto* state = state_field(*sheet_->form);
        // A field of text would call the keyboard of a touch screen.
        const auto* field = turned && !surface.touch() ? grid_.field(*sheet_) : state;
        if (!field) field = state;
        if (field) form_.edit_field(field->id);
    }
}

/// F8: to the next required field that is blank, Shift+F8 to the one before.
void EntryScreen::go_to_missing(const Frame& frame, const EntryPlace& place, int step) {
    RowField from{place.row, {}};
    if (const auto field = EntryForm::field_of(*sheet_, frame.surface.focused())) {
        from = *field;
    } else if (place.grid && frame.room != Room::Narrow) {
        const auto* column = grid_.field(*sheet_);
        from = {grid_.row(), column ? column->id : model::FieldId{}};
    }
    const auto to = next_missing(sheet_->rows, *sheet_->form, from, step);
    found_ = to.has_value();
    if (!to) {
        news_ = nothing_missing(sheet_->rows.counts);
    } else if (place.grid && frame.room != Room::Narrow) {
        grid_.enter(*sheet_, *to);
    } else {
        form_.edit_field(to->field);
        if (place.grid || to->row != place.row) frame.ask(app::Go{place.report, to->row, false});
    }
    frame.surface.redraw();
}

/// Ctrl+D: the field that has its own word for "nothing to tell" says it, or takes it back.
void EntryScreen::say_nothing_arose(const Frame& frame, const model::RowId& row) const {
    for (const auto& field : sheet_->form->fields) {
        const auto& words = field.empty_words;
        const bool own = std::any_of(words.begin(), words.end(), [](const model::EmptyWord& word) {
            return word.kind == model::Empty::NotArising;
        });
        if (!own) continue;
        const auto& cell = sheet_->cell(row, field.id);
        const bool said = cell.empty() == model::Empty::NotArising;
        // Pressed again at once, what it took the place of is back.
        const auto step = frame.work.undoable();
        const bool just = step && step->report == sheet_->id && step->row == row;
        if (said && just && step->field == field.id) {
            frame.ask(app::Undo{});
            continue;
        }
        const auto kind = said ? model::Empty::NotEntered : model::Empty::NotArising;
        frame.send(app::ReportCommand{app::EditCell{
            sheet_->id, row, field.id, model::changes(cell, with_empty(cell, kind)), 0}});
    }
}

/// The report of the address is not here (another machine, or it was deleted).
void EntryScreen::draw_gone(const Frame& frame, Rect area) {
    auto& surface = frame.surface;
    const Rect middle = centered(area, std::min(area.w - 48, 420.0f), 160);
    Column column(middle, 12);
    column.skip(heading(surface, "gone", column.here(), frame.tr(S::EntryGone), 1,
                        {surface.metrics().text_heading, Weight::SemiBold}));
    column.skip(label(surface, "gone-why", column.here(), frame.tr(S::EntryGoneWhy),
                      {0, Weight::Regular, Tone::Quiet}));
    const auto back = frame.tr(S::GoToDesk);
    const Rect line = column.take(surface.metrics().control_height);
    ButtonLook look;
    look.kind = ButtonKind::Primary;
    if (button(surface, "to-desk", {line.x, line.y, button_width(surface, back, look), line.h},
               back, look))
        frame.ask(app::Go{});
}

}  // namespace ui
