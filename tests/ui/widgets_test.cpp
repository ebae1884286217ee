#include "ui/widgets.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "ui/gallery.hpp"
#include "ui/stage.hpp"

using ui::NodeState;
using ui::Role;

namespace {

struct Scene {
    test::Gallery gallery;
    test::Stage stage{[this](ui::Surface& s) { gallery.draw(s); }};
};

}  // namespace

TEST_CASE("a button is pressed by a pointer at its centre") {
    Scene scene;
    scene.stage.tap("Xong");
    CHECK(scene.gallery.pressed == 1);
}

TEST_CASE("a press is to be seen in the frame right after it") {
    test::Stage stage([](ui::Surface& s) { ui::button(s, "save", {10, 10, 100, 36}, "Lưu"); });
    stage.move(60, 28);
    stage.take_packet();
    // A press says once more where the pointer is.
    for (const auto* type : {"move", "down"}) {
        stage.surface().deliver({{"k", "ptr"}, {"type", type}, {"x", 60.0f}, {"y", 28.0f}});
    }
    stage.frame();
    CHECK_FALSE(stage.take_packet().empty());
}

TEST_CASE("a button is pressed by a finger that was nowhere before") {
    test::Gallery gallery;
    test::Stage stage([&](ui::Surface& s) { gallery.draw(s); },
                      {.width = 800, .height = 800, .touch = true});
    stage.tap("Xong");
    CHECK(gallery.pressed == 1);
}

TEST_CASE("a button is pressed by a keyboard or a screen reader through its node") {
    Scene scene;
    scene.stage.act("Xong");
    CHECK(scene.gallery.pressed == 1);
}

TEST_CASE("a disabled button is announced as such and cannot be pressed") {
    int pressed = 0;
    test::Stage stage([&](ui::Surface& s) {
        if (ui::button(s, "send", {10, 10, 100, 36}, "Gửi đi", {.disabled = true})) ++pressed;
    });
    CHECK(stage.node("Gửi đi").state.disabled);
    CHECK_FALSE(stage.node("Gửi đi").focusable);
    stage.tap("Gửi đi");
    stage.act("Gửi đi");
    CHECK(pressed == 0);
}

TEST_CASE("a button with a gesture of the page answers only when the page says it acted") {
    int pressed = 0;
    test::Stage stage([&](ui::Surface& s) {
        if (ui::button(s, "open", {10, 10, 100, 36}, "Mở tệp", {.gesture = ui::OpenGesture{}}))
            ++pressed;
    });
    const ui::Rect rect = stage.node("Mở tệp").rect;
    stage.tap_at(rect.x + rect.w / 2, rect.y + rect.h / 2);
    CHECK(pressed == 0);
    stage.act("Mở tệp");
    CHECK(pressed == 1);
}

TEST_CASE("a press that is drawn away before it is let go does nothing") {
    Scene scene;
    const ui::Rect rect = scene.stage.node("Xong").rect;
    const float x = rect.x + rect.w / 2;
    const float y = rect.y + rect.h / 2;
    const auto pointer = [&](const char* type, float at_y) {
        scene.stage.deliver({{"k", "ptr"},
                             {"type", type},
                             {"x", x},
                             {"y", at_y},
                             {"button", 0},
                             {"source", "mouse"}});
    };
    pointer("down", y);
    pointer("move", y + 300);
    pointer("up", y + 300);
    CHECK(scene.gallery.pressed == 0);
}

TEST_CASE("of a card and the button on it only the one under the pointer is pressed") {
    Scene scene;
    scene.stage.tap("Xóa");
    CHECK(scene.gallery.pressed == 1);
    const ui::Rect card = scene.stage.node("Tháng 7/2025").rect;
    scene.stage.tap_at(card.x + 20, card.y + 20);
    CHECK(scene.gallery.pressed == 101);
}

TEST_CASE("whatever the pointer can hit has a node") {
    Scene scene;
    CHECK(scene.stage.items_without_node() == 0);
    scene.stage.tap("Hỏi");
    CHECK(scene.stage.items_without_node() == 0);
}

