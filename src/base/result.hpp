// Result<T>: a value, or a refusal the person can act on.
// A refusal is an ordinary outcome (an empty title, a file of another program). A broken disk or a
// bug is not: those throw Fault and stop at a boundary (base/fault.hpp). The spelling follows
// std::expected, so that this file can become an alias one day.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "i18n/message.hpp"

namespace base {

struct Refusal {
    i18n::Message why;

    bool operator==(const Refusal&) const = default;
};

template <class T>
class [[nodiscard]] Result {
public:
    // Implicit on purpose: a function returns the value or the refusal and nothing else.
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Refusal refusal) : state_(std::in_place_index<1>, std::move(refusal)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& { return std::get<0>(state_); }
    T& value() & { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Refusal& error() const { return std::get<1>(state_); }

private:
    std::variant<T, Refusal> state_;
};

/// Done, or refused.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Refusal refusal) : refusal_(std::move(refusal)) {}

    bool has_value() const { return !refusal_.has_value(); }
    explicit operator bool() const { return has_value(); }
    const Refusal& error() const { return refusal_.value(); }

private:
    std::optional<Refusal> refusal_;
};

}  // namespace base
