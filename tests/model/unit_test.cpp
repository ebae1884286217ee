#include "model/unit.hpp"

#include <doctest/doctest.h>

#include "base/fault.hpp"

using base::Day;

namespace {

// Nghị quyết số 175/2024/QH15: thành phố Huế from 01/01/2025.
model::Unit hue() {
    model::Unit unit{.id = {"vn-hue"}, .level = model::UnitLevel::Province};
    unit.names = {
        {.name = "Tỉnh Thừa Thiên Huế", .validity = {std::nullopt, Day{2024, 12, 31}}},
        {.name = "Thành phố Huế",
         .short_name = "Huế",
         .also = {"TP. Huế"},
         .validity = {Day{2025, 1, 1}, {}}},
    };
    return unit;
}

}  // namespace

TEST_CASE("a unit has the name that holds on the day, both ends included") {
    const auto unit = hue();
    CHECK(unit.name_on({2024, 12, 31}).name == "Tỉnh Thừa Thiên Huế");
    CHECK(unit.name_on({2025, 1, 1}).name == "Thành phố Huế");
    CHECK(unit.name_on({1995, 5, 1}).name == "Tỉnh Thừa Thiên Huế");
    CHECK(unit.name_on({2026, 11, 21}).name == "Thành phố Huế");
}

TEST_CASE("on a day without a name a unit has its latest one") {
    auto unit = hue();
    unit.names[1].validity.from = Day{2025, 3, 1};
    CHECK(unit.name_on({2025, 2, 1}).name == "Thành phố Huế");
}

TEST_CASE("a unit without a name is a fault of ours") {
    CHECK_THROWS_AS(static_cast<void>(model::Unit{}.name_on({2025, 1, 1})), base::Fault);
}

TEST_CASE("a name is itself, its short form and what documents write, letter by letter") {
    const auto name = hue().names[1];
    CHECK(name.is("Thành phố Huế"));
    CHECK(name.is("Huế"));
    CHECK(name.is("TP. Huế"));
    CHECK_FALSE(name.is("Hue"));
    CHECK_FALSE(name.is(""));
    CHECK_FALSE(hue().names[0].is(""));
}

TEST_CASE("a code is read in its list only") {
    model::Unit unit;
    unit.codes = {{{"2008-63"}, "27", {}}, {{"2025-34"}, "24", {}}};
    CHECK(unit.code_in({"2008-63"}) == "27");
    CHECK(unit.code_in({"2025-34"}) == "24");
    CHECK_FALSE(unit.code_in({"1999"}).has_value());
}

TEST_CASE("a parent holds from a day to a day") {
    model::Unit unit;
    unit.parents = {{{"a"}, {std::nullopt, Day{2025, 6, 30}}}, {{"b"}, {Day{2025, 7, 1}, {}}}};
    CHECK(unit.parent_on({2025, 6, 30}) == model::UnitId{"a"});
    CHECK(unit.parent_on({2025, 7, 1}) == model::UnitId{"b"});
    unit.parents.pop_back();
    CHECK_FALSE(unit.parent_on({2025, 7, 1}).has_value());
}
