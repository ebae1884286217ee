#include "ui/semantics.hpp"

#include <doctest/doctest.h>

namespace {

ui::Node button(const char* id, const char* name) {
    ui::Node node;
    node.id = id;
    node.role = ui::Role::Button;
    node.name = name;
    node.rect = {10, 20, 120.004f, 36};
    node.clip = node.rect;
    node.focusable = true;
    return node;
}

/// What the page is told when `before` becomes `now`.
json::Value update(const ui::Node& before, const ui::Node& now) {
    ui::Semantics semantics;
    semantics.begin();
    semantics.add(before);
    semantics.changes();
    semantics.begin();
    semantics.add(now);
    const json::Value changes = semantics.changes();
    return changes.is_null() ? changes : changes["upd"][0];
}

}  // namespace

TEST_CASE("a node is told with what it has and without what it has not") {
    CHECK(ui::message_of(button("save", "Lưu tệp")) == json::Value({{"id", "save"},
                                                                    {"parent", ""},
                                                                    {"role", "button"},
                                                                    {"name", "Lưu tệp"},
                                                                    {"x", 10.0},
                                                                    {"y", 20.0},
                                                                    {"w", 120.0},
                                                                    {"h", 36.0},
                                                                    {"state", ""},
                                                                    {"tab", 0}}));
}

TEST_CASE("a text box has a value also when it is empty") {
    ui::Node node = button("field", "Ghi chú");
    node.role = ui::Role::TextBox;
    CHECK(ui::message_of(node)["value"] == "");
    CHECK_FALSE(ui::message_of(button("save", "Lưu")).contains("value"));
}

TEST_CASE("each state has its letter, and those that can be and are not have theirs") {
    using Tri = ui::NodeState::Tri;
    ui::Node node = button("a", "A");
    node.state = {.disabled = true,
                  .invalid = true,
                  .required = true,
                  .readonly = true,
                  .modal = true,
                  .current = true,
                  .busy = true,
                  .opens_popup = true,
                  .has_menu = true,
                  .checked = Tri::On,
                  .selected = Tri::On,
                  .expanded = Tri::On,
                  .pressed = Tri::On};
    CHECK(ui::message_of(node)["state"] == "dcsexuirohnMt");
    node.state = {
        .checked = Tri::Off, .selected = Tri::Off, .expanded = Tri::Off, .pressed = Tri::Off};
    CHECK(ui::message_of(node)["state"] == "CSpX");
    node.state = {.checked = Tri::Mixed};
    CHECK(ui::message_of(node)["state"] == "m");
}

TEST_CASE("a change is told by its members only") {
    const ui::Node before = button("save", "Lưu tệp");
    ui::Node now = before;
    now.rect.y = now.clip.y = 60;
    CHECK(update(before, now) == json::Value({{"id", "save"}, {"y", 60.0}}));
    now = before;
    now.rect.w = 120.001f;  // less than a hundredth of a pixel
    now.clip = now.rect;
    CHECK(update(before, now).is_null());
}

TEST_CASE("what went away is null") {
    ui::Node before = button("save", "Lưu tệp");
    before.description = "Ctrl+S";
    before.clip = {0, 0, 50, 50};
    before.row = 3;
    before.gesture = ui::CopyGesture{"K7Q-M2D"};
    const ui::Node now = button("save", "Lưu tệp");
    CHECK(update(before, now) == json::Value({{"id", "save"},
                                              {"clip", nullptr},
                                              {"desc", nullptr},
                                              {"row", nullptr},
                                              {"gesture", nullptr}}));
    CHECK(update(now, before)["gesture"] == json::Value({{"kind", "copy"}, {"text", "K7Q-M2D"}}));
}
