// The surface a frame is drawn on: what widgets and screens are handed to place, draw and name
// things. It owns the frame's semantic nodes, the focus, the open text editor and the scroll areas.
// Screens use it for layout facts and scopes; everything a person touches goes through widgets.
//
//   void draw(ui::Surface& s, …) { Scope row(s, "mh-26"); if (button(s, "done", rect, …)) … }
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/node.hpp"
#include "ui/theme.hpp"

namespace ui {

enum class Weight { Regular, SemiBold };

/// A message of the page that is not a pointer event: a chord the page captured, while no editor composes.
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
    enum class Reason { None, Blur, Enter, Tab, ShiftTab, Escape, CtrlEnter, Replaced };
    Kind kind = Kind::Typed;
    std::string id;
    std::string value;
    std::uint64_t seq = 0;
    bool composing = false;
    Reason reason = Reason::None;
};

struct Interaction {
    bool hovered = false;
    bool held = false;
    bool pressed = false;   // activated this frame, by pointer, key or assistive technology
    bool focused = false;   // has the DOM focus
    bool focus_visible = false;
};

/// Pieces of the frame's control: only the widgets and the shell construct and feed it.
class Surface;

/// Makes the ids of what is drawn inside it unique: "grid/mh-26/result".
class Scope {
public:
    Scope(Surface& surface, std::string_view id);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Surface& surface_;
};

/// A semantic container: nodes drawn inside are its children.
class Container {
public:
    Container(Surface& surface, std::string_view id, Rect rect, Role role, std::string_view name,
              NodeState state = {});
    /// For tables: the number of all rows and columns, drawn or not.
    Container(Surface& surface, std::string_view id, Rect rect, Role role, std::string_view name,
              int rows, int columns);
    ~Container();
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;

private:
    Surface& surface_;
};

/// A scrolling pane: draw at `content()` coordinates (already shifted by the scroll); what lies
/// outside `rect` is clipped. `content_height` of this frame is told before it ends.
class ScrollArea {
public:
    ScrollArea(Surface& surface, std::string_view id, Rect rect, Role role, std::string_view name);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    /// Top left of the content in screen coordinates, and its width without the scrollbar.
    Rect content() const { return content_; }
    Rect visible() const { return rect_; }
    /// How tall the content turned out; call once, after drawing.
    void set_content_height(float height);
    /// Scrolls so that `target` (screen coordinates of this frame) is inside.
    void reveal(Rect target);

private:
    Surface& surface_;
    Rect rect_;
    Rect content_;
    float content_height_ = 0;
};

/// The one door to input (design.md §2 decision 4): an ImGui item and a semantic node together.
/// `id` is local to the open scopes. With a gesture other than none the page acts itself and
/// `pressed` comes from its message.
Interaction interact(Surface& surface, std::string_view id, Rect rect, Role role,
                     std::string_view name, NodeState state = {}, Gesture gesture = {},
                     std::string_view value = {}, std::string_view description = {},
                     std::string_view keys = {});

}  // namespace ui
