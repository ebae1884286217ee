#include "ui/cost_block.hpp"

#include <utility>

#include "text/entered.hpp"
#include "text/fold.hpp"
#include "ui/cell_text.hpp"
#include "ui/icons.gen.hpp"
#include "ui/one_line.hpp"
#include "value/money.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float Gap = 12;
constexpr float LabelGap = 4;

/// Typed words as they are stored among others.
std::string as_kept(std::string_view typed) {
    return text::trimmed(text::entered(typed));
}

std::string amount_id(std::size_t number) {
    return "amount-" + std::to_string(number + 1);
}

/// The amounts with room for `number`.
std::vector<Amount> amounts_with(const model::Cell& cell, std::size_t number) {
    auto amounts = amounts_of(cell);
    if (amounts.size() <= number) amounts.resize(number + 1);
    return amounts;
}

/// Paints the small label of the control `id` on top of `rect` and answers where the control
/// stands.
Rect below_label(const FieldDesk& desk, std::string_view id, Rect rect, std::string_view title) {
    auto& surface = desk.frame.surface;
    const TextStyle style{surface.metrics().text_small, Weight::Regular, Tone::Quiet};
    const float height = line_height(surface, style);
    caption(surface, id, {rect.x, rect.y, rect.w, height}, title, style);
    return {rect.x, rect.y + height + LabelGap, rect.w, surface.metrics().control_height};
}

float labelled_height(const Surface& surface) {
    return line_height(surface, {surface.metrics().text_small}) + LabelGap +
           surface.metrics().control_height;
}

std::string amount_name(const FieldDesk& desk, S title, std::size_t number) {
    return desk.frame.tr({S::EntryAmountPart, {desk.frame.tr(title), std::to_string(number + 1)}});
}

/// One amount on the screen. While somebody types in it, `base` is the cell as it was before: words
/// that are no amount yet must neither make the row vanish nor be added twice.
struct AmountDesk {
    const FieldDesk& desk;
    const model::Cell& base;
    std::size_t number;  // from 0
    Amount amount;       // out of base
    std::string error;   // of what was typed as its value

    Surface& surface() const { return desk.frame.surface; }
};

FieldResult draw_value(const AmountDesk& at, Rect rect) {
    const Rect box = below_label(at.desk, "value", rect, at.desk.frame.tr(S::EntryAmountValue));
    FieldLook look;
    const auto hint = at.desk.frame.tr(S::EntryAmountHint);
    look.placeholder = hint;
    look.error = at.error;
    const auto words =
        at.amount.value.empty() ? std::string() : value::amount_words(at.amount.value);
    auto result = text_field(at.surface(), "value", box,
                             amount_name(at.desk, S::EntryAmountValue, at.number), words, look);
    at.desk.typing.take(at.desk.frame, at.desk.place(), result, at.desk.cell(),
                        [&](const model::Cell& before, std::string_view typed) {
                            return with_typed_amount(before, at.number, typed);
                        });
    return result;
}

void draw_detail(const AmountDesk& at, Rect rect, S title, std::string Amount::* detail,
                 std::string_view id) {
    const Rect box = below_label(at.desk, id, rect, at.desk.frame.tr(title));
    const auto result = text_field(at.surface(), id, box, amount_name(at.desk, title, at.number),
                                   at.amount.*detail);
    at.desk.typing.take(at.desk.frame, at.desk.place(), result, at.desk.cell(),
                        [&](const model::Cell& before, std::string_view words) {
                            auto amounts = amounts_with(before, at.number);
                            amounts[at.number].*detail = std::string(words);
                            return with_amounts(before, amounts);
                        });
}

void draw_nature(const AmountDesk& at, Rect rect) {
    const Rect box = below_label(at.desk, "nature", rect, at.desk.frame.tr(S::EntryAmountNature));
    const auto none = at.desk.frame.tr(S::EntryAmountNatureNone);
    std::vector<Option> options{{"", none}};
    for (const auto& nature : at.desk.field.natures)
        options.push_back({nature.id, title_of(nature, at.desk.frame.lang)});
    const auto chosen =
        select(at.surface(), "nature", box, amount_name(at.desk, S::EntryAmountNature, at.number),
               options, at.amount.nature);
    if (!chosen) return;
    auto amounts = amounts_with(at.desk.cell(), at.number);
    amounts[at.number].nature = *chosen;
    at.desk.edit(with_amounts(at.desk.cell(), amounts));
}

