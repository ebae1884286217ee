#include "ui/typing.hpp"

#include <algorithm>
#include <utility>

#include "text/entered.hpp"

namespace ui {

void Typing::take(const Frame& frame, const Place& place, const FieldResult& result,
                  const model::Cell& stored, const Put& put) {
    if (!result.editing && !result.began && !result.typed && !result.ended) return;
    const bool same = stay_ && stay_->number == result.stay && stay_->place == place;
    if (!same) {
        if (stay_) end(frame, TextEvent::Reason::Replaced);
        stay_ = Stay{};
        stay_->place = place;
        stay_->number = result.stay;
        stay_->before = stored;
        stay_->sent_at_ms = frame.surface.now_ms();
    }
    stay_->drawn = true;
    // Until something is typed the cell may become another one under the person (undo).
    if (!stay_->held && stay_->parts.empty()) stay_->before = stored;
    const bool escaped = result.ended == TextEvent::Reason::Escape;
    if (result.typed && !escaped) {
        stay_->words = *result.typed;
        stay_->held = stay_->typed = put(stay_->before, stay_->words);
    }
    if (!result.ended) return;
    if (!escaped && lost_to(stored)) {
        stay_->before = stored;
        stay_->held = put(stored, stay_->words);
    }
    end(frame, *result.ended);
}

/// A field that was typed in shows what was typed, whatever becomes of the cell beneath it (a
/// screen reader presses a button that empties it while a word is composed): what shows is what is
/// kept.
bool Typing::lost_to(const model::Cell& stored) const {
    if (stay_->held || !stay_->typed) return false;
    return std::any_of(stay_->parts.begin(), stay_->parts.end(), [&](const std::string& part) {
        return stored.part(part) != text::entered(stay_->typed->part(part));
    });
}

void Typing::spend(const Frame& frame) {
    if (!stay_) return;
    if (!std::exchange(stay_->drawn, false)) return end(frame, TextEvent::Reason::Replaced);
    if (!stay_->held) return;
    const double waited = frame.surface.now_ms() - stay_->sent_at_ms;
    if (waited >= PaceMs || frame.surface.hurried()) {
        send(frame, *std::exchange(stay_->held, std::nullopt), stay_->number);
    } else {
        frame.surface.hold_text(stay_->number);
        frame.surface.wake_in(PaceMs - waited);
    }
}

const model::Cell* Typing::before(const Place& place) const {
    return stay_ && stay_->place == place ? &stay_->before : nullptr;
}

/// All parts of this stay each time, since nobody knows here whether what was sent before was done.
void Typing::send(const Frame& frame, const model::Cell& cell, std::uint64_t stay) {
    for (const auto& [part, text] : model::changes(stay_->before, cell)) stay_->parts.insert(part);
    stay_->sent_at_ms = frame.surface.now_ms();
    model::Parts parts;
    for (const auto& part : stay_->parts) parts[part] = cell.part(part);
    if (parts.empty()) return;
    frame.send(app::ReportCommand{app::EditCell{stay_->place.report, stay_->place.row,
                                                stay_->place.field, std::move(parts), stay}});
}

void Typing::end(const Frame& frame, TextEvent::Reason reason) {
    if (stay_->held) send(frame, *std::exchange(stay_->held, std::nullopt), stay_->number);
    frame.send(app::ReportCommand{app::EndStay{stay_->number}});
    // What was typed is one step and its taking back the next: a paragraph given up by a wrong key
    // is one Ctrl+Z away.
    if (reason == TextEvent::Reason::Escape) send(frame, stay_->before, 0);
    stay_.reset();
}

}  // namespace ui
