#include "ui/shell.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "app/settings.hpp"
#include "store/changes.hpp"
#include "store/settings.hpp"
#include "ui/house.hpp"

using test::House;
using ui::Role;

namespace {

std::string last(test::Stage& stage, const char* kind, const char* member) {
    const auto messages = stage.messages(kind);
    return messages.empty() ? "" : messages.back()[member].get<std::string>();
}

}  // namespace

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
    CHECK(house.said().find("là tệp PDF") != std::string::npos);
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

TEST_CASE("after the name was asked for in a dialog one goes on where one was before the notice") {
    House house;
    house.open_sample();
    house.go_by_address(26);
    const auto before = house.stage.node(Role::Button, "Dùng chung với…").id;
    house.stage.deliver({{"k", "focus"}, {"id", before}});
    house.stage.key("D", true);
    house.stage.tap(Role::Button, "Ghi tên…");
    REQUIRE(house.stage.find(Role::Dialog, "Người lập báo cáo"));
    house.stage.key("Escape");
    REQUIRE_FALSE(house.stage.find(Role::Dialog, "Người lập báo cáo"));
    CHECK(house.stage.surface().focused() == before);
}

TEST_CASE("a refusal that advises to load the page anew has the button for it") {
    House house;
    house.hear(ui::FileArrived{
        "moi.so06.json", R"({"format":"so06","version":99,"kind":"report","reports":[]})", 0});
    CHECK(house.stage.shows("được lưu bằng Sổ 06 mới hơn"));
    house.press_in_notice("Tải lại trang");
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

TEST_CASE("Escape leads one level up: from the form to the table, from there to the desk") {
    House house;
    house.open_sample();
    house.go_by_address(26);
    house.stage.key("Escape");
    CHECK(house.stage.find(Role::Grid, "Bảng các mô hình"));
    house.stage.key("Escape");
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

TEST_CASE(
    "language, looks and size of text stay as they were chosen in a workbook where nothing was "
    "chosen yet") {
    House house;
    house.stage.tap("Ngôn ngữ");
    house.stage.tap(Role::MenuItemRadio, "English");
    house.stage.tap("Looks and text size");
    house.stage.tap(Role::MenuItemRadio, "Dark");
    house.stage.deliver({{"k", "pinch"}, {"steps", 1}});
    const float larger = house.stage.surface().width();
    house.open("so-2");
    CHECK(house.stage.find(Role::Heading, "Desk"));
    CHECK(house.stage.surface().scheme() == ui::Scheme::Dark);
    CHECK(house.stage.surface().width() == larger);
    CHECK(larger < 1366);
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

TEST_CASE("a choice that is pressed once more is taken back, and that is said with the way back") {
    House house;
    house.open_sample();
    house.go_by_address(26);
    const auto checked = [&](const char* state) {
        return house.stage.node(Role::Radio, state).state.checked == ui::NodeState::Tri::On;
    };
    house.stage.tap(Role::Radio, "Thí điểm");
    CHECK_FALSE(house.stage.shows("Đã bỏ lựa chọn"));
    house.stage.tap(Role::Radio, "Không được giao");
    house.stage.tap(Role::Radio, "Thí điểm");
    CHECK_FALSE(house.stage.shows("Đã bỏ lựa chọn"));
    REQUIRE(checked("Thí điểm"));
    house.stage.tap(Role::Radio, "Thí điểm");
    CHECK_FALSE(checked("Thí điểm"));
    CHECK(house.stage.shows("Đã bỏ lựa chọn ở Trạng thái của mô hình 26"));
    house.stage.tap(Role::Button, "Hoàn tác");
    CHECK(checked("Thí điểm"));
}

TEST_CASE("Ctrl+D pressed twice leaves the words as they were") {
    House house;
    house.open_sample();
    house.go_by_address(26);
    const auto words = [&] { return house.stage.node(Role::TextBox, "Khó khăn, vướng mắc").value; };
    const auto stood = words();
    REQUIRE(!stood.empty());
    house.stage.key("D", true);
    CHECK(words().empty());
    house.stage.key("D", true);
    CHECK(words() == stood);
    house.stage.key("D", true);
    CHECK(words().empty());
}

TEST_CASE("taking back the report one looks at leads to the desk") {
    House house;
    house.open_sample();
    house.stage.key("Z", true);
    CHECK(store::list_reports(house.work().db()).empty());
    CHECK_FALSE(house.stage.shows("Không thấy báo cáo này"));
    CHECK(house.stage.find(Role::Button, "Tạo báo cáo…"));
}

TEST_CASE("Alt+2 and Alt+3 on the desk lead to the report that was changed last") {
    House house;
    house.stage.key("2", false, false, true);
    CHECK(house.stage.find(Role::Button, "Tạo báo cáo…"));
    house.open_sample();
    for (const char* key : {"2", "3"}) {
        house.stage.key("1", false, false, true);
        REQUIRE(house.stage.find(Role::Button, "Tạo báo cáo…"));
        house.stage.key(key, false, false, true);
        const auto role = std::string_view(key) == "2" ? Role::Form : Role::Grid;
        const auto& nodes = house.stage.nodes();
        CHECK(std::any_of(nodes.begin(), nodes.end(),
                          [&](const ui::Node& node) { return node.role == role; }));
    }
}
