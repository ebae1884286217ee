// Programmes and catalogues (data/schemas/programme.schema.json, catalogue.schema.json) into the
// model.
#pragma once

#include "json/reader.hpp"
#include "model/catalogue.hpp"

namespace catalog {

model::Programme read_programme(const json::Reader& from);

/// `sha256` stays empty: it is that of the whole file. Items whose group is not there are noted.
model::Catalogue read_catalogue(const json::Reader& from);

}  // namespace catalog
