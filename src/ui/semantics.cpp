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
    flag(state.has_menu, 'n');
    flag(state.unspoken, 'q');
    flag(state.modal, 'M');
    flag(state.covers, 'l');
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
    if (!edit.placeholder.empty()) out["placeholder"] = edit.placeholder;
    out["font"] = edit.bold ? 600 : 400;
    out["color"] = edit.color;
    out["background"] = edit.background;
    return out;
}

json::Value gesture_message(const OpenGesture& open) {
    return {{"kind", "open"}, {"accept", open.accept}, {"multiple", open.multiple}};
}

json::Value gesture_message(const CopyGesture& copy) {
    json::Value out{{"kind", "copy"}, {"text", copy.text}};
    if (copy.rows > 0) out.update({{"html", copy.html}, {"rows", copy.rows}});
    return out;
}

json::Value gesture_message(std::monostate) {
    return nullptr;
}

bool has_value(const Node& node) {
    // An empty text box has a value, the empty one; a button has none.
    return node.role == Role::TextBox || !node.value.empty();
}

bool is_cut(const Node& node) {
    return !(node.clip == node.rect);
}

/// Writes a node for the page: all of it, or what changed since `before`. What is empty is left out
/// of a whole node, and null where it was there before.
class Description {
public:
    Description(const Node* before, const Node& now)
        : before_(before), now_(now), out_{{"id", now.id}} {}

    json::Value write() {
        text("parent", &Node::parent, true);
        put("role", before_ && before_->role == now_.role, true,
            [&] { return role_name(now_.role); });
        text("name", &Node::name, true);
        number("x", &Rect::x);
        number("y", &Rect::y);
        number("w", &Rect::w);
        number("h", &Rect::h);
        const bool same_clip = before_ && is_cut(*before_) == is_cut(now_) &&
                               (!is_cut(now_) || before_->clip == now_.clip);
        put("clip", same_clip, is_cut(now_), [&] { return numbers(now_.clip); });
        const bool same_value =
            before_ && has_value(*before_) == has_value(now_) && before_->value == now_.value;
        put("value", same_value, has_value(now_), [&] { return now_.value; });
        text("desc", &Node::description);
        text("keys", &Node::keys);
        text("list", &Node::list);
        text("active", &Node::active);
        put("types", before_ && before_->types == now_.types, now_.types.has_value(),
            [&] { return gesture_message(*now_.types); });
        text("over", &Node::types_over);
        count("level", &Node::level);
        count("row", &Node::row);
        count("col", &Node::column);
        count("rows", &Node::rows);
        count("cols", &Node::columns);
        count("setsize", &Node::set_size);
        count("posinset", &Node::position);
        put("state", before_ && before_->state == now_.state, true,
            [&] { return letters(now_.state); });
        put("tab", before_ && before_->focusable == now_.focusable, true,
            [&] { return now_.focusable ? 0 : -1; });
        put("gesture", before_ && before_->gesture == now_.gesture,
            !std::holds_alternative<std::monostate>(now_.gesture), [&] {
                return std::visit([](const auto& kind) { return gesture_message(kind); },
                                  now_.gesture);
            });
        return std::move(out_);
    }

private:
    template <class Make>
    void put(const char* key, bool same, bool there, const Make& make) {
        if (before_ ? same : !there) return;
        out_[key] = there ? json::Value(make()) : json::Value(nullptr);
    }
    void text(const char* key, std::string Node::* member, bool always = false) {
        const std::string& words = now_.*member;
        put(key, before_ && before_->*member == words, always || !words.empty(),
            [&] { return words; });
    }
    void count(const char* key, int Node::* member) {
        put(key, before_ && before_->*member == now_.*member, now_.*member > 0,
            [&] { return now_.*member; });
    }
    void number(const char* key, float Rect::* member) {
        const double value = rounded(now_.rect.*member);
        put(key, before_ && rounded(before_->rect.*member) == value, true, [&] { return value; });
    }

    const Node* before_;
    const Node& now_;
    json::Value out_;
};

}  // namespace

json::Value message_of(const Node& node) {
    return Description(nullptr, node).write();
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

void Semantics::give_menu(std::string_view id) {
    if (const auto found = index_.find(id); found != index_.end())
        nodes_[found->second].state.has_menu = true;
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
            json::Value change = Description(&known->second.node, node).write();
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

}  // namespace ui
