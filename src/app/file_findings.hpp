// What is doubtful about a file that was read, as findings: what reading it came upon, and what its
// reports say that their forms do not have. Said before anything of the file is taken in.
//   F01 file changed · F02 version changed · F03 report lost · F04 entry lost · F05 unknown member
//   · F06 form or catalogue · F07–F13 what a report and its form agree on · F14 value lost · F15 a
//   file of the zip that is none of ours
#pragma once

#include <string>
#include <vector>

#include "bundle/bundle.hpp"
#include "catalog/library.hpp"
#include "checks/finding.hpp"

namespace app {

/// A problem of reading: what was lost is an error or, where it is one value, a warning; what was
/// changed outside the program needs a person's word; what was passed over is only said.
checks::Finding finding_of(const bundle::Problem& problem);

/// What is doubtful about the file itself, not about one of its reports.
checks::Findings findings_of(const bundle::Bundle& file, const catalog::Library& library);

/// A finding and the file it is about.
struct FileFinding {
    std::string file;  // the one of the zip, where the sentence does not name it; else ""
    checks::Finding finding;
};

/// Everything doubtful about what was opened as `file_name`, the gravest first, but for what its
/// reports leave out: that is for later.
std::vector<FileFinding> findings_of(const bundle::Opened& opened, const std::string& file_name,
                                     const catalog::Library& library);

}  // namespace app
