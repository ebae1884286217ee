// The bar at the top: the mark, where one is, whether the work is safe, undo and redo with what
// they would take back, saving, language, looks, help. On a phone it is a title with a menu, and a
// second bar of four places stands at the bottom.
#pragma once

#include <optional>
#include <string>

#include "ui/deeds.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/save_words.hpp"

namespace ui {

/// What the header shows and does not find out by itself.
struct HeaderFacts {
    std::string unit;  // empty on the desk
    std::string form;
    std::string period;
    model::ReportId report;
    model::RowId row;
    bool grid = false;
    SaveFacts save;
    std::string theme;  // "auto", "light", "dark"
};

class Header {
public:
    static float height(const Frame& frame);
    static float bottom_height(const Frame& frame);

    /// What was asked of the shell.
    std::optional<ShellDeed> draw(const Frame& frame, Rect bar, const HeaderFacts& facts);
    /// The bar at the bottom of a phone.
    void draw_bottom(const Frame& frame, Rect bar, const HeaderFacts& facts);
    /// Closes the open menu, for Esc.
    bool close_menu();

private:
    enum class Menu { None, Language, Theme, More };

    void menu_button(const Frame& frame, std::string_view id, Rect rect, const char* glyph,
                     i18n::S title, Menu menu);
    std::optional<ShellDeed> draw_tools(const Frame& frame, Line& line, const HeaderFacts& facts);
    void draw_home(const Frame& frame, Line& line, bool home);
    void draw_place(const Frame& frame, Rect rect, const HeaderFacts& facts);
    static float save_width(const Frame& frame, const HeaderFacts& facts);
    void draw_save(const Frame& frame, Rect rect, const HeaderFacts& facts);
    static void draw_undo(const Frame& frame, Rect rect);
    static void draw_redo(const Frame& frame, Rect rect);
    std::optional<ShellDeed> draw_menu(const Frame& frame, const HeaderFacts& facts);

    Menu open_ = Menu::None;
    Rect anchor_;
};

/// The request that saving means here: the report on the screen, else the whole workbook.
app::Request save_request(model::ReportId report);

}  // namespace ui
