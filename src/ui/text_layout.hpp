// Where lines of text end: as a browser breaks them in a textarea (white-space: pre-wrap,
// overflow-wrap: anywhere), so that a text keeps its lines when it is clicked. Breaks lie after
// spaces and hyphens; a word wider than the line is cut; spaces at the end of a line hang over it.
// Needs only the width of each code point; knows neither fonts nor drawing. Right-to-left text and
// scripts without spaces are not laid out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/fonts.hpp"

namespace ui {

/// One line: the bytes [begin, end) of the text, without the newline that ended it.
struct TextLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    float width = 0;  // without the spaces that hang at its end
    bool operator==(const TextLine&) const = default;
};

struct TextLayout {
    std::vector<TextLine> lines;  // at least one, also for an empty text
    float width = 0;              // of the widest line
    bool cut = false;  // the last line goes on in what max_lines left out: "…" follows it
};

/// Width of a code point in CSS px.
using Advance = std::function<float(char32_t)>;

/// Lays out `text` in lines at most `width` wide; `max_lines` 0 means all of them. The last line of
/// a cut layout leaves room for "…".
TextLayout lay_out(std::string_view text, float width, int max_lines, const Advance& advance);

/// Layouts made before, by text, width and type: the same text is laid out once, not in every
/// frame. Keeps the ones used last, up to a fixed number.
class TextLayouts {
public:
    struct Type {
        float px = 0;
        Weight weight = Weight::Regular;
        int max_lines = 0;
        bool operator==(const Type&) const = default;
    };

    /// The reference holds until the next call.
    const TextLayout& get(std::string_view text, float width, Type type, const Advance& advance);

private:
    /// Every text of the screen is looked for in every frame: by hash, as an order would compare
    /// the whole of long texts that begin alike.
    struct Key {
        std::string_view text;
        float width = 0;
        Type type;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    struct Entry {
        std::string text;  // the key's
        Key key;
        TextLayout layout;
    };

    std::list<Entry> entries_;  // the last used first
    std::unordered_map<Key, std::list<Entry>::iterator, Hash> index_;
};

}  // namespace ui
