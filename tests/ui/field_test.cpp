#include <cmath>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "ui/stage.hpp"
#include "ui/widgets.hpp"

using ui::Role;
using Reason = ui::TextEvent::Reason;

namespace {

/// One field whose store is a string: what is typed is stored after the frame.
struct Scene {
    std::string stored = "Không phát sinh";
    std::vector<ui::FieldResult> results;
    bool drawn = true;
    bool hold = false;
    ui::FieldLook look{.multiline = true};

    test::Stage stage{[this](ui::Surface& s) {
        if (!drawn) return;
        const auto result = ui::text_field(s, "difficulties", {20, 20, 300, 60},
                                           "Khó khăn, vướng mắc", stored, look);
        if (result.began || result.typed || result.ended) results.push_back(result);
        if (hold)
            s.hold_text(result.stay);
        else if (result.typed)
            stored = *result.typed;
    }};
};

}  // namespace

TEST_CASE("a field tells the page everything it needs to open its editor") {
    Scene scene;
    const ui::Node& node = scene.stage.node(Role::TextBox, "Khó khăn, vướng mắc");
    CHECK(node.value == "Không phát sinh");
    const auto& edit = std::get<ui::EditGesture>(node.gesture);
    CHECK(edit.multiline);
    CHECK(edit.text_px == scene.stage.surface().metrics().text);
    CHECK(edit.line_px == std::round(edit.text_px * scene.stage.surface().metrics().line));
    CHECK(edit.color.substr(0, 4) == "rgb(");
}

TEST_CASE("one stay in a field begins, types and ends under one number") {
    Scene scene;
    scene.stage.type("Khó khăn, vướng mắc", "Không");
    scene.stage.type("Khó khăn, vướng mắc", "Không có");
    scene.stage.leave("enter");
    REQUIRE(scene.results.size() == 4);
    CHECK(scene.results[0].began);
    CHECK(scene.results[1].typed == "Không");
    CHECK(scene.results[2].typed == "Không có");
    CHECK(scene.results[3].ended == Reason::Enter);
    CHECK_FALSE(scene.results[3].typed);
    for (const auto& result : scene.results) CHECK(result.stay == scene.results[0].stay);
    scene.stage.tap("Khó khăn, vướng mắc");
    CHECK(scene.results.back().stay > scene.results[0].stay);
}

TEST_CASE("a field left as it was entered changes nothing") {
    Scene scene;
    scene.stored = "Hai  dấu cách";
    scene.stage.settle();
    scene.stage.tap("Khó khăn, vướng mắc");
    scene.stage.leave("blur");
    for (const auto& result : scene.results) CHECK_FALSE(result.typed);
}

TEST_CASE("Escape carries the text that was there before") {
    Scene scene;
    scene.stage.type("Khó khăn, vướng mắc", "nhầm");
    CHECK(scene.stored == "nhầm");
    scene.stage.deliver({{"k", "textEnd"},
                         {"id", "difficulties"},
                         {"value", "Không phát sinh"},
                         {"reason", "escape"}});
    CHECK(scene.results.back().ended == Reason::Escape);
    CHECK(scene.stored == "Không phát sinh");
}

TEST_CASE("the page hears that a text is saved only after the frame that took it") {
    Scene scene;
    scene.stage.tap("Khó khăn, vướng mắc");
    scene.stage.take_messages();
    scene.stage.type("Khó khăn, vướng mắc", "Thiếu kinh phí");
    const auto acks = scene.stage.messages("textAck");
    REQUIRE(acks.size() == 1);
    CHECK(acks[0]["id"] == "difficulties");
    CHECK(acks[0]["saved"] == true);
}

TEST_CASE("a text that waits to be sent is not called saved") {
    Scene scene;
    scene.hold = true;
    scene.stage.type("Khó khăn, vướng mắc", "Thiếu kinh phí");
    CHECK(scene.stage.messages("textAck").empty());
    scene.hold = false;
    scene.stage.settle();
    CHECK(scene.stage.messages("textAck").size() == 1);
}

