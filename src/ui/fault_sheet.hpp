// What is shown when the program itself failed: a sentence, what to do, and the details for who
// will mend it. The screen stays alive behind it, and a copy of the work can be saved at once.
#pragma once

#include <optional>
#include <string>

#include "ui/surface.hpp"

namespace ui {

class FaultSheet {
public:
    enum class Choice { SaveCopy, GoOn, Reload };

    /// `where` is one of the four boundaries, `what` the fault's own words; the first one is kept.
    void show(std::string where, std::string what);
    bool is_open() const { return !what_.empty(); }
    std::optional<Choice> draw(Surface& surface);

private:
    std::string where_;
    std::string what_;
};

}  // namespace ui
