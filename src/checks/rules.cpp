#include "checks/rules.hpp"

#include <array>

namespace checks {
namespace {

// The level follows domain.md §2.10: what contradicts or breaks the form's own demand is an error,
// what is left out is a warning, what a person may want to know is info.
constexpr std::array Table{
    Rule{"D01", Level::Info, Scope::Always, Needs::Report, rows_not_entered},
    Rule{"D02", Level::Error, Scope::Always, Needs::Report, state_without_result},
    Rule{"D03", Level::Error, Scope::Always, Needs::Report, required_missing},
    Rule{"D04", Level::Warning, Scope::Always, Needs::Report, handed_over_to_nobody},
    Rule{"C14", Level::Error, Scope::ByForm, Needs::Report, issued_without_number},
    Rule{"C14", Level::Error, Scope::ByForm, Needs::AsOf, issued_in_the_future},
    Rule{"C23", Level::Warning, Scope::ByForm, Needs::Report, only_dash},
    Rule{"C24", Level::Info, Scope::ByForm, Needs::Report, shared_entry},
    Rule{"F07", Level::Error, Scope::Always, Needs::Report, unknown_row},
    Rule{"F08", Level::Error, Scope::Always, Needs::Report, row_twice},
    Rule{"F09", Level::Warning, Scope::Always, Needs::Report, unknown_field},
    Rule{"F10", Level::Warning, Scope::Always, Needs::Report, unknown_part},
    Rule{"F11", Level::Warning, Scope::Always, Needs::Report, unknown_word},
    Rule{"F12", Level::Warning, Scope::Always, Needs::Report, amount_not_digits},
    Rule{"F13", Level::Info, Scope::Always, Needs::Report, unknown_unit},
};

}  // namespace

std::span<const Rule> rules() {
    return Table;
}

}  // namespace checks
