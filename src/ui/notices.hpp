// What the program has to say outside any screen: refusals, what was undone, what a job did. A
// refusal stays until it is closed; a word of success goes away by itself. Drawn over the foot of
// the page, so that nothing moves under the pointer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/message.hpp"
#include "model/id.hpp"
#include "ui/frame.hpp"
#include "ui/surface.hpp"
#include "ui/widgets.hpp"

namespace ui {

/// What a notice's button does; the shell answers it.
enum class NoticeAct { Undo, Redo, SaveFile, SaveWorkbook, FileIsThere, TellName, Reload };

struct Notice {
    i18n::Message what;
    NoticeKind kind = NoticeKind::Info;
    std::optional<NoticeAct> act;
    bool passing = false;      // goes away by itself
    std::string ready_text{};  // words to send along, offered to be copied
    model::ReportId report{};  // that SaveFile saves
};

class Notices {
public:
    static constexpr double PassingMs = 8000;
    static constexpr double OfferingMs = 20000;  // when it offers something to do

    /// Shows it in place of one that says the same; at most three at once, the oldest go. A refusal
    /// that says what can be done is given the button that does it, and is read aloud once while
    /// it is repeated at every key.
    void add(Surface& surface, Notice notice);
    /// Another change was made: what offered to undo or redo the one before is out of date.
    void forget_undo();
    /// What was said in passing, and offers nothing, holds no more.
    void forget_words();

    /// The one whose button was pressed. The focus goes back to where it was before.
    std::optional<Notice> draw(Surface& surface, Rect area, Room room);

private:
    struct Shown {
        Notice notice;
        std::uint64_t number = 0;
        double until_ms = 0;
    };

    void follow_focus(Surface& surface);
    static std::string_view draw_one(Surface& surface, Rect area, Room room, float& bottom,
                                     const Shown& shown);

    std::vector<Shown> shown_;
    std::optional<std::uint64_t> focused_;  // the one the focus is in
    std::string focus_before_;              // full id of what had it last besides them
    std::uint64_t next_ = 1;
};

}  // namespace ui
