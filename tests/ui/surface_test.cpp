#include <algorithm>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "base/fault.hpp"
#include "ui/gallery.hpp"
#include "ui/stage.hpp"
#include "ui/widgets.hpp"

using ui::Role;

namespace {

/// Forty rows, or more, in a pane that shows ten of them.
struct Rows {
    int count = 40;
    int pressed = -1;
    float top = 0;  // of the first row, on the screen
    test::Stage stage{[this](ui::Surface& s) {
        ui::ScrollArea pane(s, "pane", {0, 100, 400, 400}, Role::Region, "Danh sách");
        top = pane.content().y;
        for (int i = 0; i < count; ++i) {
            const ui::Rect row{0, pane.content().y + static_cast<float>(i) * 40, 380, 40};
            if (ui::button(s, "row" + std::to_string(i), row, "Mô hình " + std::to_string(i + 1)))
                pressed = i;
        }
        pane.set_content_height(40.0f * static_cast<float>(count));
    }};

    void mouse(const char* type, float x, float y) {
        stage.deliver(
            {{"k", "ptr"}, {"type", type}, {"x", x}, {"y", y}, {"button", 0}, {"source", "mouse"}});
    }

    void wheel(float x, float y, float dy) {
        stage.deliver({{"k", "wheel"}, {"x", x}, {"y", y}, {"dx", 0}, {"dy", dy}});
    }
};

}  // namespace

TEST_CASE("a frame that changes nothing says nothing and sends no picture") {
    test::Gallery gallery;
    test::Stage stage([&](ui::Surface& s) { gallery.draw(s); });
    stage.take_messages();
    stage.take_packet();
    for (int i = 0; i < 5; ++i) stage.frame();
    CHECK(stage.take_messages().empty());
    CHECK(stage.take_packet().empty());
    CHECK_FALSE(stage.surface().wake_ms());
}

TEST_CASE("the page is told only what changed") {
    std::string title = "Một";
    test::Stage stage([&](ui::Surface& s) {
        ui::label(s, "a", {10, 10, 200, 24}, title);
        ui::button(s, "b", {10, 50, 100, 36}, "Nút");
    });
    auto first = stage.messages("sem");
    REQUIRE(first.size() == 1);
    CHECK(first[0]["full"] == true);
    CHECK(first[0]["add"].size() == 2);
    CHECK(first[0]["order"] == json::Value({"a", "b"}));
    stage.take_messages();
    title = "Hai";
    stage.settle();
    const auto sent = stage.messages("sem");
    REQUIRE(sent.size() == 1);
    CHECK(sent[0] == json::Value({{"k", "sem"}, {"upd", {{{"id", "a"}, {"name", "Hai"}}}}}));
}

TEST_CASE("a node that goes away is told by its id") {
    bool both = true;
    test::Stage stage([&](ui::Surface& s) {
        ui::label(s, "a", {10, 10, 200, 24}, "Một");
        if (both) ui::label(s, "b", {10, 50, 200, 24}, "Hai");
    });
    stage.take_messages();
    both = false;
    stage.settle();
    const auto sent = stage.messages("sem");
    REQUIRE(sent.size() == 1);
    CHECK(sent[0]["del"] == json::Value({"b"}));
    CHECK(sent[0]["order"] == json::Value({"a"}));
}

TEST_CASE("an id used twice is counted, and both nodes live") {
    test::Stage stage([&](ui::Surface& s) {
        ui::label(s, "a", {10, 10, 200, 24}, "Một");
        ui::label(s, "a", {10, 50, 200, 24}, "Hai");
    });
    CHECK(stage.surface().duplicate_ids() > 0);
    CHECK(stage.node("Một").id != stage.node("Hai").id);
}

TEST_CASE("a wheel scrolls the pane under it and no farther than its end") {
    Rows rows;
    rows.wheel(200, 300, 100);
    CHECK(rows.top == 0);
    rows.wheel(200, 600, 100);
    CHECK(rows.top == 0);
    rows.wheel(200, 300, 5000);
    CHECK(rows.top == 100 - 1200);
}

TEST_CASE(
    "a wheel in a pane within a pane scrolls the inner one, and the outer one when that is at its "
    "end") {
    float outer = 0;
    float inner = 0;
    test::Stage stage([&](ui::Surface& s) {
        ui::ScrollArea page(s, "page", {0, 0, 400, 500}, Role::Region, "Trang");
        outer = page.content().y;
        {
            ui::ScrollArea list(s, "list", {0, page.content().y + 100, 400, 200}, Role::Region,
                                "Danh sách");
            inner = list.content().y - page.content().y;
            list.set_content_height(300);
        }
        page.set_content_height(900);
    });
    const auto wheel = [&](float y, float dy) {
        stage.deliver({{"k", "wheel"}, {"x", 200}, {"y", y}, {"dx", 0}, {"dy", dy}});
    };
    wheel(200, 60);
    CHECK(inner == 100 - 60);
    CHECK(outer == 0);
    wheel(200, 60);  // its end
    CHECK(inner == 100 - 100);
    wheel(200, 60);
    CHECK(inner == 100 - 100);
    CHECK(outer == -60);
    wheel(450, 60);  // beside it
    CHECK(outer == -120);
    wheel(100, -30);
    CHECK(inner == 100 - 70);
    CHECK(outer == -120);
}

