// Where the lines of a long table of unequal heights stand, and which of them a window shows:
// prefix sums, so that asking costs nothing. Also how the current cell moves. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

class LineLayout {
public:
    LineLayout() = default;
    explicit LineLayout(const std::vector<float>& heights);

    std::size_t count() const { return tops_.size() - 1; }
    float top(std::size_t line) const { return tops_[line]; }
    float height(std::size_t line) const { return tops_[line + 1] - tops_[line]; }
    float total() const { return tops_.back(); }

    struct Span {
        std::size_t first = 0;
        std::size_t end = 0;  // one past the last
        bool operator==(const Span&) const = default;
    };
    /// The lines of which some part lies between the two heights.
    Span between(float y1, float y2) const;

private:
    std::vector<float> tops_{0.0f};
};

struct GridPlace {
    std::size_t row = 0;  // among the rows shown
    std::size_t column = 0;
    bool operator==(const GridPlace&) const = default;
};

struct GridSize {
    std::size_t rows = 0;
    std::size_t columns = 0;
};

/// Where a key (KeyboardEvent.key) leads; the same place for keys that lead nowhere. Home and End
/// go along the row, with `control` to the corners; Page keys by `page` rows; Tab to the next cell
/// and at a row's end to the next row.
GridPlace moved(GridPlace from, GridSize size, std::string_view key, bool shift, bool control,
                std::size_t page);

}  // namespace ui
