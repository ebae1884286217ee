#include "ui/typing.hpp"

#include <utility>

namespace ui {

void Typing::take(const Frame& frame, const Place& place, const FieldResult& result,
                  const model::Cell& stored, const Put& put) {
    if (!result.editing && !result.began && !result.typed && !result.ended) return;
    const bool same = stay_ && stay_->number == result.stay && stay_->place == place;
    if (!same) {
        if (stay_) end(frame, TextEvent::Reason::Replaced);
        stay_ = Stay{place, result.stay, stored, {}, std::nullopt, frame.surface.now_ms()};
    }
    stay_->drawn = true;
    // Until something is typed the cell may become another one under the person (undo).
    if (!stay_->held && stay_->parts.empty()) stay_->before = stored;
    if (result.typed && result.ended != TextEvent::Reason::Escape)
        stay_->held = put(stay_->before, *result.typed);
    if (result.ended) end(frame, *result.ended);
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
    if (reason == TextEvent::Reason::Escape) {
        // What was stored of it by then is a step that can be taken back, and so is its taking
        // back.
        stay_->held.reset();
        send(frame, stay_->before, 0);
    }
    if (stay_->held) send(frame, *std::exchange(stay_->held, std::nullopt), stay_->number);
    frame.send(app::ReportCommand{app::EndStay{stay_->number}});
    stay_.reset();
}

}  // namespace ui
