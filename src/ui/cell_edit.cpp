#include "ui/cell_edit.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "value/money.hpp"

namespace ui {
namespace {

// Words of official Vietnamese that make an amount approximate; compared without marks.
constexpr std::array<std::string_view, 5> ApproximateWords{"khoang", "uoc", "gan", "tren", "hon"};
constexpr std::string_view AmountPrefix = "amounts.";

void drop_emptiness(model::Cell& cell) {
    for (const auto* part : {"empty", "empty_to", "empty_when", "empty_reason"}) cell.set(part, "");
}

std::string amount_part(std::size_t number, std::string_view name) {
    return std::string(AmountPrefix) + std::to_string(number) + '.' + std::string(name);
}

}  // namespace

model::Cell with_text(model::Cell cell, std::string_view part, std::string_view text) {
    cell.set(part, text);
    if (!text.empty()) drop_emptiness(cell);
    return cell;
}

model::Cell with_choice(model::Cell cell, std::string_view choice) {
    const bool keeps_details = choice == model::word(model::Deployment::HandedOver);
    cell.set("choice", choice);
    if (keeps_details) {
        cell.set("empty", "");
    } else {
        drop_emptiness(cell);
    }
    return cell;
}

model::Cell with_empty(const model::Cell& cell, model::Empty empty) {
    model::Cell made;
    if (empty == model::Empty::NotEntered) return made;
    made.set("empty", model::word(empty));
    if (empty == model::Empty::HandedOver) {
        made.set("empty_to", cell.part("empty_to"));
        made.set("empty_when", cell.part("empty_when"));
    }
    return made;
}

model::Cell with_detail(model::Cell cell, std::string_view part, std::string_view text) {
    cell.set(part, text);
    return cell;
}

bool handed_over(const model::Cell& cell) {
    return cell.part("choice") == model::word(model::Deployment::HandedOver) ||
           cell.empty() == model::Empty::HandedOver;
}

bool loses_words(const model::Cell& cell, const model::Parts& change) {
    return std::any_of(change.begin(), change.end(), [&](const auto& part) {
        const auto& [name, text] = part;
        const bool chosen = name == "choice" || name == "empty" || name.ends_with(".nature") ||
                            name.ends_with(".approx");
        const auto before = cell.part(name);
        return !chosen && !before.empty() && before != text;
    });
}

std::vector<Amount> amounts_of(const model::Cell& cell) {
    std::vector<Amount> amounts;
    for (std::size_t number = 1; number <= MostAmounts; ++number) {
        Amount amount;
        const auto part = [&](std::string_view name) {
            return std::string(cell.part(amount_part(number, name)));
        };
        amount.value = part("value");
        amount.approximate = part("approx") == "yes";
        amount.nature = part("nature");
        amount.source = part("source");
        amount.year = part("year");
        amount.purpose = part("purpose");
        if (amount == Amount{}) break;
        amounts.push_back(std::move(amount));
    }
    return amounts;
}

model::Cell with_amounts(model::Cell cell, const std::vector<Amount>& amounts) {
    std::erase_if(cell.parts, [](const auto& p) { return p.first.starts_with(AmountPrefix); });
    std::size_t number = 0;
    for (const auto& amount : amounts) {
        if (amount == Amount{} || number == MostAmounts) continue;
        ++number;
        cell.set(amount_part(number, "value"), amount.value);
        cell.set(amount_part(number, "approx"), amount.approximate ? "yes" : "");
        cell.set(amount_part(number, "nature"), amount.nature);
        cell.set(amount_part(number, "source"), amount.source);
        cell.set(amount_part(number, "year"), amount.year);
        cell.set(amount_part(number, "purpose"), amount.purpose);
    }
    if (number > 0) drop_emptiness(cell);
    return cell;
}

std::optional<TypedAmount> read_typed_amount(std::string_view words) {
    const auto typed = text::trimmed(words);
    const auto space = typed.find(' ');
    const auto first = text::fold(std::string_view(typed).substr(0, space));
    const bool approximate = space != std::string::npos &&
                             std::find(ApproximateWords.begin(), ApproximateWords.end(), first) !=
                                 ApproximateWords.end();
    auto value = value::read_amount(approximate ? typed.substr(space + 1) : typed);
    if (!value) return std::nullopt;
    return TypedAmount{std::move(*value), approximate};
}

}  // namespace ui
