// Rectangles one after another: a column filled from its top, a line filled from both ends. Only
// arithmetic; what stands in them is drawn by the caller.
//
//   Column column(pane, 16);
//   heading(surface, "title", column.take(32), …);
#pragma once

#include <algorithm>

#include "ui/node.hpp"

namespace ui {

class Column {
public:
    Column(Rect within, float gap) : x_(within.x), y_(within.y), w_(within.w), gap_(gap) {}

    /// The next block; the gap follows it.
    Rect take(float height) {
        const Rect block{x_, y_, w_, height};
        y_ += height + gap_;
        return block;
    }
    /// A block the height of which is only known when it was drawn: begin here, then `skip`.
    Rect here() const { return {x_, y_, w_, 0}; }
    void skip(float height) { y_ += height + gap_; }
    void space(float height) { y_ += height; }

    float y() const { return y_; }
    float width() const { return w_; }
    /// How much is filled since `top`, without the gap after the last block.
    float filled(float top) const { return std::max(0.0f, y_ - gap_ - top); }

private:
    float x_;
    float y_;
    float w_;
    float gap_;
};

class Line {
public:
    Line(Rect within, float gap) : rest_(within), gap_(gap) {}

    Rect left(float width) {
        const Rect block{rest_.x, rest_.y, width, rest_.h};
        rest_.x += width + gap_;
        rest_.w -= width + gap_;
        return block;
    }
    Rect right(float width) {
        const Rect block{rest_.right() - width, rest_.y, width, rest_.h};
        rest_.w -= width + gap_;
        return block;
    }
    /// What is left between the two ends.
    Rect rest() const { return {rest_.x, rest_.y, std::max(0.0f, rest_.w), rest_.h}; }

private:
    Rect rest_;
    float gap_;
};

/// A block of that size in the middle of `within`.
inline Rect centered(Rect within, float width, float height) {
    return {within.x + (within.w - width) / 2, within.y + (within.h - height) / 2, width, height};
}

}  // namespace ui