TEST_CASE("what is pressed in a scrolled pane is what is seen there") {
    Rows rows;
    rows.wheel(200, 300, 400);
    rows.stage.tap("Mô hình 12");
    CHECK(rows.pressed == 11);
    rows.pressed = -1;
    rows.stage.tap_at(200, 520);
    CHECK(rows.pressed == -1);
}

TEST_CASE("what a pane has scrolled away is told too, but not all of a very long list") {
    Rows rows{.count = 200};
    rows.stage.settle();
    CHECK(rows.stage.find("Mô hình 1"));
    CHECK(rows.stage.find("Mô hình 15"));
    CHECK(rows.stage.find("Mô hình 100"));
    CHECK_FALSE(rows.stage.find("Mô hình 150"));
    CHECK(rows.stage.node("Mô hình 15").clip == ui::Rect{0, 100, 400, 400});
    CHECK(rows.stage.node("Mô hình 1").clip == rows.stage.node("Mô hình 1").rect);
}

TEST_CASE("a press on what is partly out of sight moves nothing under the pointer") {
    Rows rows;
    rows.wheel(200, 300, 30);
    rows.stage.deliver({{"k", "focus"}, {"id", "row0"}, {"pressed", true}});
    CHECK(rows.top == 70);
    rows.stage.deliver({{"k", "focus"}, {"id", "row1"}});
    rows.stage.deliver({{"k", "focus"}, {"id", "row0"}});
    CHECK(rows.top == 100);
}

TEST_CASE("the focus scrolls its node into view") {
    Rows rows;
    rows.stage.deliver({{"k", "focus"}, {"id", "row15"}});
    const ui::Rect rect = rows.stage.node("Mô hình 16").rect;
    CHECK(rect.y >= 100);
    CHECK(rect.bottom() <= 500);
}

TEST_CASE(
    "a menu that is taken back leaves everything where it is, and what follows is for what lay "
    "beneath") {
    bool open = false;
    float top = 0;
    test::Stage stage([&](ui::Surface& s) {
        {
            ui::ScrollArea pane(s, "pane", {0, 100, 400, 400}, Role::Region, "Danh sách");
            top = pane.content().y;
            ui::button(s, "first", {0, top, 380, 40}, "Mô hình 1");
            ui::button(s, "far", {0, top + 1000, 380, 40}, "Mô hình 26");
            pane.set_content_height(4000);
            if (s.take_menu("far")) open = true;
        }
        const ui::Option only[] = {{"form", "Mở biểu nhập"}};
        if (open && ui::menu(s, "menu", {20, 300, 0, 0}, "Mô hình 26", only)) open = false;
    });
    const auto wheel = [](float dy) {
        return json::Value{{"k", "wheel"}, {"x", 50}, {"y", 450}, {"dx", 0}, {"dy", dy}};
    };
    stage.deliver({{"k", "focus"}, {"id", "first"}});
    stage.deliver(wheel(800));
    REQUIRE(top == -700);
    stage.deliver({{"k", "menu"}, {"id", "far"}, {"x", 20}, {"y", 300}});
    REQUIRE(open);
    stage.surface().deliver({{"k", "menuBack"}});
    stage.deliver(wheel(30));  // told in one go with it
    CHECK_FALSE(open);
    CHECK(top == -730);
    stage.deliver({{"k", "menuBack"}});
    CHECK(top == -730);
}

TEST_CASE("the thumb of a pane is dragged, and what lies beneath is not pressed") {
    Rows rows;
    const auto pointer = [&](const char* type, float y) { rows.mouse(type, 394, y); };
    pointer("move", 110);
    pointer("down", 110);
    pointer("move", 510);
    pointer("up", 510);
    CHECK(rows.top == 100 - 1200);
    CHECK(rows.pressed == -1);
}

TEST_CASE("a key of the page is taken once, by the first who wants it") {
    int first = 0;
    int second = 0;
    test::Stage stage([&](ui::Surface& s) {
        if (s.take_chord({.key = "S", .ctrl = true})) ++first;
        if (s.take_chord({.key = "S", .ctrl = true})) ++second;
    });
    stage.key("s", true);
    CHECK(first == 1);
    CHECK(second == 0);
    stage.key("S", true, true);
    CHECK(first == 1);
}

TEST_CASE("keys that come at once are seen one in a frame, in their order") {
    std::string seen;
    test::Stage stage([&](ui::Surface& s) {
        if (const auto chord = s.waiting_chord()) seen += chord->key + " ";
    });
    for (const char* key : {"F2", "ArrowDown", "ArrowDown"})
        stage.surface().deliver({{"k", "key"}, {"key", key}});
    stage.settle();
    CHECK(seen == "F2 ArrowDown ArrowDown ");
}

