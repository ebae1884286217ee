#include "gallery/widgets.hpp"

#include <algorithm>
#include <array>

#include "ui/flow.hpp"
#include "ui/icons.gen.hpp"
#include "ui/list_row.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace gallery {

namespace {

using namespace ui;

constexpr std::array<Option, 4> States{{{"none", "Chưa triển khai"},
                                        {"deploying", "Đang triển khai"},
                                        {"deployed", "Đã triển khai"},
                                        {"dash", "Gạch ngang", true}}};
constexpr std::array<Option, 2> Tabs{
    {{"controls", "Các điều khiển"}, {"table", "Bảng 10.000 dòng"}}};
constexpr int Rows = 10'000;
constexpr int Columns = 7;

/// Lines of their own with a quiet name, and what stands on them.
class Section {
public:
    Section(Surface& surface, Column& column, std::string_view name, float height)
        : scope_(surface, name), column_(column) {
        column.skip(label(surface, "name", column.here(), name,
                          {surface.metrics().text_small, Weight::SemiBold, Tone::Quiet}));
        row_ = column.take(height);
        x_ = row_.x;
    }
    Rect area() const { return row_; }
    /// The next place of that width, on a new line where this one has no room.
    Rect next(float width) {
        width = std::min(width, row_.w);
        if (x_ + width > row_.right()) {
            row_ = column_.take(row_.h);
            x_ = row_.x;
        }
        const Rect place{x_, row_.y, width, row_.h};
        x_ += width + 12;
        return place;
    }

private:
    Scope scope_;
    Column& column_;
    Rect row_;
    float x_ = 0;
};

void draw_buttons(Surface& s, Column& column) {
    const float control = s.metrics().control_height;
    const std::array kinds{
        std::pair{ButtonKind::Primary, "Chính"}, std::pair{ButtonKind::Secondary, "Phụ"},
        std::pair{ButtonKind::Quiet, "Lặng"}, std::pair{ButtonKind::Danger, "Xóa"}};
    for (const auto& [kind, title] : kinds) {
        Section line(s, column, std::string("Nút ") + title, control);
        ButtonLook look{.kind = kind};
        button(s, "plain", line.next(110), title, look);
        look.icon = icon::DeviceFloppy;
        button(s, "icon", line.next(150), "Lưu tệp", look);
        look.icon_only = true;
        button(s, "only", line.next(control), "Lưu", look);
        look = {.kind = kind, .pressed = true};
        button(s, "pressed", line.next(110), "Đang bật", look);
        look = {.kind = kind, .disabled = true};
        button(s, "off", line.next(button_width(s, "Chưa được", look)), "Chưa được", look);
    }
}

void draw_status(Surface& s, Column& column) {
    {
        Section line(s, column, "Nhãn", badge_height(s));
        for (const auto tone :
             {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Caution, Tone::Bad, Tone::Quiet})
            paint_badge(s, line.next(badge_width(s, "Đã nhập")), "Đã nhập", tone);
    }
    {
        Section line(s, column, "Tiến độ", 10);
        progress_bar(s, "0", line.next(160), "Chưa bắt đầu", 0, "0/44");
        progress_bar(s, "50", line.next(160), "Nửa chừng", 0.5f, "22/44");
        progress_bar(s, "100", line.next(160), "Đã xong", 1, "44/44");
    }
    const std::array<NoticeButton, 2> buttons{{{"do", "Lưu tệp"}, {"close", "Đóng"}}};
    for (const auto& [kind, words] :
         {std::pair{NoticeKind::Info, "Sổ mẫu để dùng thử"},
          std::pair{NoticeKind::Good, "Đã lưu tệp, mã đối chiếu K7Q-M2D"},
          std::pair{NoticeKind::Caution, "Có thay đổi chưa lưu ra tệp"},
          std::pair{NoticeKind::Bad, "Chưa lưu được vào máy này vì bộ nhớ đã đầy"}}) {
        const float height = notice_height(s, words, column.width(), buttons);
        notice(s, words, column.take(height), words, kind, buttons, Live::No);
    }
}

}  // namespace

