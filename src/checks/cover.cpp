// The covering document. Number and day are given by văn thư, so that a blank one is normal before
// "đã ban hành" (domain.md §8.1 "Number and date of issue").

#include "base/clock.hpp"
#include "checks/rows.hpp"
#include "checks/rules.hpp"

namespace checks {

using i18n::S;

Findings issued_without_number(const Subject& subject) {
    if (subject.report.state < model::ReportState::Issued) return {};
    const auto& cover = subject.report.cover;
    Findings found;
    if (cover.number.empty()) found.push_back(at({}, {S::CheckNoNumber, {}}));
    if (cover.symbol.empty()) found.push_back(at({}, {S::CheckNoSymbol, {}}));
    if (!cover.date) found.push_back(at({}, {S::CheckNoDate, {}}));
    return found;
}

Findings issued_in_the_future(const Subject& subject) {
    const auto& date = subject.report.cover.date;
    if (!date || *date <= *subject.as_of) return {};
    return {at({}, {S::CheckFutureDate, {base::vn_date(*date), base::vn_date(*subject.as_of)}})};
}

}  // namespace checks
