#include "model/report.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace model {
namespace {

constexpr std::array<std::pair<PeriodKind, std::string_view>, 6> PeriodKindWords{{
    {PeriodKind::Week, "week"},
    {PeriodKind::Month, "month"},
    {PeriodKind::Quarter, "quarter"},
    {PeriodKind::HalfYear, "half_year"},
    {PeriodKind::Year, "year"},
    {PeriodKind::Once, "once"},
}};

constexpr std::array<std::pair<ReportState, std::string_view>, 7> ReportStateWords{{
    {ReportState::Draft, "draft"},
    {ReportState::Submitted, "submitted"},
    {ReportState::Issued, "issued"},
    {ReportState::Sent, "sent"},
    {ReportState::Received, "received"},
    {ReportState::Returned, "returned"},
    {ReportState::Consolidated, "consolidated"},
}};

}  // namespace

std::string_view word(PeriodKind kind) {
    return std::find_if(PeriodKindWords.begin(), PeriodKindWords.end(),
                        [&](const auto& w) { return w.first == kind; })
        ->second;
}

std::string_view word(ReportState state) {
    return std::find_if(ReportStateWords.begin(), ReportStateWords.end(),
                        [&](const auto& w) { return w.first == state; })
        ->second;
}

std::optional<PeriodKind> period_kind_from_word(std::string_view word) {
    for (const auto& [kind, text] : PeriodKindWords)
        if (text == word) return kind;
    return std::nullopt;
}

std::optional<ReportState> report_state_from_word(std::string_view word) {
    for (const auto& [state, text] : ReportStateWords)
        if (text == word) return state;
    return std::nullopt;
}

const Cell& Entry::cell(const FieldId& field) const {
    static const Cell Blank;
    const auto found = cells.find(field);
    return found != cells.end() ? found->second : Blank;
}

const Entry* Report::entry(const RowId& row) const {
    const auto speaks = [&](const Entry& e) {
        return std::find(e.rows.begin(), e.rows.end(), row) != e.rows.end();
    };
    const auto found = std::find_if(entries.begin(), entries.end(), speaks);
    return found != entries.end() ? &*found : nullptr;
}

}  // namespace model
