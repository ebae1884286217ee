// Takes typed things out of a parsed value, notes what is wrong with its place and goes on with an
// empty one, so that one reading finds everything:
//
//   Problems problems;
//   const Reader top(value, "", problems);
//   top.each("reports", [&](const Reader& report) { report.object("key").text("unit"); });
//
// Unknown members are no problem. Texts come out as they are in the file, not normalised.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/message.hpp"
#include "json/value.hpp"

namespace json {

/// Something wrong in a file: `place` is a path such as "reports[0].entries[3].cells.result.text".
struct Problem {
    std::string place;
    i18n::Message what;

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// Looks at `value` and writes into `problems`, both of which must outlive it.
class Reader {
public:
    Reader(const Value& value, std::string place, Problems& problems);

    /// Whether the member is there and not null; null means absent everywhere here.
    bool has(std::string_view key) const;

    /// A member that must be there; noted and "" (0, false, nothing) when absent or of another
    /// type.
    std::string text(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    bool flag(std::string_view key) const;
    /// A member that may be absent; another type is noted.
    std::string text(std::string_view key, std::string_view fallback) const;
    std::int64_t integer(std::string_view key, std::int64_t fallback) const;
    bool flag(std::string_view key, bool fallback) const;
    std::optional<std::string> optional_text(std::string_view key) const;
    std::optional<std::int64_t> optional_integer(std::string_view key) const;

    /// A member that is an object; absent or of another type: noted, and a reader of an empty
    /// object.
    Reader object(std::string_view key) const;
    /// Nothing when absent; another type is noted and is nothing.
    std::optional<Reader> optional_object(std::string_view key) const;

    using Visit = std::function<void(const Reader&)>;
    /// Calls `visit` for each element of a list that must be there.
    void each(std::string_view key, const Visit& visit) const;
    /// The same for a list that may be absent.
    void optional_each(std::string_view key, const Visit& visit) const;
    /// The texts of a list of texts that must be there; other elements are noted and left out.
    std::vector<std::string> texts(std::string_view key) const;
    std::vector<std::string> optional_texts(std::string_view key) const;

    /// Calls `visit` for each element of this value when it is a list.
    void each_element(const Visit& visit) const;
    /// Calls `visit` for each member of this object in the file's order.
    void each_member(const std::function<void(const std::string& key, const Reader&)>& visit) const;
    /// The names of this object's members in the file's order; none when it is no object.
    std::vector<std::string> keys() const;

    bool is_text() const { return value_->is_string(); }
    bool is_object() const { return value_->is_object(); }
    bool is_list() const { return value_->is_array(); }
    /// This value itself as a text; noted and "" when it is none.
    std::string own_text() const;

    /// Notes something at this place, or at a member of it.
    void note(i18n::Message what) const;
    void note(std::string_view key, i18n::Message what) const;

    const std::string& place() const { return place_; }
    const Value& value() const { return *value_; }

private:
    const Value* member(std::string_view key) const;
    /// The member, noted when it is absent.
    const Value* required(std::string_view key) const;
    std::string place_of(std::string_view key) const;
    std::string text_of(const Value& found, std::string_view key) const;
    std::int64_t integer_of(const Value& found, std::string_view key) const;
    bool flag_of(const Value& found, std::string_view key) const;

    const Value* value_;
    std::string place_;
    Problems* problems_;
};

}  // namespace json