TEST_CASE("the program's undo reaches the open editor until something is typed in it") {
    Scene scene;
    scene.stage.tap("Khó khăn, vướng mắc");
    scene.stored = "Trước đó";
    scene.stage.settle();
    const auto set = scene.stage.messages("textSet");
    REQUIRE(set.size() == 1);
    CHECK(set[0]["value"] == "Trước đó");
    scene.stage.take_messages();
    scene.stage.type("Khó khăn, vướng mắc", "Mới");
    scene.stored = "Khác";
    scene.stage.settle();
    CHECK(scene.stage.messages("textSet").empty());
}

TEST_CASE("what was typed waits for its field when the screen does not draw it") {
    Scene scene;
    scene.stage.tap("Khó khăn, vướng mắc");
    scene.drawn = false;
    scene.stage.deliver({{"k", "text"},
                         {"id", "difficulties"},
                         {"seq", 9},
                         {"value", "Chưa mất"},
                         {"composing", false}});
    CHECK(scene.stored == "Không phát sinh");
    CHECK(scene.stage.messages("textAck").empty());
    CHECK(scene.stage.messages("editEnd").size() == 1);
    scene.drawn = true;
    scene.stage.settle();
    CHECK(scene.stored == "Chưa mất");
}

TEST_CASE("typing, then pressing a button at once, types first") {
    std::string log;
    test::Stage stage([&](ui::Surface& s) {
        if (ui::button(s, "save", {20, 100, 100, 36}, "Lưu tệp")) log += "lưu ";
        const auto result = ui::text_field(s, "field", {20, 20, 300, 36}, "Ghi chú", "");
        if (result.typed) log += "gõ ";
        if (result.ended) log += "rời ";
    });
    stage.tap("Ghi chú");
    ui::Surface& s = stage.surface();
    s.deliver({{"k", "text"}, {"id", "field"}, {"seq", 1}, {"value", "a"}});
    s.deliver({{"k", "textEnd"}, {"id", "field"}, {"value", "a"}, {"reason", "blur"}});
    s.deliver({{"k", "act"}, {"id", "save"}});
    stage.settle();
    CHECK(log == "gõ rời lưu ");
}

TEST_CASE("a field grows with what is typed in it, before it is stored") {
    float height = 0;
    test::Stage stage([&](ui::Surface& s) {
        const ui::FieldLook look{.multiline = true};
        height = ui::field_height(s, "một dòng", 200, look, "field");
        ui::text_field(s, "field", {20, 20, 200, height}, "Ghi chú", "một dòng", look);
    });
    const float before = height;
    const float line = std::round(stage.surface().metrics().text * stage.surface().metrics().line);
    stage.type("Ghi chú", "một\nhai\nba");
    CHECK(height == before + 2 * line);
}

TEST_CASE("a field that may not be changed opens no editor") {
    Scene scene;
    scene.look.readonly = true;
    scene.stage.settle();
    const ui::Node& node = scene.stage.node("Khó khăn, vướng mắc");
    CHECK(node.state.readonly);
    CHECK(std::holds_alternative<std::monostate>(node.gesture));
}

TEST_CASE("an error marks the field and is read with it") {
    Scene scene;
    scene.look.error = "Mục này đang trống.";
    scene.stage.settle();
    CHECK(scene.stage.node("Khó khăn, vướng mắc").state.invalid);
    CHECK(scene.stage.node("Khó khăn, vướng mắc").description == "Mục này đang trống.");
}

TEST_CASE("a screen opens an editor by the name of its field") {
    bool ask = false;
    test::Stage stage([&](ui::Surface& s) {
        const ui::Scope scope(s, "form");
        if (ask) ui::begin_edit(s, "field");
        ask = false;
        ui::text_field(s, "field", {20, 20, 200, 36}, "Ghi chú", "");
    });
    ask = true;
    stage.settle();
    const auto begun = stage.messages("editBegin");
    REQUIRE(begun.size() == 1);
    CHECK(begun[0]["id"] == "form/field");
    CHECK(stage.surface().editing() == "form/field");
    CHECK(stage.surface().edit_within("form"));
    CHECK_FALSE(stage.surface().edit_within("for"));
}

