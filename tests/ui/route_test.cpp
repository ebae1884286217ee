#include "ui/route.hpp"

#include <doctest/doctest.h>

using ui::Route;

TEST_CASE("an address read again is the same place") {
    const Route places[]{{}, {"so-1", 0, 0, false}, {"so-1", 3, 26, false}, {"so-1", 3, 0, true}};
    for (const auto& place : places) CHECK(ui::read_address(ui::address_of(place)) == place);
    CHECK(ui::address_of({"a1", 3, 26, false}) == "#so=a1&bao-cao=3&mh=26");
    CHECK(ui::address_of({"a1", 3, 0, true}) == "#so=a1&bao-cao=3&xem=bang");
    CHECK(ui::address_of({}).empty());
}

TEST_CASE("an address made by hand is read as far as it makes sense") {
    CHECK(ui::read_address("#bao-cao=x&mh=26") == Route{});
    CHECK(ui::read_address("#so=../../etc&bao-cao=-2") == Route{});
    CHECK(ui::read_address("bao-cao=3&mh=999999999999&la=1") == Route{"", 3, 0, false});
    CHECK(ui::read_address("#&&=&so") == Route{});
}
