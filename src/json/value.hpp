// A JSON value, with the members of an object in the order of the file. The only door to
// nlohmann/json; other modules say json::Value and build with its braces.
// Looking a member up walks the object: fine for ours, so never do it in a loop over a stranger's.
#pragma once

#include <nlohmann/json.hpp>

namespace json {

using Value = nlohmann::ordered_json;

}  // namespace json
