// Every number and colour of the looks, and nothing else: themes, sizes, spacing, type sizes.
// Lengths are CSS pixels on an 8 px grid. Contrast of each text pair is at least 4.5:1, of borders
// of controls, icons and scroll bars 3:1 (WCAG 2.1 AA); tests/ui/theme_test.cpp computes every
// pair. The focus ring is the page's own, which has the focus (web/style.css).
#pragma once

#include <cstdint>

namespace ui {

/// 0xAABBGGRR, as Dear ImGui packs it.
using Color = std::uint32_t;

/// A colour from its usual notation, 0xRRGGBB, opaque.
constexpr Color rgb(std::uint32_t hex) {
    return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}

enum class Tone { Neutral, Accent, Good, Caution, Bad, Quiet };

/// A background, its text and its border that go together.
struct ToneColors {
    Color fill;
    Color text;
    Color border;
};

struct Palette {
    Color page;            // behind everything
    Color surface;         // cards, fields, table
    Color surface_sunken;  // table header, disabled fields
    Color surface_hover;
    Color text;
    Color text_muted;
    Color text_on_accent;
    Color border;          // quiet lines between things
    Color border_control;  // around what can be used, 3:1
    Color accent;
    Color accent_hover;
    Color accent_soft;  // selected row, current item
    Color shadow;
    Color scrim;  // behind a dialog

    ToneColors tones[6];  // in the order of Tone

    ToneColors tone(Tone tone) const;

    /// Fills of what is pointed at or held, out of the colours above.
    Color current_hover() const;  // the current page, a switch that is on
    Color primary_held() const;
    Color quiet_hover() const;  // a button without a box
    Color quiet_held() const;
    Color item_hover() const;  // an item of a list that opened
    Color thumb() const;       // of a pane the pointer is in
};

enum class Scheme { Light, Dark, HighContrast };

const Palette& palette(Scheme scheme);

/// Sizes that depend on the hand: a mouse, or a finger (44 px targets, 16 px text so that iOS does
/// not zoom).
struct Metrics {
    float unit = 8;
    float control_height = 36;
    float row_height = 40;
    float pad_x = 10;
    float pad_y = 7;
    float radius = 6;
    float text = 15;  // CSS px of body text
    float text_small = 13;
    float text_heading = 20;
    float text_title = 26;
    float line = 1.45f;  // line spacing, in em: stacked Vietnamese marks need room
    float icon = 18;
};

/// The sizes of text a person chooses among, in percent of these.
inline constexpr int TextSizes[] = {100, 120, 140, 160, 200};

Metrics metrics_for_mouse();
Metrics metrics_for_touch();

}  // namespace ui
