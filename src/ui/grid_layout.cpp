#include "ui/grid_layout.hpp"

#include <algorithm>

namespace ui {

LineLayout::LineLayout(const std::vector<float>& heights) {
    tops_.reserve(heights.size() + 1);
    for (const float height : heights) tops_.push_back(tops_.back() + height);
}

LineLayout::Span LineLayout::between(float y1, float y2) const {
    const auto last = count();
    if (y2 <= y1 || last == 0) return {};
    const auto after = std::upper_bound(tops_.begin(), tops_.end(), y1);
    const auto until = std::lower_bound(tops_.begin(), tops_.end(), y2);
    const auto index = [&](auto at) { return static_cast<std::size_t>(at - tops_.begin()); };
    const auto first = index(after) > 0 ? index(after) - 1 : 0;
    const auto end = std::min(index(until), last);
    return first < end ? Span{first, end} : Span{};
}

GridPlace moved(GridPlace from, GridSize size, std::string_view key, bool shift, bool control,
                std::size_t page) {
    if (size.rows == 0 || size.columns == 0) return from;
    const auto last_row = size.rows - 1;
    const auto last_column = size.columns - 1;
    GridPlace to = from;
    if (key == "ArrowUp" && from.row > 0) --to.row;
    if (key == "ArrowDown" && from.row < last_row) ++to.row;
    if (key == "ArrowLeft" && from.column > 0) --to.column;
    if (key == "ArrowRight" && from.column < last_column) ++to.column;
    if (key == "PageUp") to.row -= std::min(from.row, page);
    if (key == "PageDown") to.row = std::min(from.row + page, last_row);
    if (key == "Home") to = {control ? 0 : from.row, 0};
    if (key == "End") to = {control ? last_row : from.row, last_column};
    if (key == "Tab" && !shift) {
        if (from.column < last_column) {
            ++to.column;
        } else if (from.row < last_row) {
            to = {from.row + 1, 0};
        }
    }
    if (key == "Tab" && shift) {
        if (from.column > 0) {
            --to.column;
        } else if (from.row > 0) {
            to = {from.row - 1, last_column};
        }
    }
    return to;
}

}  // namespace ui
