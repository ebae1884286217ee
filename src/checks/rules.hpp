// The table of rules. A rule is a pure function from a report to findings; to add one: the function
// in the file of its area, a line in the table, its sentences in data/strings, a test.
//   C…  the checks of the domain study    D…  completeness    F…  what a file and a form agree on
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/clock.hpp"
#include "catalog/library.hpp"
#include "checks/finding.hpp"
#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/report.hpp"

namespace checks {

/// What a rule looks at.
struct Subject {
    const model::Report& report;
    const model::Form& form;
    const model::Catalogue& catalogue;
    const catalog::Library& library;
    std::optional<base::Day> as_of;
};

/// What must be there for a rule to say anything: `AsOf` needs the day on which it is asked.
enum class Needs { Report, AsOf };

/// `ByForm` rules run where the form lists them; the others hold for every form.
enum class Scope { Always, ByForm };

/// A rule fills in places and reasons; id, level and report are filled in from the table.
struct Rule {
    std::string_view id;
    Level level;
    Scope scope;
    Needs needs;
    Findings (*find)(const Subject&);
};

std::span<const Rule> rules();

// completeness.cpp: what is missing.
Findings rows_not_entered(const Subject& subject);
Findings only_dash(const Subject& subject);
Findings state_without_result(const Subject& subject);
Findings required_missing(const Subject& subject);
Findings handed_over_to_nobody(const Subject& subject);
Findings shared_entry(const Subject& subject);

// cover.cpp: the document the report goes with.
Findings issued_without_number(const Subject& subject);
Findings issued_in_the_future(const Subject& subject);

// form_rules.cpp: rows, fields and words that the form does not have.
Findings unknown_row(const Subject& subject);
Findings row_twice(const Subject& subject);
Findings unknown_field(const Subject& subject);
Findings unknown_part(const Subject& subject);
Findings unknown_word(const Subject& subject);
Findings amount_not_digits(const Subject& subject);
Findings unknown_unit(const Subject& subject);

}  // namespace checks
