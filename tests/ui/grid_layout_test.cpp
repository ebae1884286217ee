#include "ui/grid_layout.hpp"

#include <doctest/doctest.h>

#include "ui/annex.hpp"
#include "ui/grid_columns.hpp"
#include "ui/report_titles.hpp"

using ui::GridPlace;
using ui::LineLayout;

TEST_CASE("only lines of which a part is in the window are drawn") {
    const LineLayout lines({30, 50, 20});
    CHECK(lines.total() == 100);
    CHECK(lines.top(2) == 80);
    CHECK(lines.height(1) == 50);
    CHECK(lines.between(0, 100) == LineLayout::Span{0, 3});
    CHECK(lines.between(29, 31) == LineLayout::Span{0, 2});
    CHECK(lines.between(30, 80) == LineLayout::Span{1, 2});
    CHECK(lines.between(95, 500) == LineLayout::Span{2, 3});
    CHECK(lines.between(100, 200) == LineLayout::Span{});
    CHECK(LineLayout().between(0, 10) == LineLayout::Span{});
}

TEST_CASE("the current cell moves inside the table and Tab goes on to the next row") {
    const ui::GridSize size{3, 4};
    const auto go = [&](GridPlace from, const char* key, bool shift = false, bool control = false) {
        return ui::moved(from, size, key, shift, control, 2);
    };
    CHECK(go({0, 0}, "ArrowUp") == GridPlace{0, 0});
    CHECK(go({0, 0}, "ArrowDown") == GridPlace{1, 0});
    CHECK(go({2, 3}, "ArrowRight") == GridPlace{2, 3});
    CHECK(go({0, 3}, "Tab") == GridPlace{1, 0});
    CHECK(go({1, 0}, "Tab", true) == GridPlace{0, 3});
    CHECK(go({2, 3}, "Tab") == GridPlace{2, 3});
    CHECK(go({0, 1}, "PageDown") == GridPlace{2, 1});
    CHECK(go({1, 2}, "Home") == GridPlace{1, 0});
    CHECK(go({1, 2}, "End", false, true) == GridPlace{2, 3});
    CHECK(go({1, 2}, "x") == GridPlace{1, 2});
    CHECK(ui::moved({0, 0}, {0, 4}, "ArrowDown", false, false, 1) == GridPlace{0, 0});
}

TEST_CASE(
    "no column of the table is narrower than its longest syllable, and together they fill it") {
    const auto form = test::annex_form();
    for (const float width : {788.0f, 808.0f, 820.0f, 1012.0f, 1354.0f, 1900.0f}) {
        const auto columns = ui::grid_columns(form, width);
        float right = 0;
        for (const auto& column : columns) {
            CAPTURE(width);
            CHECK(column.x == right);
            if (column.field) CHECK(column.w >= 80);
            right = column.x + column.w;
        }
        CHECK(right == width);
    }
}

TEST_CASE(
    "a form and a period have English titles on an English screen, and their own in Vietnamese") {
    auto form = test::annex_form();
    form.title_en = "Annex 04 – Results of the 44 pilot models";
    form.number_title = "STT";
    using i18n::Lang;
    CHECK(ui::form_title(form, Lang::Vi) == "Phụ lục 04");
    CHECK(ui::form_title(form, Lang::En) == "Annex 04");
    CHECK(ui::number_title(form, Lang::Vi) == "STT");
    CHECK(ui::row_title(form, Lang::En) == "Model");
    CHECK(ui::period_title({"2025-07"}, "tháng 7/2025", Lang::Vi) == "tháng 7/2025");
    CHECK(ui::period_title({"2025-07"}, "tháng 7/2025", Lang::En) == "07/2025");
    CHECK(ui::period_title({"2025-q3"}, "quý III/2025", Lang::En) == "quý III/2025");
}
