#include "ui/node.hpp"

#include <cstddef>

namespace ui {

namespace {

// In the order of Role.
constexpr const char* RoleNames[] = {
    "alert",        "banner",   "button",      "caption", "cell",       "checkbox",
    "columnheader", "combobox", "contentinfo", "dialog",  "form",       "grid",
    "gridcell",     "group",    "heading",     "img",     "link",       "list",
    "listitem",     "listbox",  "main",        "menu",    "menuitem",   "menuitemradio",
    "navigation",   "option",   "progressbar", "radio",   "radiogroup", "region",
    "row",          "rowgroup", "rowheader",   "search",  "separator",  "status",
    "tab",          "tablist",  "tabpanel",    "text",    "textbox",    "toolbar",
    "tree",         "treeitem",
};

}  // namespace

const char* role_name(Role role) {
    return RoleNames[static_cast<std::size_t>(role)];
}

}  // namespace ui
