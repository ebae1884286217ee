// What one act of a person makes of a cell: a text typed, a choice or a meaning of emptiness
// pressed, an amount of money read. Pure: the cell in, the new cell out; screens send it on.
// A cell says something or why it says nothing, never both.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cell.hpp"

namespace ui {

/// One row of a cost cell's amounts; `value` in digits of đồng. Blank parts are absent in the cell.
struct Amount {
    std::string value;
    bool approximate = false;
    std::string nature;  // model::word(MoneyNature) or blank
    std::string source;
    std::string year;
    std::string purpose;
    bool operator==(const Amount&) const = default;
};

/// Most amounts a cell can hold: the number in "amounts.N" has two digits (model/cell.hpp).
constexpr std::size_t MostAmounts = 99;

model::Cell with_text(model::Cell cell, std::string_view part, std::string_view text);
/// `choice` blank: none is chosen. What belongs to a hand-over goes away with it.
model::Cell with_choice(model::Cell cell, std::string_view choice);
/// The cell says only why it is empty; `NotEntered` makes it blank. To whom and when it was handed
/// over stay while it stays handed over.
model::Cell with_empty(const model::Cell& cell, model::Empty empty);
/// "empty_to", "empty_when", "empty_reason": what goes with a hand-over or a reason.
model::Cell with_detail(model::Cell cell, std::string_view part, std::string_view text);

/// Whether the cell says the model was handed over, as its state or as the reason it is empty.
bool handed_over(const model::Cell& cell);

/// Whether words that stand in the cell are gone, or others, once the parts of `change` are so. A
/// choice is no word: it is made again as easily.
bool loses_words(const model::Cell& cell, const model::Parts& change);

std::vector<Amount> amounts_of(const model::Cell& cell);
/// Numbers them 1, 2, … and leaves out those that say nothing.
model::Cell with_amounts(model::Cell cell, const std::vector<Amount>& amounts);

/// An amount as a person types it: "khoảng 6,8 tỷ", "500 triệu đồng".
struct TypedAmount {
    std::string value;  // digits of đồng
    bool approximate = false;
    bool operator==(const TypedAmount&) const = default;
};
std::optional<TypedAmount> read_typed_amount(std::string_view words);

}  // namespace ui
