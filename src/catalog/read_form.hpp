// A form's JSON (data/schemas/form.schema.json) into model::Form. What is wrong is noted at its
// place; whether the programme and the catalogue it names exist is for the library.
#pragma once

#include "json/reader.hpp"
#include "model/form.hpp"

namespace catalog {

/// `sha256` stays empty: it is that of the whole file.
model::Form read_form(const json::Reader& from);

}  // namespace catalog
