#include "ui/shell.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "app/files.hpp"
#include "app/settings.hpp"
#include "store/changes.hpp"
#include "store/settings.hpp"
#include "ui/house.hpp"

using test::House;
using ui::Role;

namespace {

/// The last sentence for screen readers.
std::string said(test::Stage& stage) {
    const auto messages = stage.messages("announce");
    return messages.empty() ? "" : messages.back()["text"].get<std::string>();
}

void press_in_notice(test::Stage& stage, std::string_view button) {
    for (const auto& node : stage.nodes()) {
        if (node.name != button || !node.id.ends_with("/act")) continue;
        const ui::Node place = node;
        return stage.tap(place);
    }
    FAIL("no notice has the button ", button);
}

std::string last(test::Stage& stage, const char* kind, const char* member) {
    const auto messages = stage.messages(kind);
    return messages.empty() ? "" : messages.back()[member].get<std::string>();
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
    CHECK(said(house.stage).find("mã đối chiếu") != std::string::npos);
}

TEST_CASE("after saving, the words to send along are offered to be copied") {
    House house;
    house.open_sample();
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Written, ""});
    const auto& copy = house.stage.node(Role::Button, "Sao chép lời gửi");
    REQUIRE(std::holds_alternative<ui::CopyGesture>(copy.gesture));
    CHECK(std::get<ui::CopyGesture>(copy.gesture).text.find("tháng 7/2025") != std::string::npos);
}

TEST_CASE("copying is answered: it is done, or the words stand there to be copied by hand") {
    House house;
    house.open_sample();
    house.hear(ui::TextCopied{true, "Sở gửi báo cáo"});
    CHECK(house.stage.shows("Đã sao chép lời gửi"));

    house.stage.take_messages();
    house.hear(ui::TextCopied{false, "Sở gửi báo cáo"});
    REQUIRE(house.stage.find(Role::Dialog, "Sao chép bằng tay"));
    const auto& words = house.stage.node(Role::TextBox, "Nội dung cần sao chép");
    CHECK(words.value == "Sở gửi báo cáo");
    CHECK(last(house.stage, "editBegin", "id") == words.id);
    CHECK(last(house.stage, "editBegin", "select") == "all");
    house.stage.tap(Role::Button, "Đóng");
}

TEST_CASE("a notice is read once: it is announced, and is no live region itself") {
    House house;
    house.hear(ui::FileArrived{"bao cao.pdf", "%PDF-1.7 …", 0});
    CHECK(said(house.stage).find("là tệp PDF") != std::string::npos);
    const auto& nodes = house.stage.nodes();
    const auto has_it = [](const ui::Node& node) {
        return node.name.find("là tệp PDF") != std::string::npos;
    };
    CHECK(std::count_if(nodes.begin(), nodes.end(), has_it) == 1);
    CHECK(std::find_if(nodes.begin(), nodes.end(), has_it)->role == Role::Text);
}

TEST_CASE("the first edit asks whose it is, once, and may be passed over") {
    House house;
    house.stage.tap("Tạo báo cáo…");
    house.stage.type("Đơn vị báo cáo", "Phòng Tư pháp");
    house.stage.leave();
    house.stage.tap(Role::Button, "Tạo báo cáo");
    house.stage.tap("Đang triển khai");
    REQUIRE(house.stage.find(Role::Button, "Ghi tên…"));
    house.stage.tap("Ghi tên…");
    house.stage.type("Họ và tên", "Nguyễn Văn An");
    house.stage.leave();
    house.stage.tap(Role::Button, "Ghi tên");
    CHECK(store::setting(house.work().db(), app::PersonName) == "Nguyễn Văn An");
    house.stage.tap("Đã triển khai");
    CHECK_FALSE(house.stage.find(Role::Button, "Ghi tên…"));
    CHECK(store::last_change(house.work().db(), house.report(), {"mh-01"})->who == "Nguyễn Văn An");
}

