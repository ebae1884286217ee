#include <doctest/doctest.h>

#include "ui/desk_screen.hpp"
#include "ui/house.hpp"
#include "ui/save_words.hpp"
#include "ui/unit_search.hpp"

using i18n::S;
using test::House;
using ui::Role;

namespace {

const base::Millis Now = 1751873520000;  // 2025-07-07T07:32:00Z

}  // namespace

TEST_CASE("the first start says there is nothing yet, and what to do next") {
    House house;
    CHECK(house.stage.shows("Chưa có báo cáo nào"));
    CHECK(house.stage.shows("Dữ liệu chỉ nằm trên máy này"));
    CHECK(house.stage.find(Role::Button, "Mở tệp…"));
    CHECK(house.stage.find(Role::Button, "Tạo báo cáo…"));
}

TEST_CASE("the sample opens in a workbook of its own") {
    House house;
    house.stage.tap("Dùng thử với dữ liệu mẫu");
    CHECK(house.order<ui::OpenFolder>()->id == "so-mau");
    house.open("so-mau");
    const auto wanted = house.order<ui::FetchSample>();
    REQUIRE(wanted.has_value());
    house.hear(ui::SampleArrived{wanted->name, test::sample_file()});
    CHECK(house.stage.find(Role::Navigation, "Danh sách mô hình"));
    CHECK(house.stage.shows("Sổ mẫu để dùng thử"));
    house.stage.tap("Làm lại từ đầu");
    CHECK(house.order<ui::DeleteFolder>()->id == "so-mau");
}

TEST_CASE("a report is made for a unit of the lists and shown at once") {
    House house;
    house.stage.tap("Tạo báo cáo…");
    house.stage.type("Đơn vị báo cáo", "khoa hoc cong nghe");
    house.stage.tap("Sở Khoa học và Công nghệ tỉnh Quảng Ngãi, Ủy ban nhân dân tỉnh Quảng Ngãi");
    house.stage.tap(Role::Button, "Tạo báo cáo");
    const auto reports = store::list_reports(house.work().db());
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].unit == model::UnitId{"qng-so-khcn"});
    CHECK(reports[0].period_name == "tháng 6/2025");
    CHECK(house.stage.find(Role::Navigation, "Danh sách mô hình"));
}

TEST_CASE("a unit that no list has is taken as it was typed") {
    House house;
    house.stage.tap("Tạo báo cáo…");
    house.stage.type("Đơn vị báo cáo", "Phòng Tư pháp huyện Minh Long");
    CHECK(house.stage.shows("Không có trong danh mục"));
    house.stage.leave();
    house.stage.tap(Role::Button, "Tạo báo cáo");
    const auto reports = store::list_reports(house.work().db());
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].unit_name == "Phòng Tư pháp huyện Minh Long");
    CHECK(reports[0].unit == ui::unit_of_name("Phòng Tư pháp huyện Minh Long"));
}

TEST_CASE("a report that was deleted comes back with undo, without a question before") {
    House house;
    house.open_sample();
    house.stage.key("1", false, false, true);
    house.stage.tap("Xóa báo cáo Sở Khoa học và Công nghệ tỉnh Quảng Ngãi, tháng 7/2025");
    CHECK(house.stage.shows("Chưa có báo cáo nào"));
    CHECK(
        house.stage.shows("Đã xóa báo cáo của Sở Khoa học và Công nghệ tỉnh Quảng Ngãi, kỳ tháng "
                          "7/2025"));
    house.stage.key("Z", true);
    CHECK(store::list_reports(house.work().db()).size() == 1);
}

TEST_CASE("only deleting a whole workbook is asked about first") {
    House house;
    house.others = {{"so-2", "Sổ cũ"}};
    house.open("so");
    house.stage.tap("Xóa sổ Sổ cũ…");
    CHECK_FALSE(house.order<ui::DeleteFolder>().has_value());
    house.stage.tap("Hủy");
    CHECK_FALSE(house.order<ui::DeleteFolder>().has_value());
    house.stage.tap("Xóa sổ Sổ cũ…");
    house.stage.tap(Role::Button, "Xóa sổ");
    CHECK(house.order<ui::DeleteFolder>()->id == "so-2");
}

