// How far a report is, in one sentence: the same on the desk, above the form, over the cards and
// for a file that is looked at before it is taken in. Pure.
#pragma once

#include "i18n/message.hpp"
#include "ui/entry_rows.hpp"

namespace ui {

/// "Đã nhập 10/44", and how many rows are a dash without a reason where there are any: those are
/// neither entered nor untouched.
i18n::Message progress_words(const RowCounts& counts);

/// "Đã nhập 10/44" alone, where the dashes are counted beside it.
i18n::Message entered_words(const RowCounts& counts);

}  // namespace ui
