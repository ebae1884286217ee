// The command line: one file per subcommand, a table of them in main.cpp. A command reads its
// arguments, prints to `out`, and says in one line on `error` what it could not use.
//   exit 0 well · 1 findings of level error or block · 2 unusable input or arguments (design.md §6)
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "catalog/library.hpp"
#include "i18n/message.hpp"

namespace platform::cli {

enum class Exit { Well = 0, Found = 1, Unusable = 2 };

/// What every command is given.
struct Context {
    const catalog::Library& library;
    base::Clock clock;
    i18n::Lang lang;
    std::ostream& out;
    std::ostream& error;

    std::string say(const i18n::Message& message) const { return i18n::say(lang, message); }
    /// "so06: FILE: sentence" on standard error; without the file where `file` is empty.
    Exit unusable(std::string_view file, const i18n::Message& why) const;
};

using Arguments = std::vector<std::string>;

Exit check(const Context& context, const Arguments& arguments);
Exit diff(const Context& context, const Arguments& arguments);
Exit id(const Context& context, const Arguments& arguments);
Exit schema(const Context& context, const Arguments& arguments);
Exit bench(const Context& context, const Arguments& arguments);

}  // namespace platform::cli
