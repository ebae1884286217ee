#include "bundle/fitting.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "archive/zip.hpp"
#include "value/money.hpp"

namespace bundle {
namespace {

using i18n::S;

/// Whether the file is within the limits for certain, without writing it: no value takes fewer than
/// two bytes of a body, and laying it out makes it a few times as long.
bool surely_fits(const ReportPart& report, const json::Limits& limits) {
    constexpr std::size_t Parent = 80;  // bytes of an id in the file
    constexpr std::size_t FrameBytes = 32'768;
    constexpr std::size_t FrameValues = 32;
    constexpr std::size_t LaidOut = 16;
    std::size_t bytes = 0;
    for (const auto& version : report.versions)
        bytes += version.body.size() + Parent * version.parents.size();
    const auto frames = report.versions.size() + 1;
    return LaidOut * bytes + FrameBytes * frames <= limits.bytes &&
           bytes / 2 + FrameValues * frames <= limits.values;
}

/// The reader's refusal as the person who writes has to hear it.
base::Refusal above(const base::Refusal& read, const json::Limits& limits) {
    if (read.why.key == S::FileTooLarge)
        return {{S::WriteTooLarge, {std::to_string(limits.bytes >> 20)}}};
    if (read.why.key == S::FileTooManyValues)
        return {{S::WriteTooManyValues, {value::vn_number(std::to_string(limits.values))}}};
    return read;
}

}  // namespace

base::Result<Bundle> make_fitting(ReportPart report, std::span<const model::Form> forms,
                                  std::span<const model::Catalogue> catalogues,
                                  const json::Limits& limits) {
    for (;;) {
        auto bundle = make({report}, forms, catalogues);
        if (surely_fits(report, limits)) return bundle;
        const auto read = json::scan(write(bundle), limits);
        if (read) return bundle;
        const auto count = report.versions.size();
        if (count == 1) return above(read.error(), limits);
        const auto older = static_cast<std::ptrdiff_t>((count + 1) / 2);
        report.versions.erase(report.versions.begin(), report.versions.begin() + older);
    }
}

base::Result<void> workbook_fits(std::string_view bytes) {
    const auto read = archive::Archive::open(bytes);
    if (read) return {};
    const archive::Limits limits;
    if (read.error().why.key == S::ZipTooManyEntries)
        return base::Refusal{
            {S::WriteTooManyReports, {value::vn_number(std::to_string(limits.entries - 1))}}};
    if (read.error().why.key == S::ZipTooLarge)
        return base::Refusal{
            {S::WriteWorkbookTooLarge, {std::to_string(limits.total_bytes >> 20)}}};
    return read.error();
}

}  // namespace bundle
