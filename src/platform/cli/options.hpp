// Options of a subcommand: "--json" is a flag, "--as-of DATE" takes the word after it, "--" ends
// them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace platform::cli {

/// Which options a command has.
struct OptionNames {
    std::set<std::string, std::less<>> flags;
    std::set<std::string, std::less<>> values;
};

struct Options {
    std::vector<std::string> words;  // what is no option, in order
    std::set<std::string, std::less<>> flags;
    std::map<std::string, std::string, std::less<>> values;

    bool has(std::string_view flag) const { return flags.contains(flag); }
    std::optional<std::string> value(std::string_view name) const;
};

/// Refuses an option the command does not have, and one without the word it needs.
base::Result<Options> read_options(const std::vector<std::string>& arguments,
                                   const OptionNames& names);

}  // namespace platform::cli