void Widgets::draw(Surface& s) {
    const Rect page = s.bounds();
    paint_fill(s, page, s.palette().page);
    const Container main(s, "main", page, Role::Main, "Bộ điều khiển");
    const Rect bar{page.x + 16, page.y, page.w - 32, s.metrics().control_height + 12};
    if (const auto tab = tabs(s, "tabs", bar, "Phần", Tabs, tab_)) tab_ = *tab;
    const Rect rest{page.x, bar.bottom(), page.w, page.h - bar.h};
    if (tab_ == "table") return draw_table(s, rest);
    draw_controls(s, rest);
    draw_popups(s);
}

void Widgets::draw_controls(Surface& s, Rect area) {
    ScrollArea scroll(s, "pane", area, Role::Group, "Các điều khiển");
    const Rect content = scroll.content();
    Column column({content.x + 16, content.y + 8, std::min(content.w - 32, 900.0f), 0}, 8);
    const float control = s.metrics().control_height;
    column.skip(heading(s, "title", column.here(), "Mô hình 26 · Nền tảng tích hợp", 1,
                        {s.metrics().text_title, Weight::SemiBold}));
    column.skip(label(s, "text", column.here(),
                      "Chữ thường trên nền trang, dòng đủ cao cho dấu chồng: Ấ Ặ Ễ Ỗ Ự."));
    draw_buttons(s, column);
    {
        Section line(s, column, "Liên kết, hộp chọn, mở rộng", control);
        link(s, "link", line.next(100), "Xem thêm");
        if (checkbox(s, "check", line.next(180), "Chỉ mô hình của tôi", checked_))
            checked_ = !checked_;
        if (checkbox(s, "uncheck", line.next(180), "Kể cả gạch ngang", !checked_))
            checked_ = !checked_;
        if (toggle_disclosure(s, "more", line.next(150), "Ghi thêm", open_)) open_ = !open_;
    }
    {
        Section line(s, column, "Trạng thái", chips_height(s, States, column.width()));
        const auto chips = choice_chips(s, "chips", line.area(), "Trạng thái", States, chosen_);
        if (chips.chosen) chosen_ = *chips.chosen;
    }
    {
        Section line(s, column, "Danh sách thả xuống, trình đơn, hộp thoại", control);
        const auto next = select(s, "select", line.next(200), "Lọc", States, chosen_);
        if (next) chosen_ = *next;
        anchor_ = line.next(120);
        if (button(s, "menu", anchor_, "Trình đơn", {.opens_popup = true})) menu_ = true;
        if (button(s, "dialog", line.next(120), "Hộp thoại")) dialog_ = true;
    }
    {
        Section line(s, column, "Ô nhập", control);
        text_field(s, "blank", line.next(200), "Trống", "", {.placeholder = "Gợi ý trong ô"});
        text_field(s, "filled", line.next(200), "Có chữ", "6,8 tỷ đồng");
        text_field(s, "wrong", line.next(200), "Sai", "abc", {.error = "Chỉ gồm chữ số"});
        text_field(s, "fixed", line.next(200), "Chỉ đọc", "Đã khóa", {.readonly = true});
    }
    {
        Section line(s, column, "Ô nhiều dòng", 3 * control);
        const FieldLook look{.multiline = true};
        const auto typed =
            text_field(s, "lines", line.next(500), "Kết quả triển khai", text_, look);
        if (typed.typed) text_ = *typed.typed;
    }
    draw_status(s, column);
    {
        Section line(s, column, "Thẻ và dòng", 64);
        const Rect card = line.next(220);
        card_button(s, "card", card, "Tháng 7/2025");
        paint_one_line(s, card.inset(12, 20), "Tháng 7/2025", {0, Weight::SemiBold});
        const Rect row = line.next(220);
        list_row(s, "current", {row.x, row.y, row.w, control}, "Dòng đang chọn", true);
        paint_one_line(s, {row.x + 10, row.y, row.w, control}, "Dòng đang chọn");
    }
    draw_tree(s, column);
    scroll.set_content_height(column.y() - content.y + 24);
}

