// Letters the typefaces lack (other scripts, signs of Word's lists, emoji), drawn with whatever the
// machine has, as the editor over the painted text shows them: a last source of the atlas that asks
// a GlyphSource. Colour becomes shades. Knows nothing of who draws.
#pragma once

#include <optional>
#include <vector>

#include "ui/fonts.hpp"

struct ImFontAtlas;

namespace ui {

/// One glyph on its base line, in device pixels. `left` and `top` lead from the pen's place on the
/// base line to the first row's first pixel; `coverage` has width × height bytes, 255 all ink.
struct DrawnGlyph {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    std::vector<unsigned char> coverage;
};

/// Whoever can draw what the typefaces lack.
class GlyphSource {
public:
    GlyphSource() = default;
    GlyphSource(const GlyphSource&) = delete;
    GlyphSource& operator=(const GlyphSource&) = delete;
    virtual ~GlyphSource() = default;

    /// How far the pen moves, in px of the same size; nothing when no machine font can be asked.
    virtual std::optional<float> advance(char32_t point, float px, Weight weight) = 0;
    /// The glyph at a size in device pixels; one without ink has no width.
    virtual DrawnGlyph draw(char32_t point, float px, Weight weight) = 0;
};

/// Lets the font added last ask `source` for what it lacks; `em` is Dear ImGui's size of one CSS px
/// of that font.
void add_missing_glyphs(ImFontAtlas& atlas, GlyphSource& source, Weight weight, float em);

}  // namespace ui
