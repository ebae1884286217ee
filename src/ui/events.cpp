#include "ui/events.hpp"

#include <utility>
#include <variant>

namespace ui {

namespace {

std::string text_of(const json::Value& message, const char* key) {
    const auto found = message.find(key);
    return found != message.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<float> number_of(const json::Value& message, const char* key) {
    const auto found = message.find(key);
    if (found == message.end() || !found->is_number()) return std::nullopt;
    return found->get<float>();
}

float coordinate(const json::Value& message, const char* key) {
    return number_of(message, key).value_or(0.0f);
}

std::optional<bool> flag_of(const json::Value& message, const char* key) {
    const auto found = message.find(key);
    if (found == message.end() || !found->is_boolean()) return std::nullopt;
    return found->get<bool>();
}

bool is(const json::Value& message, const char* key) {
    return flag_of(message, key).value_or(false);
}

ViewEvent view_of(const json::Value& message) {
    return {number_of(message, "w"),       number_of(message, "h"),  number_of(message, "dpr"),
            number_of(message, "covered"), flag_of(message, "dark"), flag_of(message, "contrast"),
            flag_of(message, "forced"),    flag_of(message, "touch")};
}

std::optional<PointerEvent> pointer_of(const json::Value& message) {
    using Kind = PointerEvent::Kind;
    constexpr std::pair<const char*, Kind> Kinds[] = {{"move", Kind::Move},
                                                      {"down", Kind::Down},
                                                      {"up", Kind::Up},
                                                      {"leave", Kind::Leave},
                                                      {"cancel", Kind::Cancel}};
    const std::string type = text_of(message, "type");
    for (const auto& [name, kind] : Kinds) {
        if (type != name) continue;
        return PointerEvent{kind,
                            coordinate(message, "x"),
                            coordinate(message, "y"),
                            static_cast<int>(coordinate(message, "button")),
                            text_of(message, "source") == "touch",
                            is(message, "shift")};
    }
    return std::nullopt;
}

/// Letters are compared in upper case, so that Ctrl+S is one chord with and without caps lock.
Chord chord_of(const json::Value& message) {
    std::string key = text_of(message, "key");
    if (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z')
        key[0] = static_cast<char>(key[0] - 'a' + 'A');
    return {key, is(message, "ctrl") || is(message, "meta"), is(message, "shift"),
            is(message, "alt")};
}

TextEvent::Reason reason_of(std::string_view word) {
    using Reason = TextEvent::Reason;
    constexpr std::pair<std::string_view, Reason> Reasons[] = {
        {"enter", Reason::Enter},          {"tab", Reason::Tab},
        {"shift-tab", Reason::ShiftTab},   {"escape", Reason::Escape},
        {"ctrl-enter", Reason::CtrlEnter}, {"to-cell", Reason::ToCell},
        {"replaced", Reason::Replaced}};
    for (const auto& [name, reason] : Reasons) {
        if (word == name) return reason;
    }
    return Reason::Blur;
}

TextEvent text_event(const json::Value& message, TextEvent::Kind kind) {
    TextEvent event{.kind = kind,
                    .id = text_of(message, "id"),
                    .value = text_of(message, "value"),
                    .caret = static_cast<int>(coordinate(message, "end")),
                    .composing = is(message, "composing"),
                    .shows = message.contains("value")};
    const auto seq = message.find("seq");
    if (seq != message.end() && seq->is_number()) event.seq = seq->get<std::uint64_t>();
    if (kind == TextEvent::Kind::End) event.reason = reason_of(text_of(message, "reason"));
    event.to = text_of(message, "to");
    return event;
}

bool button(const PointerEvent& event) {
    return event.kind == PointerEvent::Kind::Down || event.kind == PointerEvent::Kind::Up ||
           event.kind == PointerEvent::Kind::Cancel;
}

bool has_button(const FrameInput& frame) {
    for (const PointerEvent& event : frame.pointers) {
        if (button(event)) return true;
    }
    return false;
}

/// Something that must be seen and answered before the next thing is.
bool has_discrete(const FrameInput& frame) {
    return has_button(frame) || frame.menu || frame.chord || frame.act;
}

}  // namespace

bool FrameInput::empty() const {
    return views.empty() && pointers.empty() && wheels.empty() && focuses.empty() &&
           texts.empty() && !caret && zoom_steps == 0 && !menu && !chord && !act;
}

bool Events::push(const json::Value& message) {
    const std::string kind = text_of(message, "k");
    if (kind == "ptr") {
        if (const auto pointer = pointer_of(message)) queue_.emplace_back(*pointer);
    } else if (kind == "wheel") {
        queue_.emplace_back(WheelEvent{coordinate(message, "x"), coordinate(message, "y"),
                                       coordinate(message, "dx"), coordinate(message, "dy")});
    } else if (kind == "pinch") {
        queue_.emplace_back(PinchEvent{static_cast<int>(coordinate(message, "steps"))});
    } else if (kind == "menu") {
        queue_.emplace_back(
            MenuEvent{text_of(message, "id"), number_of(message, "x"), number_of(message, "y")});
    } else if (kind == "menuBack") {
        queue_.emplace_back(MenuEvent{.taken_back = true});
    } else if (kind == "key") {
        queue_.emplace_back(chord_of(message));
    } else if (kind == "act") {
        queue_.emplace_back(text_of(message, "id"));
    } else if (kind == "focus") {
        queue_.emplace_back(FocusEvent{text_of(message, "id"), true, is(message, "pressed")});
    } else if (kind == "blur") {
        queue_.emplace_back(FocusEvent{text_of(message, "id"), false});
    } else if (kind == "textBegin") {
        queue_.emplace_back(text_event(message, TextEvent::Kind::Begin));
    } else if (kind == "text") {
        queue_.emplace_back(text_event(message, TextEvent::Kind::Typed));
    } else if (kind == "textEnd") {
        queue_.emplace_back(text_event(message, TextEvent::Kind::End));
    } else if (kind == "caret") {
        queue_.emplace_back(
            CaretEvent{text_of(message, "id"), static_cast<int>(coordinate(message, "at"))});
    } else if (kind == "resize" || kind == "theme" || kind == "start") {
        queue_.emplace_back(view_of(message));
    } else {
        return false;
    }
    return true;
}

bool Events::fits(const Event& event, const FrameInput& frame) {
    if (const auto* pointer = std::get_if<PointerEvent>(&event)) {
        if (has_discrete(frame)) return false;
        if (!button(*pointer)) return true;
        return frame.texts.empty() && frame.pointers.empty();
    }
    if (std::holds_alternative<TextEvent>(event)) return !has_discrete(frame);
    if (std::holds_alternative<Chord>(event) || std::holds_alternative<std::string>(event) ||
        std::holds_alternative<MenuEvent>(event)) {
        return !has_discrete(frame) && frame.texts.empty();
    }
    if (std::holds_alternative<WheelEvent>(event)) return !has_discrete(frame);
    return true;
}

/// A finger has no hover before it comes down, and what lies above what is only known once a frame
/// has seen the pointer there: so a button never comes down at a place no frame saw.
bool Events::lead_pointer(FrameInput& frame) {
    const auto* pointer = queue_.empty() ? nullptr : std::get_if<PointerEvent>(&queue_.front());
    if (!pointer || pointer->kind != PointerEvent::Kind::Down) return false;
    if (pointer->x == seen_.x && pointer->y == seen_.y && seen_.kind != PointerEvent::Kind::Leave)
        return false;
    seen_ = *pointer;
    seen_.kind = PointerEvent::Kind::Move;
    frame.pointers.push_back(seen_);
    return true;
}

/// A pointer that is about to go down says once more where it is. No frame is needed to see that
/// when one saw it hover there; after a press something else may lie there now.
void Events::skip_move_in_place() {
    if (queue_.size() < 2 || seen_.kind != PointerEvent::Kind::Move) return;
    const auto* pointer = std::get_if<PointerEvent>(&queue_.front());
    if (!pointer || pointer->kind != PointerEvent::Kind::Move) return;
    if (pointer->x == seen_.x && pointer->y == seen_.y && pointer->touch == seen_.touch)
        queue_.pop_front();
}

FrameInput Events::take() {
    FrameInput frame;
    skip_move_in_place();
    if (lead_pointer(frame)) return frame;
    while (!queue_.empty() && fits(queue_.front(), frame)) {
        Event event = std::move(queue_.front());
        queue_.pop_front();
        if (const auto* view = std::get_if<ViewEvent>(&event)) {
            frame.views.push_back(*view);
        } else if (const auto* pointer = std::get_if<PointerEvent>(&event)) {
            seen_ = *pointer;
            // Dear ImGui's pointer goes away after a tap (see surface.cpp).
            if (pointer->touch && pointer->kind == PointerEvent::Kind::Up)
                seen_.kind = PointerEvent::Kind::Leave;
            if (pointer->kind == PointerEvent::Kind::Cancel) seen_.kind = PointerEvent::Kind::Leave;
            frame.pointers.push_back(*pointer);
        } else if (const auto* wheel = std::get_if<WheelEvent>(&event)) {
            frame.wheels.push_back(*wheel);
        } else if (const auto* pinch = std::get_if<PinchEvent>(&event)) {
            frame.zoom_steps += pinch->steps;
        } else if (auto* focus = std::get_if<FocusEvent>(&event)) {
            frame.focuses.push_back(std::move(*focus));
        } else if (auto* text = std::get_if<TextEvent>(&event)) {
            frame.texts.push_back(std::move(*text));
            frame.caret.reset();  // what is typed tells a newer place
        } else if (auto* caret = std::get_if<CaretEvent>(&event)) {
            frame.caret = std::move(*caret);
        } else if (auto* menu = std::get_if<MenuEvent>(&event)) {
            frame.menu = std::move(*menu);
        } else if (auto* chord = std::get_if<Chord>(&event)) {
            frame.chord = std::move(*chord);
        } else {
            frame.act = std::move(std::get<std::string>(event));
        }
    }
    return frame;
}

}  // namespace ui
