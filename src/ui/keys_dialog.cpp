#include "ui/keys_dialog.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "ui/flow.hpp"
#include "ui/one_line.hpp"
#include "ui/widgets.hpp"

namespace ui {

using i18n::S;

namespace {

constexpr float KeysWidth = 100;
constexpr float WordsWidth = 100;  // at least, beside the keys

struct KeyLine {
    std::string_view keys;
    S does;
};

std::vector<KeyLine> everywhere(const Frame& frame, const EntryPlace& place) {
    std::vector<KeyLine> lines;
    for (const auto& deed : deeds(frame, place))
        if (!deed.keys.empty()) lines.push_back({shown_keys(deed.keys), deed.title.key});
    lines.push_back({"Esc", S::KeysBack});
    return lines;
}

constexpr std::array InForm{
    KeyLine{"Alt+↓", S::KeysNextModel},      KeyLine{"Alt+↑", S::KeysPreviousModel},
    KeyLine{"Ctrl+Enter", S::KeysDoneModel}, KeyLine{"Ctrl+D", S::KeysNoDifficulties},
    KeyLine{"Ctrl+G", S::KeysFormTable},     KeyLine{"Ctrl+F", S::KeysFind},
    KeyLine{"Tab", S::KeysNextField},        KeyLine{"F8", S::KeysNextMissing},
};
constexpr std::array InTable{
    KeyLine{"← ↑ → ↓", S::KeysMove},         KeyLine{"Tab", S::KeysNextCell},
    KeyLine{"Ctrl+G", S::KeysFormTable},     KeyLine{"F2", S::KeysEditCell},
    KeyLine{"Enter", S::KeysEnterCell},      KeyLine{"Alt+Enter", S::KeysNewLine},
    KeyLine{"A … Z", S::KeysTypeOver},       KeyLine{"Delete", S::KeysClearCell},
    KeyLine{"Space", S::KeysCycleState},     KeyLine{"Shift+↓", S::KeysSelectRows},
    KeyLine{"Ctrl+A", S::KeysSelectAllRows}, KeyLine{"Ctrl+C", S::KeysCopyRows},
    KeyLine{"Ctrl+V", S::KeysPasteBlock},    KeyLine{"Shift+F10", S::KeysRowMenu},
    KeyLine{"Home, End", S::KeysRowEnds},    KeyLine{"Ctrl+F", S::KeysFind},
    KeyLine{"F8", S::KeysNextMissing},
};

void draw_group(const Frame& frame, Column& column, std::string_view id, S title,
                std::span<const KeyLine> lines) {
    auto& surface = frame.surface;
    const Scope scope(surface, id);
    column.skip(heading(surface, "title", column.here(), frame.tr(title), 2,
                        {frame.surface.metrics().text + 1, Weight::SemiBold}));
    const Container list(surface, "lines", column.here(), Role::List, frame.tr(title));
    // With large text on a phone the words stand below their keys.
    const bool beside = column.width() >= KeysWidth + WordsWidth;
    const float left = beside ? KeysWidth + 8 : 0;
    const float top = beside ? 0 : line_height(surface);
    for (const auto& line : lines) {
        const auto words = frame.tr(line.does);
        const float height = text_height(surface, words, column.width() - left);
        const Rect row = column.take(top + height + 4);
        const Container item(surface, line.keys, row, Role::ListItem,
                             frame.tr({S::KeysLine, {std::string(line.keys), words}}));
        paint_text(surface, {row.x, row.y + 2, beside ? KeysWidth : row.w, row.h - 4}, line.keys,
                   {0, Weight::SemiBold, Tone::Accent});
        paint_text(surface, {row.x + left, row.y + 2 + top, row.w - left, height}, words);
    }
    column.space(14);
}

}  // namespace

void KeysDialog::draw(const Frame& frame, const EntryPlace& place) {
    if (!open_) return;
    const bool two = frame.room != Room::Narrow;
    const Dialog dialog(frame.surface, "keys-dialog", frame.tr(S::KeysTitle), two ? 840 : 560,
                        two ? 720 : 0);
    {
        ScrollArea scroll(frame.surface, "pane", dialog.body(), Role::Group,
                          frame.tr(S::KeysTitle));
        const Rect content = scroll.content();
        const float width = two ? (content.w - 32) / 2 : content.w;
        Column left({content.x, content.y, width, 0}, 2);
        Column right({content.x + width + 32, content.y, width, 0}, 2);
        Column& second = two ? right : left;
        draw_group(frame, left, "everywhere", S::KeysEverywhere, everywhere(frame, place));
        draw_group(frame, left, "form", S::KeysInForm, InForm);
        draw_group(frame, second, "table", S::KeysInTable, InTable);
        scroll.set_content_height(std::max(left.y(), right.y()) - content.y);
    }
    Line line(dialog.footer(), 8);
    const auto close = frame.tr(S::Close);
    const ButtonLook look{.kind = ButtonKind::Primary};
    const bool done = button(frame.surface, "done",
                             line.right(button_width(frame.surface, close, look)), close, look);
    if (done || dialog.closed()) open_ = false;
}

}  // namespace ui
