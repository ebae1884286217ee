// Any bytes as JSON: nothing crashes or hangs, and what the readers and writers say of each other
// holds.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "json/canonical.hpp"
#include "json/parse.hpp"
#include "json/pretty.hpp"
#include "json/reader.hpp"

namespace {

// Small, so that a small input reaches them.
constexpr json::Limits Limits{.depth = 16,
                              .values = 2000,
                              .string_bytes = 1000,
                              .number_characters = 32,
                              .key_characters = 32};

void read_everything(const json::Reader& reader, int depth) {
    reader.text("text");
    reader.integer("integer");
    reader.flag("flag");
    reader.texts("texts");
    reader.each("list", [&](const json::Reader& element) { read_everything(element, depth + 1); });
    if (depth < 16) {
        reader.each_member([&](const std::string&, const json::Reader& member) {
            read_everything(member, depth + 1);
        });
    }
}

void check_value(const json::Value& value) {
    const std::string pretty = json::pretty(value);
    const auto again = json::parse(pretty);
    base::check(again && json::pretty(*again) == pretty, "what was written is read otherwise");
    base::check(json::canonical(*again) == json::canonical(value),
                "the canonical form is not stable");
    json::Problems problems;
    read_everything(json::Reader(value, "", problems), 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto outline = json::scan(bytes, Limits);
    const auto whole = json::parse(bytes, Limits);
    if (!outline) {
        base::check(!whole, "what the scan refuses is parsed");
        return 0;
    }
    bool all_good = true;
    for (const json::Member& member : outline->members) {
        base::check(member.value.begin < member.value.end && member.value.end <= size,
                    "a range is wrong");
        std::size_t after = member.value.begin;
        for (const json::Range range : member.elements) {
            base::check(
                after < range.begin && range.begin < range.end && range.end < member.value.end,
                "the elements of a list are not one behind the other");
            after = range.end;
            const auto element = json::parse(bytes, range, Limits);
            if (element) check_value(*element);
            all_good = all_good && element.has_value();
        }
    }
    base::check(all_good || !whole, "a file with a broken element is parsed");
    if (whole) {
        check_value(*whole);
        const auto theirs = json::Value::parse(bytes, nullptr, false);
        base::check(!theirs.is_discarded() && theirs == *whole, "nlohmann reads another value");
    }
    return 0;
}
