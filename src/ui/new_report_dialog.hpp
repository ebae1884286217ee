// Asks the least a new report needs: of which unit, in which form, for which month. The unit is one
// of the lists or a name of one's own; the days of the period are not asked, because only a request
// or a document states them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/cached.hpp"
#include "ui/flow.hpp"
#include "ui/frame.hpp"
#include "ui/unit_search.hpp"

namespace ui {

class NewReportDialog {
public:
    /// Opens with the month before today's: the one that is reported on.
    void open(const Frame& frame);
    bool is_open() const { return open_; }

    /// Sends CreateReport when it is agreed to and answers its key, so that it can be shown; the
    /// key of a report that is here already is answered without sending.
    std::optional<model::ReportKey> draw(const Frame& frame);

private:
    void draw_unit(const Frame& frame, Column& column);
    void draw_found(const Frame& frame, Rect area);
    void draw_tree(const Frame& frame, Rect area);
    void fill(Surface& surface, float room);
    void draw_form(const Frame& frame, Column& column);
    void draw_period(const Frame& frame, Column& column);
    std::string unit_name() const;
    model::ReportKey key() const;
    model::ReportKey agree(const Frame& frame, bool is_here);

    bool open_ = false;
    std::string words_;
    std::optional<FoundUnit> unit_;
    model::FormId form_;
    int month_ = 1;
    int year_ = 2025;
    base::Cached<std::string, std::vector<FoundUnit>> found_;
    base::Cached<std::set<std::string>, std::vector<UnitLine>> tree_;
    std::set<std::string> opened_;  // units whose line in the tree is open
    std::string at_;                // the unit in it that has or had the focus
    float listed_height_ = 0;       // of the tree or the units found
};

/// The month as a period: "2025-07", "tháng 7/2025"; its days are not known from its name.
model::Period month_period(int year, int month);

}  // namespace ui
