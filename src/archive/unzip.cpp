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

/// A file of the archive's list.
struct Listed {
    unz64_file_pos at{};
    std::string name;  // as the list has it, which need not be UTF-8
    std::uint64_t size = 0;
    std::uint64_t packed_size = 0;
};

}  // namespace

struct Archive::State {
    explicit State(std::string_view bytes) : reader{bytes, 0} {}

    base::Result<void> list(const Limits& limits);
    base::Result<void> list_current(const Limits& limits);
    base::Result<std::string> content(const Listed& file);
    bool claim(std::uint64_t begin, std::uint64_t length);

    MemoryReader reader;
    Unzip zip;
    std::vector<Listed> files;
    std::vector<std::string> names;  // as people can read them
    std::set<std::string, std::less<>> taken;
    std::uint64_t total = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> claimed;  // packed bytes, begin and end
};

base::Result<void> Archive::State::list(const Limits& limits) {
    const base::Refusal damaged{{S::ZipDamaged, {}}};
    if (cut_off(reader.bytes)) return base::Refusal{{S::ZipTruncated, {}}};
    zlib_filefunc64_def functions = reader.functions();
    zip.reset(unzOpen2_64("", &functions));
    if (!zip) return damaged;
    unz_global_info64 global{};
    if (unzGetGlobalInfo64(zip.get(), &global) != UNZ_OK) return damaged;
    if (global.number_entry > limits.entries) {
        return base::Refusal{
            {S::ZipTooManyEntries,
             {std::to_string(global.number_entry), std::to_string(limits.entries)}}};
    }
    if (global.number_entry == 0) return {};
    int state = unzGoToFirstFile(zip.get());
    while (state == UNZ_OK) {
        if (auto listed = list_current(limits); !listed) return listed;
        state = unzGoToNextFile(zip.get());
    }
    if (state != UNZ_END_OF_LIST_OF_FILE) return damaged;
    return {};
}

/// Everything that can be told before unpacking. minizip never unpacks more than the size it was
/// told.
base::Result<void> Archive::State::list_current(const Limits& limits) {
    const base::Refusal damaged{{S::ZipDamaged, {}}};
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(zip.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
        return damaged;
    std::string name(info.size_filename, '\0');
    const int read = unzGetCurrentFileInfo64(
        zip.get(), &info, name.data(), static_cast<uLong>(name.size()), nullptr, 0, nullptr, 0);
    if (read != UNZ_OK) return damaged;
    if (!good_name(name)) return refused(S::ZipBadName, name);
    if (!taken.insert(name).second) return refused(S::ZipDuplicateName, name);
    if (info.flag & LockedFlag) return refused(S::ZipLocked, name);
    if (info.compression_method != Stored && info.compression_method != Deflated)
        return refused(S::ZipUnknownMethod, name);
    const std::uint64_t size = info.uncompressed_size;
    if (size > limits.total_bytes - total)
        return base::Refusal{{S::ZipTooLarge, {std::to_string(limits.total_bytes >> 20)}}};
    if (size > limits.ratio_free_bytes && size / limits.ratio > info.compressed_size)
        return base::Refusal{{S::ZipBomb, {short_name(name), std::to_string(limits.ratio)}}};
    total += size;
    if (name.ends_with('/')) return {};
    Listed file{.name = std::move(name), .size = size, .packed_size = info.compressed_size};
    if (unzGetFilePos64(zip.get(), &file.at) != UNZ_OK) return damaged;
    names.push_back(readable(file.name));
    files.push_back(std::move(file));
    return {};
}

base::Result<std::string> Archive::State::content(const Listed& file) {
    const base::Refusal damaged = refused(S::ZipEntryDamaged, file.name);
    if (unzGoToFilePos64(zip.get(), &file.at) != UNZ_OK) return damaged;
    if (unzOpenCurrentFile(zip.get()) != UNZ_OK) return damaged;
    if (!claim(unzGetCurrentFileZStreamPos64(zip.get()), file.packed_size)) return damaged;
    std::string bytes;
    std::array<char, 65536> buffer{};
    int count = 0;
    while ((count = unzReadCurrentFile(zip.get(), buffer.data(), buffer.size())) > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    // Closing compares the checksum, but only of a file that was read to its end.
    const bool whole = count == 0 && bytes.size() == file.size;
    if (unzCloseCurrentFile(zip.get()) != UNZ_OK || !whole) return damaged;
    return bytes;
}

/// Two files made of the same packed bytes are how a small archive becomes a huge one.
bool Archive::State::claim(std::uint64_t begin, std::uint64_t length) {
    const std::uint64_t size = reader.bytes.size();
    if (begin > size || length > size - begin) return false;
    const std::uint64_t end = begin + length;
    const bool free = std::ranges::all_of(
        claimed, [&](const auto& other) { return end <= other.first || begin >= other.second; });
    claimed.emplace_back(begin, end);
    return free;
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

base::Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
    auto state = std::make_unique<State>(bytes);
    if (const auto listed = state->list(limits); !listed) return listed.error();
    return Archive(std::move(state));
}

const std::vector<std::string>& Archive::names() const {
    return state_->names;
}

base::Result<std::string> Archive::content(std::size_t i) {
    return state_->content(state_->files.at(i));
}

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with(FileMark) || bytes.starts_with(EndMark);
}

base::Result<std::vector<Entry>> unzip(std::string_view bytes, const Limits& limits) {
    auto archive = Archive::open(bytes, limits);
    if (!archive) return archive.error();
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < archive->names().size(); ++i) {
        auto content = archive->content(i);
        if (!content) return content.error();
        entries.push_back({archive->names()[i], std::move(*content)});
    }
    return entries;
}

}  // namespace archive
