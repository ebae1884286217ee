#include "checks/finding.hpp"

#include <algorithm>

namespace checks {

std::string_view word(Level level) {
    switch (level) {
        case Level::Error:
            return "error";
        case Level::Warning:
            return "warning";
        case Level::Fix:
            return "fix";
        case Level::Info:
            return "info";
        case Level::Ask:
            return "ask";
        case Level::Block:
            return "block";
    }
    return "";
}

i18n::S title_of(Level level) {
    switch (level) {
        case Level::Error:
            return i18n::S::LevelError;
        case Level::Warning:
            return i18n::S::LevelWarning;
        case Level::Fix:
            return i18n::S::LevelFix;
        case Level::Info:
            return i18n::S::LevelInfo;
        case Level::Ask:
            return i18n::S::LevelAsk;
        case Level::Block:
            return i18n::S::LevelBlock;
    }
    return i18n::S::LevelInfo;
}

std::size_t count(const Findings& findings, Level level) {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [&](const Finding& f) { return f.level == level; }));
}

}  // namespace checks
