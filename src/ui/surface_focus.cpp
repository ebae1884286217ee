#include "ui/surface_focus.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/surface_state.hpp"

namespace ui {

namespace {

// Frames a request for the focus waits for its node to be drawn.
constexpr int WishTries = 5;

}  // namespace

void close_gone_layers(SurfaceState& s) {
    for (auto layer = s.layers.rbegin(); layer != s.layers.rend(); ++layer) {
        if (layer->drawn) continue;
        s.again = true;
        // What was opened out of it leads back past it.
        const auto heir = std::find_if(s.layers.begin(), s.layers.end(), [&](const Layer& other) {
            return other.drawn && other.focus_back.id.starts_with(layer->id + "/");
        });
        if (heir != s.layers.end())
            heir->focus_back = layer->focus_back;
        else if (!layer->focus_back.id.empty())
            s.wishes.push_back(layer->focus_back);
    }
    std::erase_if(s.layers, [](const Layer& layer) { return !layer.drawn; });
    s.depth = static_cast<int>(s.layers.size());
    for (Layer& layer : s.layers) layer.drawn = false;
}

void focus_new_dialog(SurfaceState& s) {
    if (s.focus_first_of.empty()) return;
    const std::string prefix = std::exchange(s.focus_first_of, {}) + "/";
    const bool wished = std::any_of(s.wishes.begin(), s.wishes.end(), [&](const Wish& wish) {
        return wish.scoped.starts_with(prefix);
    });
    if (wished) return;
    const std::string close = prefix + "close";
    std::string target = close;
    for (const Node& node : s.semantics.nodes()) {
        if (!node.focusable || node.id == close || node.id.compare(0, prefix.size(), prefix) != 0)
            continue;
        target = node.id;
        break;
    }
    s.wishes.push_back({target, target, false, 0, {}});
}

void grant_wishes(SurfaceState& s) {
    std::vector<Wish> later;
    for (Wish& wish : std::exchange(s.wishes, {})) {
        const Node* node = s.semantics.find(wish.scoped);
        if (!node) node = s.semantics.find(wish.id);
        if (!node) {
            if (++wish.tries < WishTries) later.push_back(std::move(wish));
            continue;
        }
        if (wish.edit) {
            json::Value begin{{"k", "editBegin"}, {"id", node->id}};
            begin["select"] = wish.insert.empty() ? "end" : "keep";
            if (!wish.insert.empty()) begin["insert"] = std::move(wish.insert);
            s.say(std::move(begin));
        } else {
            s.wished_focus = node->id;
            s.say({{"k", "focus"}, {"id", node->id}});
        }
    }
    s.wishes = std::move(later);
    if (!s.wishes.empty()) s.again = true;
}

}  // namespace ui
