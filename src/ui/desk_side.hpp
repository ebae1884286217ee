// The side of the desk: opening files, where the data is safe, the workbooks on this machine, the
// sample. Sections of one column, so that on a phone they stand below the reports.
#pragma once

#include <string>

#include "ui/desk_view.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/person_dialog.hpp"

namespace ui {

/// The sample report that ships with the page; a name of data/samples/.
inline constexpr const char* SampleReport = "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json";

class DeskSide {
public:
    void draw(const Frame& frame, Column& column, const DeskView& view);
    /// What lies above everything: the question before a workbook is deleted.
    void draw_dialogs(const Frame& frame);

private:
    void draw_safety(const Frame& frame, Column& column, const DeskView& view);
    void draw_person(const Frame& frame, Column& column);
    void draw_workbooks(const Frame& frame, Column& column);
    void draw_name(const Frame& frame, Rect line);
    void draw_other(const Frame& frame, Rect line, const WorkbookName& other);

    WorkbookName to_delete_;
    PersonDialog person_;
    std::string name_;  // typed for the open workbook
};

/// The button that lets a person choose files; the page opens the picker inside the gesture.
void open_button(const Frame& frame, std::string_view id, Rect rect, bool primary);
float open_button_width(const Frame& frame);

}  // namespace ui
