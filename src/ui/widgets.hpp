// The widget set: every control of Sổ 06, drawn with ImDrawList and named for screen readers and
// tests. A widget takes its rectangle (CSS px) and returns what happened; it changes nothing else.
// Labels come in already translated. Sizes and colours come from the surface's theme.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/surface.hpp"

namespace ui {

// ---- Text -----------------------------------------------------------------------------------

enum class Align { Left, Center, Right };

struct TextStyle {
    float px = 0;  // CSS size; 0 = body
    Weight weight = Weight::Regular;
    Tone tone = Tone::Neutral;  // Quiet = muted
    Align align = Align::Left;
    int max_lines = 0;  // 0 = all; beyond it the last line ends in "…"
};

/// Height of `text` wrapped at `width`, lines at the theme's spacing: the same as the editor's.
float text_height(const Surface& surface, std::string_view text, float width, TextStyle style = {});
float text_width(const Surface& surface, std::string_view text, TextStyle style = {});
/// Paints wrapped text without a semantic node (decoration, or the name stands on a parent).
void paint_text(Surface& surface, Rect rect, std::string_view text, TextStyle style = {});
/// Paints what is the name, or a part of it, of the control or group `id`, whose node says it.
void caption(Surface& surface, std::string_view id, Rect rect, std::string_view text,
             TextStyle style = {});
/// Text that assistive technology reads; returns its height.
float label(Surface& surface, std::string_view id, Rect rect, std::string_view text,
            TextStyle style = {});
float heading(Surface& surface, std::string_view id, Rect rect, std::string_view text, int level,
              TextStyle style = {});

// ---- Surfaces -------------------------------------------------------------------------------

void paint_card(Surface& surface, Rect rect);  // surface, border, soft shadow
void paint_fill(Surface& surface, Rect rect, Color color, float radius = 0);
void paint_line(Surface& surface, float x1, float y1, float x2, float y2);
void paint_icon(Surface& surface, Rect rect, const char* icon, Tone tone = Tone::Neutral);

// ---- Buttons and links -------------------------------------------------------------------------

enum class ButtonKind { Primary, Secondary, Quiet, Danger };

struct ButtonLook {
    ButtonKind kind = ButtonKind::Secondary;
    const char* icon = nullptr;  // ui::icon::…
    bool icon_only = false;      // the label is still the name
    bool icon_last = false;      // behind the label: an arrow onwards
    bool disabled = false;
    bool current = false;              // navigation: this is where you are
    std::optional<bool> pressed = {};  // a toggle
    std::string_view keys = {};        // "Control+S", shown as a hint on hover
    std::string_view hint = {};        // longer description
    Gesture gesture = {};              // open a file, copy
    bool opens_popup = false;
    std::optional<bool> expanded = {};  // it shows and hides something
    bool align_left = false;            // in a list of buttons of one width
};

bool button(Surface& surface, std::string_view id, Rect rect, std::string_view label,
            const ButtonLook& look = {});
float button_width(const Surface& surface, std::string_view label, const ButtonLook& look = {});
bool link(Surface& surface, std::string_view id, Rect rect, std::string_view label);

/// A card that is pressed as a whole; draw its content over it. What is read is its name and its
/// description: whatever the content says must stand in one of the two.
Interaction card_button(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                        std::string_view description = {}, bool current = false);

// ---- Choices -----------------------------------------------------------------------------------

struct Option {
    std::string_view id;
    std::string_view title;
    bool disabled = false;
    /// In a menu: one of a set of which one holds, marked where it does. Absent: it does something.
    std::optional<bool> holds = {};
    /// In a menu: what the page itself copies when it is chosen.
    const CopyGesture* copies = nullptr;
};

struct ChipsResult {
    std::optional<std::string> chosen;
    float height = 0;
};
/// A row (wrapping) of chips of which one is chosen; returns the id chosen this frame. Choosing the
/// chosen one again answers an empty id (nothing chosen), where `may_clear`.
ChipsResult choice_chips(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                         std::span<const Option> options, std::string_view chosen,
                         bool may_clear = true);
/// How tall choice_chips will be (layout before drawing).
float chips_height(const Surface& surface, std::span<const Option> options, float width);
std::optional<std::string> tabs(Surface& surface, std::string_view id, Rect rect,
                                std::string_view name, std::span<const Option> options,
                                std::string_view chosen);
std::optional<std::string> select(Surface& surface, std::string_view id, Rect rect,
                                  std::string_view name, std::span<const Option> options,
                                  std::string_view chosen);
/// True when it was switched this frame; `checked` is what it shows now.
bool checkbox(Surface& surface, std::string_view id, Rect rect, std::string_view label,
              bool checked);
/// A line that shows and hides what is under it; true when it was switched this frame.
bool toggle_disclosure(Surface& surface, std::string_view id, Rect rect, std::string_view label,
                       bool open);

// ---- Text fields
// ---------------------------------------------------------------------------------

struct FieldLook {
    bool multiline = false;
    bool decimal = false;
    bool readonly = false;
    bool required = false;
    bool bare = false;  // no box: a cell of the grid
    std::string_view placeholder = {};
    std::string_view error = {};  // a sentence; marks the field invalid. The caller paints it below
    std::string_view description = {};
    float min_height = 0;
    Weight weight = Weight::Regular;
};

/// What happened to a field this frame. `typed` holds the raw text while it is edited (send it as a
/// command of this stay); `ended` says how the edit was left. Escape carries the text to restore.
struct FieldResult {
    std::optional<std::string> typed;
    std::optional<TextEvent::Reason> ended;
    std::string to;  // ToCell: which
    bool began = false;
    bool editing = false;
    std::uint64_t stay =
        0;             // the number of this stay in the field (also of the one just ended); else 0
    float height = 0;  // what the text needs at this width, at least min_height
};

/// `value` is what the store holds. While the field is edited the DOM owns the text and `value` is
/// not shown. The label is painted by the caller; `name` is its accessible name.
FieldResult text_field(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                       std::string_view value, const FieldLook& look = {});
/// The height text_field will need for `value` at `width` (layout before drawing). With the field's
/// `id`, what is being typed in it counts rather than `value`.
float field_height(const Surface& surface, std::string_view value, float width,
                   const FieldLook& look = {}, std::string_view id = {});
/// The next node is a cell of this rectangle: what is typed while it has the focus goes, in place
/// of `value`, into a field "text" inside it, which the page opens at the first key (so that an
/// input method finds a real field). The screen draws that field once Surface::text_waiting has it.
void typing_opens_next(Surface& surface, Rect rect, std::string_view value, const FieldLook& look);
/// Asks the page to open the editor of the field with this full or scope-local id.
void begin_edit(Surface& surface, std::string_view id);
/// The same, and has it paste the text at the caret, as a person would.
void paste_into(Surface& surface, std::string_view id, std::string_view text);
/// The same with all of its text selected; for a field that was drawn in an earlier frame.
void edit_all(Surface& surface, std::string_view id);

// ---- Status
// ----------------------------------------------------------------------------------------

/// Colour and letter and pattern together (design.md §7): `letter` is one or two characters.
void paint_badge(Surface& surface, Rect rect, std::string_view text, Tone tone,
                 const char* icon = nullptr);
float badge_width(const Surface& surface, std::string_view text, const char* icon = nullptr);
float badge_height(const Surface& surface);
/// The same as a text that is read, where no control around it has it in its name.
void badge(Surface& surface, std::string_view id, Rect rect, std::string_view text, Tone tone,
           std::string_view shown = {});
void progress_bar(Surface& surface, std::string_view id, Rect rect, std::string_view name,
                  float fraction, std::string_view value);

enum class NoticeKind { Info, Good, Caution, Bad };
/// Whether a screen reader reads a notice by itself when it comes. `No`: it was announced.
enum class Live { Yes, No };
/// A banner with a sentence and its buttons; returns the index pressed.
struct NoticeButton {
    std::string_view id;
    std::string_view label;
    Gesture gesture = {};
};
std::optional<std::size_t> notice(Surface& surface, std::string_view id, Rect rect,
                                  std::string_view text, NoticeKind kind,
                                  std::span<const NoticeButton> buttons = {},
                                  Live live = Live::Yes);
float notice_height(const Surface& surface, std::string_view text, float width,
                    std::span<const NoticeButton> buttons = {});

// ---- Tree
// --------------------------------------------------------------------------------------------

struct TreeItem {
    std::string_view id;
    std::string_view title;
    int level = 1;             // from 1
    std::optional<bool> open;  // of an item that has others beneath it
    bool chosen = false;
    bool tab_stop = false;  // of one item of the tree: arrows lead to the others
    int position = 0;       // among those of one parent, from 1
    int set_size = 0;
};

enum class TreeDeed { None, Choose, Toggle, ToParent };

/// One line of a tree; it stands in a container of Role::Tree, in which the lines that are open
/// follow one another. Up and down move, right opens, left closes or asks for the item above it; a
/// press on the mark opens and closes, one beside it chooses.
TreeDeed tree_item(Surface& surface, Rect rect, const TreeItem& item);

// ---- Dialog
// ------------------------------------------------------------------------------------------

/// A modal dialog over a scrim: everything drawn while it lives is in it; Esc and the close button
/// set `closed()`. The page traps focus inside and gives it back.
class Dialog {
public:
    enum class Foot { Buttons, None };

