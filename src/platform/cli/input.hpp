// Files named on the command line, as bytes and as reports.
#pragma once

#include <string>

#include "base/result.hpp"
#include "bundle/bundle.hpp"
#include "json/value.hpp"
#include "platform/cli/command.hpp"

namespace platform::cli {

/// The file's bytes. Refuses what cannot be read and what is larger than any file we open.
base::Result<std::string> bytes_of(const std::string& path);

/// The file as reports, recognised by its content.
base::Result<bundle::Opened> open_file(const std::string& path);

/// What of a file a command cannot do without.
enum class Needs { Reports, Content };

/// Says in one line each on standard error what of the file at `path` could not be read: reports,
/// or any content. Answers whether there was any, which makes the file unusable.
bool say_lost(const Context& context, const std::string& path, const bundle::Opened& opened,
              Needs needs);

/// What a report file is called: `path`, or "PATH: NAME" for one inside the zip at `path`.
std::string name_of(const std::string& path, const bundle::Bundle& bundle);

/// {"unit": …, "form": …, "period": …}
json::Value key_value(const model::ReportKey& key);

/// "qng-so-khcn/phu-luc-04-co-quan/2025-07"
std::string key_text(const model::ReportKey& key);

}  // namespace platform::cli
