// Files that leave and arrive, as the page answers for them.
#include "ui/errands.hpp"

#include <doctest/doctest.h>

#include "app/files.hpp"
#include "ui/house.hpp"

using test::House;
using ui::Role;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// Ctrl+S, and what the page says became of the file.
void save(House& house, ui::Handed handed) {
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, handed, ""});
}

/// The sample with a number where model 26 has a text.
std::string wrong_type_in_26() {
    auto text = test::sample_file();
    const auto row = text.find("\"mh-26\"");
    REQUIRE(row != std::string::npos);
    const auto field = text.find("\"difficulties\"", row);
    const auto begin = text.find('{', field);
    const auto end = text.find('}', begin);
    return text.replace(begin, end - begin + 1, R"({"text": 26})");
}

}  // namespace

TEST_CASE(
    "Ctrl+S gives the report as a file, and says its mã đối chiếu when the page has kept it") {
    House house;
    house.open_sample();
    house.stage.key("S", true);
    const auto file = house.order<ui::GiveFile>();
    REQUIRE(file.has_value());
    CHECK(file->name == "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json");
    CHECK(file->bytes == test::sample_file());
    house.hear(ui::FileSaved{file->request, ui::Handed::Written, ""});
    CHECK(house.said().find("mã đối chiếu") != std::string::npos);
}

TEST_CASE("after saving, the words to send along are offered to be copied") {
    House house;
    house.open_sample();
    save(house, ui::Handed::Written);
    const auto& copy = house.stage.node(Role::Button, "Sao chép lời gửi");
    REQUIRE(std::holds_alternative<ui::CopyGesture>(copy.gesture));
    CHECK(std::get<ui::CopyGesture>(copy.gesture).text.find("tháng 7/2025") != std::string::npos);
}

TEST_CASE("where the page is wide, what is said stands beside the form: one goes on writing") {
    House house({.width = 1366, .height = 768});
    house.open_sample();
    house.go_to(26);
    save(house, ui::Handed::Written);
    const auto& field = house.stage.node(Role::TextBox, "Khó khăn, vướng mắc");
    CHECK(house.stage.node(Role::Text, house.said()).rect.x >= field.rect.right());
    CHECK(house.stage.node(Role::Button, "Sao chép lời gửi").rect.right() < 1366);
}

TEST_CASE("the focus goes back from a notice that is closed to where one was") {
    House house;
    house.open_sample();
    house.go_to(26);
    const auto before = house.stage.node(Role::Button, "Dùng chung với…").id;
    house.stage.deliver({{"k", "focus"}, {"id", before}});
    save(house, ui::Handed::Written);
    house.stage.tap(Role::Button, "Đóng");
    CHECK(house.stage.find("Đóng") == nullptr);
    CHECK(house.stage.surface().focused() == before);
}

TEST_CASE("a file the page could not keep is a sentence with a way out") {
    House house;
    house.open_sample();
    house.stage.key("S", true);
    const auto file = *house.order<ui::GiveFile>();
    house.stage.key("1", false, false, true);  // also from elsewhere it is the same file
    house.hear(ui::FileSaved{file.request, ui::Handed::Failed, "NotReadableError"});
    CHECK(house.stage.shows("Chưa lưu được tệp DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json"));
    house.press_in_notice("Lưu tệp");
    const auto again = house.order<ui::GiveFile>();
    REQUIRE(again.has_value());
    CHECK(again->name == file.name);
    CHECK(again->bytes == test::sample_file());
}

TEST_CASE("what the page could not keep is in no file, however often it was tried") {
    House house;
    house.open_sample();
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    house.stage.key("S", true);
    const auto first = house.order<ui::GiveFile>()->request;
    CHECK(house.stage.shows("Chưa lưu ra tệp"));
    house.hear(ui::FileSaved{first, ui::Handed::Failed, "NotReadableError"});
    CHECK(house.stage.shows("Chưa lưu ra tệp"));
    save(house, ui::Handed::Written);
    CHECK_FALSE(house.stage.shows("Chưa lưu ra tệp"));
}

