// What can be done from any screen, each thing once: its keys do it, the list of keys names it, and
// the search of commands (Ctrl+K) finds it. What only one screen can do is that screen's.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "app/requests.hpp"
#include "i18n/message.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/events.hpp"
#include "ui/frame.hpp"
#include "ui/node.hpp"

namespace ui {

/// What the shell does itself.
enum class ShellDeed { Find, ShowKeys, NewReport, TellName };

/// With a gesture the page does it, where it is pressed.
using Does = std::variant<app::Request, ShellDeed, OpenGesture>;

struct Deed {
    std::string_view id;
    i18n::Message title;
    std::string_view keys;  // "Ctrl+Y Ctrl+Shift+Z", the first one shown; empty: none
    Does does;
    bool possible = true;  // now, at this place
};

std::vector<Deed> deeds(const Frame& frame, const EntryPlace& place);

/// Whether the chord is one of `keys`.
bool presses(const Chord& chord, std::string_view keys);

/// The keys to show of a deed: the first ones.
std::string_view shown_keys(std::string_view keys);

}  // namespace ui
