// Tìm và lệnh (Ctrl+K): one field that finds what can be done, the models of the report at hand,
// the reports of the workbook and the other workbooks, with or without marks, and goes there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ui/deeds.hpp"
#include "ui/desk_view.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/frame.hpp"

namespace ui {

/// One thing that can be found.
struct Findable {
    std::string id;
    std::string title;
    std::string detail;  // what it is, or its keys
    int number = 0;      // of a model
    Does does;
    std::string folded;  // of all that it is found by
};

/// Places in `all` of what `words` mean, the likeliest first: the number of a model, titles that
/// begin so, titles with the right marks, the rest. All of them where `words` are blank.
std::vector<std::size_t> found_in(const std::vector<Findable>& all, std::string_view words);

class Finder {
public:
    void open() { open_ = fresh_ = true; }
    bool is_open() const { return open_; }
    /// What was chosen. `sheet`: the report at hand, if one is.
    std::optional<Does> draw(const Frame& frame, const EntryPlace& place, const Sheet* sheet,
                             const DeskView& desk);

private:
    std::optional<Does> draw_list(const Frame& frame, Rect area);
    void draw_line(const Frame& frame, Rect rect, const Findable& item) const;
    void take_keys(Surface& surface);
    void look_for(Surface& surface, std::string words);

    bool open_ = false;
    bool fresh_ = false;  // opened in this frame: what can be found is not known yet
    std::string words_;
    std::vector<Findable> all_;
    std::vector<std::size_t> found_;
    std::size_t at_ = 0;  // place in `found_` of what Enter takes
    bool reveal_ = false;
};

}  // namespace ui
