// A finding (điều cần xem): one doubtful place of a report, with its reason. Data, not an error:
// the person decides. Every place is an id; numbers stand only in the sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/message.hpp"
#include "model/id.hpp"
#include "model/report.hpp"

namespace checks {

/// lỗi, cảnh báo, sửa được, gợi ý, cần xác nhận, không được gửi (design.md §6).
enum class Level { Error, Warning, Fix, Info, Ask, Block };

/// The word in the machine form: "error", "warning" …
std::string_view word(Level level);
/// What people read: "Lỗi", "Cảnh báo" …
i18n::S title_of(Level level);

/// The one right answer, where there is one: `text` in place of [start, end) of the value.
struct Repair {
    std::string text;
    bool operator==(const Repair&) const = default;
};

struct Finding {
    std::string id;  // of the rule: "C23"
    Level level = Level::Info;
    model::ReportKey report;
    model::RowId row;       // empty: about the report
    model::FieldId field;   // empty: about the row
    std::string part;       // empty: about the cell
    std::size_t start = 0;  // code points of the part's NFC text, end exclusive; 0, 0: all of it
    std::size_t end = 0;
    i18n::Message reason;
    std::optional<Repair> repair;
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// How many findings have that level.
std::size_t count(const Findings& findings, Level level);

}  // namespace checks
