#include "model/report.hpp"

#include <doctest/doctest.h>

namespace {

// The printed block of models 38–41 and one row beside it.
model::Report report() {
    model::Report made;
    model::Entry shared{{{"mh-38"}, {"mh-39"}, {"mh-40"}, {"mh-41"}}, {}};
    shared.cells[{"cost"}].set("text", "Kinh phí được cấp trong năm 2025 là 1 tỷ đồng");
    made.entries = {{{{"mh-26"}}, {}}, shared};
    return made;
}

}  // namespace

TEST_CASE("every row of a shared entry finds the same entry") {
    const auto made = report();
    const auto* lead = made.entry({"mh-38"});
    REQUIRE(lead);
    CHECK(lead == made.entry({"mh-41"}));
    CHECK(lead != made.entry({"mh-26"}));
    CHECK(made.entry({"mh-42"}) == nullptr);
}

TEST_CASE("a field nobody filled in is a blank cell") {
    const auto made = report();
    CHECK(made.entry({"mh-39"})->cell({"cost"}).part("text") ==
          "Kinh phí được cấp trong năm 2025 là 1 tỷ đồng");
    CHECK(made.entry({"mh-39"})->cell({"result"}).blank());
}

TEST_CASE("states and kinds of period read back from their words") {
    using model::PeriodKind;
    using model::ReportState;
    for (const auto state :
         {ReportState::Draft, ReportState::Submitted, ReportState::Issued, ReportState::Sent,
          ReportState::Received, ReportState::Returned, ReportState::Consolidated})
        CHECK(model::report_state_from_word(word(state)) == state);
    for (const auto kind : {PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter,
                            PeriodKind::HalfYear, PeriodKind::Year, PeriodKind::Once})
        CHECK(model::period_kind_from_word(word(kind)) == kind);
    CHECK_FALSE(model::report_state_from_word("accepted").has_value());
}
