// Any bytes as an archive: nothing crashes, hangs or grows beyond the limits, and what was unpacked
// can be packed and unpacked again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "archive/zip.hpp"
#include "base/fault.hpp"
#include "base/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const archive::Limits limits{
        .entries = 50, .total_bytes = 1u << 20, .ratio_free_bytes = 1u << 14};
    const auto entries = archive::unzip(bytes, limits);
    if (!entries) return 0;
    std::size_t total = 0;
    for (const archive::Entry& entry : *entries) {
        base::check(base::valid_utf8(entry.name), "a name is not UTF-8");
        total += entry.bytes.size();
    }
    base::check(entries->size() <= limits.entries && total <= limits.total_bytes,
                "above the limits");
    // Names that only differ in bytes that are not UTF-8 look alike and cannot be packed.
    if (bytes.find("\xEF\xBF\xBD") != bytes.npos) return 0;
    for (const archive::Entry& entry : *entries) {
        if (entry.name.find("\xEF\xBF\xBD") != entry.name.npos) return 0;
    }
    const auto again = archive::unzip(archive::zip(*entries));
    base::check(again && *again == *entries, "what was packed is unpacked otherwise");
    return 0;
}
