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

/// "Dừng (58 × 34)" for each that is too small or does not lie on the page.
std::string too_small(const test::Stage& stage) {
    std::string found;
    for (const auto& node : stage.nodes()) {
        if (!node.focusable) continue;
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

}  // namespace

TEST_CASE("on a phone no screen, dialog or menu has a target under 44 px or beside the page") {
    House house(Phone);
    test::walk(house, [&](const char* where) {
        CAPTURE(where);
        CHECK(too_small(house.stage) == "");
    });
}

TEST_CASE("what the pointer can hit has a node on every screen, and no two have one id") {
    for (const test::StageSize size : {test::StageSize{}, test::StageSize{900, 620}, Phone}) {
        House house(size);
        test::walk(house, [&](const char* where) {
            CAPTURE(where);
            CHECK(house.stage.items_without_node() == 0);
            CHECK(house.stage.surface().duplicate_ids() == 0);
        });
    }
}

TEST_CASE("with the largest text every screen still lies on the page") {
    House house(Phone);
    for (int step = 0; step < 4; ++step) house.stage.deliver({{"k", "pinch"}, {"steps", 1}});
    test::walk(house, [&](const char* where) {
        CAPTURE(where);
        CHECK(too_small(house.stage) == "");
    });
}

TEST_CASE("work in progress can be stopped with a finger") {
    House house(Phone);
    house.shell->hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    house.stage.frame();
    REQUIRE(house.stage.find(Role::Button, "Dừng"));
    CHECK(too_small(house.stage) == "");
}
