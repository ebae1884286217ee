#include "ui/semantics.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace ui {

namespace {

/// Two decimals are finer than any screen, and keep the messages short.
double rounded(float value) {
    return std::round(static_cast<double>(value) * 100) / 100;
}

json::Value numbers(const Rect& rect) {
    return {rounded(rect.x), rounded(rect.y), rounded(rect.w), rounded(rect.h)};
}

void put_text(json::Value& out, const char* key, const std::string& text) {
    if (!text.empty()) out[key] = text;
}

void put_count(json::Value& out, const char* key, int count) {
    if (count > 0) out[key] = count;
}

/// The letters of the state, each standing for one ARIA attribute (web/src/messages.ts has the
/// list).
std::string letters(const NodeState& state) {
    using Tri = NodeState::Tri;
    std::string out;
    const auto flag = [&](bool on, char letter) {
        if (on) out += letter;
    };
    flag(state.disabled, 'd');
    flag(state.checked == Tri::On, 'c');
    flag(state.checked == Tri::Off, 'C');
    flag(state.checked == Tri::Mixed, 'm');
    flag(state.selected == Tri::On, 's');
    flag(state.selected == Tri::Off, 'S');
    flag(state.expanded == Tri::On, 'e');
    flag(state.expanded == Tri::Off, 'p');
    flag(state.pressed == Tri::On, 'x');
    flag(state.pressed == Tri::Off, 'X');
    flag(state.current, 'u');
    flag(state.invalid, 'i');
    flag(state.required, 'r');
    flag(state.readonly, 'o');
    flag(state.opens_popup, 'h');
    flag(state.modal, 'M');
    flag(state.busy, 't');
    return out;
}

json::Value gesture_message(const EditGesture& edit) {
    json::Value out{{"kind", "edit"}, {"multiline", edit.multiline}};
    out["inputmode"] = edit.decimal ? "decimal" : "text";
    out["px"] = rounded(edit.text_px);
    out["lineHeight"] = rounded(edit.line_px);
    out["padX"] = rounded(edit.pad_x);
    out["padY"] = rounded(edit.pad_y);
    out["align"] = "left";
    put_text(out, "placeholder", edit.placeholder);
    out["font"] = edit.bold ? 600 : 400;
    out["color"] = edit.color;
    out["background"] = edit.background;
    return out;
}

json::Value gesture_message(const OpenGesture& open) {
    return {{"kind", "open"}, {"accept", open.accept}, {"multiple", open.multiple}};
}

json::Value gesture_message(const CopyGesture& copy) {
    return {{"kind", "copy"}, {"text", copy.text}};
}

json::Value gesture_message(std::monostate) {
    return nullptr;
}

/// The members of `now` that differ from `before`; members that went away are null.
json::Value difference(const json::Value& before, const json::Value& now) {
    json::Value out{{"id", now["id"]}};
    for (const auto& [key, value] : now.items()) {
        const auto old = before.find(key);
        if (old == before.end() || *old != value) out[key] = value;
    }
    for (const auto& [key, value] : before.items()) {
        if (!now.contains(key)) out[key] = nullptr;
    }
    return out;
}

}  // namespace

json::Value message_of(const Node& node) {
    json::Value out{{"id", node.id}, {"parent", node.parent}, {"role", role_name(node.role)}};
    out["name"] = node.name;
    out["x"] = rounded(node.rect.x);
    out["y"] = rounded(node.rect.y);
    out["w"] = rounded(node.rect.w);
    out["h"] = rounded(node.rect.h);
    if (!(node.clip == node.rect)) out["clip"] = numbers(node.clip);
    // An empty text box has a value, the empty one; a button has none.
    if (node.role == Role::TextBox || !node.value.empty()) out["value"] = node.value;
    put_text(out, "desc", node.description);
    put_text(out, "keys", node.keys);
    put_count(out, "level", node.level);
    put_count(out, "row", node.row);
    put_count(out, "col", node.column);
    put_count(out, "rows", node.rows);
    put_count(out, "cols", node.columns);
    put_count(out, "setsize", node.set_size);
    put_count(out, "posinset", node.position);
    out["state"] = letters(node.state);
    out["tab"] = node.focusable ? 0 : -1;
    json::Value gesture =
        std::visit([](const auto& kind) { return gesture_message(kind); }, node.gesture);
    if (!gesture.is_null()) out["gesture"] = std::move(gesture);
    return out;
}

void Semantics::begin() {
    nodes_.clear();
    index_.clear();
}

std::size_t Semantics::add(Node node) {
    if (index_.contains(node.id)) {
        ++duplicates_;
        const std::string wanted = node.id;
        for (int i = 2; index_.contains(node.id); ++i) node.id = wanted + "~" + std::to_string(i);
    }
    index_.emplace(node.id, nodes_.size());
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
}

const Node* Semantics::find(std::string_view id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &nodes_[found->second];
}

bool Semantics::order_moved() {
    const bool same =
        std::equal(nodes_.begin(), nodes_.end(), order_.begin(), order_.end(),
                   [](const Node& node, const std::string& id) { return node.id == id; });
    if (same) return false;
    order_.clear();
    for (const Node& node : nodes_) order_.push_back(node.id);
    return true;
}

json::Value Semantics::changes() {
    json::Value added = json::Value::array();
    json::Value updated = json::Value::array();
    json::Value deleted = json::Value::array();
    ++frame_;
    for (const Node& node : nodes_) {
        const auto [known, fresh] = published_.try_emplace(node.id);
        if (fresh) {
            added.push_back(message_of(node));
        } else if (!(known->second.node == node)) {
            json::Value change = difference(message_of(known->second.node), message_of(node));
            if (change.size() > 1) updated.push_back(std::move(change));
        }
        if (fresh || !(known->second.node == node)) known->second.node = node;
        known->second.seen = frame_;
    }
    std::erase_if(published_, [&](const auto& entry) {
        if (entry.second.seen == frame_) return false;
        deleted.push_back(entry.first);
        return true;
    });
    const bool moved = order_moved();
    const bool full = std::exchange(full_, false);
    if (!full && !moved && added.empty() && updated.empty() && deleted.empty()) return nullptr;
    json::Value out{{"k", "sem"}};
    if (full) out["full"] = true;
    if (!added.empty()) out["add"] = std::move(added);
    if (!updated.empty()) out["upd"] = std::move(updated);
    if (!deleted.empty()) out["del"] = std::move(deleted);
    if (moved) out["order"] = order_;
    return out;
}

void Semantics::forget_published() {
    published_.clear();
    order_.clear();
    full_ = true;
}

}  // namespace ui