TEST_CASE("in the sample nobody is asked for a name, and in one's own workbook still once") {
    House house;
    house.open("so-mau");
    house.open_sample();
    house.stage.tap("Đang triển khai");
    CHECK_FALSE(house.stage.find(Role::Button, "Ghi tên…"));
    house.open("so");
    house.open_sample();
    house.go_by_address(26);
    house.stage.tap("Đang triển khai");
    CHECK(house.stage.find(Role::Button, "Ghi tên…"));
    house.stage.key("D", true);  // what is said of it leaves the question its time
    CHECK(house.stage.shows("Đã bỏ nội dung trước đó"));
    CHECK(house.stage.find(Role::Button, "Ghi tên…"));
    CHECK(store::setting(house.work().db(), app::PersonAsked) == "1");
    house.stage.wait(30000);
    house.stage.tap("Đã triển khai");
    CHECK_FALSE(house.stage.find(Role::Button, "Ghi tên…"));
}

TEST_CASE("a file the page could not keep is a sentence with a way out") {
    House house;
    house.open_sample();
    house.stage.key("S", true);
    const auto file = *house.order<ui::GiveFile>();
    house.stage.key("1", false, false, true);  // also from elsewhere it is the same file
    house.hear(ui::FileSaved{file.request, ui::Handed::Failed, "NotReadableError"});
    CHECK(house.stage.shows("Chưa lưu được tệp DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json"));
    press_in_notice(house.stage, "Lưu tệp");
    const auto again = house.order<ui::GiveFile>();
    REQUIRE(again.has_value());
    CHECK(again->name == file.name);
    CHECK(again->bytes == test::sample_file());
}

TEST_CASE("a refusal that advises to load the page anew has the button for it") {
    House house;
    house.hear(ui::FileArrived{
        "moi.so06.json", R"({"format":"so06","version":99,"kind":"report","reports":[]})", 0});
    CHECK(house.stage.shows("được lưu bằng Sổ 06 mới hơn"));
    press_in_notice(house.stage, "Tải lại trang");
    CHECK(house.order<ui::Reload>().has_value());
}

TEST_CASE("a refusal that comes with every key is read once") {
    House house;
    const auto refuse = [&] { house.hear(ui::FileArrived{"bao cao.pdf", "%PDF-1.7 …", 0}); };
    house.stage.take_messages();
    refuse();
    refuse();
    CHECK(house.stage.messages("announce").size() == 1);
    house.stage.wait(10000);
    refuse();
    CHECK(house.stage.messages("announce").size() == 2);
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
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Written, ""});
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
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Written, ""});
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
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Downloading, ""});
    CHECK_FALSE(house.order<ui::TellUnsaved>().has_value());
    CHECK(house.stage.shows("Chưa lưu ra tệp"));
    house.stage.tap("Đã có tệp");
    CHECK_FALSE(house.order<ui::TellUnsaved>()->unsaved);
    CHECK_FALSE(house.stage.shows("Chưa lưu ra tệp"));

    house.open("so-2");
    house.open_sample();
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Downloading, ""});
    CHECK(house.stage.shows("Đã lưu ra tệp 14:32"));
    CHECK_FALSE(house.stage.find(Role::Button, "Đã có tệp"));
}

TEST_CASE("a picker that is closed saves nothing, and says so without alarm") {
    House house;
    house.open_sample();
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Declined, ""});
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

