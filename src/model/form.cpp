#include "model/form.hpp"

#include <algorithm>

namespace model {

const Field* Form::field(const FieldId& id) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.id == id; });
    return found != fields.end() ? &*found : nullptr;
}

}  // namespace model
