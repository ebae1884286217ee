#include "ui/theme.hpp"

#include <cstddef>

namespace ui {

namespace {

constexpr Color with_alpha(Color color, std::uint32_t alpha) {
    return (color & 0x00FFFFFFu) | (alpha << 24);
}

constexpr Palette Light{
    .page = rgb(0xF4F6F8),
    .surface = rgb(0xFFFFFF),
    .surface_sunken = rgb(0xEEF1F4),
    .surface_hover = rgb(0xF0F5FA),
    .text = rgb(0x1A2129),
    .text_muted = rgb(0x52606D),
    .text_on_accent = rgb(0xFFFFFF),
    .border = rgb(0xDBE1E7),
    .border_control = rgb(0x7C8894),
    .accent = rgb(0x0B5CAD),
    .accent_hover = rgb(0x094B8E),
    .accent_soft = rgb(0xE4EFFA),
    .shadow = with_alpha(rgb(0x1B2A3A), 0x07),
    .scrim = with_alpha(rgb(0x0F1B2A), 0x73),
    .tones =
        {
            {rgb(0xEEF1F4), rgb(0x2E3A46), rgb(0x7C8894)},  // Neutral
            {rgb(0xE4EFFA), rgb(0x0A4F96), rgb(0x3D7FC2)},  // Accent
            {rgb(0xE3F3E8), rgb(0x1C5E36), rgb(0x3F8A5C)},  // Good
            {rgb(0xFDF1D8), rgb(0x734A00), rgb(0xA8740F)},  // Caution
            {rgb(0xFCE8E6), rgb(0x9B1C1C), rgb(0xC84B44)},  // Bad
            {rgb(0xFFFFFF), rgb(0x52606D), rgb(0x7C8894)},  // Quiet
        },
};

constexpr Palette Dark{
    .page = rgb(0x11161C),
    .surface = rgb(0x1A2129),
    .surface_sunken = rgb(0x232C36),
    .surface_hover = rgb(0x222D39),
    .text = rgb(0xE8EDF2),
    .text_muted = rgb(0xA3B0BC),
    .text_on_accent = rgb(0x08131F),
    .border = rgb(0x313C48),
    .border_control = rgb(0x7B8896),
    .accent = rgb(0x6FB1F2),
    .accent_hover = rgb(0x93C5F7),
    .accent_soft = rgb(0x1D3650),
    .shadow = with_alpha(rgb(0x000000), 0x14),
    .scrim = with_alpha(rgb(0x000000), 0x99),
    .tones =
        {
            {rgb(0x27313C), rgb(0xD5DDE5), rgb(0x7B8896)},
            {rgb(0x1D3650), rgb(0xA9D2FA), rgb(0x5B96D0)},
            {rgb(0x173425), rgb(0x9BDDB5), rgb(0x55A377)},
            {rgb(0x3B2D0E), rgb(0xF3CF83), rgb(0xB98A33)},
            {rgb(0x43201F), rgb(0xF7B3AE), rgb(0xD4716A)},
            {rgb(0x1A2129), rgb(0xA3B0BC), rgb(0x7B8896)},
        },
};

// For `prefers-contrast: more` and forced colours: black and white, what is chosen or pointed at is
// yellow, as in the systems' own contrast themes; grey, and well readable, is what cannot be used.
constexpr Palette HighContrast{
    .page = rgb(0x000000),
    .surface = rgb(0x000000),
    .surface_sunken = rgb(0x000000),
    .surface_hover = rgb(0x2B2B2B),
    .text = rgb(0xFFFFFF),
    .text_muted = rgb(0xC4C4C4),
    .text_on_accent = rgb(0x000000),
    .border = rgb(0x949494),
    .border_control = rgb(0xFFFFFF),
    .accent = rgb(0xFFE94A),
    .accent_hover = rgb(0xFFF4A3),
    .accent_soft = rgb(0x2E2A00),
    .shadow = with_alpha(rgb(0x000000), 0x00),
    .scrim = with_alpha(rgb(0x000000), 0xCC),
    .tones =
        {
            {rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFFFF)},
            {rgb(0x000000), rgb(0xFFE94A), rgb(0xFFE94A)},
            {rgb(0x000000), rgb(0x7CFFA6), rgb(0x7CFFA6)},
            {rgb(0x000000), rgb(0xFFD27A), rgb(0xFFD27A)},
            {rgb(0x000000), rgb(0xFF9E96), rgb(0xFF9E96)},
            {rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFFFF)},
        },
};

/// The colour between two, by `part` of 256 towards `b`; both opaque.
Color mixed(Color a, Color b, unsigned part) {
    Color out = 0xFF000000u;
    for (int shift = 0; shift < 24; shift += 8) {
        const unsigned from = (a >> shift) & 0xFFu;
        const unsigned to = (b >> shift) & 0xFFu;
        out |= ((from * (256 - part) + to * part) / 256) << shift;
    }
    return out;
}

}  // namespace

ToneColors Palette::tone(Tone tone) const {
    return tones[static_cast<std::size_t>(tone)];
}

Color Palette::current_hover() const {
    return mixed(accent_soft, accent, 24);
}
Color Palette::primary_held() const {
    return mixed(accent_hover, text, 40);
}
Color Palette::quiet_hover() const {
    return mixed(surface_hover, border, 96);
}
Color Palette::quiet_held() const {
    return mixed(surface_hover, accent_soft, 200);
}
Color Palette::thumb() const {
    return mixed(border_control, text_muted, 160);
}
Color Palette::item_hover() const {
    return mixed(surface_hover, accent_soft, 128);
}

const Palette& palette(Scheme scheme) {
    switch (scheme) {
        case Scheme::Dark:
            return Dark;
        case Scheme::HighContrast:
            return HighContrast;
        case Scheme::Light:
            break;
    }
    return Light;
}

Metrics metrics_for_mouse() {
    return {};
}

Metrics metrics_for_touch() {
    return {.control_height = 44,
            .row_height = 52,
            .pad_x = 12,
            .pad_y = 10,
            .text = 16,
            .text_small = 14,
            .icon = 20};
}

}  // namespace ui