TEST_CASE("a file that is kept when another workbook is open is not noted in that one") {
    House house;
    house.open_sample();
    house.stage.key("S", true);
    const auto request = house.order<ui::GiveFile>()->request;
    house.open("so-2");
    house.open_sample();
    house.hear(ui::FileSaved{request, ui::Handed::Written, ""});
    CHECK_FALSE(app::file_state(house.work(), house.report()).saved_ms.has_value());
}

TEST_CASE("a workbook that another tab has open is not deleted, and a sentence says which") {
    House house;
    house.others = {{"so-2", "Sổ cũ"}};
    house.open("so");
    house.hear(ui::WorkbookKept{"so-2"});
    CHECK(house.stage.shows("Chưa xóa được sổ “Sổ cũ” vì sổ đang mở ở tab khác"));
}

TEST_CASE("the page hears when a workbook in memory has changes that are in no file") {
    House house;
    house.open("so", ui::Storage::Memory);
    house.open_sample();
    CHECK_FALSE(house.order<ui::TellUnsaved>().has_value());
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    CHECK(house.order<ui::TellUnsaved>()->unsaved);
    save(house, ui::Handed::Written);
    CHECK_FALSE(house.order<ui::TellUnsaved>()->unsaved);
}

TEST_CASE(
    "a download may have been given up: only in memory the person is asked to look for the file") {
    House house;
    house.open("so", ui::Storage::Memory);
    house.open_sample();
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    CHECK(house.order<ui::TellUnsaved>()->unsaved);
    save(house, ui::Handed::Downloading);
    CHECK_FALSE(house.order<ui::TellUnsaved>().has_value());
    CHECK(house.stage.shows("Chưa lưu ra tệp"));
    house.stage.tap("Đã có tệp");
    CHECK_FALSE(house.order<ui::TellUnsaved>()->unsaved);
    CHECK_FALSE(house.stage.shows("Chưa lưu ra tệp"));

    house.open("so-2");
    house.open_sample();
    save(house, ui::Handed::Downloading);
    CHECK(house.stage.shows("Đã lưu ra tệp 14:32"));
    CHECK_FALSE(house.stage.find(Role::Button, "Đã có tệp"));
}

TEST_CASE("a picker that is closed saves nothing, and says so without alarm") {
    House house;
    house.open_sample();
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    save(house, ui::Handed::Declined);
    CHECK(house.stage.shows("vì hộp chọn nơi lưu đã được đóng"));
    CHECK(house.stage.shows("Chưa lưu ra tệp"));
}

TEST_CASE("the throw-away workbook and one on the disk need no file") {
    for (const auto& [id, storage] :
         {std::pair{"so-mau", ui::Storage::Memory}, std::pair{"so", ui::Storage::Device}}) {
        House house;
        house.open(id, storage);
        house.open_sample();
        house.stage.key("ArrowDown", false, false, true);
        house.stage.tap("Đang triển khai");
        CHECK_FALSE(house.order<ui::TellUnsaved>().has_value());
    }
}

TEST_CASE("an opened file changes nothing before it was looked at") {
    House house;
    house.hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    REQUIRE(house.stage.find(Role::Dialog, "Mở tệp nhan.so06.json"));
    CHECK(house.stage.shows("Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"));
    CHECK(store::list_reports(house.work().db()).empty());
    house.stage.tap("Bỏ qua");
    CHECK(store::list_reports(house.work().db()).empty());

    house.hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    house.stage.tap("Lấy vào sổ");
    CHECK(store::list_reports(house.work().db()).size() == 1);
    CHECK_FALSE(house.stage.find(Role::Dialog, "Mở tệp nhan.so06.json"));
}