void Widgets::draw_tree(Surface& s, Column& column) {
    const float row = s.metrics().row_height;
    Section lines(s, column, "Cây", (branch_ ? 3.0f : 2.0f) * row);
    Rect rect = lines.next(360);
    const Container tree(s, "tree", rect, Role::Tree, "Cây");
    const Scope scope(s, "tree");
    rect.h = row;
    const auto draw = [&](TreeItem item) {
        item.chosen = leaf_ == item.id;
        const auto deed = tree_item(s, rect, item);
        rect.y += row;
        if (deed == TreeDeed::Choose) leaf_ = item.id;
        return deed;
    };
    const bool open = branch_;
    if (draw({.id = "top",
              .title = "Ủy ban nhân dân tỉnh",
              .open = open,
              .tab_stop = true,
              .position = 1,
              .set_size = 2}) == TreeDeed::Toggle)
        branch_ = !branch_;
    if (open) draw({.id = "in", .title = "Sở Y tế", .level = 2, .position = 1, .set_size = 1});
    draw({.id = "leaf", .title = "Bảo hiểm xã hội", .position = 2, .set_size = 2});
}

void Widgets::draw_table(Surface& s, Rect area) {
    const Container grid(s, "grid", area, Role::Grid, "Bảng dài", Rows, Columns);
    ScrollArea scroll(s, "rows", area, Role::RowGroup, "Bảng dài");
    const Rect content = scroll.content();
    const float height = s.metrics().row_height;
    const int first = static_cast<int>((area.y - content.y) / height);
    const int last = std::min(Rows, first + static_cast<int>(area.h / height) + 2);
    const float width = content.w / Columns;
    for (int i = first; i < last; ++i) {
        const auto number = std::to_string(i + 1);
        const Rect rect{content.x, content.y + static_cast<float>(i) * height, content.w, height};
        place_next(s, {.row = i + 1});
        const Container row(s, "row-" + number, rect, Role::Row, "Dòng " + number);
        const Scope scope(s, "row-" + number);
        paint_fill(s, rect, s.palette().surface);
        for (int c = 0; c < Columns; ++c) {
            const Rect cell{rect.x + static_cast<float>(c) * width, rect.y, width, height};
            const auto words = c == 0 ? number : "Xã thứ " + number + ", mục " + std::to_string(c);
            place_next(s, {.column = c + 1});
            interact(s, std::to_string(c), cell, Role::GridCell, words);
            paint_one_line(s, cell.inset(8, 0), words);
        }
        paint_line(s, rect.x, rect.bottom() - 1, rect.right(), rect.bottom() - 1);
    }
    scroll.set_content_height(height * Rows);
}

void Widgets::draw_popups(Surface& s) {
    if (menu_) {
        static constexpr std::array<Option, 4> Items{{{"open", "Mở biểu mẫu"},
                                                      {"off", "Chưa được", true},
                                                      {"light", "Sáng", false, true},
                                                      {"dark", "Tối", false, false}}};
        if (menu(s, "items", anchor_, "Trình đơn", Items)) menu_ = false;
    }
    if (!dialog_) return;
    const Dialog dialog(s, "box", "Dùng chung nội dung", 480, 320);
    label(s, "words", dialog.body(),
          "Nội dung của mô hình này sẽ dùng chung với các mô hình đã chọn.");
    Line line(dialog.footer(), 8);
    const ButtonLook primary{.kind = ButtonKind::Primary};
    const bool yes =
        button(s, "yes", line.right(button_width(s, "Dùng chung", primary)), "Dùng chung", primary);
    const bool no = button(s, "no", line.right(button_width(s, "Hủy")), "Hủy");
    if (yes || no || dialog.closed()) dialog_ = false;
}

}  // namespace gallery
