#include "ui/progress_words.hpp"

namespace ui {

using i18n::Message;
using i18n::S;

Message progress_words(const RowCounts& counts) {
    const auto entered = std::to_string(counts.entered);
    const auto rows = std::to_string(counts.rows);
    if (counts.dashes == 0) return {S::EntryProgress, {entered, rows}};
    return {S::EntryProgressDashes, {entered, rows, std::to_string(counts.dashes)}};
}

}  // namespace ui
