// Sentences as keys with arguments, in two languages: say(Lang::Vi, {S::FileTooLarge, {"70",
// "64"}}). The keys and texts are made from data/strings/ by the build; an unknown key does not
// compile. Knows nothing of numbers or dates: arguments arrive as people read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/keys.gen.hpp"

namespace i18n {

enum class Lang { Vi, En };

/// A sentence not yet said: its key, and what goes into its {} in order.
struct Message {
    S key;
    std::vector<std::string> arguments;

    bool operator==(const Message&) const = default;
};

/// The sentence with its {} in place.
std::string_view text(Lang lang, S key);

/// The sentence with its {} filled in order. A {} without an argument stays as it is, so that a
/// forgotten argument is seen and not guessed; an argument too many is left out.
std::string say(Lang lang, const Message& message);

/// The key as written in data/strings/: "FileTooLarge". Stored beside history, so it must not
/// change.
std::string_view name(S key);

/// The key of that name; nothing for a stranger (a history written by a newer program).
std::optional<S> find(std::string_view name);

}  // namespace i18n
