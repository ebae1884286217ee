// Every screen, dialog and menu of the program, one after the other, as a person comes to them: for
// what must hold of all of them. `look` is called with a word for where one is.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "base/fault.hpp"
#include "ui/house.hpp"

namespace test {

inline void walk(House& house, const std::function<void(const char*)>& look) {
    using ui::Role;
    auto& stage = house.stage;
    const bool phone = stage.surface().narrow();
    const auto close = [&] { stage.key("Escape"); };
    look("the empty desk");
    for (const char* menu : {"Tùy chọn khác", "Ngôn ngữ", "Giao diện và cỡ chữ"}) {
        if (!stage.find(Role::Button, menu)) continue;
        stage.tap(Role::Button, menu);
        look(menu);
        close();
    }
    stage.tap("Tạo báo cáo…");
    look("a new report");
    if (stage.find(Role::Combobox, "Tháng")) {  // with large text it lies further down
        stage.tap(Role::Combobox, "Tháng");
        look("its months");
        close();
    }
    close();
    house.hear(ui::FileArrived{"bao cao.pdf", "%PDF-1.7 …", 0});
    look("a refused file");
    house.hear(ui::FileArrived{"nhan.so06.json", sample_file(), 0});
    look("a file that came");
    stage.tap("Lấy vào sổ");
    stage.key("K", true);
    stage.type("Tìm lệnh, mô hình, báo cáo, sổ…", "26");
    stage.leave("enter");
    look("the form");
    if (stage.find(Role::Button, "Dùng chung với…")) {
        stage.tap(Role::Button, "Dùng chung với…");
        look("sharing an entry");
        close();
    }
    stage.key("3", false, false, true);
    look(phone ? "the cards" : "the table");
    for (const auto& node : stage.nodes()) {
        if (!node.focusable || node.name.find("Mô hình 26,") != 0) continue;
        stage.deliver({{"k", "menu"}, {"id", node.id}});
        break;
    }
    REQUIRE(stage.find(Role::Menu, "Mô hình 26"));
    look("the menu of a model");
    close();
    if (!phone) {
        stage.tap("Mô hình 26, Trạng thái");
        stage.key("Enter");
        look("the states of a cell");
        close();
        stage.tap("Mô hình 26, Khó khăn, vướng mắc");
        stage.key("F2");
        look("a cell being written");
        stage.leave("escape");
    }
    stage.key("?", false, true);
    look("the keys");
    close();
    stage.key("K", true);
    look("the search of commands");
    stage.type("Tìm lệnh, mô hình, báo cáo, sổ…", "không có gì như vậy");
    look("nothing found");
    stage.leave("escape");
    stage.key("1", false, false, true);
    look("the desk with a report");
    stage.act("Ghi tên…");
    REQUIRE(stage.find(Role::Dialog, "Người lập báo cáo"));
    look("who works here");
    close();
    house.go_by_address(26);
    house.hear(ui::BlockPasted{{{"thiếu máy", "nhanh"}, {"thiếu người", "đủ"}},
                               stage.node(Role::TextBox, "Kết quả triển khai").id,
                               "thiếu máy\tnhanh"});
    REQUIRE(stage.find(Role::Dialog, "Dán bảng"));
    look("a pasted table");
    close();
    stage.key("1", false, false, true);
    house.hear(ui::TextCopied{false, "Sở gửi báo cáo"});
    look("words to copy by hand");
    close();
}

/// What people see when something goes wrong or away; the report of the walk is gone afterwards.
inline void walk_troubles(House& house, const std::function<void(const char*)>& look) {
    using ui::Role;
    auto& stage = house.stage;
    house.others = {{"so-2", "Sổ của xã Bình Sơn"}};
    house.open("so");
    stage.key("1", false, false, true);
    stage.act("Xóa sổ Sổ của xã Bình Sơn…");
    REQUIRE(stage.find(Role::Dialog, "Xóa cả sổ?"));
    look("whether a workbook is to be deleted");
    stage.key("Escape");
    house.open("so", ui::Storage::Memory);
    look("where the browser keeps nothing");
    house.shell->guard({i18n::S::FaultInChange, {}}, [] { throw base::Fault("đứt"); });
    stage.settle();
    look("a fault");
    ui::Situation elsewhere;
    elsewhere.storage = ui::Storage::Closed;
    elsewhere.reason = ui::StorageReason::Locked;
    elsewhere.workbook.id = "so";
    house.shell->close();
    house.shell->situate(std::move(elsewhere));
    stage.settle();
    look("a workbook that another window has open");
}

}  // namespace test
