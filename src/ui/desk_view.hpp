// The desk as values: a card for each report with what has become of it, and where the whole
// workbook is safe. Made of the store's rows; pure but for the questions asked in `read_desk`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workbook.hpp"
#include "base/clock.hpp"
#include "model/id.hpp"
#include "model/report.hpp"
#include "ui/entry_rows.hpp"
#include "ui/frame.hpp"

namespace ui {

struct ReportCard {
    model::ReportId id;
    model::ReportKey key;
    std::string unit;
    std::string form;  // short title
    std::string form_en;
    std::string period;  // "tháng 7/2025"
    std::string code;    // mã đối chiếu, "K7Q-M2D"; empty before the first file
    std::string state;   // model::word(ReportState)
    RowCounts counts;    // no rows when the form is unknown here
    bool blank = true;   // nothing was written in it yet
    std::optional<base::Millis> changed;
    std::optional<base::Millis> in_file;
    bool newer_than_file = false;  // says something that its last file does not
    bool operator==(const ReportCard&) const = default;

    /// Form and period, and the period alone, in the interface's language.
    std::string what(const Frame& frame) const;
    std::string period_words(const Frame& frame) const;
};

struct DeskView {
    std::vector<ReportCard> reports;  // the one changed last first
    bool operator==(const DeskView&) const = default;
};

DeskView read_desk(const app::Workbook& work);

/// Whether anything of the workbook is in no file.
bool newer_than_files(const DeskView& view);
/// When a report was last kept as a file.
std::optional<base::Millis> last_file(const DeskView& view);

}  // namespace ui
