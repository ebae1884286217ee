#include "ui/progress_words.hpp"

namespace ui {

using i18n::Message;
using i18n::S;

Message progress_words(const RowCounts& counts) {
    auto words = entered_words(counts);
    if (counts.dashes == 0) return words;
    words.key = S::EntryProgressDashes;
    words.arguments.push_back(std::to_string(counts.dashes));
    return words;
}

Message entered_words(const RowCounts& counts) {
    return {S::EntryProgress, {std::to_string(counts.entered), std::to_string(counts.rows)}};
}

}  // namespace ui
