#include "ui/fonts.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "base/fault.hpp"
#include "ui/missing_glyphs.hpp"
#include "ui/stage.hpp"
#include "ui/widgets.hpp"

namespace {

std::string inter() {
    std::ifstream file("build/gen/fonts/inter-400.ttf", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the measures of Inter are those it was drawn with") {
    // Inter 4: 2048 parts an em, ascender 1984, descender -494, and it asks for the typographic
    // ones.
    const auto metrics = ui::read_font_metrics(inter());
    REQUIRE(metrics);
    CHECK(metrics->ascent == doctest::Approx(1984.0 / 2048));
    CHECK(metrics->descent == doctest::Approx(494.0 / 2048));
}

TEST_CASE("bytes that are no font have no measures") {
    CHECK_FALSE(ui::read_font_metrics(""));
    CHECK_FALSE(ui::read_font_metrics("wOF2 and so on, long enough for a header"));
    const std::string whole = inter();
    for (const std::size_t size : {11u, 12u, 40u, 100u, 300u})
        CHECK_FALSE(ui::read_font_metrics(whole.substr(0, size)));
}

TEST_CASE("a surface without its fonts is a fault, not a blank page") {
    CHECK_THROWS_AS(ui::Surface(ui::FontFiles{}), base::Fault);
}

TEST_CASE("the baseline lies where a browser puts it") {
    // At 16 px Inter rounds to 16 above and 4 below the baseline; a line of 23 px leaves 3, of
    // which 1 (rounded down) goes above.
    CHECK(ui::baseline_in_line({1984.0f / 2048, 494.0f / 2048}, 16, 23) == 17);
    // 15 px: 15 (14.53) and 4 (3.62) of 22.
    CHECK(ui::baseline_in_line({1984.0f / 2048, 494.0f / 2048}, 15, 22) == 16);
    // A line lower than its letters: the half that is missing is taken from above.
    CHECK(ui::baseline_in_line({1984.0f / 2048, 494.0f / 2048}, 16, 17) == 14);
}

TEST_CASE("an input of one line centres its text and rounds the half down the page") {
    // 22 px tall, letters of 15 + 4: 3 are left, 2 of them above.
    CHECK(ui::baseline_in_input({1984.0f / 2048, 494.0f / 2048}, 15, 22) == 17);
    // 24 px tall, letters of 16 + 4: 2 above, 2 below.
    CHECK(ui::baseline_in_input({1984.0f / 2048, 494.0f / 2048}, 16, 24) == 18);
}

TEST_CASE("a width grows with the size and not with the screen's density") {
    const auto width = [](float dpr, float px) {
        float out = 0;
        test::Stage stage(
            [&](ui::Surface& s) { out = ui::text_width(s, "Quảng Ngãi", {.px = px}); },
            {.dpr = dpr});
        return out;
    };
    CHECK(width(1, 30) == doctest::Approx(2 * width(1, 15)));
    CHECK(width(2, 15) == doctest::Approx(width(1, 15)));
    CHECK(width(1.25f, 15) == doctest::Approx(width(1, 15)));
}

namespace {

/// Draws every letter as a black square of half its size, and remembers which sizes it was asked
/// for.
class Squares : public ui::GlyphSource {
public:
    std::optional<float> advance(char32_t, float px, ui::Weight) override { return px / 2; }
    ui::DrawnGlyph draw(char32_t point, float px, ui::Weight) override {
        drawn.emplace_back(point, px);
        const int side = static_cast<int>(px / 2);
        return {0, -side, side, side,
                std::vector<unsigned char>(static_cast<std::size_t>(side * side), 255)};
    }
    std::vector<std::pair<char32_t, float>> drawn;
};

}  // namespace

TEST_CASE("a letter the typeface lacks is asked for at the screen's density, once") {
    Squares squares;
    float width = 0;
    const auto draw = [&](ui::Surface& s) {
        const std::string words = "a漢漢\u200b";
        width = ui::text_width(s, "漢漢", {.px = 20});
        ui::paint_text(s, {0, 0, 200, 40}, words, {.px = 20});
    };
    test::Stage stage(draw, {.dpr = 2, .missing = &squares});
    CHECK(width == doctest::Approx(20));
    REQUIRE(squares.drawn.size() == 1);
    CHECK(squares.drawn.front().first == U'漢');
    CHECK(squares.drawn.front().second == doctest::Approx(40));
}

TEST_CASE("what the typeface has is never asked for elsewhere") {
    Squares squares;
    const auto draw = [&](ui::Surface& s) {
        ui::paint_text(s, {0, 0, 400, 40}, "Quảng Ngãi, ngày 15 tháng 7", {.px = 15});
    };
    test::Stage stage(draw, {.missing = &squares});
    CHECK(squares.drawn.empty());
}
