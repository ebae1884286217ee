// What is shown when the program itself failed: a sentence, what to do, and the details for who
// will mend it. The screen stays alive behind it, and a copy of the work can be saved at once.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "i18n/message.hpp"
#include "ui/surface.hpp"

namespace ui {

class FaultSheet {
public:
    enum class Choice { SaveCopy, GoOn, Reload };

    /// `step` is what could not be done, `what` the fault's own words; the first one is kept.
    void show(i18n::Message step, std::string what);
    /// What became of the copy: it is said here, over everything else.
    void tell(i18n::Message news) { news_ = std::move(news); }
    bool is_open() const { return !what_.empty(); }
    std::optional<Choice> draw(Surface& surface);

private:
    i18n::Message step_;
    std::string what_;
    std::optional<i18n::Message> news_;
};

}  // namespace ui
