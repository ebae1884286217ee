#include "json/parse.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "json/scanner.hpp"

namespace json {

namespace {

// Makes a Value out of nlohmann's events. Its own builder looks every key up among those before it,
// which a stranger's object of 100,000 keys turns into minutes; and it lets the last of two equal
// keys win.
class Builder {
public:
    using Text = Value::string_t;

    explicit Builder(const Limits& limits) : limits_(limits) {}

    bool null() { return add(Value(nullptr)); }
    bool boolean(bool value) { return add(Value(value)); }
    bool number_integer(std::int64_t value) { return add(Value(value)); }
    bool number_unsigned(std::uint64_t value) { return add(Value(value)); }
    bool number_float(double value, const Text& words) {
        return words.size() <= limits_.number_characters && add(Value(value));
    }
    bool string(Text& text) {
        const bool fits = text.size() <= limits_.string_bytes && text.find('\0') == Text::npos;
        return fits && add(Value(std::move(text)));
    }
    bool binary(Value::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Value::object()); }
    bool start_array(std::size_t) { return open(Value::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(Text& text) {
        ++keys_;
        if (text.find('\0') != Text::npos) return false;
        if (!is_new(text)) {
            duplicate_key_ = keys_;
            return false;
        }
        key_ = std::move(text);
        return true;
    }
    bool parse_error(std::size_t place, const std::string&,
                     const nlohmann::detail::exception& why) {
        constexpr int NumberOverflow = 406;
        if (why.id == NumberOverflow) overflow_at_ = place;
        return false;
    }

    Value& root() { return root_; }
    /// The number of the key that stood there twice, from 1; 0 when none did.
    std::size_t duplicate_key() const { return duplicate_key_; }
    /// How many bytes were read when a number was too large for a double; 0 when none was.
    std::size_t overflow_at() const { return overflow_at_; }

private:
    struct Open {
        Value* container;
        std::set<std::string, std::less<>> keys;  // in use from KeysLookedAt members on
    };
    // Up to here looking at every key is quicker than keeping a set.
    static constexpr std::size_t KeysLookedAt = 16;

    bool add(Value value) {
        if (++values_ > limits_.values) return false;
        place(std::move(value));
        return true;
    }

    Value* place(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Value& container = *open_.back().container;
        if (container.is_array()) {
            auto& list = container.get_ref<Value::array_t&>();
            list.push_back(std::move(value));
            return &list.back();
        }
        auto& members = container.get_ref<Value::object_t&>();
        members.emplace_back(std::move(key_), std::move(value));
        return &members.back().second;
    }

    bool open(Value container) {
        if (open_.size() >= limits_.depth || ++values_ > limits_.values) return false;
        open_.push_back({place(std::move(container)), {}});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    bool is_new(const Text& key) {
        Open& object = open_.back();
        const auto& members = object.container->get_ref<const Value::object_t&>();
        if (members.size() < KeysLookedAt) {
            for (const auto& [name, value] : members) {
                if (name == key) return false;
            }
            return true;
        }
        if (object.keys.empty()) {
            for (const auto& [name, value] : members) object.keys.insert(name);
        }
        return object.keys.insert(key).second;
    }

    const Limits& limits_;
    Value root_;
    Text key_;
    std::vector<Open> open_;
    std::size_t values_ = 0;
    std::size_t keys_ = 0;
    std::size_t duplicate_key_ = 0;
    std::size_t overflow_at_ = 0;
};

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
