#include "ui/theme.hpp"

#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

using ui::Color;
using ui::Tone;

namespace {

/// Relative luminance and contrast ratio as WCAG 2.1 defines them.
double luminance(Color color) {
    const auto part = [&](int shift) {
        const double value = ((color >> shift) & 0xFFu) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(0) + 0.7152 * part(8) + 0.0722 * part(16);
}

double contrast(Color a, Color b) {
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

constexpr ui::Scheme Schemes[] = {ui::Scheme::Light, ui::Scheme::Dark, ui::Scheme::HighContrast};
constexpr Tone Tones[] = {Tone::Neutral, Tone::Accent, Tone::Good,
                          Tone::Caution, Tone::Bad,    Tone::Quiet};

}  // namespace

TEST_CASE("black on white is 21 to 1, so the tests below measure what they say") {
    CHECK(contrast(ui::rgb(0x000000), ui::rgb(0xFFFFFF)) == doctest::Approx(21.0));
    CHECK(contrast(ui::rgb(0x767676), ui::rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("every text has at least 4.5 to 1 on everything it stands on") {
    for (const auto scheme : Schemes) {
        CAPTURE(static_cast<int>(scheme));
        const ui::Palette& colors = ui::palette(scheme);
        for (const Color ground : {colors.page, colors.surface, colors.surface_sunken,
                                   colors.surface_hover, colors.accent_soft}) {
            CHECK(contrast(colors.text, ground) >= 4.5);
            CHECK(contrast(colors.text_muted, ground) >= 4.5);
        }
        for (const Color ground : {colors.page, colors.surface, colors.surface_hover}) {
            CHECK(contrast(colors.accent, ground) >= 4.5);
            for (const Tone tone : Tones) CHECK(contrast(colors.tone(tone).text, ground) >= 4.5);
        }
        CHECK(contrast(colors.text_on_accent, colors.accent) >= 4.5);
        CHECK(contrast(colors.text_on_accent, colors.accent_hover) >= 4.5);
        CHECK(contrast(colors.text_on_accent, colors.primary_held()) >= 4.5);
        for (const Color ground : {colors.quiet_hover(), colors.quiet_held(), colors.item_hover()})
            CHECK(contrast(colors.text, ground) >= 4.5);
        CHECK(contrast(colors.text_muted, colors.item_hover()) >= 4.5);
        CHECK(contrast(colors.tone(Tone::Accent).text, colors.current_hover()) >= 4.5);
        for (const Tone tone : Tones)  // the number of a chosen row
            CHECK(contrast(colors.tone(tone).text, colors.accent_soft) >= 4.5);
        CHECK(contrast(colors.tone(Tone::Accent).text, colors.accent_soft) >= 4.5);
        for (const Tone tone : Tones)
            CHECK(contrast(colors.tone(tone).text, colors.tone(tone).fill) >= 4.5);
    }
}

TEST_CASE("borders of controls, patterns and scroll bars have at least 3 to 1") {
    for (const auto scheme : Schemes) {
        CAPTURE(static_cast<int>(scheme));
        const ui::Palette& colors = ui::palette(scheme);
        for (const Color ground : {colors.page, colors.surface}) {
            CHECK(contrast(colors.border_control, ground) >= 3);
            CHECK(contrast(colors.accent, ground) >= 3);
            CHECK(contrast(colors.thumb(), ground) >= 3);  // its own at rest is border_control
            CHECK(contrast(colors.text_muted, ground) >= 3);
            for (const Tone tone : Tones) CHECK(contrast(colors.tone(tone).border, ground) >= 3);
        }
        CHECK(contrast(colors.border_control, colors.surface_hover) >= 3);  // a chip pointed at
        CHECK(contrast(colors.accent, colors.accent_soft) >= 3);  // a chip's mark, an item's
        CHECK(contrast(colors.accent, colors.item_hover()) >= 3);
        for (const Tone tone : Tones)
            CHECK(contrast(colors.tone(tone).border, colors.tone(tone).fill) >= 3);
    }
}
