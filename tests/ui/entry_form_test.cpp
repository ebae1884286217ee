#include "ui/entry_form.hpp"

#include <doctest/doctest.h>

#include "store/changes.hpp"
#include "ui/annex.hpp"
#include "ui/cost_block.hpp"
#include "ui/house.hpp"

using test::cell;
using test::House;
using ui::Role;

namespace {

/// The sample on the form of model 26.
struct Form : House {
    /// Tall enough that nothing has to be scrolled to.
    explicit Form(int number = 26, test::StageSize size = {1366, 2400}) : House(size) {
        open_sample();
        go_to(number);
    }

    std::size_t changes() const { return store::history(work().db(), report(), 100).size(); }
};

constexpr const char* Result = "Kết quả triển khai";
constexpr const char* Difficulties = "Khó khăn, vướng mắc";

}  // namespace

TEST_CASE(
    "what is typed is stored within half a second, and the whole stay is one entry of history") {
    Form form;
    const auto before = form.changes();
    form.stage.type(Result, "Đã triển khai");
    CHECK(form.cell("mh-26", "result").part("text") != "Đã triển khai");
    form.stage.wait(500);
    CHECK(form.cell("mh-26", "result").part("text") == "Đã triển khai");
    form.stage.type(Result, "Đã triển khai, vận hành ổn định");
    form.stage.wait(500);
    form.stage.type(Result, "Đã triển khai, vận hành ổn định từ 2023");
    form.stage.leave();
    CHECK(form.cell("mh-26", "result").part("text") == "Đã triển khai, vận hành ổn định từ 2023");
    CHECK(form.changes() == before + 1);
}

TEST_CASE("the page keeps its copy until what was typed is stored") {
    Form form;
    form.stage.take_messages();
    form.stage.type(Result, "Đã triển khai");
    CHECK(form.stage.messages("textAck").empty());
    form.stage.wait(500);
    REQUIRE_FALSE(form.stage.messages("textAck").empty());
    CHECK(form.stage.messages("textAck").back()["saved"] == true);
}

TEST_CASE("Escape brings back what was there when the field was entered") {
    Form form;
    const auto before = form.cell("mh-26", "result");
    form.stage.type(Result, "sai rồi");
    form.stage.wait(500);
    CHECK(form.cell("mh-26", "result").part("text") == "sai rồi");
    form.stage.leave("escape");
    CHECK(form.cell("mh-26", "result") == before);
}

TEST_CASE("what Escape took back after it was stored comes back with undo") {
    Form form;
    form.stage.type(Result, "cả câu dài");
    form.stage.wait(500);
    form.stage.leave("escape");
    form.stage.key("Z", true);
    CHECK(form.cell("mh-26", "result").part("text") == "cả câu dài");
}

TEST_CASE("what Escape took back a moment after it was typed comes back too, and is offered") {
    Form form;
    form.stage.type(Result, "cả câu dài");
    form.stage.leave("escape");
    CHECK(form.cell("mh-26", "result").part("text") != "cả câu dài");
    CHECK(form.stage.shows("Đã bỏ nội dung trước đó ở Kết quả triển khai của"));
    form.stage.key("Z", true);
    CHECK(form.cell("mh-26", "result").part("text") == "cả câu dài");
}

TEST_CASE("words that go at one press are offered back; a choice is as easily made again") {
    Form form;
    const auto words = form.cell("mh-26", "difficulties");
    form.stage.tap("Đang triển khai");
    CHECK_FALSE(form.stage.shows("Đã bỏ nội dung trước đó"));
    form.stage.key("D", true);
    CHECK(form.cell("mh-26", "difficulties").empty() == model::Empty::NotArising);
    REQUIRE(form.stage.shows("Đã bỏ nội dung trước đó ở Khó khăn, vướng mắc của"));
    form.press_in_notice("Hoàn tác");
    CHECK(form.cell("mh-26", "difficulties") == words);
}

TEST_CASE("two parts of a cell typed within one frame both stay") {
    Form form(25);
    form.stage.tap("Thêm khoản");
    form.stage.type("Số tiền, khoản 1", "6,8 tỷ");
    form.stage.leave();
    const std::string value = form.stage.node("Năm, khoản 1").id;
    const std::string source = form.stage.node("Nguồn, khoản 1").id;
    auto& surface = form.stage.surface();
    for (const auto& [id, text] : {std::pair{value, "2023"}, std::pair{source, "ngân sách"}}) {
        surface.deliver({{"k", "textBegin"}, {"id", id}});
        surface.deliver({{"k", "text"}, {"id", id}, {"seq", 1}, {"value", text}});
        surface.deliver({{"k", "textEnd"}, {"id", id}, {"value", text}, {"reason", "replaced"}});
    }
    form.stage.settle();
    CHECK(form.cell("mh-25", "cost").part("amounts.1.year") == "2023");
    CHECK(form.cell("mh-25", "cost").part("amounts.1.source") == "ngân sách");
}

