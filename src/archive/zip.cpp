#include "archive/zip.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include <zip.h>
#include <zlib.h>

#include "archive/memory.hpp"
#include "archive/names.hpp"
#include "base/fault.hpp"
#include "base/utf8.hpp"

namespace archive {

namespace {

constexpr uLong DosTime1980 = 0x00210000;  // 1980-01-01 00:00, the first that the format knows
constexpr uLong MadeByDos = 20;            // version 2.0, no rights of Unix files
constexpr uLong Utf8Names = 1u << 11;
constexpr int Level = 6;

/// Whether unzip() would take the packed entry for a bomb: the same long text in many places packs
/// to almost nothing, and what we write has to open again.
bool packs_like_a_bomb(const std::string& bytes) {
    const Limits limits;
    if (bytes.size() <= limits.ratio_free_bytes) return false;
    auto packed_size = compressBound(static_cast<uLong>(bytes.size()));
    std::string packed(packed_size, '\0');
    const int done = compress2(reinterpret_cast<Bytef*>(packed.data()), &packed_size,
                               reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), Level);
    // A tenth to spare: the frames around the two are not the same.
    const auto fewest = bytes.size() / limits.ratio;
    return done != Z_OK || packed_size < fewest + fewest / 10;
}

void write_entry(zipFile file, const Entry& entry) {
    zip_fileinfo info{};
    info.dosDate = DosTime1980;
    const int method = packs_like_a_bomb(entry.bytes) ? 0 : Z_DEFLATED;
    const int opened = zipOpenNewFileInZip4_64(
        file, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, method, Level, 0,
        -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, nullptr, 0, MadeByDos, Utf8Names, 0);
    base::check(opened == ZIP_OK, "an entry of an archive could not be begun");
    const int written =
        zipWriteInFileInZip(file, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size()));
    base::check(written == ZIP_OK, "an entry of an archive could not be written");
    base::check(zipCloseFileInZip(file) == ZIP_OK, "an entry of an archive could not be ended");
}

struct CloseZip {
    void operator()(void* file) const { zipClose(file, nullptr); }
};

}  // namespace

std::string zip(std::span<const Entry> entries) {
    std::set<std::string_view> names;
    for (const Entry& entry : entries) {
        const bool fits =
            good_name(entry.name) && !entry.name.ends_with('/') && base::valid_utf8(entry.name);
        base::check(fits && names.insert(entry.name).second, "a name that no archive may hold");
    }
    MemoryWriter writer;
    zlib_filefunc64_def functions = writer.functions();
    std::unique_ptr<void, CloseZip> file(
        zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions));
    base::check(file != nullptr, "an archive could not be begun");
    for (const Entry& entry : entries) write_entry(file.get(), entry);
    base::check(zipClose(file.release(), nullptr) == ZIP_OK, "an archive could not be ended");
    return std::move(writer.bytes);
}

}  // namespace archive
