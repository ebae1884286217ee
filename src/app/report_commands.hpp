// How each change of a report is done. Runs inside the workbook's recorded transaction; a refusal
// leaves no trace.
#pragma once

#include "app/applied.hpp"
#include "app/commands.hpp"
#include "base/result.hpp"

namespace app {

base::Result<Applied> apply(const Context& context, const ReportCommand& command);

}  // namespace app
