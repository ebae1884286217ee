// What the page's semantic layer is told of one control or region: role, name, state, place
// (design.md §2 decision 4). Screens never make nodes; ui::interact and the widgets do.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ui {

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    bool operator==(const Rect&) const = default;
};

/// ARIA roles; `role_name` gives the word of the standard. A caption is none of them: words that
/// are part of another node's name, seen where the layer itself is the page and never read twice.
enum class Role {
    Alert,
    Banner,
    Button,
    Caption,
    Cell,
    Checkbox,
    ColumnHeader,
    Combobox,
    ContentInfo,
    Dialog,
    Form,
    Grid,
    GridCell,
    Group,
    Heading,
    Image,
    Link,
    List,
    ListItem,
    ListBox,
    Main,
    Menu,
    MenuItem,
    MenuItemRadio,
    Navigation,
    Option,
    ProgressBar,
    Radio,
    RadioGroup,
    Region,
    Row,
    RowGroup,
    RowHeader,
    Search,
    Separator,
    Status,
    Tab,
    TabList,
    TabPanel,
    Text,
    TextBox,
    ToolBar,
    Tree,
    TreeItem,
};

const char* role_name(Role role);

/// What the page must do itself, inside the gesture (web-platform.md §6.3).
struct EditGesture {
    bool multiline = false;
    bool decimal = false;  // inputmode=decimal
    float text_px = 15;    // CSS font size
    float line_px = 22;    // CSS line height
    float pad_x = 0;
    float pad_y = 0;
    bool bold = false;
    std::string placeholder;
    std::string color;       // CSS
    std::string background;  // CSS
    bool operator==(const EditGesture&) const = default;
};
struct OpenGesture {
    std::string accept;  // empty: every file (phones grey out unknown extensions)
    bool multiple = false;
    bool operator==(const OpenGesture&) const = default;
};
struct CopyGesture {
    std::string text;
    std::string html;  // the same as a table; empty: text is all
    int rows = 0;      // of the table
    bool operator==(const CopyGesture&) const = default;
};
using Gesture = std::variant<std::monostate, EditGesture, OpenGesture, CopyGesture>;

struct NodeState {
    bool disabled = false;
    bool invalid = false;
    bool required = false;
    bool readonly = false;
    bool modal = false;
    bool covers = false;  // what lies beneath it cannot be pressed through it
    bool current = false;
    bool busy = false;
    bool opens_popup = false;
    bool has_menu = false;  // of what can be done with it: a long press asks for that
    bool unspoken = false;  // of a status: read where one goes to it, not whenever it changes
    // Absent states are absent in ARIA too: a button without `pressed` is not a toggle.
    enum class Tri { Absent, Off, On, Mixed };
    Tri checked = Tri::Absent;
    Tri selected = Tri::Absent;
    Tri expanded = Tri::Absent;
    Tri pressed = Tri::Absent;
    bool operator==(const NodeState&) const = default;
};

struct Node {
    std::string id;
    std::string parent;
    Role role = Role::Group;
    std::string name;
    std::string value;
    std::string description;
    std::string keys;    // aria-keyshortcuts: "Control+S"
    std::string list;    // a text field: id of the list beneath it that it searches (a combobox)
    std::string active;  // and of the item that Enter takes
    std::optional<EditGesture> types;  // a cell: what is typed goes into a field "text" inside it
    std::string types_over;            // that holds this text until then
    Rect rect;
    Rect clip;      // the visible part's window; equal to rect when nothing clips
    int level = 0;  // of a heading, or of an item of a tree
    int row = 0;    // 1-based, with `rows` on the table
    int column = 0;
    int rows = 0;
    int columns = 0;
    int set_size = 0;
    int position = 0;
    bool focusable = false;
    NodeState state;
    Gesture gesture;
    bool operator==(const Node&) const = default;
};

}  // namespace ui
