#include <algorithm>
#include <ostream>

#include "base/fault.hpp"
#include "data/embedded.hpp"
#include "json/parse.hpp"
#include "json/pretty.hpp"
#include "platform/cli/command.hpp"
#include "platform/cli/options.hpp"

namespace platform::cli {
namespace {

constexpr std::string_view Folder = "schemas/";
constexpr std::string_view Ending = ".schema.json";

/// "report, workbook, …": the kinds there are.
std::string kinds() {
    std::string list;
    for (const auto& file : data::files()) {
        if (!file.path.starts_with(Folder)) continue;
        const auto name = file.path.substr(Folder.size());
        list += (list.empty() ? "" : ", ") + std::string(name.substr(0, name.find(Ending)));
    }
    return list;
}

}  // namespace

Exit schema(const Context& context, const Arguments& arguments) {
    const auto options = read_options(arguments, {});
    if (!options) return context.unusable("", options.error().why);
    if (options->words.size() > 1) return context.unusable("", {i18n::S::CliOneKind, {}});
    const auto kind = options->words.empty() ? "report" : options->words.front();
    const auto path = std::string(Folder) + kind + std::string(Ending);
    const auto files = data::files();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const data::File& file) { return file.path == path; });
    if (found == files.end())
        return context.unusable("", {i18n::S::CliUnknownKind, {kind, kinds()}});
    const auto value = json::parse(found->bytes);
    base::check(value.has_value(), "a schema of data/ that is no JSON");
    context.out << json::pretty(*value);
    return Exit::Well;
}

}  // namespace platform::cli
