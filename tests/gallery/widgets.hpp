// The widget set as a page: every control in every state, and a table of 10,000 rows, for people to
// look at (scripts/pictures) and to scroll through (scripts/bench).
#pragma once

#include <string>

#include "ui/flow.hpp"
#include "ui/surface.hpp"

namespace gallery {

class Widgets {
public:
    void draw(ui::Surface& surface);

private:
    void draw_controls(ui::Surface& surface, ui::Rect area);
    void draw_tree(ui::Surface& surface, ui::Column& column);
    void draw_table(ui::Surface& surface, ui::Rect area);
    void draw_popups(ui::Surface& surface);

    std::string tab_ = "controls";
    std::string chosen_ = "deployed";
    std::string text_ = "Đã triển khai vào cuối năm 2023, cài đặt tại Trung tâm dữ liệu tỉnh.";
    bool checked_ = true;
    bool open_ = true;
    bool branch_ = true;
    std::string leaf_ = "in";
    bool menu_ = false;
    bool dialog_ = false;
    ui::Rect anchor_;
};

}  // namespace gallery
