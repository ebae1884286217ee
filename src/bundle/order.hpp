// The order in which members stand in a file we write. Order means nothing (ids and hashes are over
// the canonical form); it is fixed so that the same content gives the same bytes, and chosen so
// that a person who opens the file in Notepad meets the unit and the period first.
#pragma once

#include "json/value.hpp"

namespace bundle {

/// `content` in the order of files. Fields stand by the letters of their ids, because a file may
/// hold a form this program does not know; members unknown to this program come after the known
/// ones.
json::Value in_file_order(const json::Value& content);

}  // namespace bundle
