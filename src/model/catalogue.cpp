#include "model/catalogue.hpp"

#include <algorithm>

namespace model {

const CatalogueItem* Catalogue::item(const RowId& id) const {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& i) { return i.id == id; });
    return found != items.end() ? &*found : nullptr;
}

const CatalogueGroup* Catalogue::group(const std::string& id) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.id == id; });
    return found != groups.end() ? &*found : nullptr;
}

}  // namespace model
