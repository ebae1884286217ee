// Nhập báo cáo mô hình: one report, as a form of one model or as a table of all. Reads the report
// when the workbook moved, and puts list, form, table and context side by side as there is room.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "app/files.hpp"
#include "base/cached.hpp"
#include "ui/entry_cards.hpp"
#include "ui/entry_context.hpp"
#include "ui/entry_form.hpp"
#include "ui/entry_grid.hpp"
#include "ui/entry_list.hpp"
#include "ui/entry_sheet.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/paste_dialog.hpp"
#include "ui/share_dialog.hpp"
#include "ui/typing.hpp"

namespace ui {

class EntryScreen {
public:
    void draw(const Frame& frame, Rect area, const EntryPlace& place);

    /// A block was pasted into the table or the form that was drawn last: shows what it would
    /// change.
    void paste(BlockPasted pasted);

    /// F8 led on: what it said before, that nothing is missing, holds no more.
    bool take_found() { return std::exchange(found_, false); }
    /// What is to be said of a key that found nothing to do, once.
    std::optional<i18n::Message> take_news() { return std::exchange(news_, std::nullopt); }

    /// In frames that draw another screen: sends what was typed and is not sent yet, and forgets
    /// what was pasted.
    void rest(const Frame& frame);

    /// The report as it is now, read again only when the workbook moved; nothing when it is not
    /// here. Also for the header and the address.
    const Sheet* read(const Frame& frame, const model::ReportId& report);
    /// How the report stands to its last file.
    const app::FileState& file(const Frame& frame, const model::ReportId& report);

private:
    struct Read {
        std::int64_t revision = 0;
        model::ReportId report;
        bool operator==(const Read&) const = default;
    };

    Rect draw_bar(const Frame& frame, Rect area, const EntryPlace& place);
    void draw_progress(const Frame& frame, Line& line, bool beside_filter);
    void draw_table(const Frame& frame, Rect area, const EntryPlace& place);
    void draw_form(const Frame& frame, Rect area, const EntryPlace& place);
    void forget_questions();
    void follow_turn(const Frame& frame, const EntryPlace& place);
    void take_keys(const Frame& frame, const EntryPlace& place);
    void go_to_missing(const Frame& frame, const EntryPlace& place, int step);
    void say_nothing_arose(const Frame& frame, const model::RowId& row) const;
    void draw_gone(const Frame& frame, Rect area);
    const RowFacts& facts(const Frame& frame, const model::RowId& row);

    base::Cached<Read, app::FileState> file_;
    base::Cached<std::pair<Read, model::RowId>, RowFacts> facts_;
    std::optional<Read> read_;
    std::optional<Sheet> sheet_;
    RowFilter filter_;
    RowMenu menu_;
    EntryList list_;
    EntryForm form_;
    EntryGrid grid_;
    std::optional<EntryPlace> drawn_;  // last, and no other screen since
    EntryPlace table_place_;           // the place the table was last told
    EntryCards cards_;
    ShareDialog share_;
    PasteDialog paste_;
    Typing typing_;
    std::optional<i18n::Message> news_;
    bool found_ = false;
};

}  // namespace ui
