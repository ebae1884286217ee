// Makes a Value out of nlohmann's events. Its own builder looks every key up among those before it,
// which a stranger's object of 100,000 keys turns into minutes; and it lets the last of two equal
// keys win. All reading goes through this one, so the module has nlohmann's parser once.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "json/parse.hpp"
#include "json/value.hpp"

namespace json {

class Builder {
public:
    using Text = Value::string_t;

    /// `limits` must outlive it.
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

    /// What was read.
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

}  // namespace json
