// The page's messages, put in order for frames: one frame sees either typing or one discrete thing
// (a button going down or up, a chord, an activation), so that what happened first is also done
// first, also when the page was busy and sends a handful at once (web-platform.md §6.5).
// Only reads and sorts; what a message does is the surface's matter.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "json/value.hpp"

namespace ui {

/// A message of the page that is not a pointer event: a chord the page captured, while no editor
/// composes.
struct Chord {
    std::string key;  // KeyboardEvent.key, letters upper case: "S", "Enter", "F2", "ArrowDown", "?"
    bool ctrl = false;  // Control, or Command on a Mac
    bool shift = false;
    bool alt = false;
    bool operator==(const Chord&) const = default;
};

/// What the page says of the text being edited (web-platform.md §6.2).
struct TextEvent {
    enum class Kind { Begin, Typed, End };
    enum class Reason { None, Blur, Enter, Tab, ShiftTab, Escape, CtrlEnter, ToCell, Replaced };
    Kind kind = Kind::Typed;
    std::string id;
    std::string value;
    int caret = 0;  // Typed: as CaretEvent::at
    std::uint64_t seq = 0;
    bool composing = false;
    bool shows = false;  // Begin: `value` is what stands in the editor
    Reason reason = Reason::None;
    std::string to;  // ToCell: the full id of the cell a finger went on to
};

/// Where the caret of the edited text stands, in UTF-16 units as the page counts.
struct CaretEvent {
    std::string id;
    int at = 0;
};

struct PointerEvent {
    enum class Kind { Move, Down, Up, Leave, Cancel };
    Kind kind = Kind::Move;
    float x = 0;  // CSS px
    float y = 0;
    int button = 0;
    bool touch = false;
    bool shift = false;
};

struct WheelEvent {
    float x = 0;
    float y = 0;
    float dx = 0;  // CSS px, positive towards the end
    float dy = 0;
};

/// What can be done with a node was asked for: there, or with the keyboard (no place).
struct MenuEvent {
    std::string id;
    std::optional<float> x;
    std::optional<float> y;
    bool taken_back = false;  // the one that is open: it was no long press after all
};

/// Two fingers went apart (positive) or together by that many sizes of text.
struct PinchEvent {
    int steps = 0;
};

struct FocusEvent {
    std::string id;
    bool gained = true;
    bool pressed = false;  // by a pointer that is still down: nothing may move under it
};

/// The page's size and ways; absent members stay as they were.
struct ViewEvent {
    std::optional<float> width;
    std::optional<float> height;
    std::optional<float> dpr;
    std::optional<float> covered;  // at the bottom, by the screen keyboard
    std::optional<bool> dark;
    std::optional<bool> contrast;
    std::optional<bool> forced;
    std::optional<bool> touch;
};

/// What one frame sees.
struct FrameInput {
    std::vector<ViewEvent> views;
    std::vector<PointerEvent> pointers;
    std::vector<WheelEvent> wheels;
    std::vector<FocusEvent> focuses;
    std::vector<TextEvent> texts;
    std::optional<CaretEvent> caret;
    int zoom_steps = 0;  // sizes of text that two fingers asked for; negative: smaller
    std::optional<MenuEvent> menu;
    std::optional<Chord> chord;
    std::optional<std::string> act;  // the id of the node that was activated

    bool empty() const;
};

class Events {
public:
    /// Takes one message of the page; false when it is none of the surface's.
    bool push(const json::Value& message);

    /// Takes what the next frame may see; the rest waits for the frame after.
    FrameInput take();

    bool waiting() const { return !queue_.empty(); }

private:
    /// The text is the id of a node that was activated.
    using Event = std::variant<ViewEvent, PointerEvent, WheelEvent, PinchEvent, MenuEvent,
                               FocusEvent, TextEvent, CaretEvent, Chord, std::string>;

    static bool fits(const Event& event, const FrameInput& frame);
    void skip_move_in_place();
    bool lead_pointer(FrameInput& frame);

    std::deque<Event> queue_;
    PointerEvent seen_{.kind = PointerEvent::Kind::Leave};  // the last a frame saw
};

}  // namespace ui
