#include "json/pretty.hpp"

#include <cstddef>

#include "json/writer.hpp"

namespace json {

namespace {

void write(std::string& out, const Value& value, std::size_t depth) {
    if (!value.is_structured()) {
        write_scalar(out, value);
        return;
    }
    out += value.is_object() ? '{' : '[';
    bool first = true;
    const auto begin_line = [&] {
        if (!first) out += ',';
        first = false;
        out += '\n';
        out.append(depth + 1, ' ');
    };
    if (value.is_object()) {
        for (const auto& [key, member] : value.get_ref<const Value::object_t&>()) {
            begin_line();
            write_text(out, key);
            out += ": ";
            write(out, member, depth + 1);
        }
    } else {
        for (const Value& element : value) {
            begin_line();
            write(out, element, depth + 1);
        }
    }
    if (!first) {
        out += '\n';
        out.append(depth, ' ');
    }
    out += value.is_object() ? '}' : ']';
}

}  // namespace

std::string pretty(const Value& value) {
    std::string out;
    write(out, value, 0);
    return out += '\n';
}

}  // namespace json
