#include "ui/save_words.hpp"

namespace ui {

using i18n::Message;
using i18n::S;

std::string moment_words(base::Millis moment, base::Millis now) {
    const auto day = base::local_day(moment);
    const auto time = base::local_time(moment);
    return day == base::local_day(now) ? time : base::vn_date(day) + ' ' + time;
}

SaveWords save_words(const SaveFacts& facts, base::Millis now) {
    SaveWords words{{S::SaveOpening, {}}, {S::SaveOpening, {}}, std::nullopt, Tone::Neutral};
    if (facts.storage == Storage::Memory) {
        words.machine = {S::SaveNotOnMachine, {}};
        words.brief = {S::SaveNotOnMachineBrief, {}};
        words.tone = Tone::Caution;
    } else if (facts.storage == Storage::Device) {
        words.machine = facts.on_machine
                            ? Message{S::SaveOnMachine, {moment_words(*facts.on_machine, now)}}
                            : Message{S::SaveNothingYet, {}};
        words.brief = facts.on_machine
                          ? Message{S::SaveOnMachineBrief, {moment_words(*facts.on_machine, now)}}
                          : Message{S::SaveNothingYetBrief, {}};
        words.tone = Tone::Good;
    }
    if (facts.newer_than_file) {
        words.file = Message{facts.in_file ? S::SaveNewerThanFile : S::SaveNoFileYet, {}};
    } else if (facts.in_file) {
        words.file = Message{S::SaveInFile, {moment_words(*facts.in_file, now)}};
        if (facts.storage == Storage::Memory) words.tone = Tone::Good;
    }
    return words;
}

}  // namespace ui
