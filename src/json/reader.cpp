#include "json/reader.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace json {

namespace {

using i18n::S;

const Value& nothing() {
    static const Value Object = Value::object();
    return Object;
}

// A whole number, however it was written: 3, 3.0, 3e0.
std::optional<std::int64_t> whole_number(const Value& value) {
    constexpr double Exact = 9007199254740992.0;  // 2^53
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    if (!value.is_number_float()) return std::nullopt;
    const auto number = value.get<double>();
    if (std::trunc(number) != number || std::abs(number) > Exact) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

}  // namespace

Reader::Reader(const Value& value, std::string place, Problems& problems)
    : value_(&value), place_(std::move(place)), problems_(&problems) {}

const Value* Reader::member(std::string_view key) const {
    if (!value_->is_object()) return nullptr;
    const auto found = value_->find(key);
    return found == value_->end() || found->is_null() ? nullptr : &*found;
}

const Value* Reader::required(std::string_view key) const {
    const Value* found = member(key);
    if (!found) note(key, {S::JsonMissing, {std::string(key)}});
    return found;
}

std::string Reader::place_of(std::string_view key) const {
    return place_.empty() ? std::string(key) : place_ + "." + std::string(key);
}

void Reader::note(i18n::Message what) const {
    problems_->push_back({place_, std::move(what)});
}

void Reader::note(std::string_view key, i18n::Message what) const {
    problems_->push_back({place_of(key), std::move(what)});
}

bool Reader::has(std::string_view key) const {
    return member(key) != nullptr;
}

std::string Reader::text_of(const Value& found, std::string_view key) const {
    if (found.is_string()) return found.get_ref<const std::string&>();
    note(key, {S::JsonNotText, {std::string(key)}});
    return {};
}

std::int64_t Reader::integer_of(const Value& found, std::string_view key) const {
    if (const auto number = whole_number(found)) return *number;
    note(key, {S::JsonNotInteger, {std::string(key)}});
    return 0;
}

bool Reader::flag_of(const Value& found, std::string_view key) const {
    if (found.is_boolean()) return found.get<bool>();
    note(key, {S::JsonNotFlag, {std::string(key)}});
    return false;
}

std::string Reader::text(std::string_view key) const {
    const Value* found = required(key);
    return found ? text_of(*found, key) : std::string();
}

std::int64_t Reader::integer(std::string_view key) const {
    const Value* found = required(key);
    return found ? integer_of(*found, key) : 0;
}

bool Reader::flag(std::string_view key) const {
    const Value* found = required(key);
    return found && flag_of(*found, key);
}

std::string Reader::text(std::string_view key, std::string_view fallback) const {
    return optional_text(key).value_or(std::string(fallback));
}

std::int64_t Reader::integer(std::string_view key, std::int64_t fallback) const {
    return optional_integer(key).value_or(fallback);
}

bool Reader::flag(std::string_view key, bool fallback) const {
    const Value* found = member(key);
    if (!found) return fallback;
    if (found->is_boolean()) return found->get<bool>();
    note(key, {S::JsonNotFlag, {std::string(key)}});
    return fallback;
}

std::optional<std::string> Reader::optional_text(std::string_view key) const {
    const Value* found = member(key);
    if (!found) return std::nullopt;
    if (found->is_string()) return found->get_ref<const std::string&>();
    note(key, {S::JsonNotText, {std::string(key)}});
    return std::nullopt;
}

std::optional<std::int64_t> Reader::optional_integer(std::string_view key) const {
    const Value* found = member(key);
    if (!found) return std::nullopt;
    const auto number = whole_number(*found);
    if (!number) note(key, {S::JsonNotInteger, {std::string(key)}});
    return number;
}

Reader Reader::object(std::string_view key) const {
    if (!required(key)) return {nothing(), place_of(key), *problems_};
    const auto found = optional_object(key);
    return found ? *found : Reader(nothing(), place_of(key), *problems_);
}

std::optional<Reader> Reader::optional_object(std::string_view key) const {
    const Value* found = member(key);
    if (!found) return std::nullopt;
    if (found->is_object()) return Reader(*found, place_of(key), *problems_);
    note(key, {S::JsonNotObject, {std::string(key)}});
    return std::nullopt;
}

void Reader::each_element(const Visit& visit) const {
    if (!value_->is_array()) return;
    for (std::size_t i = 0; i < value_->size(); ++i)
        visit(Reader((*value_)[i], place_ + "[" + std::to_string(i) + "]", *problems_));
}

void Reader::each(std::string_view key, const Visit& visit) const {
    if (required(key)) optional_each(key, visit);
}

void Reader::optional_each(std::string_view key, const Visit& visit) const {
    const Value* found = member(key);
    if (!found) return;
    if (!found->is_array()) return note(key, {S::JsonNotList, {std::string(key)}});
    Reader(*found, place_of(key), *problems_).each_element(visit);
}

std::vector<std::string> Reader::optional_texts(std::string_view key) const {
    std::vector<std::string> texts;
    optional_each(key, [&](const Reader& element) {
        if (element.is_text()) {
            texts.push_back(element.own_text());
        } else {
            element.note({S::JsonNotText, {std::string(key)}});
        }
    });
    return texts;
}

std::vector<std::string> Reader::texts(std::string_view key) const {
    return required(key) ? optional_texts(key) : std::vector<std::string>();
}

void Reader::each_member(
    const std::function<void(const std::string& key, const Reader&)>& visit) const {
    if (!value_->is_object()) return;
    for (const auto& [key, value] : value_->get_ref<const Value::object_t&>()) {
        visit(key, Reader(value, place_of(key), *problems_));
    }
}

std::vector<std::string> Reader::keys() const {
    std::vector<std::string> names;
    each_member([&](const std::string& key, const Reader&) { names.push_back(key); });
    return names;
}

std::string Reader::own_text() const {
    if (value_->is_string()) return value_->get_ref<const std::string&>();
    note({S::JsonNotText, {place_}});
    return {};
}

}  // namespace json
