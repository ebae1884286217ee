// so06: the same core as the page, as a native program. This file only puts it together.

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/library.hpp"
#include "data/embedded.hpp"
#include "platform/cli/command.hpp"

namespace {

using i18n::S;
using platform::cli::Arguments;
using platform::cli::Context;
using platform::cli::Exit;

struct Subcommand {
    std::string_view name;
    std::string_view usage;
    S what;
    Exit (*run)(const Context&, const Arguments&);
};

constexpr std::array Subcommands{
    Subcommand{"check", "check  [--json] [--as-of DATE] FILE...", S::CliAboutCheck,
               platform::cli::check},
    Subcommand{"diff", "diff   [--json] A B", S::CliAboutDiff, platform::cli::diff},
    Subcommand{"id", "id     FILE...", S::CliAboutId, platform::cli::id},
    Subcommand{"schema", "schema [KIND]", S::CliAboutSchema, platform::cli::schema},
    Subcommand{"bench", "bench  [NAME...]", S::CliAboutBench, platform::cli::bench},
};

void print_usage(const Context& context) {
    const auto print = [&](S key) { context.out << i18n::text(context.lang, key) << "\n"; };
    print(S::CliUsageHead);
    context.out << '\n';
    for (const auto& command : Subcommands) {
        context.out << "  so06 " << command.usage << "\n      ";
        print(command.what);
    }
    context.out << '\n';
    print(S::CliUsageLang);
    print(S::CliUsageExit);
}

/// Takes "--lang vi|en" out of the arguments; Vietnamese without it.
base::Result<i18n::Lang> take_language(Arguments& arguments) {
    const auto at = std::find(arguments.begin(), arguments.end(), "--lang");
    if (at == arguments.end()) return i18n::Lang::Vi;
    const auto word = at + 1 == arguments.end() ? std::string() : *(at + 1);
    if (word != "vi" && word != "en") return base::Refusal{{S::CliBadLanguage, {word}}};
    arguments.erase(at, at + 2);
    return word == "en" ? i18n::Lang::En : i18n::Lang::Vi;
}

base::Millis now_ms() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

Exit run(Arguments arguments) {
    const auto library = catalog::Library::built_in(data::files());
    Context context{library, {now_ms}, i18n::Lang::Vi, std::cout, std::cerr};
    const auto language = take_language(arguments);
    if (!language) return context.unusable("", language.error().why);
    context.lang = *language;
    const bool help = !arguments.empty() && (arguments[0] == "--help" || arguments[0] == "help");
    if (arguments.empty() || help) {
        print_usage(context);
        return help ? Exit::Well : context.unusable("", {S::CliNoCommand, {}});
    }
    const auto command = std::find_if(Subcommands.begin(), Subcommands.end(),
                                      [&](const Subcommand& c) { return c.name == arguments[0]; });
    if (command == Subcommands.end())
        return context.unusable("", {S::CliUnknownCommand, {arguments[0]}});
    arguments.erase(arguments.begin());
    return command->run(context, arguments);
}

}  // namespace

// The command line's boundary for faults: a bug or a broken machine ends in one line and exit 2.
int main(int count, char** words) {
    try {
        return static_cast<int>(run({words + 1, words + count}));
    } catch (const std::exception& fault) {
        std::cerr << "so06: " << fault.what() << '\n';
        return static_cast<int>(Exit::Unusable);
    }
}
