// Walks over the bytes of a JSON text once, strictly by RFC 8259, without recursion and without
// making values, and finds the outline or the first flaw. Inside this module only; others call
// scan().
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "json/parse.hpp"

namespace json {

enum class Wrong : std::uint8_t {
    Nothing,
    Empty,
    Syntax,
    Truncated,
    Encoding,
    NulText,
    Depth,
    Values,
    StringLength,
    NumberLength,
    NumberSize,
    KeyLength,
    DuplicateKey,
};

struct Flaw {
    Wrong what = Wrong::Nothing;
    std::size_t at = 0;  // byte of the file

    explicit operator bool() const { return what != Wrong::Nothing; }
};

/// What becomes of a flaw within an element of a list of the root.
enum class Tolerance : std::uint8_t { None, PassOverElement };

class Scanner {
public:
    /// `bytes` is the whole file, `range` what to walk over.
    Scanner(std::string_view bytes, Range range, const Limits& limits, Tolerance tolerance);

    /// The flaw that refuses the whole, if there is one.
    Flaw run();
    /// After run().
    const Outline& outline() const { return outline_; }

    /// Lets run() stop at the key of that number (from 1, in the order of the text) and call it a
    /// duplicate: a parser that only counts keys finds the place of one this way.
    void stop_at_key(std::size_t number) { wanted_key_ = number; }

private:
    enum class Expect : std::uint8_t {
        Item,
        ItemOrEnd,
        Name,
        NameOrEnd,
        Colon,
        CommaOrEnd,
        Nothing
    };

    unsigned char at(std::size_t place) const { return static_cast<unsigned char>(bytes_[place]); }
    bool ended() const { return place_ >= end_; }
    Flaw wrong(Wrong what) const { return {what, place_}; }
    Flaw syntax() const;
    void skip_space();

    Flaw step();
    Flaw value();
    Flaw key();
    Flaw open(char bracket);
    Flaw close();
    Flaw literal(std::string_view word);
    Flaw number();
    Flaw digits();
    Flaw string();
    Flaw escape(std::size_t& saved);
    Flaw unicode_escape(std::size_t& saved);
    /// The number that four hexadecimal digits make, or -1.
    int hex4(std::size_t place) const;

    void begin_value();
    void end_value();
    bool within_element() const;
    /// Goes on to the end of the broken element by brackets and strings alone.
    Flaw pass_over_element(Flaw first);
    void pass_over_string();

    std::string_view bytes_;
    std::size_t place_;
    std::size_t end_;
    const Limits& limits_;
    Tolerance tolerance_;
    Expect expect_ = Expect::Item;
    std::string brackets_;  // the open ones
    bool in_string_ = false;
    std::size_t values_ = 0;
    std::size_t keys_ = 0;
    std::size_t wanted_key_ = 0;
    std::set<std::string, std::less<>> root_keys_;
    Outline outline_;
};

/// The refusal for a flaw, with line and column.
base::Refusal refusal_of(const Flaw& flaw, std::string_view bytes, const Limits& limits);

}  // namespace json
