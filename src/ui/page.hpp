// What the shell asks of the page and what the page tells it, as values. The platform turns them
// into messages and back; the shell knows neither JSON nor JavaScript. What the surface says by
// itself (drawing, nodes, typing, title, address, language) is not here.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace ui {

/// The throw-away workbook (sổ mẫu) has a folder of its own.
inline constexpr const char* SampleWorkbook = "so-mau";
/// The first workbook of a browser, when there is none to go back to.
inline constexpr const char* FirstWorkbook = "1";

/// Where the open workbook lives. `Memory`: the browser keeps nothing, so it must be saved as a
/// file. `Closed`: it could not be opened, `StorageReason` says why.
enum class Storage { Opening, Device, Memory, Closed };

enum class StorageReason { None, Unsupported, Refused, Locked, Taken, Busy, Failed };

struct WorkbookName {
    std::string id;
    std::string title;
    bool operator==(const WorkbookName&) const = default;
};

/// What stands around the open workbook; a screen reads it beside the workbook itself.
struct Situation {
    Storage storage = Storage::Opening;
    StorageReason reason = StorageReason::None;  // why it is memory, or closed
    std::string error;                           // what the browser said, for a report of the fault
    WorkbookName workbook;
    std::vector<WorkbookName>
        others;        // the workbooks on this machine; the shell leaves the open one out
    std::string page;  // address of the page, "" when it is a file

    bool sample() const { return workbook.id == SampleWorkbook; }
};

// ---- Orders: from the shell to the page --------------------------------------------------------

/// Hand these bytes to the person as a file. Answered by `FileSaved` with the same request.
struct GiveFile {
    std::uint64_t request = 0;
    std::string name;
    std::string mime;
    std::string bytes;
};
/// Close the open workbook and open that folder, made if missing. `take`: also when another window
/// has it.
struct OpenFolder {
    std::string id;
    bool take = false;
};
struct DeleteFolder {
    std::string id;
};
struct NameFolder {
    std::string id;
    std::string title;
};
struct FetchSample {
    std::string name;
};
struct Reload {};
/// Whether this workbook, which is only in memory, has changes that are in no file.
struct TellUnsaved {
    std::string id;
    bool unsaved = false;
};

using PageOrder =
    std::variant<GiveFile, OpenFolder, DeleteFolder, NameFolder, FetchSample, Reload, TellUnsaved>;

// ---- News: from the page to the shell
// ------------------------------------------------------------

struct FileArrived {
    std::string name;
    std::string bytes;
    std::uint64_t size = 0;  // the file's own; one that was not read has it and no bytes
};
struct SampleArrived {
    std::string name;
    std::string bytes;  // empty: it could not be had
};
/// What became of a file that was to be saved. `Downloading`: the browser has it, and does not say
/// whether the person lets it finish. `Declined`: the person closed the picker.
enum class Handed { Written, Downloading, Declined, Failed };

struct FileSaved {
    std::uint64_t request = 0;
    Handed how = Handed::Failed;
    std::string error;
};
/// What became of a button that copies.
struct TextCopied {
    bool ok = false;
    std::string text;
};
/// The rows that were offered were copied; none: the one cell.
struct RowsCopied {
    int rows = 0;
};
/// Cells of another program, pasted into the table or a form.
struct BlockPasted {
    std::vector<std::vector<std::string>> rows;
    std::string node;  // id of the control that had the focus
    std::string text;  // the same as plain text
};
struct AddressChanged {
    std::string address;
};
/// The workbook that was to be deleted is open in another window, and was kept.
struct WorkbookKept {
    std::string id;
};
using PageNews = std::variant<FileArrived, SampleArrived, FileSaved, TextCopied, RowsCopied,
                              BlockPasted, AddressChanged, WorkbookKept>;

}  // namespace ui
