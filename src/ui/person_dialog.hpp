// Asks for the name and unit that stand beside changes and versions. May be skipped: without a name
// everything works, and nobody is asked twice in one sitting (design.md §7).
#pragma once

#include <string>

#include "ui/frame.hpp"

namespace ui {

class PersonDialog {
public:
    void open(const app::Workbook& work);
    bool is_open() const { return open_; }
    void draw(const Frame& frame);

private:
    bool open_ = false;
    std::string name_;
    std::string unit_;
};

}  // namespace ui
