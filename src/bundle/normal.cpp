#include "bundle/normal.hpp"

#include <set>
#include <string>
#include <utility>

#include "text/nfc.hpp"

namespace bundle {
namespace {

/// The members' names cannot be changed in place; files whose names are plain never come here.
/// Members are put at the end without being looked for, because a stranger's object may have very
/// many.
void normalise_names(json::Value& object) {
    std::set<std::string> taken;
    for (const auto& [name, member] : object.items())
        if (text::is_nfc(name)) taken.insert(name);
    json::Value::object_t renamed;
    renamed.reserve(object.size());
    for (auto& [name, member] : object.items()) {
        auto normal = text::nfc(name);
        if (normal != name && !taken.insert(normal).second) normal = name;
        renamed.emplace_back(std::move(normal), std::move(member));
    }
    object = std::move(renamed);
}

}  // namespace

void normalise(json::Value& value) {
    if (value.is_string()) {
        auto& text = value.get_ref<std::string&>();
        if (!text::is_nfc(text)) text = text::nfc(text);
        return;
    }
    if (!value.is_structured()) return;
    bool plain_names = true;
    for (auto& [name, member] : value.items()) {
        normalise(member);
        if (value.is_object()) plain_names = plain_names && text::is_nfc(name);
    }
    if (!plain_names) normalise_names(value);
}

}  // namespace bundle
