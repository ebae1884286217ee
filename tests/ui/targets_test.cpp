// On a phone whatever a finger can press is at least 44 px each way (product.md C.0), on every
// screen, in every dialog and menu.

#include <algorithm>

#include <doctest/doctest.h>

#include "ui/house.hpp"

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

TEST_CASE("the desk of a phone has no target under 44 px, empty or not, nor have its dialogs") {
    House house(Phone);
    CHECK(too_small(house.stage) == "");
    house.stage.tap("Tùy chọn khác");
    CHECK(too_small(house.stage) == "");
    house.stage.key("Escape");
    house.stage.tap("Tạo báo cáo…");
    CHECK(too_small(house.stage) == "");
    house.stage.tap("Hủy");
    house.hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    CHECK(too_small(house.stage) == "");
    house.stage.tap("Lấy vào sổ");
    house.stage.key("1", false, false, true);
    CHECK(too_small(house.stage) == "");
    house.hear(ui::FileArrived{"bao cao.pdf", "%PDF-1.7 …", 0});
    CHECK(too_small(house.stage) == "");
    house.stage.tap("Đóng");
    house.hear(ui::TextCopied{false, "Sở gửi báo cáo"});
    CHECK(too_small(house.stage) == "");
}

TEST_CASE("a report on a phone has no target under 44 px, as a form or as cards") {
    House house(Phone);
    house.open_sample();
    CHECK(too_small(house.stage) == "");
    house.stage.key("3", false, false, true);
    CHECK(too_small(house.stage) == "");
    house.stage.key("?", false, true);
    CHECK(too_small(house.stage) == "");
}

TEST_CASE("work in progress can be stopped with a finger") {
    House house(Phone);
    house.shell->hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    house.stage.frame();
    REQUIRE(house.stage.find(Role::Button, "Dừng"));
    CHECK(too_small(house.stage) == "");
}
