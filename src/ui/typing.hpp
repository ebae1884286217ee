// Turns what is typed into commands: at most one each half second of a stay in a field, the last
// one when the field is left, and what was there before on Escape (design.md §7: one stay is one
// entry of history). Holds what was typed and not yet sent; the page keeps the same text until it
// is saved.
//
//   typing.take(frame, {report, row, field}, result, stored,
//               [](const model::Cell& cell, std::string_view words) {
//                   return with_text(cell, "text", words);
//               });
//   typing.spend(frame);   // once a frame, after all fields
//
// Only the parts that typing changed are sent: the cell may have become another one meanwhile.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "app/commands.hpp"
#include "ui/frame.hpp"
#include "ui/widgets.hpp"

namespace ui {

class Typing {
public:
    static constexpr double PaceMs = 500;

    struct Place {
        model::ReportId report;
        model::RowId row;
        model::FieldId field;
        bool operator==(const Place&) const = default;
    };
    /// The cell as the stay found it, and what was typed, make the new one.
    using Put = std::function<model::Cell(const model::Cell&, std::string_view)>;

    /// What happened this frame to a field of `place`. `stored` is the cell as the store has it.
    void take(const Frame& frame, const Place& place, const FieldResult& result,
              const model::Cell& stored, const Put& put);

    /// Sends what waited long enough, and everything of a field that is no longer drawn.
    void spend(const Frame& frame);

    /// The cell as it was when the running stay began; nothing when nobody is in that field.
    const model::Cell* before(const Place& place) const;

private:
    struct Stay {
        Place place;
        std::uint64_t number = 0;
        model::Cell before;
        std::set<std::string> parts;       // that the store was told of in this stay
        std::optional<model::Cell> held;   // typed and not sent
        std::string words;                 // typed last
        std::optional<model::Cell> typed;  // and the cell it made
        double sent_at_ms = 0;
        bool drawn = true;
    };

    bool lost_to(const model::Cell& stored) const;

    /// `stay` 0: a step of history by itself.
    void send(const Frame& frame, const model::Cell& cell, std::uint64_t stay);
    void end(const Frame& frame, TextEvent::Reason reason);

    std::optional<Stay> stay_;
};

}  // namespace ui
