// The costs of a model: what kind they are, the words as written, and amounts with their nature,
// source, year and purpose (domain.md §8.3: sums never mix natures, so each amount says its own).
// An amount is typed in words ("khoảng 6,8 tỷ") and shown back in digits; words that are no amount
// are kept among the words as written, so that nothing typed is lost.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "ui/cell_edit.hpp"
#include "ui/field_block.hpp"

namespace ui {

class CostBlock {
public:
    std::optional<TextEvent::Reason> draw(const FieldDesk& desk, Column& column, bool missing);

    /// Another row is shown: nothing is offered or asked any more.
    void leave() { *this = {}; }

private:
    /// Words that were typed as an amount, could not be read, and are among the others now.
    struct Unread {
        /// Of the amount that asks for them again; beyond the last: a blank one.
        std::size_t number = 0;
        std::string words;
    };

    void forget_mended(const model::Cell& cell);
    void forget_removed(std::size_t number);
    void follow(const FieldDesk& desk, const Amount& amount, std::size_t number,
                const FieldResult& value);

    std::optional<std::size_t> blank_;          // number of the amount offered below the others
    std::map<std::size_t, std::string> typed_;  // so far, by the number of the amount
    std::optional<Unread> unread_;
};

/// The cell in which amount `number` (from 0) is what `words` say; where they are no amount they
/// stand among the words as written instead.
model::Cell with_typed_amount(const model::Cell& cell, std::size_t number, std::string_view words);

}  // namespace ui
