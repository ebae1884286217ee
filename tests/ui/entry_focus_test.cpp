// Where the focus goes on between the form, the table and the desk, and by F8: nobody who works
// with keys alone looks for it again.
#include <algorithm>

#include <doctest/doctest.h>

#include "ui/house.hpp"

using test::House;
using ui::Role;

namespace {

constexpr auto Difficulties = "Khó khăn, vướng mắc";

struct Report : House {
    explicit Report(int number = 26, test::StageSize size = {1366, 2400}) : House(size) {
        open_sample();
        go_by_address(number);
    }
    std::string focused() { return stage.surface().focused(); }
    std::string editing() { return stage.surface().editing(); }
    void focus(const ui::Node& node) { stage.deliver({{"k", "focus"}, {"id", node.id}}); }
    /// A model that says something and lacks its result.
    void begin(int number) {
        go_by_address(number);
        stage.tap(Role::Radio, "Đang triển khai");
    }
};

}  // namespace

TEST_CASE("Ctrl+G leads from a field to its cell and back into the field") {
    Report report;
    report.stage.tap(Role::TextBox, Difficulties);
    report.stage.leave("ctrl-enter");
    report.go_by_address(26);
    report.focus(report.stage.node(Role::TextBox, Difficulties));
    report.stage.key("G", true);
    CHECK(report.focused() == "entry-so-1/grid/mh-26/difficulties");
    report.stage.key("ArrowDown");
    report.stage.key("G", true);
    CHECK(report.editing() == "entry-so-1/form/mh-27/difficulties/text");
}

TEST_CASE("Ctrl+G leads to the cell of the model although nothing had the focus") {
    Report report;
    report.focus({});
    report.stage.key("G", true);
    CHECK(report.focused().starts_with("entry-so-1/grid/mh-26/"));
    report.stage.key("ArrowDown");
    CHECK(report.focused().starts_with("entry-so-1/grid/mh-27/"));
}

TEST_CASE("who chose the table by its tab stays on the tab") {
    Report report;
    const auto tab = report.stage.node(Role::Tab, "Bảng");
    report.focus(tab);
    report.stage.tap(tab);
    CHECK(report.stage.find(Role::Grid, "Bảng các mô hình"));
    CHECK(report.focused() == tab.id);
}

TEST_CASE("a report that was opened from the desk has the focus where its state is chosen") {
    Report report;
    report.hear(ui::AddressChanged{});
    const auto& nodes = report.stage.nodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) {
        return node.role == Role::Button && node.id.ends_with("/open");
    });
    REQUIRE(found != nodes.end());
    const ui::Node card = *found;
    report.focus(card);
    report.stage.act(card.name);
    CHECK(report.focused().starts_with("entry-so-1/form/"));
    CHECK(report.focused().find("/state/choice/") != std::string::npos);
}

TEST_CASE("on a phone the way from the list of models into the form calls no keyboard") {
    Report report(26, {390, 844, 2, true});
    report.go_by_address(26, true);
    const auto card =
        report.stage.node("Mô hình 26, Nền tảng tích hợp, chia sẻ dữ liệu tỉnh (LGSP), Đã nhập");
    report.focus(card);
    report.stage.tap(card);
    CHECK(report.focused() == "entry-so-1/form/mh-26/state/choice");
    CHECK(report.editing().empty());
}

TEST_CASE("F8 leads to what is missing, on and on, Shift+F8 back") {
    Report report;
    report.begin(2);
    report.begin(7);
    report.go_by_address(5);
    report.stage.key("F8");
    CHECK(report.editing() == "entry-so-1/form/mh-07/result/text");
    report.stage.key("F8");
    CHECK(report.editing() == "entry-so-1/form/mh-02/result/text");
    report.stage.key("F8", false, true);
    CHECK(report.editing() == "entry-so-1/form/mh-07/result/text");
    report.go_by_address(5, true);
    report.stage.key("F8");
    CHECK(report.focused() == "entry-so-1/grid/mh-07/result");
    report.stage.key("F8", false, true);
    CHECK(report.focused() == "entry-so-1/grid/mh-02/result");
}

TEST_CASE("F8 says so when nothing is missing, and what was never entered") {
    Report report;
    report.stage.key("F8");
    CHECK(
        report.stage.shows("Các mô hình đã nhập không thiếu mục bắt buộc nào. Còn 34 mô hình gạch "
                           "ngang chưa nêu lý do."));
    CHECK(report.editing().empty());
    report.begin(2);
    report.stage.key("F8");
    CHECK(report.editing() == "entry-so-1/form/mh-02/result/text");
    CHECK_FALSE(report.stage.shows("không thiếu mục bắt buộc nào"));
}

TEST_CASE("a group of chips is one stop for Tab: the chosen one, or the one that has the focus") {
    Report report;
    const auto stops = [&] {
        std::vector<std::string> names;
        for (const auto& node : report.stage.nodes())
            if (node.role == Role::Radio && node.focusable) names.push_back(node.name);
        return names;
    };
    CHECK(stops() == std::vector<std::string>{"Đã triển khai", "Số tiền", "Có"});
    report.focus(report.stage.node(Role::Radio, "Thí điểm"));
    CHECK(stops() == std::vector<std::string>{"Thí điểm", "Số tiền", "Có"});
}
