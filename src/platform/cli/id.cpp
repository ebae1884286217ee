#include <ostream>

#include "bundle/bundle.hpp"
#include "platform/cli/command.hpp"
#include "platform/cli/input.hpp"
#include "platform/cli/options.hpp"

namespace platform::cli {

// A line per report, for scripts and for telling two files apart: key, version id, mã đối chiếu,
// file.
Exit id(const Context& context, const Arguments& arguments) {
    const auto options = read_options(arguments, {});
    if (!options) return context.unusable("", options.error().why);
    if (options->words.empty()) return context.unusable("", {i18n::S::CliNoFile, {}});
    Exit exit = Exit::Well;
    for (const auto& path : options->words) {
        const auto opened = open_file(path);
        if (!opened) {
            exit = context.unusable(path, opened.error().why);
            continue;
        }
        if (say_lost(context, path, *opened, Needs::Reports)) exit = Exit::Unusable;
        for (const auto& bundle : opened->files)
            for (const auto& part : bundle.reports)
                context.out << key_text(part.key) << '\t' << part.head().id.value << '\t'
                            << bundle::shown_code(bundle::check_code(part.head().id)) << '\t'
                            << name_of(path, bundle) << '\n';
    }
    return exit;
}

}  // namespace platform::cli
