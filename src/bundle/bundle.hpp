// The files of design.md §5, both ways: a report file (tệp báo cáo), a whole workbook (NAME.so06)
// and a plain zip around many report files.
//
//   auto opened = bundle::open(bytes, file_name);           // everything, recognised by its
//   content std::string file = bundle::write(bundle::make({part}, library.forms(),
//   library.catalogues()));
//
// The structs are the file's own, so that a change of the model does not silently change a promise.
// What the file says is not held against forms and catalogues here: that is `checks`.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "i18n/message.hpp"
#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/id.hpp"
#include "model/report.hpp"

namespace bundle {

/// The newest version of the file format this program reads, and the one it writes.
inline constexpr int Newest = 1;

/// One state of one report. `body` is the canonical JSON (RFC 8785, NFC) of the content as it was
/// received, keys unknown to this program included; the version id is computed from it, so that an
/// unchanged report is written back the same. `content` is what this program understands of it.
struct VersionPart {
    model::VersionId id;                    // computed from body and parents, never taken on trust
    std::vector<model::VersionId> parents;  // sorted
    model::VersionNote note;
    model::Report content;
    std::string body;
    std::string
        stated_id;  // as the file has it; differs from id where the file was changed by hand
    bool operator==(const VersionPart&) const = default;
};

/// A report with the versions of it that are known here, parents before children; the last is the
/// head.
struct ReportPart {
    model::ReportKey key;
    std::string label;                  // a name for people where the file gives one; may be empty
    std::vector<VersionPart> versions;  // never empty in a Bundle
    bool operator==(const ReportPart&) const = default;

