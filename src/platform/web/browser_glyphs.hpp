// Letters that our typefaces lack, drawn by the browser's own 2D canvas with the machine's fonts:
// the same it shows in an editor.
#pragma once

#include <vector>

#include "ui/missing_glyphs.hpp"

namespace platform::web {

class BrowserGlyphs : public ui::GlyphSource {
public:
    std::optional<float> advance(char32_t point, float px, ui::Weight weight) override;
    ui::DrawnGlyph draw(char32_t point, float px, ui::Weight weight) override;

private:
    std::vector<unsigned char> room_;  // what the canvas writes into
};

}  // namespace platform::web