TEST_CASE("what waits to be sent is sent at once when the page may go away") {
    Form form;
    form.stage.type(Result, "sắp ẩn");
    form.stage.surface().hurry(true);
    form.stage.settle();
    CHECK(form.cell("mh-26", "result").part("text") == "sắp ẩn");
    CHECK_FALSE(form.stage.surface().editing().empty());
}

TEST_CASE("an editor that shows an older text than the store is told the newer one") {
    Form form;
    const std::string id = form.stage.node(Result).id;
    form.stage.take_messages();
    form.stage.deliver({{"k", "textBegin"}, {"id", id}, {"value", "đã cũ"}});
    const auto set = form.stage.messages("textSet");
    REQUIRE(set.size() == 1);
    CHECK(set[0]["value"] == std::string(form.cell("mh-26", "result").part("text")));
}

TEST_CASE("going to the next model while typing loses nothing") {
    Form form;
    form.stage.type(Result, "đang gõ dở");
    form.stage.key("ArrowDown", false, false, true);
    form.stage.wait(500);
    CHECK(form.cell("mh-26", "result").part("text") == "đang gõ dở");
    CHECK(form.stage.shows("Mô hình 27 · Nhóm III"));
}

TEST_CASE("Alt and an arrow go through the models, and stay at the ends") {
    Form form;
    form.stage.key("ArrowUp", false, false, true);
    CHECK(form.stage.shows("Mô hình 25 · Nhóm III"));
    form.stage.key("ArrowDown", false, false, true);
    form.stage.key("ArrowDown", false, false, true);
    CHECK(form.stage.shows("Mô hình 27 · Nhóm III"));
    CHECK(form.stage.shows("27/44"));
}

TEST_CASE("going back to the first model of a group shows the group's heading above it") {
    House house({1366, 768});
    house.open_sample();
    house.go_by_address(44);
    house.go_by_address(24);
    const auto& heading =
        house.stage.node(Role::Heading, "III · Nhóm tiện ích phục vụ công dân số");
    CHECK(heading.rect.y >= heading.clip.y);
}

TEST_CASE("no difficulties is one press, and typing takes it back") {
    Form form;
    form.stage.key("ArrowDown", false, false, true);
    form.stage.tap("Không có khó khăn, vướng mắc");
    CHECK(form.cell("mh-27", "difficulties") == cell({{"empty", "not_arising"}}));
    form.stage.type(Difficulties, "Thiếu nhân lực");
    form.stage.leave();
    CHECK(form.cell("mh-27", "difficulties") == cell({{"text", "Thiếu nhân lực"}}));
}

TEST_CASE(
    "what shows in a field that was typed in is kept, though a button emptied the cell beneath "
    "it") {
    Form form;
    form.stage.type(Difficulties, "Thiếu nhân lực ");
    form.stage.wait(500);
    form.stage.act(
        "Không có khó khăn, vướng mắc");  // as a screen reader does: the field stays open
    CHECK(form.cell("mh-26", "difficulties") == cell({{"empty", "not_arising"}}));
    form.stage.leave();
    CHECK(form.cell("mh-26", "difficulties") == cell({{"text", "Thiếu nhân lực"}}));
}

TEST_CASE("a field that is left as it was stored makes no further step of history") {
    Form form;
    const auto before = form.changes();
    form.stage.type(Difficulties, "Thiếu nhân lực ");
    form.stage.wait(500);
    form.stage.leave();
    CHECK(form.changes() == before + 1);
    CHECK(form.cell("mh-26", "difficulties").part("text") == "Thiếu nhân lực");
}

TEST_CASE("what the page says late of a field that went away does not come back over an undo") {
    Form form;
    const auto before = form.cell("mh-26", "difficulties");
    form.stage.type("Khó khăn, vướng mắc", "vừa gõ");
    const auto field = form.stage.surface().editing();
    form.stage.wait(500);
    form.stage.key("ArrowDown", false, false, true);
    form.stage.deliver({{"k", "textEnd"}, {"id", field}, {"value", "vừa gõ"}, {"reason", "blur"}});
    CHECK(form.cell("mh-26", "difficulties").part("text") == "vừa gõ");
    form.stage.key("Z", true);
    CHECK(form.stage.shows("Mô hình 26 · Nhóm III"));
    CHECK(form.cell("mh-26", "difficulties") == before);
}

