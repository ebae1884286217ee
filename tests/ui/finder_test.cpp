#include "ui/finder.hpp"

#include <doctest/doctest.h>

#include "text/fold.hpp"
#include "ui/house.hpp"

using test::House;
using ui::Role;

namespace {

constexpr const char* Hint = "Tìm lệnh, mô hình, báo cáo, sổ…";

ui::Findable item(const char* title, int number = 0) {
    ui::Findable made{title, title, "", number, app::Undo{}, text::fold(title)};
    if (number != 0) made.folded += ' ' + std::to_string(number);
    return made;
}

std::vector<std::string> titles(const std::vector<ui::Findable>& all, std::string_view words) {
    std::vector<std::string> out;
    for (const auto place : ui::found_in(all, words)) out.push_back(all[place].title);
    return out;
}

}  // namespace

TEST_CASE("what is found with its marks stands before what is found without them") {
    const std::vector all{item("Bán hàng"), item("Sổ bàn giao"), item("Bàn làm việc"),
                          item("Lưu tệp")};
    CHECK(titles(all, "bàn") ==
          std::vector<std::string>{"Bàn làm việc", "Sổ bàn giao", "Bán hàng"});
    CHECK(titles(all, "ban gi") == std::vector<std::string>{"Sổ bàn giao"});
    CHECK(titles(all, "xe").empty());
    CHECK(titles(all, "  ").size() == 4);
}

TEST_CASE("a number means the model of that number before all that has it in its words") {
    const std::vector all{item("Kiosk 2026", 1), item("LGSP", 26), item("26 xã", 3)};
    CHECK(titles(all, "26").front() == "LGSP");
}

TEST_CASE("Ctrl+K finds a model by its number and Enter goes there") {
    House house;
    house.open_sample();
    house.stage.key("K", true);
    REQUIRE(house.stage.find(Role::Dialog, "Tìm và lệnh"));
    house.stage.type(Hint, "26");
    house.stage.leave("enter");
    CHECK_FALSE(house.stage.find(Role::Dialog, "Tìm và lệnh"));
    CHECK(house.stage.shows("Mô hình 26 · Nhóm"));
}

TEST_CASE("arrows choose among what was found, and the field says which Enter takes") {
    House house;
    house.open_sample();
    house.stage.key("K", true);
    house.stage.type(Hint, "giao diện");
    const auto active = [&] {
        const std::string id = house.stage.node(Hint).active;
        for (const auto& node : house.stage.nodes())
            if (node.id == id) return node.name;
        return std::string();
    };
    CHECK(active() == "Giao diện: Sáng");
    house.stage.key("ArrowDown");
    CHECK(active() == "Giao diện: Tối");
    house.stage.key("ArrowUp");
    house.stage.key("ArrowUp");
    CHECK(active() == "Giao diện: Theo máy");
    house.stage.key("ArrowUp");
    house.stage.leave("enter");
    CHECK(house.stage.surface().scheme() == ui::Scheme::Dark);
}

TEST_CASE("what cannot be done here is not offered") {
    House house;
    house.stage.key("K", true);
    CHECK_FALSE(house.stage.find(Role::Option, "Hoàn tác"));
    CHECK(house.stage.find(Role::Option, "Mở tệp"));
}

TEST_CASE("larger text is offered as long as it would be seen on this page, and its size is said") {
    struct Case {
        test::StageSize size;
        std::vector<std::string> said;
    };
    // A phone's text grows until a line is 240 px of the page; a step that nobody would see is
    // none.
    const Case laptop{{1366, 768},
                      {"Cỡ chữ 120 %", "Cỡ chữ 140 %", "Cỡ chữ 160 %", "Cỡ chữ 200 %"}};
    const Case phone{{390, 844}, {"Cỡ chữ 120 %", "Cỡ chữ 140 %", "Cỡ chữ 160 %"}};
    const Case narrow{{360, 640}, {"Cỡ chữ 120 %", "Cỡ chữ 140 %", "Cỡ chữ 150 %"}};
    for (const auto& [size, said] : {laptop, phone, narrow}) {
        CAPTURE(size.width);
        House house(size);
        std::vector<std::string> heard;
        while (heard.size() < 9) {
            house.stage.key("K", true);
            house.stage.type(Hint, "chữ to hơn");
            if (!house.stage.find(Role::Option, "Chữ to hơn")) break;
            house.stage.take_messages();
            house.stage.leave("enter");
            heard.push_back(house.stage.messages("announce").back()["text"]);
        }
        CHECK(heard == said);
        house.stage.type(Hint, "chữ nhỏ hơn");
        CHECK(house.stage.find(Role::Option, "Chữ nhỏ hơn"));
    }
}

TEST_CASE("a new report is begun from anywhere") {
    House house;
    house.open_sample();
    house.stage.key("K", true);
    house.stage.type(Hint, "tạo báo cáo");
    house.stage.leave("enter");
    CHECK(house.stage.find(Role::Dialog, "Tạo báo cáo"));
}