    /// `height` 0: as tall as the page allows.
    Dialog(Surface& surface, std::string_view id, std::string_view title, float width, float height,
           Foot foot = Foot::Buttons);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    Rect body() const { return body_; }
    /// The body of a dialog whose controls scroll: wider on both sides by the ring of the focus.
    Rect pane() const { return body_.inset(-RingRoom, 0); }
    static constexpr float RingRoom = 2;
    Rect footer() const { return footer_; }
    bool closed() const { return closed_; }

private:
    Overlay overlay_;
    Rect rect_;
    Container container_;
    Scope scope_;
    Rect body_;
    Rect footer_;
    bool closed_ = false;
};

struct FootButton {
    std::string_view id;
    std::string title;
    ButtonLook look = {};
};
enum class Answer { None, Agree, Leave };
/// The two buttons at a dialog's foot, the first at its end. The other does what the cross does; on
/// a page too narrow for both it is left to the cross. Answers for both and for the cross.
Answer foot_buttons(Surface& surface, const Dialog& dialog, const FootButton& agree,
                    const FootButton& leave);

/// A menu under `anchor`; returns the id chosen, or "" when it was dismissed.
std::optional<std::string> menu(Surface& surface, std::string_view id, Rect anchor,
                                std::string_view name, std::span<const Option> options);

}  // namespace ui
