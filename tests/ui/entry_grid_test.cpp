#include "ui/entry_grid.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "ui/annex.hpp"
#include "ui/house.hpp"

using test::cell;
using test::House;
using ui::Role;

namespace {

struct Table : House {
    explicit Table(test::StageSize size = {}) : House(size) {
        open_sample();
        stage.key("G", true);
    }

    /// The current cell by the focus.
    std::string focused() { return stage.surface().focused(); }
    std::string value(const char* name) { return stage.node(name).value; }
};

}  // namespace

TEST_CASE("the table says how many rows and columns it has, drawn or not") {
    Table table;
    const auto& grid = table.stage.node(Role::Grid, "Bảng các mô hình");
    CHECK(grid.rows == 44 + 5 + 1);  // models, groups, head
    CHECK(grid.columns == 8);
    CHECK(table.stage.find(Role::ColumnHeader, "Kết quả triển khai"));
    CHECK(table.stage.shows("I · Nhóm tiện ích phục vụ giải quyết TTHC"));
}

TEST_CASE("a cell is named by its model and column and holds its text") {
    Table table;
    const auto& result = table.stage.node(Role::GridCell, "Mô hình 3, Kết quả triển khai");
    CHECK(result.value == table.cell("mh-03", "result").part("text"));
    CHECK(result.column == 4);
    CHECK(table.value("Mô hình 1, Kết quả triển khai") == "Gạch ngang, chưa nêu lý do");
}

TEST_CASE("lines out of sight are not drawn") {
    Table table;
    CHECK(table.stage.find("Mô hình 1, Kết quả triển khai"));
    CHECK_FALSE(table.stage.find("Mô hình 44, Kết quả triển khai"));
}

TEST_CASE("arrows move the current cell and bring it into sight") {
    Table table;
    table.stage.tap("Mô hình 1, Kết quả triển khai");
    CHECK(table.focused() == "entry-so-1/grid/mh-01/result");
    table.stage.key("ArrowDown");
    table.stage.key("ArrowRight");
    CHECK(table.focused() == "entry-so-1/grid/mh-02/difficulties");
    table.stage.key("End", true);
    CHECK(table.focused() == "entry-so-1/grid/mh-44/replication");
    CHECK(table.stage.find("Mô hình 44, Nhân rộng"));
}

TEST_CASE("the table opens at the model of the form and moves on from there") {
    House house;
    house.open_sample();
    house.go_to(26);
    house.stage.key("G", true);
    house.stage.tap("Mô hình 26, Kết quả triển khai");
    house.stage.key("ArrowDown");
    CHECK(house.stage.surface().focused() == "entry-so-1/grid/mh-27/result");
    house.stage.key("ArrowDown");
    CHECK(house.stage.surface().focused() == "entry-so-1/grid/mh-28/result");
}

TEST_CASE("F2 edits the cell in place, Enter goes on to the one below") {
    Table table;
    table.stage.tap("Mô hình 3, Kết quả triển khai");
    table.stage.key("F2");
    CHECK(table.stage.surface().editing() == "entry-so-1/grid/mh-03/result/text");
    table.stage.type("Mô hình 3, Kết quả triển khai", "Viết lại");
    table.stage.leave("enter");
    CHECK(table.cell("mh-03", "result") == cell({{"text", "Viết lại"}}));
    CHECK(table.focused() == "entry-so-1/grid/mh-04/result");
}

TEST_CASE("Tab leaves the cell to the right and Escape takes the typing back") {
    Table table;
    table.stage.tap("Mô hình 3, Kết quả triển khai");
    const auto before = table.cell("mh-03", "result");
    table.stage.key("F2");
    table.stage.type("Mô hình 3, Kết quả triển khai", "sai");
    table.stage.wait(500);
    table.stage.leave("escape");
    CHECK(table.cell("mh-03", "result") == before);
    CHECK(table.focused() == "entry-so-1/grid/mh-03/result");
    table.stage.key("F2");
    table.stage.leave("tab");
    CHECK(table.focused() == "entry-so-1/grid/mh-03/difficulties");
}

TEST_CASE("Space goes through the states") {
    Table table;
    table.stage.tap("Mô hình 3, Trạng thái");
    table.stage.key(" ");
    CHECK(table.cell("mh-03", "state") == cell({{"choice", "not_deployed"}}));
    table.stage.key(" ");
    CHECK(table.cell("mh-03", "state") == cell({{"choice", "preparing"}}));
}

