// The surface a frame is drawn on: what widgets and screens are handed to place, draw and name
// things. It owns the frame's semantic nodes, the focus, the open text editor and the scroll areas.
// Screens use it for layout facts, scopes and chords; everything a person touches goes through
// widgets. Which pixels and messages come out is in surface_state.hpp, for widgets only.
//
//   void draw(ui::Surface& s, …) { Scope row(s, "mh-26"); if (button(s, "done", rect, …)) … }
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/message.hpp"
#include "json/value.hpp"
#include "ui/events.hpp"
#include "ui/fonts.hpp"
#include "ui/node.hpp"
#include "ui/theme.hpp"

namespace ui {

struct SurfaceState;

struct Interaction {
    bool hovered = false;
    bool held = false;
    bool pressed = false;    // activated this frame, by pointer, key or assistive technology
    bool activated = false;  // pressed, and not by the pointer
    bool focused = false;    // has the DOM focus; the page draws the ring
};

enum class Urgency { Polite, Assertive };
/// Whether what was typed is on the disk.
enum class Saved { No, Yes };

class Surface {
public:
    /// `first_stay`: stays in text fields are numbered from here. They must differ from those of
    /// every earlier start of the program, so hand over the time.
    explicit Surface(const FontFiles& fonts, std::uint64_t first_stay = 1);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    // ---- What a screen asks ----

    /// The part of the page that is not covered by a screen keyboard.
    Rect bounds() const;
    float width() const { return bounds().w; }
    float height() const { return bounds().h; }
    /// One column, as on a phone held upright.
    bool narrow() const { return width() < 720; }
    /// A finger rather than a mouse.
    bool touch() const;
    /// Whether Shift was down at the pointer's last press.
    bool pressed_with_shift() const;
    /// Whether the pointer's last press was a finger's: its keyboard lies on the glass.
    bool pressed_by_finger() const;
    const Metrics& metrics() const;
    const Palette& palette() const;
    i18n::Lang lang() const;
    /// Milliseconds of the frame's time, the same during the whole frame.
    double now_ms() const;
    std::string tr(i18n::S key) const { return std::string(i18n::text(lang(), key)); }

    /// "grid/mh-26/result" for "result" inside the open scopes.
    std::string full_id(std::string_view id) const;

    /// The chord the page sent, when it is this one; it is then taken and nobody else sees it.
    /// While a dialog or menu is open only what is drawn inside it is asked.
    bool take_chord(const Chord& chord);
    /// The chord nobody has taken yet, for who answers a whole family (letters, arrows).
    std::optional<Chord> waiting_chord() const;

    /// What can be done with the node of this id was asked for, by the right button, a long press
    /// or a key; once. Answers where its menu opens, and lets the page know that it has one. For
    /// who has drawn the node in this frame.
    std::optional<Rect> take_menu(std::string_view id);

    /// Full id of the node that has the DOM focus; empty when none has.
    const std::string& focused() const;
    /// Whether the node or one inside it (by scope) has the focus.
    bool focus_within(std::string_view id) const;
    /// Whether the text field with this id, or one inside that scope, is being edited. What is
    /// being edited must be drawn, also outside the visible part, or its text would not be taken.
    bool edit_within(std::string_view id) const;
    /// A field inside that scope for which the page has a text that nobody took yet: its full id.
    std::optional<std::string> text_waiting(std::string_view id) const;
    /// Full id of the field being edited; empty when none is.
    const std::string& editing() const;

    // ---- What a screen or the shell tells ----

    /// Moves the DOM focus to the node with this scope-local or full id, once it is drawn.
    void request_focus(std::string_view id);
    /// A sentence for screen readers, read once.
    void announce(std::string_view text, Urgency urgency = Urgency::Polite);
    /// What the copy key takes while no field is being edited and this is offered frame by frame:
    /// so many rows, or one cell (0), as text and as HTML.
    void offer_copy(std::string_view text, std::string_view html, std::size_t rows);
    /// Draws again after that time although nothing happens (a notice that goes away).
    void wake_in(double ms);
    /// Draws again at once: what was drawn is out of date.
    void redraw();

