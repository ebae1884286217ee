// The badge of a row: a colour, a letter or two, and the whole word for who hears it (design.md §7:
// every status is colour and letter and pattern). One place, so that list, grid and cards agree.
#pragma once

#include "i18n/message.hpp"
#include "ui/entry_rows.hpp"
#include "ui/theme.hpp"

namespace ui {

struct RowBadge {
    i18n::S letters;  // "Đ"
    i18n::S word;     // "Đủ nội dung"
    Tone tone = Tone::Neutral;
};

RowBadge badge_of(RowStatus status);

}  // namespace ui