TextStyle error_style(const Surface& surface) {
    return {surface.metrics().text_small, Weight::Regular, Tone::Bad};
}

/// "= 6.800.000.000 đồng" of what is stored now, so that a slip of a zero is seen while typing; or
/// why there is nothing of what was typed.
void draw_digits(const AmountDesk& at, Rect rect) {
    if (!at.error.empty())
        return paint_text(at.surface(), rect, at.error, error_style(at.surface()));
    const auto stored = amounts_of(at.desk.cell());
    if (at.number >= stored.size() || stored[at.number].value.empty()) return;
    const auto digits = value::vn_number(stored[at.number].value);
    const auto key = stored[at.number].approximate ? S::EntryAmountAboutDong : S::EntryAmountDong;
    label(at.surface(), "digits", rect, at.desk.frame.tr({key, {digits}}),
          {at.surface().metrics().text_small, Weight::Regular, Tone::Quiet});
}

/// Whether the amount is to go.
bool draw_remove(const AmountDesk& at, Rect rect) {
    ButtonLook look;
    look.kind = ButtonKind::Quiet;
    look.icon = icon::Trash;
    look.icon_only = true;
    return button(at.surface(), "remove", rect,
                  amount_name(at.desk, S::EntryRemoveAmount, at.number), look);
}

struct AmountTouch {
    FieldResult value;
    bool remove = false;
};

/// A card with the parts of one amount.
AmountTouch draw_amount(const AmountDesk& at, Column& column) {
    auto& surface = at.surface();
    const Scope scope(surface, amount_id(at.number));
    const float part = labelled_height(surface);
    const float side = surface.metrics().control_height;
    const float note = at.error.empty() ? line_height(surface, {surface.metrics().text_small})
                                        : text_height(surface, at.error, column.width() - 2 * Gap,
                                                      error_style(surface));
    const float digits = note + LabelGap;
    const bool narrow = column.width() < 520;
    const float parts = narrow ? 3 : 2;
    const Rect card = column.take(parts * part + (parts + 1) * Gap + digits);
    paint_fill(surface, card, surface.palette().surface_sunken, surface.metrics().radius);

    Column inside(card.inset(Gap, Gap), Gap);
    Line first(inside.take(part), Gap);
    AmountTouch touch;
    touch.value = draw_value(at, first.left(narrow ? (card.w - 3 * Gap) / 2 : 190));
    // Read right after the amount that they are.
    draw_digits(at, {inside.here().x, inside.y() - Gap + LabelGap, inside.width(), digits});
    draw_nature(at, narrow ? first.rest() : first.left(150));
    inside.space(digits);
    Line second = narrow ? Line(inside.take(part), Gap) : first;
    draw_detail(at, second.left(80), S::EntryAmountYear, &Amount::year, "year");
    draw_detail(at, second.rest(), S::EntryAmountSource, &Amount::source, "source");
    Line last(inside.take(part), Gap);
    const Rect corner = last.right(side);
    draw_detail(at, last.rest(), S::EntryAmountPurpose, &Amount::purpose, "purpose");
    touch.remove = draw_remove(at, {corner.x, corner.bottom() - side, side, side});
    return touch;
}

void remove_amount(const FieldDesk& desk, std::size_t number) {
    auto amounts = amounts_of(desk.cell());
    if (number >= amounts.size()) return;
    amounts.erase(amounts.begin() + static_cast<std::ptrdiff_t>(number));
    desk.edit(with_amounts(desk.cell(), amounts));
}

}  // namespace