    void set_title(std::string_view title);
    void set_route(std::string_view hash);
    void set_language(i18n::Lang lang);
    /// The person's choice of looks; nothing: as the system says.
    void prefer_scheme(std::optional<Scheme> scheme);
    Scheme scheme() const;
    /// Draws everything that many times as large, text and targets alike (1 to 2): the page then
    /// counts as that much smaller, and what does not fit beside the rest goes below it. On a phone
    /// never so large that a line has no room for a few words.
    void enlarge(float times);
    /// How many times as large everything is drawn, and could be on this page at most.
    float enlarged() const;
    float largest() const;
    /// By how many sizes two fingers asked for larger (or, negative, smaller) text since the last
    /// call.
    int take_zoom_steps();

    // ---- The page's loop: once a frame, in this order ----

    /// Takes one message of the page; false when it is none of the surface's.
    bool deliver(const json::Value& message);
    void begin_frame(double now_ms);
    void end_frame();
    /// After the commands of the frame ran: the page may let go of the texts this frame took.
    void acknowledge(Saved saved);
    /// Before that: what was typed in this stay was taken but not sent as a command yet, so the
    /// page must keep its copy until a later frame.
    void hold_text(std::uint64_t stay);
    /// The field being edited hears that it was left, with what stands in it: what a screen holds
    /// back is sent. The page's editor stays open; what is typed in it next begins a new stay.
    void leave_edit();
    /// The page may be gone without another word: what screens hold back is sent in the next frame,
    /// until `now` is false again.
    void hurry(bool now);
    bool hurried() const;
    /// What the page must be told, in order.
    std::vector<json::Value> take_messages();
    /// The frame looks as the one before and had nothing to tell: without input the next one will
    /// too.
    void changed_nothing();
    /// Whether another frame is due at once.
    bool unsettled() const;
    /// Milliseconds until a frame somebody asked for is due; nothing when only input makes one.
    std::optional<double> wake_ms() const;

    /// How many ids were used twice since the start: a mistake of a screen, 0 in every test.
    int duplicate_ids() const;

    SurfaceState& state() const { return *state_; }

private:
    std::unique_ptr<SurfaceState> state_;
};

/// Makes the ids of what is drawn inside it unique: "grid/mh-26/result".
class Scope {
public:
    Scope(Surface& surface, std::string_view id);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Surface& surface_;
    std::size_t length_;
};

/// What is drawn while it lives lies above everything else, over the whole page, and catches the
/// pointer. A dialog or menu is drawn in one; modal or not, what is beneath gets no chords.
class Overlay {
public:
    Overlay(Surface& surface, std::string_view id);
    ~Overlay();
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;

    /// Drawn for the first time.
    bool fresh() const { return fresh_; }

private:
    Surface& surface_;
    bool fresh_;
};

/// Where the next node stands among others: in a table, or in a list of `set_size`.
struct NodePlace {
    int row = 0;  // 1-based, with `rows` on the table
    int column = 0;
    int position = 0;
    int set_size = 0;
    int level = 0;            // of a heading, or of an item of a tree
    bool by_arrows = false;   // Tab passes it: the arrows lead to it from its neighbours
    std::string_view keys{};  // that do something while it is here, as aria-keyshortcuts has them
};
/// For the next node only, made by interact, a Container or a widget.
void place_next(Surface& surface, NodePlace place);

/// The next node is a text field that searches the list of this full id; Enter takes `active`.
/// Arrows up and down come as chords while one types.
void searches_next(Surface& surface, std::string_view list, std::string_view active);

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
    /// Back to the top: other content took the place of what was shown.
    void reset();

private:
    Surface& surface_;
    std::string id_;
    Rect rect_;
    Rect content_;
};

/// Cuts off what is drawn outside `rect` while it lives (a column, a card with a fixed height).
class Clip {
public:
    Clip(Surface& surface, Rect rect);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    Surface& surface_;
};

/// The one door to input (design.md §2 decision 4): an ImGui item and a semantic node together.
/// `id` is local to the open scopes. With a gesture other than none the page acts itself and
/// `pressed` comes from its message.
Interaction interact(Surface& surface, std::string_view id, Rect rect, Role role,
                     std::string_view name, NodeState state = {}, Gesture gesture = {},
                     std::string_view value = {}, std::string_view description = {},
                     std::string_view keys = {});

}  // namespace ui
