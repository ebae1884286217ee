// What the readers of data/ share: days, validity, ids that come twice, words of closed lists. Each
// takes a json::Reader, notes what is wrong at its place and goes on, so that one run finds all.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "json/reader.hpp"
#include "model/unit.hpp"

namespace catalog {

/// A text that must be there and must not be empty.
std::string words(const json::Reader& from, std::string_view key);

/// A label for file names: ASCII letters, digits and hyphens. `fallback` "" allows its absence.
std::string label(const json::Reader& from, std::string_view key);
std::string label(const json::Reader& from, std::string_view key, std::string_view fallback);

/// "YYYY-MM-DD" of a day that exists; nothing when absent.
std::optional<base::Day> optional_day(const json::Reader& from, std::string_view key);
base::Day day(const json::Reader& from, std::string_view key);

/// The members "from" and "to", both optional, in their order.
model::Validity validity(const json::Reader& from);

/// Notes `word` at `key` when it is not one of `allowed`.
void expect_one_of(const json::Reader& from, std::string_view key, std::string_view word,
                   std::initializer_list<std::string_view> allowed);

/// Ids of one kind; an id that comes twice is noted at its second place.
class Unique {
public:
    void add(const json::Reader& from, std::string_view key, const std::string& id);

private:
    std::set<std::string> seen_;
};

}  // namespace catalog
