#include "platform/web/browser_glyphs.hpp"

#include <cmath>
#include <cstring>

#include <emscripten/em_js.h>

// One canvas for all of them. The family is what style.css names after our own. A colour glyph
// becomes shades: the lighter a pixel, the less ink.

// clang-format off
EM_JS(double, so06_glyph_advance, (int point, float px, int weight), {
    if (typeof OffscreenCanvas === "undefined") return -1;
    const pen = (Module["so06Pen"] ||= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }));
    if (!pen) return -1;
    pen.font = `${weight} ${px}px system-ui, sans-serif`;
    return pen.measureText(String.fromCodePoint(point)).width;
});
// Writes left, top, width, height as 32-bit numbers and the rows after them. A glyph larger than side × side is cut.
EM_JS(void, so06_glyph_draw, (int point, float px, int weight, int side, void* into), {
    const pen = Module["so06Pen"];
    const text = String.fromCodePoint(point);
    const font = `${weight} ${px}px system-ui, sans-serif`;
    pen.canvas.width = pen.canvas.height = side; // empties it, and forgets the font
    pen.font = font;
    const size = pen.measureText(text);
    const left = Math.floor(-size.actualBoundingBoxLeft);
    const top = Math.floor(-size.actualBoundingBoxAscent);
    const width = Math.min(Math.ceil(size.actualBoundingBoxRight) - left, side);
    const height = Math.min(Math.ceil(size.actualBoundingBoxDescent) - top, side);
    HEAP32.set([left, top, width, height], into >> 2);
    if (width <= 0 || height <= 0) return;
    pen.fillText(text, -left, -top);
    const { data } = pen.getImageData(0, 0, width, height);
    for (let i = 0; i < width * height; i += 1) {
        const light = (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / 765;
        HEAPU8[into + 16 + i] = data[4 * i + 3] * (1 - 0.75 * light);
    }
});
// clang-format on

namespace platform::web {

namespace {

constexpr std::size_t HeadBytes = 16;
/// Side of the largest glyph, in its own size: a long ligature of Arabic is wider than high.
constexpr float LargestEm = 3;

int css_weight(ui::Weight weight) {
    return weight == ui::Weight::Regular ? 400 : 600;
}

}  // namespace

std::optional<float> BrowserGlyphs::advance(char32_t point, float px, ui::Weight weight) {
    const double width = so06_glyph_advance(static_cast<int>(point), px, css_weight(weight));
    return width < 0 ? std::nullopt : std::optional(static_cast<float>(width));
}

ui::DrawnGlyph BrowserGlyphs::draw(char32_t point, float px, ui::Weight weight) {
    const int side = static_cast<int>(std::ceil(px * LargestEm));
    room_.resize(HeadBytes + static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    so06_glyph_draw(static_cast<int>(point), px, css_weight(weight), side, room_.data());
    std::int32_t head[4];
    std::memcpy(head, room_.data(), sizeof(head));
    ui::DrawnGlyph out{head[0], head[1], head[2], head[3], {}};
    if (out.width <= 0 || out.height <= 0) return {};
    const auto pixels = static_cast<std::ptrdiff_t>(out.width) * out.height;
    const auto begin = room_.begin() + static_cast<std::ptrdiff_t>(HeadBytes);
    out.coverage.assign(begin, begin + pixels);
    return out;
}

}  // namespace platform::web
