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
#include "ui/surface.hpp"

namespace ui {

struct Frame {
    const app::Workbook& work;
    i18n::Lang lang;
    base::Millis now_ms;
    Surface& surface;
    std::vector<app::Command>& commands;  // run after the frame is drawn, never inside it
    std::vector<app::Request>& requests;  // what only the outside can do: files, clipboard, navigation

    std::string tr(i18n::S key) const { return std::string(i18n::text(lang, key)); }
    std::string tr(const i18n::Message& message) const { return i18n::say(lang, message); }
    void send(app::Command command) const { commands.push_back(std::move(command)); }
    void ask(app::Request request) const { requests.push_back(std::move(request)); }
};

}  // namespace ui