TEST_CASE("a hand-over asks to whom and when, and keeps the words") {
    Form form;
    form.stage.tap("Đã bàn giao");
    form.stage.type("Bàn giao cho", "Công an tỉnh");
    form.stage.leave();
    form.stage.type("Thời gian bàn giao", "tháng 3/2025");
    form.stage.leave();
    CHECK(form.cell("mh-26", "state") == cell({{"choice", "handed_over"},
                                               {"empty_to", "Công an tỉnh"},
                                               {"empty_when", "tháng 3/2025"}}));
}

TEST_CASE("an amount typed in words is stored in digits and shown back") {
    Form form(25);
    form.stage.tap("Thêm khoản");
    form.stage.type("Số tiền, khoản 1", "khoảng 6,8 tỷ");
    form.stage.wait(500);
    CHECK(form.cell("mh-25", "cost").part("amounts.1.value") == "6800000000");
    CHECK(form.cell("mh-25", "cost").part("amounts.1.approx") == "yes");
    form.stage.leave();
    form.stage.type("Năm, khoản 1", "2023");
    form.stage.leave();
    CHECK(form.cell("mh-25", "cost").part("amounts.1.year") == "2023");
    form.stage.tap("Bỏ khoản, khoản 1");
    CHECK(form.cell("mh-25", "cost").part("amounts.1.value").empty());
}

TEST_CASE("words that are no amount are kept as words, once") {
    Form form(25);
    const auto words = std::string(form.cell("mh-25", "cost").part("text"));
    form.stage.tap("Thêm khoản");
    form.stage.type("Số tiền, khoản 1", "theo dự");
    form.stage.wait(500);
    form.stage.type("Số tiền, khoản 1", "theo dự toán được duyệt");
    form.stage.leave();
    const auto expected =
        words.empty() ? "theo dự toán được duyệt" : words + "; theo dự toán được duyệt";
    CHECK(form.cell("mh-25", "cost").part("text") == expected);
    CHECK(form.cell("mh-25", "cost").part("amounts.1.value").empty());
}

TEST_CASE("who typed words that are no amount is told so where the amount is asked for again") {
    Form form(25);
    form.stage.tap("Thêm khoản");
    form.stage.type("Số tiền, khoản 1", "sáu tỷ tám");
    CHECK_FALSE(form.stage.node(Role::TextBox, "Số tiền, khoản 1").state.invalid);
    form.stage.leave();
    const auto& asked = form.stage.node(Role::TextBox, "Số tiền, khoản 1");
    CHECK(asked.state.invalid);
    CHECK(asked.description.starts_with("“sáu tỷ tám” chưa đọc được thành số tiền"));

    SUBCASE("written again, it is an amount") {
        form.stage.type("Số tiền, khoản 1", "6,8 tỷ");
        form.stage.leave();
        CHECK_FALSE(form.stage.node(Role::TextBox, "Số tiền, khoản 1").state.invalid);
        CHECK(form.cell("mh-25", "cost").part("amounts.1.value") == "6800000000");
    }
    SUBCASE("taken back, nothing is asked any more") {
        form.stage.key("Z", true);
        CHECK_FALSE(form.stage.node(Role::TextBox, "Số tiền, khoản 1").state.invalid);
    }
    SUBCASE("another model does not show it") {
        form.go_to(26);
        form.go_to(25);
        CHECK_FALSE(form.stage.find(Role::TextBox, "Số tiền, khoản 1"));
    }
}

TEST_CASE("an amount that could not be read asks on while another one is written") {
    Form form(25);
    const auto invalid = [&](const char* name) {
        return form.stage.node(Role::TextBox, name).state.invalid;
    };
    for (const auto* name : {"khoản 1", "khoản 2"}) {
        form.stage.tap("Thêm khoản");
        form.stage.type("Số tiền, " + std::string(name), "6,8 tỷ");
        form.stage.leave();
        form.stage.type("Năm, " + std::string(name), "2023");
        form.stage.leave();
    }
    form.stage.type("Số tiền, khoản 2", "  rất nhiều ");
    form.stage.type("Số tiền, khoản 1", "7 tỷ");
    CHECK(invalid("Số tiền, khoản 2"));
    form.stage.leave();
    CHECK_FALSE(invalid("Số tiền, khoản 1"));
    CHECK(invalid("Số tiền, khoản 2"));
    form.stage.tap("Bỏ khoản, khoản 1");
    CHECK(invalid("Số tiền, khoản 1"));
    form.stage.tap("Bỏ khoản, khoản 1");
    CHECK_FALSE(form.stage.find(Role::TextBox, "Số tiền, khoản 1"));
}

