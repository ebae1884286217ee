// A report's content between the model and the JSON of a file. Decoding keeps what it can: one
// wrong entry costs that entry. Which rows, fields and parts a form has is not known here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/bundle.hpp"
#include "json/value.hpp"
#include "model/report.hpp"

namespace bundle {

/// An empty text is no member, here and in the envelope.
void put_text(json::Value& object, const char* name, const std::string& text);

/// The content as a file has it, members in the file's order.
json::Value encode(const model::Report& report);

/// That `name` of the file's report at place `report` is longer than a name can be.
i18n::Message too_long(std::string_view name, std::size_t report);

/// What this program understands of `content`, which must be an object. `place` is where it stands
/// ("reports[0].versions[1].content"), `report` the report's place in the file, from 1.
model::Report decode(const json::Value& content, const std::string& place, std::size_t report,
                     std::vector<Problem>& problems);

}  // namespace bundle
