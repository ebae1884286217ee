// A cell is what one field of one entry holds: parts by name, every part a text (design.md §2
// decision 11: a value keeps its words). The grammar of parts is closed, one line per field type:
//
//   text           text
//   choice         choice
//   audience_text  text (general), people, business, government
//   costs          choice, text, amounts.N.{value,approx,nature,source,year,purpose}   N = 1, 2, …
//   replication    choice, text (the steps)
//   any type       empty, empty_to, empty_when, empty_reason
//
// A cell that is absent, or has no parts, is "chưa nhập". What parts mean is for checks and ui.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// The closed list of field types (design.md §4 "Form").
enum class FieldType { Text, Choice, AudienceText, Costs, Replication };

/// Why a cell says nothing (design.md §4 "Empty"). `NotEntered` is the absent cell and never
/// stored.
enum class Empty { NotEntered, Dash, NotAssigned, NotArising, NotDeployed, HandedOver };

/// Deployment state of a model (design.md §4), in the order of its progress.
enum class Deployment { NotDeployed, Preparing, Pilot, Deploying, Deployed, Stopped, HandedOver };

/// What an amount of money is (domain.md §8.3); sums never mix natures.
enum class MoneyNature { Proposed, Granted, Invested, Disbursed, Saved };

// The words these lists have in files and in the store; `from_word` answers nothing for a stranger.
std::string_view word(FieldType type);
std::string_view word(Empty empty);
std::string_view word(Deployment state);
std::string_view word(MoneyNature nature);
std::optional<FieldType> field_type_from_word(std::string_view word);
std::optional<Empty> empty_from_word(std::string_view word);
std::optional<Deployment> deployment_from_word(std::string_view word);
std::optional<MoneyNature> money_nature_from_word(std::string_view word);

/// Texts by the name of their part.
using Parts = std::map<std::string, std::string>;

struct Cell {
    Parts parts;

    bool operator==(const Cell&) const = default;

    /// The part's text, or an empty view.
    std::string_view part(std::string_view name) const;
    /// Sets a part; an empty text removes it, so that equal cells have equal parts.
    void set(std::string_view name, std::string_view text);
    /// Sets the parts of a change, which says nothing of the others. A cell says something or why
    /// it says nothing, never both: where the two meet, the change is what holds.
    void change(const Parts& change);
    bool blank() const { return parts.empty(); }
    /// `NotEntered` for a blank cell; nothing for one that has content.
    std::optional<Empty> empty() const;
};

/// What has to be set so that `from` becomes `to`; a part that goes away has an empty text.
Parts changes(const Cell& from, const Cell& to);

/// Whether `text` is an amount of whole đồng as cells hold it: one way to write one sum, no sign,
/// no leading zero, at most 18 digits (data/schemas/report.schema.json).
bool amount_allowed(std::string_view text);

/// Whether `part` is one the grammar above allows for `type`.
bool part_allowed(FieldType type, std::string_view part);

}  // namespace model
