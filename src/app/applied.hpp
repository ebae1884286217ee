// What a command did, for its row in the history; and what it needs to do it.
#pragma once

#include <cstdint>

#include "catalog/library.hpp"
#include "i18n/message.hpp"
#include "model/id.hpp"
#include "store/db.hpp"

namespace app {

struct Applied {
    i18n::Message what;
    model::ReportId report;
    model::RowId row;
    model::FieldId field;
    std::uint64_t stay = 0;
};

struct Context {
    store::Db& db;
    const catalog::Library& library;
};

}  // namespace app
