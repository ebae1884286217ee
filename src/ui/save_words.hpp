// What the header says about where the work is safe: on this machine, in a file, and which of the
// two is newer (product.md C.1, the two-part badge). Pure.
#pragma once

#include <optional>

#include "base/clock.hpp"
#include "i18n/message.hpp"
#include "ui/page.hpp"
#include "ui/theme.hpp"

namespace ui {

struct SaveFacts {
    Storage storage = Storage::Opening;
    std::optional<base::Millis> on_machine;  // the last durable commit
    std::optional<base::Millis> in_file;     // the last file the person kept
    bool newer_than_file = false;            // something changed since that file
    bool operator==(const SaveFacts&) const = default;
};

struct SaveWords {
    i18n::Message machine;
    i18n::Message brief;                // the same, for a phone
    std::optional<i18n::Message> file;  // nothing where there is nothing to keep
    Tone tone = Tone::Good;             // of the two together
    bool operator==(const SaveWords&) const = default;
};

/// `now` decides whether a time needs its day.
SaveWords save_words(const SaveFacts& facts, base::Millis now);

/// "14:32" today, else "07/7/2025 14:32".
std::string moment_words(base::Millis moment, base::Millis now);

}  // namespace ui