#ifdef IMGUI_ENABLE_TEST_ENGINE
TEST_CASE("an item that has no node is noticed") {
    test::Stage stage([](ui::Surface&) {
        const ImRect box(10, 10, 100, 40);
        ImGui::ItemAdd(box, 1234);
        ImGui::ButtonBehavior(box, 1234, nullptr, nullptr);
    });
    CHECK(stage.items_without_node() > 0);
}
#endif

TEST_CASE("every node has an id of its own and everything that acts has a name") {
    Scene scene;
    scene.stage.tap("Hỏi");
    std::set<std::string> ids;
    for (const ui::Node& node : scene.stage.nodes()) {
        CHECK(ids.insert(node.id).second);
        if (node.focusable) CHECK_FALSE(node.name.empty());
    }
    CHECK(scene.stage.surface().duplicate_ids() == 0);
}

TEST_CASE("nodes stand in the order of reading, below the region they are in") {
    Scene scene;
    const auto& nodes = scene.stage.nodes();
    CHECK(nodes.front().role == Role::Main);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const auto parent = std::find_if(
            nodes.begin(), nodes.end(), [&](const ui::Node& n) { return n.id == nodes[i].parent; });
        REQUIRE(parent != nodes.end());
        CHECK(parent < nodes.begin() + static_cast<std::ptrdiff_t>(i));
    }
    CHECK(scene.stage.node(Role::Radio, "Đã triển khai").parent == "state");
}

TEST_CASE("choosing a chip answers its id, choosing it again clears") {
    Scene scene;
    CHECK(scene.stage.node(Role::Radio, "Đã triển khai").state.checked == NodeState::Tri::On);
    scene.stage.tap(Role::Radio, "Đang triển khai");
    CHECK(scene.gallery.chosen == "deploying");
    scene.stage.tap(Role::Radio, "Đang triển khai");
    CHECK(scene.gallery.chosen.empty());
}

TEST_CASE("chips that do not fit side by side go on in the next row") {
    const std::array<ui::Option, 3> options{
        {{"a", "Chưa triển khai"}, {"b", "Đang triển khai"}, {"c", "Đã triển khai"}}};
    test::Stage stage([&](ui::Surface& s) {
        const auto result =
            ui::choice_chips(s, "state", {10, 10, 300, 0}, "Trạng thái", options, "");
        CHECK(result.height == ui::chips_height(s, options, 300));
    });
    const ui::Rect first = stage.node("Chưa triển khai").rect;
    const ui::Rect last = stage.node("Đã triển khai").rect;
    CHECK(last.y > first.bottom());
    CHECK(last.right() <= 310);
}

TEST_CASE("a tab says which one is open") {
    Scene scene;
    CHECK(scene.stage.node(Role::Tab, "Từng mô hình").state.selected == NodeState::Tri::On);
    scene.stage.tap("Bảng");
    CHECK(scene.gallery.tab == "grid");
    CHECK(scene.stage.node(Role::Tab, "Bảng").state.selected == NodeState::Tri::On);
}

TEST_CASE("a list opens below its field, takes the focus to what is chosen, and gives it back") {
    Scene scene;
    scene.stage.deliver({{"k", "focus"}, {"id", "select"}});
    CHECK(scene.stage.node(Role::Combobox, "Lọc").value == "Đã triển khai");
    scene.stage.tap(Role::Combobox, "Lọc");
    CHECK(scene.stage.node(Role::Combobox, "Lọc").state.expanded == NodeState::Tri::On);
    CHECK(scene.stage.surface().focused() == scene.stage.node(Role::Option, "Đã triển khai").id);
    scene.stage.tap(Role::Option, "Chưa triển khai");
    CHECK(scene.gallery.chosen == "none");
    CHECK(scene.stage.find(Role::Option, "Chưa triển khai") == nullptr);
    CHECK(scene.stage.surface().focused() == "select");
}

