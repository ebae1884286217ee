#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <unzip.h>

#include "archive/memory.hpp"
#include "archive/names.hpp"
#include "archive/zip.hpp"
#include "base/fault.hpp"

namespace archive {

namespace {

using i18n::S;

constexpr std::string_view FileMark{"PK\3\4", 4};
constexpr std::string_view EndMark{"PK\5\6", 4};
constexpr uLong LockedFlag = 1;
constexpr uLong Stored = 0;
constexpr uLong Deflated = 8;

struct CloseUnzip {
    void operator()(void* file) const { unzClose(file); }
};
using Unzip = std::unique_ptr<void, CloseUnzip>;

base::Refusal refused(S key, std::string_view name) {
    return {{key, {short_name(name)}}};
}

// minizip takes an archive that ends within its last record for an empty one.
bool cut_off(std::string_view bytes) {
    constexpr std::size_t EndSize = 22;
    const std::size_t end = bytes.rfind(EndMark);
    return looks_like_zip(bytes) && (end == bytes.npos || bytes.size() - end < EndSize);
}

// Takes the files out one after the other and keeps the sums that the limits are about.
class Unpacking {
public:
    Unpacking(std::string_view bytes, const Limits& limits) : reader_{bytes, 0}, limits_(limits) {
        zlib_filefunc64_def functions = reader_.functions();
        file_.reset(unzOpen2_64("", &functions));
    }

    base::Result<std::vector<Entry>> run();

private:
    std::optional<base::Refusal> add_current();
    std::optional<base::Refusal> why_not(const unz_file_info64& info, const std::string& name);
    base::Result<std::string> content(const unz_file_info64& info, const std::string& name);
    bool claim(std::uint64_t begin, std::uint64_t length);

    MemoryReader reader_;
    const Limits& limits_;
    Unzip file_;
    std::vector<Entry> entries_;
    std::set<std::string, std::less<>> names_;
    std::uint64_t total_ = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> claimed_;  // packed bytes, begin and end
};

base::Result<std::vector<Entry>> Unpacking::run() {
    if (cut_off(reader_.bytes)) return base::Refusal{{S::ZipTruncated, {}}};
    if (!file_) return base::Refusal{{S::ZipDamaged, {}}};
    unz_global_info64 global{};
    if (unzGetGlobalInfo64(file_.get(), &global) != UNZ_OK)
        return base::Refusal{{S::ZipDamaged, {}}};
    if (global.number_entry > limits_.entries) {
        return base::Refusal{
            {S::ZipTooManyEntries,
             {std::to_string(global.number_entry), std::to_string(limits_.entries)}}};
    }
    if (global.number_entry == 0) return std::move(entries_);
    int state = unzGoToFirstFile(file_.get());
    while (state == UNZ_OK) {
        if (auto refusal = add_current()) return std::move(*refusal);
        state = unzGoToNextFile(file_.get());
    }
    if (state != UNZ_END_OF_LIST_OF_FILE) return base::Refusal{{S::ZipDamaged, {}}};
    return std::move(entries_);
}

std::optional<base::Refusal> Unpacking::add_current() {
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(file_.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
        return base::Refusal{{S::ZipDamaged, {}}};
    }
    std::string name(info.size_filename, '\0');
    const int read = unzGetCurrentFileInfo64(
        file_.get(), &info, name.data(), static_cast<uLong>(name.size()), nullptr, 0, nullptr, 0);
    if (read != UNZ_OK) return base::Refusal{{S::ZipDamaged, {}}};
    if (auto refusal = why_not(info, name)) return refusal;
    if (name.ends_with('/')) return std::nullopt;
    auto bytes = content(info, name);
    if (!bytes) return bytes.error();
    entries_.push_back({readable(name), std::move(*bytes)});
    return std::nullopt;
}

// Everything that can be told before unpacking. minizip never unpacks more than the size it was
// told.
std::optional<base::Refusal> Unpacking::why_not(const unz_file_info64& info,
                                                const std::string& name) {
    if (!good_name(name)) return refused(S::ZipBadName, name);
    if (!names_.insert(name).second) return refused(S::ZipDuplicateName, name);
    if (info.flag & LockedFlag) return refused(S::ZipLocked, name);
    if (info.compression_method != Stored && info.compression_method != Deflated) {
        return refused(S::ZipUnknownMethod, name);
    }
    const std::uint64_t size = info.uncompressed_size;
    if (size > limits_.total_bytes - total_) {
        return base::Refusal{{S::ZipTooLarge, {std::to_string(limits_.total_bytes >> 20)}}};
    }
    if (size > limits_.ratio_free_bytes && size / limits_.ratio > info.compressed_size) {
        return base::Refusal{{S::ZipBomb, {short_name(name), std::to_string(limits_.ratio)}}};
    }
    total_ += size;
    return std::nullopt;
}

base::Result<std::string> Unpacking::content(const unz_file_info64& info, const std::string& name) {
    const base::Refusal damaged = refused(S::ZipEntryDamaged, name);
    if (unzOpenCurrentFile(file_.get()) != UNZ_OK) return damaged;
    if (!claim(unzGetCurrentFileZStreamPos64(file_.get()), info.compressed_size)) return damaged;
    std::string bytes;
    std::array<char, 65536> buffer{};
    int count = 0;
    while ((count = unzReadCurrentFile(file_.get(), buffer.data(), buffer.size())) > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    // Closing compares the checksum, but only of a file that was read to its end.
    const bool whole = count == 0 && bytes.size() == info.uncompressed_size;
    if (unzCloseCurrentFile(file_.get()) != UNZ_OK || !whole) return damaged;
    return bytes;
}

// Two files made of the same packed bytes are how a small archive becomes a huge one.
bool Unpacking::claim(std::uint64_t begin, std::uint64_t length) {
    const std::uint64_t size = reader_.bytes.size();
    if (begin > size || length > size - begin) return false;
    const std::uint64_t end = begin + length;
    const bool free = std::ranges::all_of(
        claimed_, [&](const auto& other) { return end <= other.first || begin >= other.second; });
    claimed_.emplace_back(begin, end);
    return free;
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with(FileMark) || bytes.starts_with(EndMark);
}

base::Result<std::vector<Entry>> unzip(std::string_view bytes, const Limits& limits) {
    return Unpacking(bytes, limits).run();
}

}  // namespace archive