model::Cell with_typed_amount(const model::Cell& cell, std::size_t number, std::string_view words) {
    auto amounts = amounts_with(cell, number);
    const auto typed = as_kept(words);
    const auto read = read_typed_amount(typed);
    amounts[number].value = read ? read->value : "";
    amounts[number].approximate = read && read->approximate;
    auto made = with_amounts(cell, amounts);
    if (read || typed.empty()) return made;
    const std::string written(cell.part("text"));
    return with_text(made, "text", written.empty() ? typed : written + "; " + typed);
}

/// Somebody wrote it again, took it back, or took the words away: nothing is asked any more.
void CostBlock::forget_mended(const model::Cell& cell) {
    if (!unread_) return;
    const auto amounts = amounts_of(cell);
    const bool mended = unread_->number < amounts.size() && !amounts[unread_->number].value.empty();
    if (mended || cell.part("text").find(unread_->words) == std::string_view::npos) {
        unread_.reset();
    } else if (unread_->number >= amounts.size() && amounts.size() < MostAmounts) {
        blank_ = unread_->number = amounts.size();  // an amount that says nothing is none
    }
}

void CostBlock::forget_removed(std::size_t number) {
    if (!unread_ || unread_->number < number) return;
    if (unread_->number == number)
        unread_.reset();
    else
        --unread_->number;
}

void CostBlock::follow(const FieldDesk& desk, const Amount& amount, std::size_t number,
                       const FieldResult& value) {
    if (value.began && unread_ && unread_->number == number) unread_.reset();
    if (value.typed) typed_[number] = *value.typed;
    if (!value.ended) return;
    const auto typed = typed_.extract(number);
    const auto words = typed ? as_kept(typed.mapped()) : std::string();
    if (*value.ended == TextEvent::Reason::Escape || words.empty() || read_typed_amount(words))
        return;
    Amount rest = amount;  // one that says nothing else is gone
    rest.value.clear();
    rest.approximate = false;
    unread_ = Unread{rest == Amount{} ? MostAmounts : number, words};
    desk.frame.surface.announce(desk.frame.tr({S::EntryAmountUnread, {words}}));
}

std::optional<TextEvent::Reason> CostBlock::draw(const FieldDesk& desk, Column& column,
                                                 bool missing) {
    const auto* before = desk.typing.before(desk.place());
    const model::Cell base = before ? *before : desk.cell();
    draw_field_label(desk, column, missing);
    draw_choices(desk, column);
    const auto ended =
        draw_part(desk, column,
                  {"text", desk.frame.tr(S::EntryCostWords), desk.frame.tr(S::EntryCostWordsHint),
                   "", 1, std::string(base.part("text"))});
    const auto amounts = amounts_of(base);
    if (blank_ && *blank_ < amounts.size()) blank_.reset();
    if (!before) forget_mended(desk.cell());
    // Also after a new start of the module, when the page says again what was typed in it.
    if (desk.frame.surface.edit_within(amount_id(amounts.size()))) blank_ = amounts.size();
    const auto shown = amounts.size() + (blank_ ? 1 : 0);
    for (std::size_t i = 0; i < shown; ++i) {
        const Amount amount = i < amounts.size() ? amounts[i] : Amount{};
        const bool wrong = unread_ && unread_->number == i;
        const auto error =
            wrong ? desk.frame.tr({S::EntryAmountUnread, {unread_->words}}) : std::string();
        const auto touch = draw_amount({desk, base, i, amount, error}, column);
        follow(desk, amount, i, touch.value);
        if (!touch.remove) continue;
        if (i >= amounts.size()) blank_.reset();
        forget_removed(i);
        remove_amount(desk, i);
    }

    auto& surface = desk.frame.surface;
    const auto more = desk.frame.tr(S::EntryAddAmount);
    ButtonLook look;
    look.kind = ButtonKind::Quiet;
    look.icon = icon::Plus;
    look.disabled = blank_ || amounts.size() >= MostAmounts;
    const Rect line = column.take(surface.metrics().control_height);
    if (button(surface, "add-amount", {line.x, line.y, button_width(surface, more, look), line.h},
               more, look)) {
        blank_ = amounts.size();
        begin_edit(surface, amount_id(*blank_) + "/value");
        surface.redraw();
    }
    return ended;
}

}  // namespace ui
