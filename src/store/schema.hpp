// The store's shape, as numbered steps that are only ever added to. PRAGMA user_version holds the
// number of steps done; a store with more steps than this program knows comes from a newer one.
#pragma once

#include "base/result.hpp"
#include "store/db.hpp"

namespace store {

/// How many steps this program knows.
int newest_schema();

/// Does the steps that are missing, each in a transaction of its own. Refuses a store of a newer
/// program and leaves it as it is.
base::Result<void> migrate(Db& db);

}  // namespace store