TEST_CASE("Enter on a state offers the list of states") {
    Table table;
    table.stage.tap("Mô hình 3, Trạng thái");
    table.stage.key("Enter");
    table.stage.tap(Role::MenuItem, "Đã triển khai");
    CHECK(table.cell("mh-03", "state") == cell({{"choice", "deployed"}}));
}

TEST_CASE("Enter on the title, and on what is more than one text, opens the form there") {
    Table table;
    table.stage.tap(Role::RowHeader, "Mô hình 3");
    table.stage.key("Enter");
    CHECK(table.stage.shows("Mô hình 3 · Nhóm I"));
}

TEST_CASE("rows of a shared entry point to the one that says it") {
    Table table;
    table.stage.type("Tìm mô hình, nội dung…", "39");
    table.stage.leave();
    CHECK(table.value("Mô hình 39, Kết quả triển khai") == "Như mô hình 38");
}

TEST_CASE("the filter shows what is asked for, and an empty one can be lifted") {
    Table table;
    table.stage.tap("Có nội dung 10");
    CHECK(table.stage.find("Mô hình 3, Kết quả triển khai"));
    CHECK_FALSE(table.stage.find("Mô hình 1, Kết quả triển khai"));
    table.stage.type("Tìm mô hình, nội dung…", "xyz");
    table.stage.leave();
    CHECK(table.stage.shows("Không có mô hình nào khớp bộ lọc"));
    table.stage.tap("Bỏ lọc");
    CHECK(table.stage.find("Mô hình 1, Kết quả triển khai"));
}

TEST_CASE("on a phone the rows are cards that open the form") {
    Table table({390, 844, 2, true});
    CHECK_FALSE(table.stage.find(Role::Grid, "Bảng các mô hình"));
    table.stage.tap("Mô hình 1, Triển khai 53 dịch vụ công thiết yếu, Gạch ngang, chưa nêu lý do");
    CHECK(table.stage.shows("Mô hình 1 · Nhóm I"));
}

TEST_CASE("the press that chooses a cell does not open it, the next one does") {
    Table table;
    table.stage.tap(Role::RowHeader, "Mô hình 3");
    CHECK(table.focused() == "entry-so-1/grid/mh-03/title");
    CHECK_FALSE(table.stage.shows("Mô hình 3 · Nhóm I"));
    table.stage.tap("Mô hình 3, Kết quả triển khai");
    CHECK(table.stage.surface().editing().empty());
    table.stage.tap("Mô hình 3, Kết quả triển khai");
    CHECK(table.stage.surface().editing() == "entry-so-1/grid/mh-03/result/text");
}

TEST_CASE("a screen reader opens the cell it stands on at once") {
    Table table;
    table.stage.deliver({{"k", "focus"}, {"id", "entry-so-1/grid/mh-03/result"}});
    table.stage.act("Mô hình 3, Kết quả triển khai");
    CHECK(table.stage.surface().editing() == "entry-so-1/grid/mh-03/result/text");
}

TEST_CASE("a cell is opened for a text that the page says of it") {
    Table table;
    const auto* id = "entry-so-1/grid/mh-03/result/text";
    table.stage.deliver({{"k", "textBegin"}, {"id", id}});
    table.stage.deliver({{"k", "text"}, {"id", id}, {"seq", 1}, {"value", "gõ lại"}});
    CHECK(table.stage.surface().editing() == id);
    table.stage.wait(500);
    CHECK(table.cell("mh-03", "result").part("text") == "gõ lại");
}

TEST_CASE("where the four chips of the filter have no room beside its search they are a list") {
    for (const bool narrow : {true, false}) {
        CAPTURE(narrow);
        House house(narrow ? test::StageSize{820, 1180, 2, true} : test::StageSize{1366, 768});
        house.open_sample();
        house.go_by_address(26, true);
        REQUIRE(house.stage.find(Role::Grid, "Bảng các mô hình"));
        const auto& nodes = house.stage.nodes();
        const auto kinds = std::count_if(nodes.begin(), nodes.end(), [](const ui::Node& node) {
            return node.role == Role::Radio && node.name.starts_with("Gạch ngang");
        });
        CHECK(kinds == (narrow ? 0 : 1));
        CHECK((house.stage.find(Role::Combobox, "Lọc mô hình") != nullptr) == narrow);
    }
}
