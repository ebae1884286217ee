#include "json/parse.hpp"

#include <string>
#include <utility>

#include "json/builder.hpp"
#include "json/scanner.hpp"

namespace json {

namespace {

// Where the number begins whose last character has just been read.
std::size_t number_begin(std::string_view bytes, std::size_t end) {
    constexpr std::string_view Characters = "0123456789+-.eE";
    while (end > 0 && Characters.find(bytes[end - 1]) != Characters.npos) --end;
    return end;
}

// The events carry no places, so the place of what was refused is found by reading once more.
base::Refusal why_refused(std::string_view whole, Range range, const Limits& limits,
                          const Builder& builder) {
    Scanner scanner(whole, range, limits, Tolerance::None);
    scanner.stop_at_key(builder.duplicate_key());
    if (const Flaw flaw = scanner.run()) return refusal_of(flaw, whole, limits);
    if (builder.overflow_at() == 0) return refusal_of({Wrong::Syntax, range.begin}, whole, limits);
    const std::size_t place = number_begin(whole, range.begin + builder.overflow_at());
    return refusal_of({Wrong::NumberSize, place}, whole, limits);
}

}  // namespace

base::Result<Value> parse(std::string_view whole, Range range, const Limits& limits) {
    const std::string_view bytes = whole.substr(range.begin, range.end - range.begin);
    Builder builder(limits);
    // nlohmann passes over a byte order mark, which no value within a file begins with.
    const bool marked = bytes.starts_with('\xEF');
    if (!marked && Value::sax_parse(bytes.begin(), bytes.end(), &builder))
        return std::move(builder.root());
    return why_refused(whole, range, limits, builder);
}

base::Result<Value> parse(std::string_view whole, const Limits& limits) {
    auto outline = scan(whole, limits);
    if (!outline) return outline.error();
    return parse(whole, outline->root, limits);
}

}  // namespace json
