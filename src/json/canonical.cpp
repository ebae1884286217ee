#include "json/canonical.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "json/writer.hpp"

namespace json {

namespace {

// The order of UTF-16 code units, seen in UTF-8. The bytes are in the order of code points, which
// is another one in a single case: U+E000 to U+FFFF (lead bytes EE and EF) come after the surrogate
// pairs of everything above (lead bytes F0 to F4).
bool before_in_utf16(std::string_view a, std::string_view b) {
    const auto [first, second] = std::ranges::mismatch(a, b);
    if (first == a.end() || second == b.end()) return first == a.end() && second != b.end();
    const auto x = static_cast<unsigned char>(*first);
    const auto y = static_cast<unsigned char>(*second);
    const bool one_is_pair = (x >= 0xF0) != (y >= 0xF0);
    return one_is_pair && std::min(x, y) >= 0xEE ? x > y : x < y;
}

void write(std::string& out, const Value& value);

void write_object(std::string& out, const Value& value) {
    using Member = Value::object_t::value_type;
    std::vector<const Member*> members;
    for (const Member& member : value.get_ref<const Value::object_t&>()) members.push_back(&member);
    std::ranges::sort(members, before_in_utf16,
                      [](const Member* member) -> std::string_view { return member->first; });
    out += '{';
    for (const Member* member : members) {
        if (member != members.front()) out += ',';
        write_text(out, member->first);
        out += ':';
        write(out, member->second);
    }
    out += '}';
}

void write(std::string& out, const Value& value) {
    if (value.is_object()) {
        write_object(out, value);
    } else if (value.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out += ',';
            write(out, value[i]);
        }
        out += ']';
    } else {
        write_scalar(out, value);
    }
}

}  // namespace

std::string canonical(const Value& value) {
    std::string out;
    write(out, value);
    return out;
}

}  // namespace json
