#include <algorithm>
#include <cstddef>
#include <string>

#include "json/parse.hpp"
#include "json/scanner.hpp"

namespace json {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
};

// Lines end with LF, CR or CRLF; columns are code points. A byte order mark is not seen by people.
Position position_of(std::string_view bytes, std::size_t place) {
    Position position;
    std::string_view before = bytes.substr(0, place);
    if (before.starts_with(ByteOrderMark)) before.remove_prefix(ByteOrderMark.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto byte = static_cast<unsigned char>(before[i]);
        const bool first_of_two = byte == '\r' && i + 1 < before.size() && before[i + 1] == '\n';
        if ((byte == '\n' || byte == '\r') && !first_of_two) {
            ++position.line;
            position.column = 1;
        } else if ((byte & 0xC0) != 0x80 && !first_of_two) {
            ++position.column;
        }
    }
    return position;
}

std::string megabytes(std::size_t bytes) {
    return std::to_string((bytes + (1u << 20) - 1) >> 20);
}

// The key that is quoted at the front of `rest`, as it is written there.
std::string key_text(std::string_view rest) {
    std::size_t end = 1;
    while (end < rest.size() && rest[end] != '"') end += rest[end] == '\\' ? 2 : 1;
    return std::string(rest.substr(1, std::min(end, rest.size()) - 1));
}

bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    return bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

}  // namespace

base::Refusal refusal_of(const Flaw& flaw, std::string_view bytes, const Limits& limits) {
    using i18n::S;
    const Position position = position_of(bytes, flaw.at);
    const std::string line = std::to_string(position.line);
    const std::string column = std::to_string(position.column);
    switch (flaw.what) {
        case Wrong::Empty:
            return {{S::FileEmpty, {}}};
        case Wrong::Truncated:
            return {{S::FileTruncated, {line, column}}};
        case Wrong::Encoding:
            return {{S::FileNotUtf8, {line, column}}};
        case Wrong::NulText:
            return {{S::FileNulText, {line, column}}};
        case Wrong::Depth:
            return {{S::FileTooDeep, {std::to_string(limits.depth), line, column}}};
        case Wrong::Values:
            return {{S::FileTooManyValues, {std::to_string(limits.values)}}};
        case Wrong::StringLength:
            return {{S::FileStringTooLong, {line, column, megabytes(limits.string_bytes)}}};
        case Wrong::NumberLength:
            return {
                {S::FileNumberTooLong, {line, column, std::to_string(limits.number_characters)}}};
        case Wrong::NumberSize:
            return {{S::FileNumberTooLarge, {line, column}}};
        case Wrong::KeyLength:
            return {{S::FileKeyTooLong, {line, column, std::to_string(limits.key_characters)}}};
        case Wrong::DuplicateKey:
            return {{S::FileDuplicateKey, {key_text(bytes.substr(flaw.at)), line, column}}};
        case Wrong::Syntax:
        case Wrong::Nothing:
            break;
    }
    return {{S::FileSyntax, {line, column}}};
}

const Member* Outline::find(std::string_view key) const {
    const auto found = std::ranges::find(members, key, &Member::key);
    return found == members.end() ? nullptr : &*found;
}

base::Result<Outline> scan(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.bytes) {
        return base::Refusal{
            {i18n::S::FileTooLarge, {megabytes(bytes.size()), megabytes(limits.bytes)}}};
    }
    if (is_utf16(bytes)) return base::Refusal{{i18n::S::FileUtf16, {}}};
    const std::size_t begin = bytes.starts_with(ByteOrderMark) ? ByteOrderMark.size() : 0;
    Scanner scanner(bytes, {begin, bytes.size()}, limits, Tolerance::PassOverElement);
    if (const Flaw flaw = scanner.run()) return refusal_of(flaw, bytes, limits);
    return scanner.outline();
}

}  // namespace json