    const VersionPart& head() const { return versions.back(); }
};

/// Who made the file and with what; taken from the heads' notes.
struct Made {
    std::string by;
    std::string unit;
    std::string with;
    bool operator==(const Made&) const = default;
};

/// A form or catalogue that the reports need, by id, version and hash of its canonical form.
struct Needed {
    std::string id;
    std::string version;
    std::string sha256;
    bool operator==(const Needed&) const = default;
};

/// Whether the file is as it was written. A file that is not `ok` opens all the same; `problems`
/// says it.
struct Integrity {
    std::string sha256;           // as stated
    std::string code;             // as stated, six characters
    std::string computed_sha256;  // empty where a part could not be read
    std::string computed_code;
    bool ok = false;
    bool operator==(const Integrity&) const = default;
};

/// What a problem is about: a file or a version changed outside the program; a report, an entry or
/// a single value that could not be read; something unknown that was passed over and is kept; a
/// file of a zip that is none of ours.
enum class ProblemKind {
    FileChanged,
    VersionChanged,
    ReportLost,
    EntryLost,
    ValueLost,
    PassedOver,
    FileSkipped
};

/// Which entry could not be read, as far as the file says it: for whoever can name rows and fields
/// to people, who know nothing of paths.
struct LostEntry {
    std::size_t report = 0;  // 1-based, in the file
    model::FormId form;
    std::vector<model::RowId> rows;
    model::FieldId field;  // the first that was wrong; empty: the entry as a whole
    bool operator==(const LostEntry&) const = default;
};

/// What was wrong in a file that opens all the same; `place` is "reports[1].versions[0]…", of a zip
/// the name of the file within it.
struct Problem {
    ProblemKind kind = ProblemKind::PassedOver;
    std::string place;
    i18n::Message what;
    std::optional<LostEntry> entry = {};  // of EntryLost
    bool operator==(const Problem&) const = default;
};

/// One report file. After reading, `problems` names what was unreadable, unknown or does not fit.
struct Bundle {
    std::string file_name;  // as it was received; not part of the file
    std::string huong_dan;
    int version = Newest;
    std::string id;
    Made made;
    std::vector<Needed> forms;
    std::vector<Needed> catalogues;
    std::vector<ReportPart> reports;
    Integrity integrity;
    std::vector<Problem> problems;
};

/// What one dropped file held: one bundle for a report file, several for a workbook or a zip.
struct Opened {
    std::string title;  // of the workbook; empty for anything else
    std::vector<Bundle> files;
    std::vector<Problem> problems;  // about the zip and what in it is no report file
};

// ---- reading
// -------------------------------------------------------------------------------------

/// Reads one report file (JSON). Name, extension, BOM and key order do not matter. Refuses what is
/// no file of ours, is newer than this program, is cut off or too large; one broken report or entry
/// costs itself only and stands in `problems`.
base::Result<Bundle> read(std::string_view bytes, std::string_view file_name);

/// Reads a report file, a workbook file or a zip around many report files, recognised by content.
/// A file of a zip that cannot be read costs only itself.
base::Result<Opened> open(std::string_view bytes, std::string_view file_name);

// ---- making
// --------------------------------------------------------------------------------------

/// The canonical JSON (RFC 8785) of a report's content as the file has it; what version ids hash.
std::string body_of(const model::Report& report);

/// hex(SHA-256(canonical({"content": body, "parents": sorted parents}))).
model::VersionId version_id(std::string_view body, std::vector<model::VersionId> parents);

/// A version of `report` made now: body and id computed, parents sorted.
VersionPart make_version(const model::Report& report, std::vector<model::VersionId> parents,
                         model::VersionNote note);

/// A version out of what the store keeps of it; `body` must be one that `body_of` or `read` gave.
VersionPart stored_version(std::string body, std::vector<model::VersionId> parents,
                           model::VersionNote note);

/// The six characters of the mã đối chiếu: the first 30 bits of the head's id, or of SHA-256 over
/// the heads' ids where there are several reports. Crockford's 32 characters.
std::string check_code(const model::VersionId& head);
std::string check_code(std::span<const ReportPart> reports);
/// As people read it: "K7QM2D" → "K7Q-M2D".
std::string shown_code(std::string_view code);

/// The envelope around `reports`: id, made, needed forms and catalogues (those of the given ones
/// that the reports use), huong_dan. Everything comes from the reports and their notes, so that the
/// same content saved anywhere gives the same bytes.
Bundle make(std::vector<ReportPart> reports, std::span<const model::Form> forms,
            std::span<const model::Catalogue> catalogues);

/// The file: stable key order, pretty-printed UTF-8. Integrity is computed here; what `bundle` says
/// about it is not used. A bundle that was read and not changed gives the bytes it was read from.
std::string write(const Bundle& bundle);

/// NAME.so06: a zip of workbook.json and one report file per report.
std::string write_workbook(std::string_view title, std::span<const Bundle> files);

// ---- words
// ---------------------------------------------------------------------------------------

/// How many versions deep the head is in its history; 1 for the first. The N of "_vN" in file
/// names.
std::size_t depth(const ReportPart& report);

/// Phones hand a file on more readily when it calls itself text.
enum class NameFor { Computer, Phone };

/// "DA06_SKHCN-QNg_Phuluc04_2025-07_v2.so06.json", ASCII whatever the labels hold.
std::string file_name(const ReportPart& report, std::string_view unit_label,
                      std::string_view form_label, NameFor where);

/// "So-06-Quang-Ngai.so06" for a workbook called "Sổ 06 Quảng Ngãi".
std::string workbook_file_name(std::string_view title);

/// The text to send along by Zalo or e-mail: of whom, for which period, the file's name, the mã đối
/// chiếu, where to open it, and "số liệu chưa ký ban hành" where that is so. Vietnamese, plain.
/// `page`: the address of the page it is sent from, which whoever receives it can open; without one
/// (a page opened as a file) that of the page the version was made on. Where neither is known the
/// text does not say where to open the file.
std::string ready_text(const ReportPart& report, const model::Form& form,
                       std::string_view file_name, const std::string& page);

}  // namespace bundle
