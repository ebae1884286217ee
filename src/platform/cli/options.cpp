#include "platform/cli/options.hpp"

namespace platform::cli {

using i18n::S;

std::optional<std::string> Options::value(std::string_view name) const {
    const auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
}

base::Result<Options> read_options(const std::vector<std::string>& arguments,
                                   const OptionNames& names) {
    Options options;
    bool ended = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& word = arguments[i];
        if (ended || !word.starts_with("--")) {
            options.words.push_back(word);
        } else if (word == "--") {
            ended = true;
        } else if (names.flags.contains(word)) {
            options.flags.insert(word);
        } else if (!names.values.contains(word)) {
            return base::Refusal{{S::CliUnknownOption, {word}}};
        } else if (i + 1 == arguments.size()) {
            return base::Refusal{{S::CliNoValue, {word}}};
        } else {
            options.values[word] = arguments[++i];
        }
    }
    return options;
}

}  // namespace platform::cli
