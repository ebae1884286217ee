// Any bytes as a report file: nothing crashes or hangs, and what was read can be written and is
// then a whole file that reads as the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fault.hpp"
#include "bundle/bundle.hpp"

namespace {

/// What a reader says of a file we wrote may only be about its content, never about its frame.
bool whole(const bundle::Bundle& bundle) {
    for (const auto& problem : bundle.problems)
        if (problem.kind == bundle::ProblemKind::FileChanged ||
            problem.kind == bundle::ProblemKind::VersionChanged ||
            problem.kind == bundle::ProblemKind::ReportLost)
            return false;
    return bundle.integrity.ok;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto opened = bundle::open({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!opened) return 0;
    for (const auto& file : opened->files) {
        if (file.reports.empty()) continue;
        const auto written = bundle::write(file);
        const auto again = bundle::read(written, "fuzz");
        base::check(again.has_value(), "a file we wrote is refused");
        base::check(whole(*again), "a file we wrote is said to be changed");
        base::check(bundle::write(*again) == written, "the same content gives other bytes");
        for (const auto& report : again->reports)
            base::check(bundle::make_version(report.head().content, {}, {}).content ==
                            report.head().content,
                        "a report made into a version again says something else");
    }
    return 0;
}
