// What a screen is given for one frame: the workbook to read, the language, the surface to draw on,
// and an outbox. Screens read and send; they never change anything (design.md §3).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/commands.hpp"
#include "app/requests.hpp"
#include "app/workbook.hpp"
#include "i18n/message.hpp"
#include "ui/page.hpp"
#include "ui/surface.hpp"

namespace ui {

/// How much room there is: a phone, half a screen, a laptop's tab.
enum class Room { Narrow, Medium, Wide };

/// `width` in CSS px. Below 720 there is one column and a bottom bar; from 1120 on a list, the work
/// and its context stand side by side.
constexpr Room room_for(float width) {
    return width < 720 ? Room::Narrow : width < 1120 ? Room::Medium : Room::Wide;
}

/// A phone on its side, one whose keyboard is out, a laptop at 200 %: bars that always stay would
/// leave too little of the work in sight.
constexpr bool is_low(float height) {
    return height < 480;
}

struct Frame {
    const app::Workbook& work;
    const Situation& here;
    i18n::Lang lang;
    base::Millis now_ms;
    Room room;
    Surface& surface;
    std::vector<app::Command>& commands;  // run after the frame is drawn, never inside it
    std::vector<app::Request>&
        requests;       // what only the outside can do: files, clipboard, navigation
    bool text_grows;    // one of the larger sizes of text would be seen on this page
    bool text_shrinks;  // and one of the smaller

    std::string tr(i18n::S key) const { return std::string(i18n::text(lang, key)); }
    std::string tr(const i18n::Message& message) const { return i18n::say(lang, message); }
    bool low() const { return is_low(surface.bounds().h); }
    void send(app::Command command) const { commands.push_back(std::move(command)); }
    void ask(app::Request request) const { requests.push_back(std::move(request)); }
};

}  // namespace ui
