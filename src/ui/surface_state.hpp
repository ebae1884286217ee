// The insides of the surface, for the widgets and for who turns frames into packets. Screens never
// include this.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/events.hpp"
#include "ui/fonts.hpp"
#include "ui/scrolling.hpp"
#include "ui/semantics.hpp"
#include "ui/surface.hpp"
#include "ui/text_layout.hpp"
#include "ui/theme.hpp"

namespace ui {

struct ContextDeleter {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};
using Context = std::unique_ptr<ImGuiContext, ContextDeleter>;

/// The page's size, in CSS px.
struct PageSize {
    float width = 1280;
    float height = 720;
    float covered = 0;
    float dpr = 1;
    bool operator==(const PageSize&) const = default;
};

/// The page's size as screens are laid out on it, and its ways. With larger text (Surface::enlarge)
/// all is drawn on a smaller page with more pixels, as a browser's own zoom does it: a length here
/// is `zoom` CSS px.
struct View {
    float width = 1280;
    float height = 720;
    float covered = 0;
    float dpr = 1;
    float zoom = 1;
    bool dark = false;
    bool contrast = false;
    bool forced = false;
    bool touch = false;
    bool operator==(const View&) const = default;
};

/// The one field a person is in.
struct Edit {
    std::string id;
    std::uint64_t stay = 0;
    bool typed = false;  // since it began; until then the program may still change the text
    std::string text;    // what stands in the editor, as far as known
    std::uint64_t revision = 0;
};

/// Where the caret is that must stay in sight, while the field grows.
struct CaretInSight {
    std::string id;
    int at = 0;      // in UTF-16 units
    int frames = 0;  // in which it is still to be looked after
};

/// What the page is asked to focus or to open an editor in, once it is drawn.
struct Wish {
    std::string id;      // as it was asked for
    std::string scoped;  // the same inside the scopes that were open then
    bool edit = false;
    int tries = 0;
    std::string insert;  // to be pasted at the caret
};

/// One overlay above the page: a dialog or a menu.
struct Layer {
    std::string id;                    // full
    Wish focus_back;                   // what had the focus, or was to get it, when it opened
    bool drawn = false;                // in this frame
    std::vector<std::string> parents;  // the containers and areas open outside, to go on with
    std::vector<std::string> areas;
};

/// What is shown beside a control the pointer rests on.
struct Tip {
    std::string id;
    std::string text;
    Rect rect;
    double since = 0;
    bool offered = false;  // in this frame
};

/// A text that was taken and that the page has not been told is safe.
struct Acknowledgement {
    std::string id;
    std::uint64_t seq = 0;
    std::uint64_t stay = 0;
};

/// What was said of the typing in the node to come (searches_next, typing_opens_next).
struct NextTyping {
    std::string list;
    std::string active;
    std::optional<EditGesture> types;
    std::string types_over;
};

// There is one of it; its fields stand by what they are for.
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding)
struct SurfaceState {
    SurfaceState(Surface& of, const FontFiles& files, std::uint64_t first_stay);

    Surface* owner;
    Context context;
    Fonts fonts;
    mutable TextLayouts layouts;
    Semantics semantics;
    Scrolling scrolling;
    Events events;

    PageSize page;
    float enlarged = 1;  // as it was asked for
    View view;
    Metrics metrics;
    Scheme scheme = Scheme::Light;
    std::optional<Scheme> preferred;
    i18n::Lang lang = i18n::Lang::Vi;

    // The frame.
    double now_ms = 0;
    FrameInput input;
    bool chord_taken = false;
    std::string scope;                     // "grid/mh-26", without the slash at its end
    std::vector<std::string> parents;      // ids of the open containers, innermost last
    std::vector<std::string> areas;        // ids of the open scroll areas, innermost last
    std::vector<std::size_t> open_layers;  // places in `layers`, innermost last
    NodePlace next_place;
    NextTyping next_typing;
    const char* cursor = "default";
    ImDrawList* above = nullptr;  // painted into instead of the window: what lies above all
    std::string focused_area;     // the scroll area around the focused node
    std::string widest_area;      // the largest one of the topmost layer
    float widest = 0;
    bool edit_drawn = false;

    // What lasts from frame to frame.
    std::vector<Layer> layers;
    std::string focused;
    std::string focus_from;                   // what lost the focus in this frame
    std::optional<std::string> focus_gained;  // this frame
    bool reveals_focus = true;                // and it is scrolled into view
    std::string wished_focus;                 // asked of the page, until it has it
    Edit edit;
    CaretInSight caret;
    int edit_missing = 0;          // frames in which the edited field was not drawn
    std::vector<TextEvent> texts;  // not yet taken by the field they are for
    int depth = 0;                 // layers of the last whole frame
    std::uint64_t next_stay;
    std::vector<Wish> wishes;
    std::vector<Acknowledgement> unacknowledged;
    bool hurried = false;         // see Surface::hurry
    std::uint64_t held_stay = 0;  // its texts wait for a later frame
    Tip tip;
    std::string focus_first_of;  // a dialog just opened: its first control gets the focus
    std::string open_menu;       // full id of the select whose list is open
    int settle = 2;              // frames due after input, as long as they change something
    bool again = false;          // one more is due in any case
    bool had_input = false;      // this frame
    bool shift_held = false;     // when the pointer was lifted last
    bool finger = false;         // it was one
    int zoom_steps = 0;          // asked for with two fingers and not taken yet
    bool reveal_focus = false;   // the page was laid out anew
    std::optional<double> wake_at;
    std::vector<json::Value> out;
    std::string sent_cursor = "default";
    std::string sent_title;
    std::string sent_route;
    std::string sent_background;
    std::string sent_lang;
    std::string sent_copy;
    bool copy_offered = false;  // in this frame

    // ---- For widgets ----

    ImDrawList& list() const { return above ? *above : *ImGui::GetWindowDrawList(); }
    const Palette& colors() const { return palette(scheme); }
    /// Nearest whole device pixel.
    float snap(float css) const;
    Rect snap(Rect rect) const;
    /// The thinnest line that is even on this screen, about 1 CSS px.
    float hairline() const;
    /// Lines of `text` at the theme's spacing.
    const TextLayout& layout(std::string_view text, float width, TextLayouts::Type type) const;
    /// The nearest length of whole CSS px: where the page's editors lie, and what they round to.
    float whole(float length) const;
    /// Height of one line of that size, in whole CSS px, as the editor's line-height.
    float line_px(float px) const;
    /// From the top of such a line to its baseline, as a browser puts it.
    float baseline(float px, float line_px) const;

    std::string full_id(std::string_view id) const;
    /// Modal depth of what is being drawn, and of the whole last frame.
    int layer_depth() const { return static_cast<int>(open_layers.size()); }
    /// Whether an overlay of the last frame lies above what is being drawn.
    bool covered() const { return layer_depth() < depth; }

    /// Publishes a node if it can be seen, is near the visible part, or is in use.
    void publish(Node node);
    void open_container(Node node);
    void close_container();
    void push_clip(Rect rect) const;
    void pop_clip() const;

    /// See Overlay. True when it was not open in the last frame.
    bool open_layer(std::string_view id);
    void close_layer();

    void say(json::Value message) { out.push_back(std::move(message)); }
};

/// "rgb(…)" for the page's editors.
std::string css_color(Color color);

}  // namespace ui