TEST_CASE(
    "an open list goes away at Escape and at a press beside it, and nothing beneath is pressed") {
    Scene scene;
    scene.stage.tap(Role::Combobox, "Lọc");
    scene.stage.key("Escape");
    CHECK(scene.stage.find(Role::Option, "Chưa triển khai") == nullptr);
    scene.stage.tap(Role::Combobox, "Lọc");
    scene.stage.tap("Xong");
    CHECK(scene.stage.find(Role::Option, "Chưa triển khai") == nullptr);
    CHECK(scene.gallery.pressed == 0);
    CHECK(scene.gallery.chosen == "deployed");
}

TEST_CASE("a box that is checked and a line that is open say so") {
    Scene scene;
    CHECK(scene.stage.node("Chỉ mô hình của tôi").state.checked == NodeState::Tri::Off);
    scene.stage.tap("Chỉ mô hình của tôi");
    CHECK(scene.stage.node("Chỉ mô hình của tôi").state.checked == NodeState::Tri::On);
    scene.stage.tap("Thêm");
    CHECK(scene.stage.node("Thêm").state.expanded == NodeState::Tri::On);
}

TEST_CASE("a dialog is modal: what lies beneath gets neither pointer nor keys") {
    Scene scene;
    scene.stage.tap("Hỏi");
    CHECK(scene.stage.node(Role::Dialog, "Gộp mô hình").state.modal);
    CHECK(scene.stage.node(Role::Dialog, "Gộp mô hình").parent.empty());
    const ui::Rect beneath = scene.stage.node("Xong").rect;
    scene.stage.tap_at(beneath.x + 5, beneath.y + 5);
    scene.stage.act("Xong");
    CHECK(scene.gallery.pressed == 0);
    scene.stage.tap("Gộp");
    CHECK(scene.gallery.pressed == 1);
}

TEST_CASE("a dialog takes the focus when it opens and gives it back at Escape") {
    Scene scene;
    scene.stage.deliver({{"k", "focus"}, {"id", "ask"}});
    scene.stage.act("Hỏi");
    CHECK(scene.stage.surface().focused() == scene.stage.node("Gộp").id);
    scene.stage.key("Escape");
    CHECK(scene.stage.find(Role::Dialog, "Gộp mô hình") == nullptr);
    CHECK(scene.stage.surface().focused() == "ask");
}

TEST_CASE("what lies beneath a notice is not pressed through it") {
    int pressed = 0;
    test::Stage stage([&](ui::Surface& surface) {
        if (ui::button(surface, "beneath", {0, 0, 600, 400}, "Ở dưới")) ++pressed;
        ui::notice(surface, "over", {20, 20, 560, 80}, "Lời nhắn", ui::NoticeKind::Info, {},
                   ui::Live::No);
    });
    stage.tap("Lời nhắn");
    CHECK(pressed == 0);
    stage.tap("Ở dưới");
    CHECK(pressed == 1);
}

TEST_CASE("a dialog closes at its button, in the language of the surface") {
    Scene scene;
    scene.stage.tap("Hỏi");
    scene.stage.tap("Đóng");
    CHECK_FALSE(scene.gallery.dialog);
    scene.stage.surface().set_language(i18n::Lang::En);
    scene.stage.tap("Hỏi");
    scene.stage.tap("Close");
    CHECK_FALSE(scene.gallery.dialog);
}

TEST_CASE("a tip shows after the pointer has rested, not before") {
    Scene scene;
    scene.stage.take_packet();
    const ui::Rect rect = scene.stage.node("Trợ giúp").rect;
    scene.stage.move(rect.x + 10, rect.y + 10);
    scene.stage.take_packet();
    REQUIRE(scene.stage.surface().wake_ms());
    CHECK(*scene.stage.surface().wake_ms() <= 500);
    scene.stage.wait(510);
    CHECK_FALSE(scene.stage.take_packet().empty());
    CHECK_FALSE(scene.stage.surface().wake_ms());
}

TEST_CASE("a control for fingers is at least 44 px tall") {
    const auto metrics = ui::metrics_for_touch();
    CHECK(metrics.control_height >= 44);
    CHECK(metrics.text >= 16);
}