TEST_CASE("what a file has that its form does not is shown before it is taken in") {
    House house;
    auto bytes = test::sample_file();
    bytes.replace(bytes.find("\"mh-01\""), 7, "\"mh-99\"");
    house.hear(ui::FileArrived{"la.so06.json", bytes, 0});
    REQUIRE(house.stage.find(Role::Dialog, "Mở tệp la.so06.json"));
    CHECK(house.stage.shows("Mã “mh-99” không có trong"));
    CHECK(store::list_reports(house.work().db()).empty());
}

TEST_CASE("a report of an unknown form is said to stay in its file, and cannot be taken in") {
    House house;
    auto bytes = test::sample_file();
    const std::string known = "\"form\": \"phu-luc-04-co-quan\"";
    for (auto at = bytes.find(known); at != std::string::npos; at = bytes.find(known))
        bytes.replace(at, known.size(), "\"form\": \"phu-luc-99\"");
    house.hear(ui::FileArrived{"moi.so06.json", bytes, 0});
    CHECK(house.stage.shows("Không mở được báo cáo nào trong tệp này"));
    CHECK(house.stage.shows("lập theo biểu mẫu “phu-luc-99” mà bản Sổ 06 đang mở chưa có"));
    house.stage.tap("Bỏ qua");
    CHECK(store::list_reports(house.work().db()).empty());
}

TEST_CASE("a report that differs in nothing but its state is said to") {
    House house;
    house.open_sample();
    auto bytes = test::sample_file();
    const std::string issued = "\"state\": \"issued\"";
    bytes.replace(bytes.find(issued), issued.size(), "\"state\": \"sent\"");
    house.hear(ui::FileArrived{"nhan.so06.json", bytes, 0});
    CHECK(house.stage.shows("khác với bản đang có ở: trạng thái báo cáo"));
}

TEST_CASE("a file that is none of ours is refused in one sentence and changes nothing") {
    House house;
    house.hear(ui::FileArrived{"bao cao.pdf", "%PDF-1.7 …", 0});
    CHECK(house.stage.shows("Tệp “bao cao.pdf” là tệp PDF"));
    CHECK(store::list_reports(house.work().db()).empty());
    house.stage.tap("Đóng");
    CHECK_FALSE(house.stage.shows("Tệp “bao cao.pdf” là tệp PDF"));
}

TEST_CASE("a file the browser could not read is named, and is not called empty") {
    House house;
    house.hear(ui::FileArrived{"thư mục", "", 4096});
    CHECK(house.stage.shows("Trình duyệt không đọc được “thư mục”"));
    CHECK_FALSE(house.stage.find(Role::Dialog, "Mở tệp thư mục"));
    CHECK(store::list_reports(house.work().db()).empty());
}

TEST_CASE("an entry that could not be read is named by its model and its column") {
    House house;
    house.hear(ui::FileArrived{"sai-kieu.so06.json", wrong_type_in_26(), 0});
    CHECK(house.stage.shows("mô hình 26 – cột Khó khăn, vướng mắc ghi sai kiểu"));
    CHECK_FALSE(house.stage.shows("entries["));
}

TEST_CASE("a file changed by hand is said not to match its check code, new or not") {
    const auto changed =
        replaced(test::sample_file(), "vận hành ổn định tại địa chỉ", "vận hành tốt tại địa chỉ");
    House house;
    house.hear(ui::FileArrived{"sua-tay.so06.json", changed, 0});
    CHECK(house.stage.find(Role::Text, "Sai mã đối chiếu"));
    CHECK(house.stage.shows("chưa có trong sổ; nội dung trong tệp không khớp với mã đối chiếu"));
    house.stage.tap("Bỏ qua");
    house.open_sample();
    house.hear(ui::FileArrived{"sua-tay.so06.json", changed, 0});
    CHECK(house.stage.shows("Nội dung trong tệp không khớp với mã đối chiếu ghi trong tệp"));
    CHECK_FALSE(house.stage.shows("Cả tệp và sổ đều đã sửa"));
}
