#include "platform/cli/command.hpp"

#include <ostream>

namespace platform::cli {

Exit Context::unusable(std::string_view file, const i18n::Message& why) const {
    error << "so06: ";
    if (!file.empty()) error << file << ": ";
    error << say(why) << '\n';
    return Exit::Unusable;
}

}  // namespace platform::cli