TEST_CASE("the question before a workbook is deleted has the focus where nothing is deleted") {
    House house;
    house.others = {{"so-2", "Sổ cũ"}};
    house.open("so");
    house.stage.tap("Xóa sổ Sổ cũ…");
    CHECK(house.stage.surface().focused() == house.stage.node(Role::Button, "Hủy").id);
}

TEST_CASE("a report that is here already is opened as it is, and the button says so") {
    House house;
    const auto ask_for = [&](std::string_view button) {
        house.stage.tap("Tạo báo cáo…");
        house.stage.type("Đơn vị báo cáo", "Phòng Tư pháp huyện Minh Long");
        house.stage.leave();
        house.stage.tap(Role::Button, button);
        CHECK(house.stage.find(Role::Navigation, "Danh sách mô hình"));
    };
    ask_for("Tạo báo cáo");
    const auto first = house.report();
    house.stage.key("1", false, false, true);
    ask_for("Mở báo cáo đã có");
    CHECK(store::list_reports(house.work().db()).size() == 1);
    CHECK(house.report() == first);
}

TEST_CASE("a new workbook has a folder and a name of its own") {
    House house;
    house.stage.tap("Tạo sổ mới");
    const auto made = house.order<ui::OpenFolder>();
    REQUIRE(made.has_value());
    CHECK(made->id != "so");
    house.open(made->id);
    CHECK(house.order<ui::NameFolder>()->title == "Sổ mới");
    house.stage.type("Tên sổ đang mở", "Sổ năm 2025");
    house.stage.leave("enter");
    CHECK(house.order<ui::NameFolder>()->title == "Sổ năm 2025");
}

TEST_CASE("the save words say which is newer and give another day's time with its day") {
    using ui::Storage;
    const base::Millis yesterday = Now - 24 * 3600 * 1000;
    auto words = ui::save_words({Storage::Device, Now, yesterday, false}, Now);
    CHECK(words.machine == i18n::Message{S::SaveOnMachine, {"14:32"}});
    CHECK(words.file == i18n::Message{S::SaveInFile, {"06/7/2025 14:32"}});
    CHECK(words.tone == ui::Tone::Good);
    words = ui::save_words({Storage::Device, Now, yesterday, true}, Now);
    CHECK(words.file->key == S::SaveNewerThanFile);
    words = ui::save_words({Storage::Memory, Now, std::nullopt, true}, Now);
    CHECK(words.machine.key == S::SaveNotOnMachine);
    CHECK(words.file->key == S::SaveNoFileYet);
    CHECK(words.tone == ui::Tone::Caution);
    CHECK(ui::save_words({}, Now).machine.key == S::SaveOpening);
}

TEST_CASE("units are found without marks, but the right marks come first") {
    const auto& units = test::library().units();
    const base::Day day{2025, 7, 7};
    const auto found = ui::find_units(units, "Sơn Hạ", day, 10);
    REQUIRE(found.size() >= 2);
    CHECK(found[0].name.find("Sơn Hạ") != std::string::npos);
    const auto folded = ui::find_units(units, "son ha", day, 10);
    CHECK(folded.size() >= 2);
    CHECK(ui::find_units(units, "không có đơn vị nào tên này", day, 10).empty());
    CHECK(ui::find_units(units, "", day, 3).size() == 3);
}

TEST_CASE("a unit that is no more today is not offered") {
    for (const auto& unit :
         ui::find_units(test::library().units(), "Thông tin và Truyền thông", {2025, 7, 7}, 50))
        CHECK(unit.name != "Sở Thông tin và Truyền thông tỉnh Quảng Ngãi");
}
