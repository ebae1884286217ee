#include "model/unit.hpp"

#include <algorithm>

#include "base/fault.hpp"

namespace model {

bool UnitName::is(std::string_view text) const {
    return !text.empty() && (text == name || text == short_name ||
                             std::find(also.begin(), also.end(), text) != also.end());
}

const UnitName& Unit::name_on(base::Day day) const {
    base::check(!names.empty(), "a unit without a name");
    const auto held = std::find_if(names.begin(), names.end(),
                                   [&](const UnitName& n) { return n.validity.holds(day); });
    return held != names.end() ? *held : names.back();
}

std::optional<std::string> Unit::code_in(const UnitListId& list) const {
    for (const auto& code : codes)
        if (code.list == list) return code.code;
    return std::nullopt;
}

std::optional<UnitId> Unit::parent_on(base::Day day) const {
    for (const auto& parent : parents)
        if (parent.validity.holds(day)) return parent.parent;
    return std::nullopt;
}

}  // namespace model
