// Reads other people's JSON in two steps: scan() goes once over the bytes and finds the envelope
// and the elements of its lists (each report is one); parse() reads one such range, a job step
// each. Both are strict RFC 8259 with the limits of design.md §5, and a refusal says line and
// column (code points, from 1). Neither knows what the file is about.
//
//   auto outline = json::scan(bytes);
//   auto report = json::parse(bytes, outline->find("reports")->elements[0]);
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "json/value.hpp"

namespace json {

struct Limits {
    std::size_t bytes = 64u << 20;
    std::size_t depth = 64;
    std::size_t values = 500'000;
    std::size_t string_bytes = 1u << 20;
    std::size_t number_characters = 64;
    std::size_t key_characters = 128;
};

/// Bytes [begin, end) of the file.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Range&) const = default;
};

/// A member of the root object. `elements` are the elements when the value is a list.
struct Member {
    std::string key;
    Range value;
    std::vector<Range> elements;

    bool operator==(const Member&) const = default;
};

struct Outline {
    Range root;  // without byte order mark and white space around
    std::vector<Member> members;

    /// The first member of that name, or nothing.
    const Member* find(std::string_view key) const;
};

/// The outline of the whole file. A byte order mark is passed over. Bad syntax within one element
/// of a list of the root costs only that element: its range is recorded (up to the comma or bracket
/// that ends it) and parse() of it is refused. Everything else refuses the file: bad syntax
/// outside, brackets that do not match, limits, UTF-16, a file that ends too early (FileTruncated).
/// A root that is not an object has an outline without members.
base::Result<Outline> scan(std::string_view bytes, const Limits& limits = {});

/// The value in `range` of `whole`. Refuses bad syntax, duplicate keys, NUL in text, numbers no
/// double can hold; line and column count from the start of `whole`.
base::Result<Value> parse(std::string_view whole, Range range, const Limits& limits = {});

/// The whole document, byte order mark passed over.
base::Result<Value> parse(std::string_view whole, const Limits& limits = {});

}  // namespace json
