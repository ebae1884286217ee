#include "bundle/lineage.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace bundle {
namespace {

/// For each version the places of the ones it grew from.
using Parents = std::vector<std::vector<std::size_t>>;

/// Which ids can name a parent.
enum class Naming { RightId, StatedIdToo };

Parents parents_in(const std::vector<VersionPart>& versions, Naming naming) {
    std::map<model::VersionId, std::size_t> place;
    for (std::size_t i = 0; i < versions.size(); ++i) place.emplace(versions[i].id, i);
    if (naming == Naming::StatedIdToo)
        for (std::size_t i = 0; i < versions.size(); ++i)
            place.emplace(model::VersionId{versions[i].stated_id}, i);
    Parents parents(versions.size());
    for (std::size_t i = 0; i < versions.size(); ++i)
        for (const auto& parent : versions[i].parents)
            if (const auto found = place.find(parent); found != place.end() && found->second != i)
                parents[i].push_back(found->second);
    return parents;
}

/// Depth first from the front of the list, without recursion: a version comes once all its parents
/// did.
std::vector<std::size_t> parents_first(const Parents& parents) {
    std::vector<std::size_t> order;
    std::vector<std::size_t> looked_at(parents.size(), 0);  // how many parents of it
    std::vector<bool> begun(parents.size(), false);
    for (std::size_t first = 0; first < parents.size(); ++first) {
        if (begun[first]) continue;
        begun[first] = true;
        std::vector<std::size_t> open{first};
        while (!open.empty()) {
            const auto at = open.back();
            if (looked_at[at] == parents[at].size()) {
                order.push_back(at);
                open.pop_back();
                continue;
            }
            const auto parent = parents[at][looked_at[at]++];
            if (begun[parent]) continue;
            begun[parent] = true;
            open.push_back(parent);
        }
    }
    return order;
}

/// The last one listed that no other grew from; the last one where there is none.
std::size_t head_of(const Parents& parents) {
    std::set<std::size_t> grown_from;
    for (const auto& one : parents) grown_from.insert(one.begin(), one.end());
    for (std::size_t i = parents.size(); i > 0; --i)
        if (!grown_from.contains(i - 1)) return i - 1;
    return parents.size() - 1;
}

std::vector<VersionPart> ordered(std::vector<VersionPart> versions, Naming naming) {
    const auto parents = parents_in(versions, naming);
    auto order = parents_first(parents);
    const auto head = std::find(order.begin(), order.end(), head_of(parents));
    std::rotate(head, head + 1, order.end());
    std::vector<VersionPart> out;
    out.reserve(versions.size());
    for (const auto place : order) out.push_back(std::move(versions[place]));
    return out;
}

}  // namespace

std::vector<model::VersionId> as_set(std::vector<model::VersionId> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::vector<VersionPart> in_order(std::vector<VersionPart> versions) {
    std::set<model::VersionId> known;
    std::erase_if(versions, [&](const auto& version) { return !known.insert(version.id).second; });
    if (versions.size() < 2) return versions;
    // Right ids have no circles. Only stated ones can, and what they leave has to be in order by
    // the right ones, which are all that stands in the file when it is written again.
    return ordered(ordered(std::move(versions), Naming::StatedIdToo), Naming::RightId);
}

}  // namespace bundle
