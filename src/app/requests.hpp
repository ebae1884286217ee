// What a screen asks of the outside: things that need the page (files, clipboard, another workbook)
// or a decision of the shell (go to another screen). The shell answers them after the frame.
#pragma once

#include <string>
#include <variant>

#include "model/id.hpp"

namespace app {

/// Save the report as a file to send; makes its version first when the content is new.
struct SaveReportFile {
    model::ReportId report;
};
/// Save the whole workbook as NAME.so06.
struct SaveWorkbookFile {};
/// The person has looked: the files the browser was downloading are there.
struct FilesSeen {};
struct OpenSample {
    std::string name;
};
/// Start the throw-away workbook anew from the sample.
struct ResetSample {
    std::string name;
};
struct OpenWorkbook {
    std::string id;
    bool take = false;  // also from another window that has it open
};
/// A new title for the open one.
struct RenameWorkbook {
    std::string title;
};
struct NewWorkbook {
    std::string title;
};
struct DeleteWorkbook {
    std::string id;
};
/// Load the program anew; what was changed is on the disk.
struct ReloadPage {};
struct Undo {};
struct Redo {};
/// Where to go; an empty report means the start page.
struct Go {
    model::ReportId report;
    model::RowId row;  // empty: the grid
    bool grid = false;
};
struct ChooseLanguage {
    std::string lang;  // "vi" or "en"
};
struct ChooseTheme {
    std::string theme;  // "auto", "light", "dark"
};
/// Larger text by so many sizes; smaller where negative.
struct ChangeTextSize {
    int steps = 0;
};

using Request = std::variant<SaveReportFile, SaveWorkbookFile, FilesSeen, OpenSample, ResetSample,
                             OpenWorkbook, RenameWorkbook, NewWorkbook, DeleteWorkbook, ReloadPage,
                             Undo, Redo, Go, ChooseLanguage, ChooseTheme, ChangeTextSize>;

}  // namespace app
