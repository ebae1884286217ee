// What the shell asks of the page and what the page tells it, as values. The platform turns them
// into messages and back; the shell knows neither JSON nor JavaScript. Drawing, semantic nodes and
// text editing are the surface's business and not here.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace ui {

/// The throw-away workbook (sổ mẫu) has a folder of its own.
inline constexpr const char* SampleWorkbook = "so-mau";

/// Where the open workbook lives. `Memory`: the browser keeps nothing, so it must be saved as a file.
enum class Storage { Opening, Device, Memory };

struct WorkbookName {
    std::string id;
    std::string title;
    bool operator==(const WorkbookName&) const = default;
};

/// What stands around the open workbook; a screen reads it beside the workbook itself.
struct Situation {
    Storage storage = Storage::Opening;
    std::string storage_reason;  // why it is memory, in the page's words; may be empty
    WorkbookName workbook;
    std::vector<WorkbookName> others;  // the workbooks on this machine, the open one left out
    std::string page;                  // address of the page, "" when it is a file

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
struct CopyToClipboard {
    std::string text;
};
struct ShowTitle {
    std::string text;
};
struct ShowLanguage {
    std::string lang;
};
/// The address after '#'; `Replaces` leaves no step in the browser's history.
struct ShowAddress {
    std::string address;
};
/// "auto", "light" or "dark", kept by the page so that the next start has it at once.
struct ShowTheme {
    std::string theme;
};
/// Close the open workbook and open that folder, made if missing; a blank id makes a new one.
struct OpenFolder {
    std::string id;
    std::string title;
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
/// Let the person choose files, as Ctrl+O does; the gesture of a button does it without asking.
struct ChooseFiles {};
struct Say {
    std::string text;
    bool assertive = false;
};
struct Reload {};

using PageOrder = std::variant<GiveFile, CopyToClipboard, ShowTitle, ShowLanguage, ShowAddress, ShowTheme,
                               OpenFolder, DeleteFolder, NameFolder, FetchSample, ChooseFiles, Say, Reload>;

// ---- News: from the page to the shell ------------------------------------------------------------

struct FileArrived {
    std::string name;
    std::string bytes;
    bool last = true;  // of the files chosen or dropped together
};
struct SampleArrived {
    std::string name;
    std::string bytes;  // empty: it could not be had
};
struct FileSaved {
    std::uint64_t request = 0;
    bool ok = false;
    std::string error;
};
struct AddressChanged {
    std::string address;
};
/// The list of workbooks after one was made, named or deleted.
struct FoldersChanged {
    std::vector<WorkbookName> others;
    bool ok = true;
    std::string error;
};

using PageNews = std::variant<FileArrived, SampleArrived, FileSaved, AddressChanged, FoldersChanged>;

}  // namespace ui
