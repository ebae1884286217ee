#include "ui/scrolling.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr float ThumbWidth = 6;
constexpr float ShortestThumb = 32;
constexpr float RevealMargin = 16;

}  // namespace

void Scrolling::begin_frame(int layer) {
    layer_ = layer;
    std::erase_if(areas_, [](const auto& entry) { return entry.second.drawn == 0; });
    for (auto& [id, area] : areas_) area.seen = std::exchange(area.drawn, 0);
    drawn_ = 0;
}

float Scrolling::limit(const Area& area) const {
    return std::max(0.0f, area.content - area.rect.h);
}

void Scrolling::move_to(Area& area, float offset) {
    const float kept = std::clamp(offset, 0.0f, limit(area));
    if (kept == area.offset) return;
    area.offset = kept;
    moved_ = true;
}

float Scrolling::open(std::string_view id, Rect rect, int layer) {
    auto found = areas_.find(id);
    if (found == areas_.end()) found = areas_.emplace(std::string(id), Area{}).first;
    Area& area = found->second;
    area.rect = rect;
    area.layer = layer;
    area.goal.reset();
    area.drawn = ++drawn_;
    area.offset = std::clamp(area.offset, 0.0f, limit(area));
    return area.shown = area.offset;
}

void Scrolling::set_content(std::string_view id, float height) {
    const auto found = areas_.find(id);
    if (found == areas_.end()) return;
    Area& area = found->second;
    // The bar appears, or the offset no longer fits: the next frame shows it.
    if (std::exchange(area.content, height) != height) moved_ = true;
    if (const auto goal = std::exchange(area.goal, std::nullopt)) move_to(area, *goal);
}

bool Scrolling::overflows(std::string_view id) const {
    const auto found = areas_.find(id);
    return found != areas_.end() && limit(found->second) > 0;
}

std::vector<std::string> Scrolling::all_under(float x, float y) const {
    std::vector<std::pair<int, std::string>> found;
    for (const auto& [id, area] : areas_) {
        const int order = std::max(area.drawn, area.seen);
        if (order > 0 && area.layer == layer_ && area.rect.contains(x, y))
            found.emplace_back(order, id);
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<std::string> out;
    for (auto& [order, id] : found) out.push_back(std::move(id));
    return out;
}

void Scrolling::wheel(float x, float y, float dy) {
    for (const std::string& id : all_under(x, y)) {
        Area& area = areas_.find(id)->second;
        const bool room = dy > 0 ? area.offset < limit(area) : area.offset > 0;
        if (!room) continue;
        move_to(area, area.offset + dy);
        return;
    }
}

void Scrolling::page(std::string_view id, float pages, int to_end) {
    const auto found = areas_.find(id);
    if (found == areas_.end()) return;
    Area& area = found->second;
    const float goal = to_end < 0 ? 0 : limit(area);
    move_to(area, to_end == 0 ? area.offset + pages * std::max(40.0f, area.rect.h - 48) : goal);
}

void Scrolling::reveal(std::string_view id, Rect target) {
    const auto found = areas_.find(id);
    if (found == areas_.end()) return;
    Area& area = found->second;
    const float margin = std::max(0.0f, std::min(RevealMargin, (area.rect.h - target.h) / 2));
    const float above = area.rect.y + margin - target.y;
    const float below = target.bottom() + margin - area.rect.bottom();
    // The top wins when the target is taller than the area.
    if (above > 0) {
        reveal_to(area, area.shown - above);
    } else if (below > 0) {
        reveal_to(area, area.shown + std::min(below, -above));
    }
}

void Scrolling::reveal_to(Area& area, float offset) {
    area.goal = offset;
    move_to(area, offset);
}

void Scrolling::reset(std::string_view id) {
    const auto found = areas_.find(id);
    if (found != areas_.end()) move_to(found->second, 0);
}

std::optional<Rect> Scrolling::thumb(std::string_view id) const {
    const auto found = areas_.find(id);
    if (found == areas_.end()) return std::nullopt;
    const Area& area = found->second;
    const float range = limit(area);
    if (range <= 0 || area.rect.h < 2 * ShortestThumb) return std::nullopt;
    const float track = area.rect.h - 4;
    const float length = std::max(ShortestThumb, track * area.rect.h / area.content);
    const float top = area.rect.y + 2 + (track - length) * area.offset / range;
    return Rect{area.rect.right() - ThumbWidth - 3, top, ThumbWidth, length};
}

bool Scrolling::press(float x, float y) {
    for (const std::string& id : all_under(x, y)) {
        const auto bar = thumb(id);
        if (!bar || x < bar->x - 3 || y < bar->y || y >= bar->bottom()) continue;
        dragged_ = id;
        grip_ = y - bar->y;
        return true;
    }
    return false;
}

void Scrolling::drag(float y) {
    const auto found = areas_.find(dragged_);
    const auto bar = thumb(dragged_);
    if (found == areas_.end() || !bar) return;
    Area& area = found->second;
    const float room = area.rect.h - 4 - bar->h;
    if (room <= 0) return;
    move_to(area, (y - grip_ - area.rect.y - 2) / room * limit(area));
}

bool Scrolling::take_moved() {
    return std::exchange(moved_, false);
}

}  // namespace ui
