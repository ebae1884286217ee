#include <doctest/doctest.h>

#include "ui/stage.hpp"
#include "ui/widgets.hpp"

using ui::Role;

TEST_CASE("a button is pressed by a pointer at its centre") {
    int pressed = 0;
    test::Stage stage([&](ui::Surface& s) {
        if (ui::button(s, "save", {100, 100, 120, 36}, "Lưu tệp")) ++pressed;
    });
    stage.tap("Lưu tệp");
    CHECK(pressed == 1);
}
