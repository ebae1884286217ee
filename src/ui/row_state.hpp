// The one question "how far is this model", put together from the two places that answer it: the
// choice of the state field, and the meaning of emptiness of the state or of the first text ("-").
// The ids here are the words of the model's lists. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "i18n/message.hpp"
#include "model/form.hpp"
#include "model/report.hpp"

namespace ui {

struct StateOption {
    std::string id;  // model::word of a Deployment or of an Empty
    std::string title;
    bool disabled = false;  // "-" says nothing was written, so it is closed where something was
    bool operator==(const StateOption&) const = default;
};

/// The states in order, then the meanings of emptiness that are no state already.
std::vector<StateOption> state_options(const model::Form& form, const model::Entry* entry,
                                       i18n::Lang lang);

/// The id that holds now; blank where nothing was said.
std::string chosen_state(const model::Form& form, const model::Entry* entry);

struct CellChange {
    model::FieldId field;
    model::Cell cell;
    bool operator==(const CellChange&) const = default;
};

/// What choosing `id` changes (a blank id: nothing is chosen). Texts are never touched.
std::vector<CellChange> choose_state(const model::Form& form, const model::Entry* entry,
                                     std::string_view id);

/// Whether `change` of a cell takes back a choice (a state, or what else is chosen) and puts
/// nothing in its place.
bool loses_choice(const model::Form& form, const model::Entry* entry, const model::FieldId& field,
                  const model::Parts& change);

/// The id after the chosen one, round the list and over nothing chosen, for the Space key.
std::string state_after(const model::Form& form, const model::Entry* entry);

}  // namespace ui
