// Where each scroll area stands, and which one a wheel or a dragged thumb means. Areas are known by
// the places they had in the last frame; the surface tells them anew in every frame.
// Scrolls up and down only. Draws nothing.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/node.hpp"

namespace ui {

class Scrolling {
public:
    /// Width kept free at the right of an area that scrolls.
    static constexpr float BarWidth = 12;

    /// Starts a frame: forgets areas that were not drawn in the last one. Only areas of modal depth
    /// `layer` move until the next frame.
    void begin_frame(int layer);

    /// Tells the area of this frame. Answers how far it is scrolled, in CSS px, kept inside what
    /// the last frame knew of its content. Areas drawn later lie above; `layer` is the modal depth.
    float open(std::string_view id, Rect rect, int layer);
    /// How tall the content of the area just drawn turned out.
    void set_content(std::string_view id, float height);
    /// Whether the content was taller than the area, as far as known.
    bool overflows(std::string_view id) const;

    /// Scrolls what lies under (x, y) by dy px; what is at its end hands on to the area around it.
    void wheel(float x, float y, float dy);
    /// Scrolls by pages or to an end, by key. `pages` 0 with `to_end` −1 or 1: to the top or
    /// bottom.
    void page(std::string_view id, float pages, int to_end);
    /// Scrolls so that `target`, in this frame's coordinates, is inside with a margin. In an area
    /// that is drawn for the first time this takes effect when its content is known.
    void reveal(std::string_view id, Rect target);
    void reset(std::string_view id);

    /// The thumb of the area's bar; nothing when all of the content is visible.
    std::optional<Rect> thumb(std::string_view id) const;
    /// A button came down: true when it took a thumb, and then it is nobody else's.
    bool press(float x, float y);
    void drag(float y);
    void release() { dragged_.clear(); }
    bool dragging() const { return !dragged_.empty(); }
    std::string_view dragged() const { return dragged_; }

    /// Whether something was scrolled since the last call, so that another frame is due.
    bool take_moved();

private:
    struct Area {
        Rect rect;
        float offset = 0;
        float shown = 0;  // the offset this frame is drawn with
        float content = 0;
        std::optional<float> goal;  // of a reveal, until this frame's content is known
        int layer = 0;
        int drawn = 0;  // number in the frame's order; 0 when not drawn in this frame
        int seen = 0;   // the same in the last whole frame
    };

    float limit(const Area& area) const;
    void reveal_to(Area& area, float offset);
    void move_to(Area& area, float offset);
    /// Ids of the areas under a point, topmost first.
    std::vector<std::string> all_under(float x, float y) const;

    std::map<std::string, Area, std::less<>> areas_;
    int drawn_ = 0;
    int layer_ = 0;
    bool moved_ = false;
    std::string dragged_;
    float grip_ = 0;
};

}  // namespace ui
