// Every widget once, as a screen would place them: for tests that hold for all of them.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "ui/icons.gen.hpp"
#include "ui/widgets.hpp"

namespace test {

struct Gallery {
    std::string text = "Đã triển khai vào cuối năm 2023";
    std::string chosen = "deployed";
    std::string tab = "form";
    bool checked = false;
    bool open = false;
    bool dialog = false;
    int pressed = 0;

    void draw(ui::Surface& s) {
        static constexpr std::array<ui::Option, 3> Options{{{"none", "Chưa triển khai"},
                                                            {"deploying", "Đang triển khai"},
                                                            {"deployed", "Đã triển khai"}}};
        static constexpr std::array<ui::Option, 2> Tabs{
            {{"form", "Từng mô hình"}, {"grid", "Bảng"}}};
        const ui::Container main(s, "main", {0, 0, s.width(), s.height()}, ui::Role::Main, "Sổ 06");
        ui::heading(s, "title", {20, 10, 600, 40}, "Mô hình 26", 1);
        ui::label(s, "text", {20, 50, 600, 24}, "Nền tảng tích hợp, chia sẻ dữ liệu");
        if (ui::button(s, "done", {20, 80, 120, 36}, "Xong", {.kind = ui::ButtonKind::Primary}))
            ++pressed;
        if (ui::button(s, "help", {150, 80, 36, 36}, "Trợ giúp",
                       {.icon = ui::icon::Help, .icon_only = true}))
            ++pressed;
        ui::button(s, "off", {200, 80, 120, 36}, "Gửi đi", {.disabled = true});
        ui::button(s, "open", {330, 80, 120, 36}, "Mở tệp", {.gesture = ui::OpenGesture{}});
        if (ui::link(s, "link", {460, 80, 120, 36}, "Xem thêm")) ++pressed;
        const auto chips =
            ui::choice_chips(s, "state", {20, 130, 600, 40}, "Trạng thái", Options, chosen);
        if (chips.chosen) chosen = *chips.chosen;
        if (const auto next = ui::tabs(s, "tabs", {20, 180, 400, 40}, "Cách nhập", Tabs, tab))
            tab = *next;
        if (const auto next = ui::select(s, "select", {20, 230, 240, 36}, "Lọc", Options, chosen))
            chosen = *next;
        if (ui::checkbox(s, "mine", {280, 230, 240, 36}, "Chỉ mô hình của tôi", checked))
            checked = !checked;
        if (ui::toggle_disclosure(s, "more", {540, 230, 200, 36}, "Thêm", open)) open = !open;
        ui::text_field(s, "result", {20, 280, 400, 80}, "Kết quả triển khai", text,
                       {.multiline = true});
        ui::text_field(s, "number", {440, 280, 200, 36}, "Số", "",
                       {.placeholder = "41", .error = "Chỉ gồm chữ số"});
        ui::progress_bar(s, "progress", {20, 370, 200, 8}, "Tiến độ", 0.5f, "22/44");
        ui::paint_badge(s, {240, 370, 120, 24}, "ĐÃ", ui::Tone::Good);
        const std::array<ui::NoticeButton, 1> buttons{{{"save", "Lưu tệp"}}};
        if (ui::notice(s, "notice", {20, 400, 600, 60}, "Chưa lưu vào máy", ui::NoticeKind::Caution,
                       buttons))
            ++pressed;
        if (ui::card_button(s, "card", {20, 480, 300, 80}, "Tháng 7/2025").pressed) pressed += 100;
        if (ui::button(s, "inner", {220, 500, 80, 36}, "Xóa")) ++pressed;
        if (ui::button(s, "ask", {340, 480, 120, 36}, "Hỏi")) dialog = true;
        if (dialog) draw_dialog(s);
    }

private:
    void draw_dialog(ui::Surface& s) {
        ui::Dialog box(s, "box", "Gộp mô hình", 480, 320);
        if (ui::button(s, "yes", box.footer(), "Gộp")) ++pressed;
        if (box.closed()) dialog = false;
    }
};

}  // namespace test
