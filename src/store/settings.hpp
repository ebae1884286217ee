// Settings of one workbook: a text by key. Never undone. Which keys there are stands in
// app/settings.hpp.
#pragma once

#include <string>
#include <string_view>

#include "store/db.hpp"

namespace store {

/// The setting's text, or "" when it was never set.
std::string setting(const Db& db, std::string_view key);
void set_setting(Db& db, std::string_view key, std::string_view value);

}  // namespace store