TEST_CASE("a field hears that it was left when the page goes away, and goes on when it stays") {
    Scene scene;
    scene.stage.type("Khó khăn, vướng mắc", "Một");
    const auto first = scene.results.back().stay;
    scene.stage.surface().leave_edit();
    scene.stage.settle();
    CHECK(scene.results.back().ended == Reason::Blur);
    CHECK_FALSE(scene.results.back().typed);
    scene.stage.type("Khó khăn, vướng mắc", "Một hai");
    CHECK(scene.stored == "Một hai");
    CHECK(scene.results.back().stay > first);
}

namespace {

/// A field in a pane of 300 units that grows with what is typed in it.
struct FieldInPane {
    std::string stored;
    float top;
    ui::Rect drawn;
    test::Stage stage;

    FieldInPane(std::string words, float at)
        : stored(std::move(words)), top(at), stage([this](ui::Surface& s) { draw(s); }) {}

    void draw(ui::Surface& s) {
        ui::ScrollArea pane(s, "pane", {0, 100, 400, 300}, Role::Region, "Biểu mẫu");
        const ui::FieldLook look{.multiline = true};
        const float height = ui::field_height(s, stored, 300, look, "words");
        drawn = {20, pane.content().y + top, 300, height};
        const auto result = ui::text_field(s, "words", drawn, "Khó khăn", stored, look);
        if (result.typed) stored = *result.typed;
        pane.set_content_height(top + height + 40);
    }
};

}  // namespace

TEST_CASE(
    "the caret's line stays in sight while a field grows past the end of its pane, and where "
    "arrows lead it") {
    FieldInPane scene("một", 200);
    auto& drawn = scene.drawn;
    auto& stage = scene.stage;
    const float line = std::round(stage.surface().metrics().text * stage.surface().metrics().line);
    std::string text = "🏠 đầu";
    for (int i = 0; i < 30; ++i) text += "\ndòng";
    stage.type("Khó khăn", text);
    CHECK(drawn.bottom() - 20 <= 400);
    CHECK(drawn.y < 100);
    const auto id = stage.node("Khó khăn").id;
    const auto caret = [&](int at) { stage.deliver({{"k", "caret"}, {"id", id}, {"at", at}}); };
    caret(6);  // the end of the first line: the picture of a house is two units
    CHECK(drawn.y >= 100);
    CHECK(drawn.y + line <= 400);
    caret(7 + 5 * 15);  // the line in the middle
    const float top = drawn.y + stage.surface().metrics().pad_y + 16 * line;
    CHECK(top >= 100);
    CHECK(top + line <= 400);
    const float stands = drawn.y;
    caret(7 + 5 * 14);  // one line up: it was in sight
    CHECK(drawn.y == stands);
}

TEST_CASE("where the caret was in an earlier stay says nothing of the next one") {
    std::string stored;
    for (int i = 0; i < 40; ++i) stored += "dòng\n";
    stored += "hết";
    FieldInPane scene(stored, 20);
    auto& drawn = scene.drawn;
    auto& stage = scene.stage;
    stage.type("Khó khăn", stored + "!");
    CHECK(drawn.bottom() - 20 <= 400);
    stage.leave("blur");
    stage.deliver({{"k", "wheel"}, {"x", 200}, {"y", 200}, {"dx", 0}, {"dy", -5000}});
    CHECK(drawn.y == 120);
    const auto id = stage.node("Khó khăn").id;
    stage.deliver({{"k", "textBegin"}, {"id", id}, {"value", scene.stored}});
    // What is larger than before shows where one is: the field from its beginning.
    stage.surface().enlarge(1.1f);
    stage.settle();
    CHECK(drawn.y >= 100);
}
