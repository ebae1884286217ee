// A table pasted into the form: where it goes, and that it goes nowhere once another report or
// model is on the screen.
#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "ui/house.hpp"

using test::House;
using ui::Role;

namespace {

constexpr auto Difficulties = "Khó khăn, vướng mắc";
constexpr auto Dialog = "Dán bảng";
const std::vector<std::vector<std::string>> TwoRows{{"thiếu máy", "nhanh"}, {"thiếu người", "đủ"}};

struct Form : House {
    explicit Form(test::StageSize size = {1366, 2400}) : House(size) {
        open_sample();
        go_to(26);
    }
    void paste(Role role, const char* name) {
        hear(ui::BlockPasted{TwoRows, stage.node(role, name).id, "chữ"});
    }
    bool asks() { return stage.find(Role::Dialog, Dialog) != nullptr; }
};

}  // namespace

TEST_CASE("a paste in the form goes on to the next model, whatever the list beside it shows") {
    Form form;
    form.stage.type("Tìm mô hình, nội dung…", "lgsp");
    form.stage.leave();
    form.paste(Role::TextBox, Difficulties);
    REQUIRE(form.asks());
    form.stage.tap(Role::Button, "Dán 4 ô");
    CHECK(form.cell("mh-26", "difficulties").part("text") == "thiếu máy");
    CHECK(form.cell("mh-27", "difficulties").part("text") == "thiếu người");
}

TEST_CASE("what has the focus beside the fields of a form is no place for a table") {
    Form form;
    form.paste(Role::Button, "Mô hình 27");
    CHECK_FALSE(form.asks());
}

TEST_CASE("a table that was pasted is forgotten with the report or the model it was pasted into") {
    Form form;
    const std::function<void()> ways[] = {[&] { form.hear(ui::AddressChanged{}); },
                                          [&] { form.go_by_address(27); },
                                          [&] { form.go_by_address(26, true); }};
    for (const auto& away : ways) {
        form.paste(Role::TextBox, Difficulties);
        REQUIRE(form.asks());
        away();
        CHECK_FALSE(form.asks());
        form.go_by_address(26);
        CHECK_FALSE(form.asks());
        REQUIRE(form.stage.shows("Mô hình 26 · Nhóm III"));
    }
}

TEST_CASE("what was asked about one model is not answered about another") {
    Form form;
    form.stage.tap(Role::Button, "Dùng chung với…");
    REQUIRE(form.stage.find(Role::Dialog, "Dùng chung nội dung"));
    form.go_by_address(27);
    CHECK_FALSE(form.stage.find(Role::Dialog, "Dùng chung nội dung"));
    form.go_by_address(26, true);
    const auto row = form.stage.node(Role::GridCell, "Mô hình 26, Khó khăn, vướng mắc").id;
    form.stage.deliver({{"k", "menu"}, {"id", row}});
    REQUIRE(form.stage.find(Role::Menu, "Mô hình 26"));
    form.hear(ui::AddressChanged{});
    form.go_by_address(26, true);
    CHECK_FALSE(form.stage.find(Role::Menu, "Mô hình 26"));
}

TEST_CASE("on the start page nothing takes a table, and none waits for the next report") {
    Form form;
    const auto node = form.stage.node(Role::TextBox, Difficulties).id;
    form.hear(ui::AddressChanged{});
    form.hear(ui::BlockPasted{TwoRows, node, "chữ"});
    form.go_by_address(26);
    CHECK_FALSE(form.asks());
}

TEST_CASE("on a small phone the button that pastes as text is no wider than its dialog") {
    struct Words {
        i18n::Lang lang;
        const char* field;
        const char* button;
    };
    for (const Words words :
         {Words{i18n::Lang::Vi, Difficulties, "Dán thành chữ vào ô đang nhập"},
          Words{i18n::Lang::En, "Difficulties", "Paste as text into the field"}}) {
        CAPTURE(std::string(words.button));
        House house({320, 640, 2, true}, {.address = {}, .page = {}, .lang = words.lang});
        house.open_sample();
        house.stage.deliver({{"k", "pinch"}, {"steps", 9}});  // the largest text
        house.go_by_address(26);
        const auto field = house.stage.node(Role::TextBox, words.field).id;
        house.hear(ui::BlockPasted{TwoRows, field, "chữ"});
        const auto& button = house.stage.node(Role::Button, words.button);
        CHECK(button.clip == button.rect);  // nothing of it is cut
    }
}