TEST_CASE("undo says what it took back, and can be taken back itself") {
    House house;
    house.open_sample();
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    CHECK(house.cell("mh-02", "state").part("choice") == "deploying");
    house.stage.key("Z", true);
    CHECK(house.cell("mh-02", "state").blank());
    CHECK(house.stage.shows("Đã hoàn tác:"));
    house.stage.key("Y", true);
    CHECK(house.cell("mh-02", "state").part("choice") == "deploying");
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

TEST_CASE("a file the browser could not read is not called empty") {
    House house;
    house.hear(ui::FileArrived{"mat.so06.json", "", 4096});
    CHECK(house.stage.shows("Trình duyệt không đọc được “mat.so06.json”"));
    CHECK(store::list_reports(house.work().db()).empty());
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
}

TEST_CASE("a reload comes back to the same model of the same report") {
    House house;
    house.open_sample();
    house.go_to(26);
    const auto address = last(house.stage, "route", "hash");
    CHECK(address == "#so=so&bao-cao=1&mh=26");
    CHECK(ui::read_address(address) == ui::Route{"so", 1, 26, false});
}

TEST_CASE("Alt+1 leads to the desk, Ctrl+G from the form to the table and back") {
    House house;
    house.open_sample();
    house.stage.key("G", true);
    CHECK(house.stage.find(Role::Grid, "Bảng các mô hình"));
    house.stage.key("G", true);
    CHECK_FALSE(house.stage.find(Role::Grid, "Bảng các mô hình"));
    house.stage.key("1", false, false, true);
    CHECK(house.stage.find(Role::Heading, "Bàn làm việc"));
}

TEST_CASE("the question mark lists the keys") {
    House house;
    house.stage.key("?", false, true);
    CHECK(house.stage.find(Role::Dialog, "Phím tắt"));
    CHECK(house.stage.shows("Ctrl+S: Lưu tệp"));
    house.stage.key("Escape");
    CHECK_FALSE(house.stage.find(Role::Dialog, "Phím tắt"));
}

TEST_CASE("a fault keeps the screen alive and offers a copy") {
    House house;
    house.open_sample();
    house.shell->guard({i18n::S::FaultInMessage, {}},
                       [] { throw base::Fault("the disk is gone"); });
    house.stage.settle();
    REQUIRE(house.stage.find(Role::Dialog, "Chương trình gặp lỗi"));
    CHECK(house.stage.shows("the disk is gone"));
    CHECK(house.stage.shows("Chưa thực hiện được bước: nhận thao tác từ trang."));
    house.stage.tap("Lưu bản sao");
    const auto copy = house.order<ui::GiveFile>();
    CHECK(copy->name.ends_with(".so06"));
    house.hear(ui::FileSaved{copy->request, ui::Handed::Written, ""});
    const auto& nodes = house.stage.nodes();
    CHECK(std::any_of(nodes.begin(), nodes.end(), [](const ui::Node& node) {
        return node.id == "fault/copy" && node.name.starts_with("Đã lưu tệp");
    }));
    house.stage.tap("Làm tiếp");
    CHECK_FALSE(house.stage.find(Role::Dialog, "Chương trình gặp lỗi"));
    CHECK(house.stage.find(Role::Navigation, "Danh sách mô hình"));
}

TEST_CASE("a workbook that another window has open says so and can be brought here") {
    House house;
    ui::Situation here;
    here.storage = ui::Storage::Closed;
    here.reason = ui::StorageReason::Locked;
    here.workbook.id = "so";
    house.shell->close();
    house.shell->situate(here);
    house.stage.settle();
    CHECK(house.stage.shows("Sổ này đang mở ở tab khác"));
    house.stage.tap("Dùng ở tab này");
    const auto order = house.order<ui::OpenFolder>();
    REQUIRE(order.has_value());
    CHECK(order->id == "so");
    CHECK(order->take);
}

TEST_CASE("where the browser keeps nothing a banner says so and saves") {
    House house;
    house.open("so", ui::Storage::Memory);
    CHECK(house.stage.shows("Chưa lưu được vào máy này"));
}

TEST_CASE("the language is chosen once and stays with the workbook") {
    House house;
    house.stage.tap("Ngôn ngữ");
    CHECK(house.stage.find(Role::Menu, "Ngôn ngữ"));
    const auto& now = house.stage.node(Role::MenuItemRadio, "Tiếng Việt");
    CHECK(now.state.checked == ui::NodeState::Tri::On);
    CHECK_FALSE(now.state.disabled);
    house.stage.tap(Role::MenuItemRadio, "English");
    CHECK(house.stage.find(Role::Heading, "Desk"));
    CHECK(last(house.stage, "lang", "lang") == "en");
}

TEST_CASE("the looks in use are the marked ones of their menu, on a phone of the menu of all") {
    House house;
    house.stage.tap("Giao diện và cỡ chữ");
    CHECK(house.stage.find(Role::Menu, "Giao diện và cỡ chữ"));
    house.stage.tap(Role::MenuItemRadio, "Tối");
    house.stage.tap("Giao diện và cỡ chữ");
    CHECK(house.stage.node(Role::MenuItemRadio, "Tối").state.checked == ui::NodeState::Tri::On);
    CHECK(house.stage.node(Role::MenuItemRadio, "Sáng").state.checked == ui::NodeState::Tri::Off);

    House phone({390, 844, 2, true});
    phone.stage.tap("Tùy chọn khác");
    CHECK(phone.stage.node(Role::MenuItemRadio, "Giao diện: Theo máy").state.checked ==
          ui::NodeState::Tri::On);
    CHECK(phone.stage.node(Role::MenuItem, "Phím tắt").state.checked == ui::NodeState::Tri::Absent);
}

TEST_CASE("the header tells a change from what the last file holds") {
    House house;
    house.open_sample();
    house.stage.key("S", true);
    house.hear(ui::FileSaved{house.order<ui::GiveFile>()->request, ui::Handed::Written, ""});
    CHECK(house.stage.shows("Đã lưu ra tệp 14:32"));
    house.stage.key("ArrowDown", false, false, true);
    house.stage.tap("Đang triển khai");
    CHECK(house.stage.shows("Có thay đổi chưa lưu ra tệp"));
    house.stage.key("Z", true);
    CHECK_FALSE(house.stage.shows("Có thay đổi chưa lưu ra tệp"));
}

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
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

TEST_CASE("the 34 dashes of the sample are not counted as entered, wherever it is counted") {
    const std::string counted = "Đã nhập 10/44 · 34 gạch ngang, chưa nêu lý do";
    House house;
    house.hear(ui::FileArrived{"nhan.so06.json", test::sample_file(), 0});
    CHECK(house.stage.find(Role::Text, counted));
    CHECK(house.stage.find(Role::Text, "Mới"));
    house.stage.tap("Lấy vào sổ");
    CHECK(house.stage.node(Role::ProgressBar, "Tiến độ nhập").value == counted);
    house.stage.key("1", false, false, true);
    CHECK(house.stage.node(Role::ProgressBar, "Tiến độ nhập").value == counted);

    House phone({390, 844, 2, true});
    phone.open_sample();
    phone.stage.key("3", false, false, true);
    CHECK(phone.stage.find(Role::Text, counted));
}

TEST_CASE("what a card shows is read: state, file, code, and on a phone what a model says") {
    House house;
    house.open_sample();
    house.stage.key("1", false, false, true);
    const auto card = [](const House& in, const std::string& begins) {
        for (const auto& node : in.stage.nodes())
            if (node.role == Role::Button && node.name.starts_with(begins)) return node;
        return ui::Node{};
    };
    CHECK(card(house, "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi").description ==
          "Đã ban hành. Mã đối chiếu E1Q-BFW");

    House phone({390, 844, 2, true});
    phone.open_sample();
    CHECK(phone.stage.find(Role::Group,
                           "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi, Phụ lục 04 · "
                           "tháng 7/2025"));
    phone.stage.key("3", false, false, true);
    phone.stage.type("Tìm mô hình, nội dung…", "26");
    CHECK(card(phone, "Mô hình 26").description.find("Đã triển khai vào cuối năm 2023") !=
          std::string::npos);
}
