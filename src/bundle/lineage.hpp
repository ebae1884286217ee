// Which version grew from which, however a file lists them: parents are a set, and the order of the
// list is that of people, not of the file.
#pragma once

#include <vector>

#include "bundle/bundle.hpp"
#include "model/id.hpp"

namespace bundle {

/// The ids sorted, each once.
std::vector<model::VersionId> as_set(std::vector<model::VersionId> ids);

/// The versions with parents before children, each once, the head last: the last one listed that no
/// other grew from. A list that is in order already stays as it is. A parent can be named by the id
/// its version states as well as by the right one, so that a version changed by hand keeps its
/// place; where that runs in a circle the file's order stands.
std::vector<VersionPart> in_order(std::vector<VersionPart> versions);

}  // namespace bundle
