#include "model/catalogue.hpp"

#include <algorithm>

namespace model {

const CatalogueItem* Catalogue::item(const RowId& wanted) const {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& i) { return i.id == wanted; });
    return found != items.end() ? &*found : nullptr;
}

const CatalogueGroup* Catalogue::group(const std::string& wanted) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.id == wanted; });
    return found != groups.end() ? &*found : nullptr;
}

}  // namespace model
