// Words the browser would not copy, to be copied by hand: why, and the words themselves, all
// selected.
#pragma once

#include <string>

#include "ui/frame.hpp"

namespace ui {

class CopyDialog {
public:
    void open(std::string text);
    void draw(const Frame& frame);

private:
    std::string text_;      // empty: closed
    bool offered_ = false;  // its field was drawn, so that the page has it
    bool selected_ = false;
};

}  // namespace ui
