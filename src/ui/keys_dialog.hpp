// The list of keys, by '?': what each does and where. The same keys stand beside the buttons they
// press.
#pragma once

#include "ui/deeds.hpp"

namespace ui {

class KeysDialog {
public:
    void open() { open_ = true; }
    bool is_open() const { return open_; }
    void draw(const Frame& frame, const EntryPlace& place);

private:
    bool open_ = false;
};

}  // namespace ui
