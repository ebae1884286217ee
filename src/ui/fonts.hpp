// The typefaces of the canvas: Inter 400 and 600 and the icons, the same bytes the editors use, in
// an atlas that Dear ImGui fills as glyphs are needed. Sizes are CSS sizes (em), and baselines lie
// where a browser puts them, so that painted text and an editor over it agree within a pixel.
// Does no wrapping (text_layout.hpp) and knows no widgets.
#pragma once

#include <array>
#include <optional>
#include <string_view>

struct ImDrawList;
struct ImFont;
struct ImFontAtlas;

namespace ui {

enum class Weight { Regular, SemiBold };

class GlyphSource;

/// TrueType files, alive as long as the surface. Dear ImGui's rasteriser reads no WOFF2. `missing`
/// draws what the two text fonts lack; nobody: a box stands for it.
struct FontFiles {
    std::string_view regular;
    std::string_view semibold;
    std::string_view icons;
    GlyphSource* missing = nullptr;
};

/// A font's own measures, in parts of its em, as browsers choose them: the typographic ones when
/// the font asks for them (OS/2 fsSelection bit 7), else those of hhea.
struct FontMetrics {
    float ascent = 0;
    float descent = 0;  // positive, below the baseline
};

/// Reads the measures out of a TrueType file; nothing when it is none.
std::optional<FontMetrics> read_font_metrics(std::string_view file);

/// Distance of the baseline from the top of a line box `line_px` tall: ascent and descent rounded
/// to whole pixels, and half of what is left above (CSS 2.2 §10.8.1, rounded as Chromium and
/// Firefox do).
float baseline_in_line(const FontMetrics& metrics, float px, float line_px);
/// The same from the top of the content of an <input> `height` tall, which centres its text by
/// itself and rounds the half up (Chromium).
float baseline_in_input(const FontMetrics& metrics, float px, float height);

class Fonts {
public:
    /// Adds the fonts to `atlas`, which must outlive this. Throws Fault for bytes that are no font.
    Fonts(ImFontAtlas& atlas, const FontFiles& files);

    /// Width of one code point at a CSS size. Asks for the glyph, so it may grow the atlas.
    float advance(char32_t point, float px, Weight weight) const;
    float width(std::string_view text, float px, Weight weight) const;
    const FontMetrics& metrics() const { return metrics_; }

    /// Paints one line without wrapping: `x` is where it begins, `baseline` its baseline (CSS px).
    void paint(ImDrawList& list, std::string_view text, float x, float baseline, float px,
               Weight weight, unsigned color) const;
    /// Paints an icon centred in the square (x, y, size).
    void paint_icon(ImDrawList& list, std::string_view icon, float x, float y, float size,
                    unsigned color) const;

private:
    struct Face {
        ImFont* font = nullptr;
        float em = 0;  // Dear ImGui's size of one CSS px
    };

    const Face& face(Weight weight) const { return faces_[weight == Weight::Regular ? 0 : 1]; }

    std::array<Face, 2> faces_{};
    Face icons_;
    FontMetrics metrics_;
};

}  // namespace ui
