#include "json/scanner.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "json/builder.hpp"

namespace json {

namespace {

bool is_digit(unsigned char byte) {
    return byte >= '0' && byte <= '9';
}

// The text of a key between its quotes, which the scanner has found to be good.
std::string decoded(std::string_view quoted, const Limits& limits) {
    if (quoted.find('\\') == std::string_view::npos)
        return std::string(quoted.substr(1, quoted.size() - 2));
    Builder builder(limits);
    Value::sax_parse(quoted.begin(), quoted.end(), &builder);
    const Value& text = builder.root();
    return text.is_string() ? text.get<std::string>() : std::string();
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

Scanner::Scanner(std::string_view bytes, Range range, const Limits& limits, Tolerance tolerance)
    : bytes_(bytes), place_(range.begin), end_(range.end), limits_(limits), tolerance_(tolerance) {}

Flaw Scanner::run() {
    for (;;) {
        skip_space();
        if (expect_ == Expect::Nothing) return ended() ? Flaw{} : syntax();
        const Flaw first = ended() ? syntax() : step();
        if (!first) continue;
        const bool passable = first.what == Wrong::Syntax || first.what == Wrong::Encoding ||
                              first.what == Wrong::NulText;
        if (tolerance_ == Tolerance::None || !passable || !within_element()) return first;
        if (const Flaw worse = pass_over_element(first)) return worse;
    }
}

// What is missing at the end of the file is another matter than what is wrong in it.
Flaw Scanner::syntax() const {
    if (!ended()) return wrong(Wrong::Syntax);
    if (values_ == 0 && keys_ == 0 && end_ == bytes_.size()) return wrong(Wrong::Empty);
    return wrong(end_ == bytes_.size() ? Wrong::Truncated : Wrong::Syntax);
}

void Scanner::skip_space() {
    while (!ended() &&
           (at(place_) == ' ' || at(place_) == '\n' || at(place_) == '\r' || at(place_) == '\t')) {
        ++place_;
    }
}

Flaw Scanner::step() {
    const unsigned char byte = at(place_);
    switch (expect_) {
        case Expect::ItemOrEnd:
            return byte == ']' ? close() : value();
        case Expect::Item:
            return value();
        case Expect::NameOrEnd:
            return byte == '}' ? close() : key();
        case Expect::Name:
            return key();
        case Expect::Colon:
            if (byte != ':') return syntax();
            ++place_;
            expect_ = Expect::Item;
            return {};
        case Expect::CommaOrEnd:
            if (byte == '}' || byte == ']') return close();
            if (byte != ',') return syntax();
            ++place_;
            expect_ = brackets_.back() == '{' ? Expect::Name : Expect::Item;
            return {};
        case Expect::Nothing:
            break;
    }
    return syntax();
}

Flaw Scanner::value() {
    const unsigned char byte = at(place_);
    if (byte == ',' || byte == ']' || byte == '}' || byte == ':') return syntax();
    if (++values_ > limits_.values) return wrong(Wrong::Values);
    begin_value();
    Flaw flaw;
    switch (byte) {
        case '{':
            return open('{');
        case '[':
            return open('[');
        case '"':
            flaw = string();
            break;
        case 't':
            flaw = literal("true");
            break;
        case 'f':
            flaw = literal("false");
            break;
        case 'n':
            flaw = literal("null");
            break;
        default:
            flaw = number();
    }
    if (flaw) return flaw;
    // "01" and "trueish" are one bad word, not a good one and something behind it.
    constexpr std::string_view Delimiters = " \n\r\t,]}";
    if (byte != '"' && !ended() && Delimiters.find(bytes_[place_]) == Delimiters.npos)
        return syntax();
    end_value();
    return {};
}

Flaw Scanner::key() {
    if (at(place_) != '"') return syntax();
    const std::size_t begin = place_;
    if (++keys_ == wanted_key_) return {Wrong::DuplicateKey, begin};
    if (const Flaw flaw = string()) return flaw;
    expect_ = Expect::Colon;
    const std::string_view quoted = bytes_.substr(begin, place_ - begin);
    const bool maybe_long = quoted.size() - 2 > limits_.key_characters;
    if (maybe_long && characters(decoded(quoted, limits_)) > limits_.key_characters)
        return {Wrong::KeyLength, begin};
    if (brackets_.size() == 1) {
        std::string name = decoded(quoted, limits_);
        if (!root_keys_.insert(name).second) return {Wrong::DuplicateKey, begin};
        outline_.members.push_back({std::move(name), {}, {}});
    }
    return {};
}

Flaw Scanner::open(char bracket) {
    if (brackets_.size() >= limits_.depth) return wrong(Wrong::Depth);
    brackets_ += bracket;
    ++place_;
    expect_ = bracket == '{' ? Expect::NameOrEnd : Expect::ItemOrEnd;
    return {};
}

Flaw Scanner::close() {
    if (brackets_.back() != (at(place_) == '}' ? '{' : '[')) return syntax();
    brackets_.pop_back();
    ++place_;
    end_value();
    return {};
}

Flaw Scanner::literal(std::string_view word) {
    const std::string_view rest = bytes_.substr(place_, std::min(word.size(), end_ - place_));
    if (rest == word) {
        place_ += word.size();
        return {};
    }
    // "tru" at the end of the file is cut off, "trap" is wrong.
    if (word.starts_with(rest) && place_ + rest.size() == bytes_.size()) place_ = end_;
    return syntax();
}

Flaw Scanner::number() {
    const std::size_t begin = place_;
    if (at(place_) == '-') ++place_;
    if (!ended() && at(place_) == '0') {
        ++place_;
    } else if (const Flaw flaw = digits()) {
        return flaw;
    }
    if (!ended() && at(place_) == '.') {
        ++place_;
        if (const Flaw flaw = digits()) return flaw;
    }
    if (!ended() && (at(place_) == 'e' || at(place_) == 'E')) {
        ++place_;
        if (!ended() && (at(place_) == '+' || at(place_) == '-')) ++place_;
        if (const Flaw flaw = digits()) return flaw;
    }
    if (place_ - begin > limits_.number_characters) return {Wrong::NumberLength, begin};
    return {};
}

// One or more.
Flaw Scanner::digits() {
    if (ended() || !is_digit(at(place_))) return syntax();
    while (!ended() && is_digit(at(place_))) ++place_;
    return {};
}

Flaw Scanner::string() {
    const std::size_t begin = place_++;
    std::size_t saved = 0;  // what the escapes take more than the bytes they stand for
    in_string_ = true;      // stays so when a flaw leaves us in the middle
    while (!ended()) {
        const unsigned char byte = at(place_);
        if (byte == '"') {
            in_string_ = false;
            ++place_;
            const bool too_long = place_ - begin - 2 - saved > limits_.string_bytes;
            return too_long ? Flaw{Wrong::StringLength, begin} : Flaw{};
        }
        if (byte < 0x20) return syntax();
        if (byte == '\\') {
            if (const Flaw flaw = escape(saved)) return flaw;
        } else if (byte < 0x80) {
            ++place_;
        } else if (const base::Utf8Step step =
                       base::utf8_step(bytes_.substr(place_, end_ - place_));
                   step.good) {
            place_ += step.length;
        } else {
            const std::string_view rest = bytes_.substr(place_, end_ - place_);
            const bool cut =
                rest.size() < 4 && end_ == bytes_.size() && rest.find('"') == rest.npos;
            return wrong(cut ? Wrong::Truncated : Wrong::Encoding);
        }
    }
    return syntax();
}

Flaw Scanner::escape(std::size_t& saved) {
    constexpr std::string_view Simple = "\"\\/bfnrt";
    if (place_ + 1 >= end_) {
        place_ = end_;
        return syntax();
    }
    const char next = bytes_[place_ + 1];
    if (next == 'u') return unicode_escape(saved);
    if (Simple.find(next) == Simple.npos) return syntax();
    place_ += 2;
    saved += 1;
    return {};
}

Flaw Scanner::unicode_escape(std::size_t& saved) {
    const int code = hex4(place_ + 2);
    if (code < 0) {
        const bool cut =
            place_ + 6 > end_ && bytes_.substr(place_, end_ - place_).find('"') == bytes_.npos;
        if (cut) place_ = end_;
        return syntax();
    }
    if (code == 0) return wrong(Wrong::NulText);
    if (code < 0xD800 || code > 0xDFFF) {
        place_ += 6;
        saved += code < 0x80 ? 5u : code < 0x800 ? 4u : 3u;
        return {};
    }
    // A surrogate is only good as the first of a pair.
    const bool escaped = bytes_.substr(place_, end_ - place_).substr(6).starts_with("\\u");
    const int second = escaped ? hex4(place_ + 8) : -1;
    if (code > 0xDBFF || second < 0xDC00 || second > 0xDFFF) return syntax();
    place_ += 12;
    saved += 8;
    return {};
}

int Scanner::hex4(std::size_t place) const {
    if (place + 4 > end_) return -1;
    int number = 0;
    for (const char c : bytes_.substr(place, 4)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        number = number * 16 + digit;
    }
    return number;
}

void Scanner::begin_value() {
    if (brackets_.size() > 2) return;
    if (brackets_.empty()) {
        outline_.root.begin = place_;
    } else if (brackets_ == "{") {
        outline_.members.back().value.begin = place_;
    } else if (brackets_ == "{[") {
        outline_.members.back().elements.push_back({place_, 0});
    }
}

void Scanner::end_value() {
    expect_ = brackets_.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    if (brackets_.size() > 2) return;
    if (brackets_.empty()) {
        outline_.root.end = place_;
    } else if (brackets_ == "{") {
        outline_.members.back().value.end = place_;
    } else if (brackets_ == "{[") {
        outline_.members.back().elements.back().end = place_;
    }
}

// An element is open from begin_value() until its end is known; no element ends at 0.
bool Scanner::within_element() const {
    if (!brackets_.starts_with("{[")) return false;
    const std::vector<Range>& elements = outline_.members.back().elements;
    return !elements.empty() && elements.back().end == 0;
}

Flaw Scanner::pass_over_element(Flaw first) {
    if (in_string_) pass_over_string();
    for (; !ended(); ++place_) {
        const char byte = bytes_[place_];
        const bool outermost = brackets_.size() == 2;
        if (outermost && (byte == ',' || byte == ']')) {
            std::size_t end = place_;
            const std::size_t begin = outline_.members.back().elements.back().begin;
            while (end > begin + 1 && at(end - 1) <= ' ') --end;
            outline_.members.back().elements.back().end = end;
            expect_ = Expect::CommaOrEnd;
            return {};
        }
        if (byte == '"') {
            ++place_;
            pass_over_string();
            --place_;  // the loop goes on from the byte after the string
        } else if (byte == '{' || byte == '[') {
            if (brackets_.size() >= limits_.depth) return wrong(Wrong::Depth);
            brackets_ += byte;
        } else if (byte == '}' || byte == ']') {
            if (outermost || brackets_.back() != (byte == '}' ? '{' : '[')) return first;
            brackets_.pop_back();
        }
    }
    return first;
}

// To the byte after the closing quote. A line end closes it as well: no string may hold one, so
// where a quote was lost, the damage ends with the line.
void Scanner::pass_over_string() {
    in_string_ = false;
    for (; !ended(); ++place_) {
        const char byte = bytes_[place_];
        if (byte == '\n' || byte == '\r') return;
        if (byte == '"') {
            ++place_;
            return;
        }
        const bool skips = byte == '\\' && place_ + 1 < end_;
        if (skips && bytes_[place_ + 1] != '\n' && bytes_[place_ + 1] != '\r') ++place_;
    }
}

}  // namespace json
