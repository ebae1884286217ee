// The tree of units in "Tạo báo cáo": who belongs to whom on the day, opened and chosen by pointer
// and by keys.
#include <doctest/doctest.h>

#include "ui/house.hpp"
#include "ui/unit_search.hpp"

using test::House;
using ui::Role;

namespace {

constexpr auto Province = "Tỉnh Quảng Ngãi";
constexpr auto Committee = "Ủy ban nhân dân tỉnh Quảng Ngãi";
constexpr auto Department = "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi";

void ask(House& house) {
    house.stage.tap("Tạo báo cáo…");
}

const ui::Node& item(House& house, const char* name) {
    return house.stage.node(Role::TreeItem, name);
}

void focus(House& house, const char* name) {
    house.stage.deliver({{"k", "focus"}, {"id", item(house, name).id}});
    house.stage.settle();
}

}  // namespace

TEST_CASE(
    "the province whose units are here is open; each line says how deep and where it stands") {
    House house;
    ask(house);
    const auto& province = item(house, Province);
    CHECK(province.level == 1);
    CHECK(province.position == 1);
    CHECK(province.set_size >= 34);  // provinces since 1/7/2025 (NQ 202/2025/QH15), and ministries
    CHECK(province.state.expanded == ui::NodeState::Tri::On);
    const auto& committee = item(house, Committee);
    CHECK(committee.level == 2);
    CHECK(committee.state.expanded == ui::NodeState::Tri::Off);
    CHECK_FALSE(house.stage.find(Role::TreeItem, Department));
}

TEST_CASE("a province of which no unit is here has nothing to open") {
    House house;
    ask(house);
    focus(house, Province);
    house.stage.key("ArrowLeft");
    const auto& capital = item(house, "Thành phố Hà Nội");
    CHECK(capital.level == 1);
    CHECK(capital.state.expanded == ui::NodeState::Tri::Absent);
    CHECK(capital.set_size == item(house, Province).set_size);
}

TEST_CASE("the units have all the room that the other questions leave") {
    for (const test::StageSize size : {test::StageSize{1366, 768}, {390, 844, 2, true}}) {
        House house(size);
        ask(house);
        const auto& year = house.stage.node(Role::Combobox, "Năm");  // the last question
        const auto& cancel = house.stage.node(Role::Button, "Hủy");
        CHECK(year.clip == year.rect);
        CHECK(cancel.rect.y - year.rect.bottom() < 60);
        int shown = 0;
        for (const auto& node : house.stage.nodes()) shown += node.role == Role::TreeItem;
        CHECK(shown > 5);
    }
}

TEST_CASE("only one line of the tree is met by Tab") {
    House house;
    ask(house);
    int stops = 0;
    for (const auto& node : house.stage.nodes())
        stops += node.role == Role::TreeItem && node.focusable ? 1 : 0;
    CHECK(stops == 1);
    CHECK(item(house, Province).focusable);
}

TEST_CASE("a press on the mark opens, one on the name chooses, and the report is made for it") {
    House house;
    ask(house);
    const auto mark = item(house, Committee).rect;
    house.stage.tap_at(mark.x + 20 + mark.h / 2, mark.y + mark.h / 2);
    CHECK(item(house, Department).level == 3);
    house.stage.tap(Role::TreeItem, Department);
    CHECK(house.stage.shows("Thuộc Ủy ban nhân dân tỉnh Quảng Ngãi"));
    house.stage.tap(Role::Button, "Tạo báo cáo");
    const auto reports = store::list_reports(house.work().db());
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].unit == model::UnitId{"qng-so-khcn"});
}

TEST_CASE("the arrow to the right opens, that to the left closes and then leads upwards") {
    House house;
    ask(house);
    focus(house, Committee);
    house.stage.key("ArrowRight");
    CHECK(house.stage.find(Role::TreeItem, Department));
    CHECK(item(house, Committee).focusable);
    house.stage.key("ArrowLeft");
    CHECK_FALSE(house.stage.find(Role::TreeItem, Department));
    house.stage.key("ArrowLeft");
    CHECK(house.stage.surface().focused() == item(house, Province).id);
}
