// Files in and out: looking into a file before anything is written, taking it in, and making the
// file to send. The format itself is bundle's.
//
//   auto incoming = look_into(work, bundle::open(bytes, name));   // nothing written yet
//   take(work, *incoming);                                        // one recorded, undoable
//   transaction auto file = save_report(work, report, page_address);          // makes the version
//   if there is news
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/file_findings.hpp"
#include "app/workbook.hpp"
#include "base/result.hpp"
#include "bundle/bundle.hpp"

namespace app {

/// How a report of a file stands to the one this workbook has.
enum class Relation {
    New,        // not here yet
    Same,       // the same content
    FileNewer,  // it grew from what is here, and nothing was changed here since
    MineNewer,  // what is here grew from it
    Different,  // both changed
};

/// Where two reports differ.
struct Differing {
    std::size_t cells = 0;
    bool cover = false;
    bool state = false;
    bool frame = false;  // what the unit or the period is called, and its days
    bool rows = false;   // which rows are spoken for together

    bool operator==(const Differing&) const = default;
};

/// What to do with a report of a file whose report is here already.
enum class Way { TakeFile, KeepMine };

struct IncomingReport {
    bundle::ReportPart part;
    model::Report content;  // of its head, in the catalogue's order
    std::string unit_name;
    std::string form_title;
    std::string period_name;
    std::string code;  // mã đối chiếu, as shown
    Relation relation = Relation::New;
    Differing differing;   // against what is here
    bool rival = false;    // another report of the same file says otherwise
    bool altered = false;  // changed outside the program: its code is not its content's
    Way way = Way::TakeFile;
};

/// What an opened file holds and would change.
struct Incoming {
    std::string file_name;
    std::string title;  // of a workbook file
    std::vector<IncomingReport> reports;
    std::vector<FileFinding> findings;
    std::int64_t revision = 0;  // of the workbook it was held against
};

/// Holds what was read against the workbook. Where both changed, keeping what is here is proposed.
/// A report whose form this program does not have could be kept but neither shown nor edited: it
/// stays in the file, and the findings say so.
Incoming look_into(const Workbook& work, bundle::Opened opened, std::string file_name);

/// Holds it against the workbook again when that has changed since: several files can wait for an
/// answer, and one that is taken changes what the next one would do.
void look_again(const Workbook& work, Incoming& incoming);

/// Keeps every version of the file and makes the reports that are to be taken the working content.
/// Returns the report to show: the first one of the file.
base::Result<model::ReportId> take(Workbook& work, const Incoming& incoming);

/// A file to hand to the person.
struct Outgoing {
    std::string name;
    std::string mime;
    std::string bytes;
    std::string code;        // mã đối chiếu, as shown; "" for a workbook
    std::string ready_text;  // to send along by Zalo or e-mail; "" for a workbook
    /// The version of each report in it.
    std::vector<std::pair<model::ReportKey, model::VersionId>> holds;
    /// Why the workbook could not keep the versions in it: its storage is full. The file is whole.
    std::optional<i18n::Message> unkept;
};

/// The report as a file to send. Content that differs from the last version becomes a version of
/// its own first, with who and when beside it; the same content gives the same bytes, whoever
/// saves. `page`: the address of this page, "" when it was opened as a file.
base::Result<Outgoing> save_report(Workbook& work, model::ReportId report, const std::string& page,
                                   bundle::NameFor where);

/// Every report of the workbook as NAME.so06.
base::Result<Outgoing> save_workbook(Workbook& work, const std::string& title,
                                     const std::string& page);

/// Notes that the person has the file now. Answers why it could not be noted, if so.
std::optional<i18n::Message> note_saved(Workbook& work, const Outgoing& file);

/// Whether the file last saved or opened holds what the report says now (design.md decision 13).
struct FileState {
    std::optional<base::Millis> saved_ms;  // when a file was last made here; nothing: never
    std::string name;
    std::string code;      // of the last version, as shown; "" before the first
    bool current = false;  // a file has the last version, and it says what the report says now
};
FileState file_state(const Workbook& work, model::ReportId report);

}  // namespace app