TEST_CASE("an amount with Word's own spaces in it is read") {
    const auto made = ui::with_typed_amount(cell({}), 0, "khoảng\u00a06,8\u00a0tỷ");
    CHECK(made.part("amounts.1.value") == "6800000000");
    CHECK(made.part("text").empty());
}

TEST_CASE("what is said of an amount stays where its other parts stand") {
    Form form(25);
    form.stage.tap("Thêm khoản");
    form.stage.type("Số tiền, khoản 1", "6,8 tỷ");
    form.stage.leave();
    form.stage.type("Năm, khoản 1", "2023");
    form.stage.leave();
    form.stage.type("Số tiền, khoản 1", "rất nhiều");
    form.stage.leave();
    CHECK(form.stage.node(Role::TextBox, "Số tiền, khoản 1").state.invalid);
    CHECK(form.cell("mh-25", "cost").part("amounts.1.year") == "2023");
    CHECK_FALSE(form.stage.find(Role::TextBox, "Số tiền, khoản 2"));
}

TEST_CASE(
    "an amount that stops making sense while it is typed gives way to the words and comes back") {
    const auto base = cell({{"amounts.1.value", "6800000000"}, {"amounts.1.year", "2023"}});
    const auto broken = ui::with_typed_amount(base, 0, "6,9 t");
    CHECK(broken.part("text") == "6,9 t");
    CHECK(broken.part("amounts.1.year") == "2023");
    const auto mended = ui::with_typed_amount(base, 0, "6,9 tỷ");
    CHECK(mended.part("text").empty());
    CHECK(mended.part("amounts.1.value") == "6900000000");
}

TEST_CASE("a shared entry says with whom, and a model can be split off with a copy") {
    Form form;
    form.go_to(39);
    CHECK(form.stage.shows("Nội dung này dùng chung cho mô hình 38, 39, 40, 41"));
    const auto shared = form.cell("mh-39", "result");
    form.stage.tap("Tách riêng");
    CHECK(form.stage.shows("khỏi nội dung dùng chung"));
    CHECK(form.cell("mh-39", "result") == shared);
    form.stage.type(Result, "Riêng của 39");
    form.stage.leave();
    CHECK(form.cell("mh-38", "result") == shared);
    CHECK(form.cell("mh-39", "result").part("text") == "Riêng của 39");
}

TEST_CASE("an entry is shared only with models that say nothing yet") {
    Form form;
    form.stage.tap(Role::Button, "Dùng chung với…");
    CHECK(form.stage.find(Role::Dialog, "Dùng chung nội dung"));
    CHECK_FALSE(form.stage.find(Role::Checkbox, "Mô hình 25: SSO"));
    CHECK(form.stage.shows("Mọi mô hình khác đều đã được nhập hoặc ghi gạch ngang"));
    form.stage.tap("Hủy");
    CHECK_FALSE(form.stage.find(Role::Dialog, "Dùng chung nội dung"));
}

TEST_CASE("what is missing is named and leads to its field") {
    Form form;
    form.go_to(1);
    form.stage.tap("Đang triển khai");
    REQUIRE(form.stage.find(Role::Link, Result));
    form.stage.tap(Role::Link, Result);
    CHECK(form.stage.surface().editing() == "entry-so-1/form/mh-01/result/text");
}

TEST_CASE("on a phone there is one column and a bar of four places") {
    House form({390, 844, 2, true});
    form.open_sample();
    CHECK_FALSE(form.stage.find(Role::Navigation, "Danh sách mô hình"));
    CHECK(form.stage.find(Role::Navigation, "Các màn hình"));
    for (const auto& node : form.stage.nodes()) {
        if (node.role != Role::Button && node.role != Role::TextBox && node.role != Role::Radio)
            continue;
        CAPTURE(node.name);
        CHECK(node.rect.h >= 44);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.right() <= 390);
    }
}

TEST_CASE("the way to the next model keeps the focus on a low page as on a high one") {
    for (const float height : {384.0f, 768.0f}) {
        CAPTURE(height);
        House house({683, height});
        house.open_sample();
        house.go_by_address(26);
        const auto before = house.stage.node(Role::Button, "Mô hình 27").id;
        house.stage.act("Mô hình 27");
        CHECK(house.stage.node(Role::Button, "Mô hình 28").id == before);
    }
}
