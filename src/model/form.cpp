#include "model/form.hpp"

#include <algorithm>

#include "base/fault.hpp"

namespace model {

const Choice* Field::choice(std::string_view wanted) const {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Choice& c) { return c.id == wanted; });
    return found != choices.end() ? &*found : nullptr;
}

bool Field::may_be(Empty kind) const {
    return std::find(empties.begin(), empties.end(), kind) != empties.end();
}

const Field* Form::field(const FieldId& wanted) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.id == wanted; });
    return found != fields.end() ? &*found : nullptr;
}

const EmptyWord& Form::empty_word(const Field& field, Empty kind) const {
    for (const auto* words : {&field.empty_words, &empty_words})
        for (const auto& word : *words)
            if (word.kind == kind) return word;
    throw base::Fault("a form without a word for a kind of empty");
}

}  // namespace model