TEST_CASE("a screen asks for a frame later and gets it then") {
    bool asked = false;
    test::Stage stage([&](ui::Surface& s) {
        if (!asked) s.wake_in(4000);
        asked = true;
    });
    REQUIRE(stage.surface().wake_ms());
    CHECK(*stage.surface().wake_ms() > 3000);
    stage.wait(5000);
    CHECK_FALSE(stage.surface().wake_ms());
}

TEST_CASE("after input frames follow until one changes nothing, and one that is asked for always") {
    bool asks = false;
    bool is_late = false;
    int frames = 0;
    test::Stage stage([&](ui::Surface& s) {
        ++frames;
        if (std::exchange(asks, false)) s.redraw();
        if (is_late && frames == 2) s.announce("Đã lưu", ui::Urgency::Polite);
    });
    const auto frames_of = [&](const json::Value& message) {
        frames = 0;
        stage.deliver(message);
        return frames;
    };
    const json::Value nothing_there{{"k", "ptr"}, {"type", "move"}, {"x", 5}, {"y", 5}};
    CHECK(frames_of(nothing_there) == 2);
    is_late = true;
    CHECK(frames_of(nothing_there) == 3);
    is_late = false;
    asks = true;
    frames = 0;
    stage.settle();
    CHECK(frames == 2);
}

TEST_CASE("forced colours win over the person's choice, the choice over the system's") {
    test::Stage stage([](ui::Surface&) {});
    CHECK(stage.surface().scheme() == ui::Scheme::Light);
    stage.deliver({{"k", "theme"}, {"dark", true}, {"contrast", false}, {"forced", false}});
    CHECK(stage.surface().scheme() == ui::Scheme::Dark);
    CHECK(stage.messages("background").size() == 2);
    stage.surface().prefer_scheme(ui::Scheme::Light);
    stage.settle();
    CHECK(stage.surface().scheme() == ui::Scheme::Light);
    stage.deliver({{"k", "theme"}, {"forced", true}});
    CHECK(stage.surface().scheme() == ui::Scheme::HighContrast);
}

TEST_CASE("a keyboard on glass takes its part of the page, and the edited field stays in sight") {
    test::Stage stage(
        [](ui::Surface& s) {
            ui::ScrollArea pane(s, "pane", s.bounds(), Role::Region, "Mẫu");
            const float top = pane.content().y;
            ui::text_field(s, "field", {20, top + 500, 300, 44}, "Ghi chú", "");
            pane.set_content_height(600);
        },
        {.width = 390, .height = 600, .touch = true});
    stage.tap("Ghi chú");
    stage.deliver({{"k", "resize"}, {"w", 390}, {"h", 600}, {"dpr", 1}, {"covered", 300}});
    CHECK(stage.surface().height() == 300);
    CHECK(stage.node("Ghi chú").rect.bottom() <= 300);
}

TEST_CASE("the pointer's shape follows what it is over") {
    test::Gallery gallery;
    test::Stage stage([&](ui::Surface& s) { gallery.draw(s); });
    const auto over = [&](const char* name) {
        stage.take_messages();
        const ui::Rect rect = stage.node(name).rect;
        stage.move(rect.x + 5, rect.y + 5);
        const auto told = stage.messages("cursor");
        return told.empty() ? std::string() : told.back()["css"].get<std::string>();
    };
    CHECK(over("Xong") == "pointer");
    CHECK(over("Kết quả triển khai") == "text");
    CHECK(over("Gửi đi") == "default");
}

TEST_CASE("what a drag ended over shows that the pointer is there, also when it was drawn before") {
    Rows rows;
    rows.mouse("move", 50, 160);
    rows.mouse("down", 50, 160);
    rows.mouse("move", 50, 120);
    rows.stage.take_messages();
    rows.mouse("up", 50, 120);
    CHECK(rows.pressed == -1);
    REQUIRE_FALSE(rows.stage.messages("cursor").empty());
    CHECK(rows.stage.messages("cursor").back()["css"] == "pointer");
}

TEST_CASE("a fault in the middle of a drawing leaves the next frame whole") {
    bool fault = false;
    int pressed = 0;
    test::Stage stage([&](ui::Surface& s) {
        try {
            const ui::Scope scope(s, "screen");
            const ui::Container main(s, "main", s.bounds(), Role::Main, "Sổ 06");
            if (ui::button(s, "done", {20, 20, 100, 36}, "Xong")) ++pressed;
            if (!fault) return;
            const ui::ScrollArea pane(s, "pane", {0, 100, 400, 400}, Role::Region, "Danh sách");
            const ui::Overlay half(s, "half");
            throw base::Fault("broken");
        } catch (const base::Fault&) {
        }
    });
    fault = true;
    stage.frame();
    fault = false;
    stage.settle();
    CHECK(stage.find(Role::Region, "Danh sách") == nullptr);
    stage.tap("Xong");
    CHECK(pressed == 1);
    CHECK(stage.node("Xong").id == "screen/done");
}
