// An entry of a file that could not be read, in the words of its form: "mô hình 26 – cột Khó khăn,
// vướng mắc". The file's reader knows only paths, because it has no catalogue.
#pragma once

#include "bundle/bundle.hpp"
#include "catalog/library.hpp"
#include "i18n/message.hpp"

namespace app {

/// What to tell people of `problem`: its own sentence, or, for an entry whose rows the form's
/// catalogue knows, one that names rows and column. `reports`: of the file it stands in, whose
/// number is told where there are several.
i18n::Message in_words(const bundle::Problem& problem, std::size_t reports,
                       const catalog::Library& library);

}  // namespace app
