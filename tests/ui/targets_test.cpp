// What must hold of everything that can be pressed, on every screen, in every dialog and menu: on a
// phone it is at least 44 px each way (product.md C.0), and it has its node.

#include <algorithm>

#include <doctest/doctest.h>

#include "ui/walk.hpp"

using test::House;
using ui::Role;

namespace {

constexpr float Least = 44;
constexpr test::StageSize Phone{390, 844, 2, true};

/// A finger presses it, whether Tab comes to it or only the arrows do.
bool can_be_pressed(const ui::Node& node) {
    constexpr Role ByArrows[] = {Role::Radio,         Role::Tab,    Role::TreeItem, Role::MenuItem,
                                 Role::MenuItemRadio, Role::Option, Role::GridCell};
    return node.focusable ||
           (!node.state.disabled && std::ranges::find(ByArrows, node.role) != std::end(ByArrows));
}

/// "Dừng (58 × 34)" for each that is too small or does not lie on the page.
std::string too_small(const test::Stage& stage) {
    std::string found;
    for (const auto& node : stage.nodes()) {
        if (!can_be_pressed(node)) continue;
        const auto& rect = node.rect;
        const bool beside = rect.x < 0 || rect.right() > Phone.width;
        // Half a pixel of rounding is nobody's finger.
        if (rect.w >= Least - 0.5f && rect.h >= Least - 0.5f && !beside) continue;
        found += node.name + " (" + std::to_string(static_cast<int>(rect.w)) + " × " +
                 std::to_string(static_cast<int>(rect.h)) + " at " +
                 std::to_string(static_cast<int>(rect.x)) + "); ";
    }
    return found;
}

/// "Mô hình 1 · Nhóm I over Đã nhập" for each two things that are painted in one place.
std::string covering(const test::Stage& stage) {
    constexpr Role Painted[] = {Role::Button, Role::Text, Role::Heading,  Role::Caption,
                                Role::Link,   Role::Tab,  Role::Combobox, Role::TextBox};
    std::vector<const ui::Node*> all;
    for (const auto& node : stage.nodes())
        if (std::ranges::find(Painted, node.role) != std::end(Painted)) all.push_back(&node);
    std::string found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (all[i]->parent != all[k]->parent) continue;
            const auto& a = all[i]->rect;
            const auto& b = all[k]->rect;
            // A pixel of rounding covers nothing.
            const float wide = std::min(a.right(), b.right()) - std::max(a.x, b.x);
            const float high = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
            // A card is one button with others on it.
            const bool on_card = all[i]->role == Role::Button && wide >= b.w && high >= b.h;
            if (wide > 1 && high > 1 && !on_card)
                found += all[i]->name + " over " + all[k]->name + "; ";
        }
    }
    return found;
}

}  // namespace

TEST_CASE("on the phones of most people nothing is painted over another") {
    for (const float width : {360.0f, 390.0f}) {
        House house({width, 800, 2, true});
        const auto look = [&](const char* where) {
            CAPTURE(width);
            CAPTURE(std::string(where));
            CHECK(covering(house.stage) == "");
        };
        test::walk(house, look);
        for (const int model : {1, 38}) {
            house.go_by_address(model);
            CAPTURE(model);
            CHECK(covering(house.stage) == "");
        }
        test::walk_troubles(house, look);
    }
}

TEST_CASE("on a phone no screen, dialog or menu has a target under 44 px or beside the page") {
    House house(Phone);
    const auto look = [&](const char* where) {
        CAPTURE(where);
        CHECK(too_small(house.stage) == "");
    };
    test::walk(house, look);
    test::walk_troubles(house, look);
}

TEST_CASE("what the pointer can hit has a node on every screen, and no two have one id") {
    for (const test::StageSize size : {test::StageSize{}, test::StageSize{900, 620}, Phone}) {
        House house(size);
        const auto look = [&](const char* where) {
            CAPTURE(where);
            CHECK(house.stage.items_without_node() == 0);
            CHECK(house.stage.surface().duplicate_ids() == 0);
        };
        test::walk(house, look);
        test::walk_troubles(house, look);
    }
}

TEST_CASE("with the largest text every screen still lies on the page") {
    House house(Phone);
    for (int step = 0; step < 4; ++step) house.stage.deliver({{"k", "pinch"}, {"steps", 1}});
    const auto look = [&](const char* where) {
        CAPTURE(where);
        CHECK(too_small(house.stage) == "");
    };
    test::walk(house, look);
    test::walk_troubles(house, look);
}

TEST_CASE("work in progress can be stopped with a finger") {
    House house(Phone);
    house.shell->hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    house.stage.frame();
    REQUIRE(house.stage.find(Role::Button, "Dừng"));
    CHECK(too_small(house.stage) == "");
}
