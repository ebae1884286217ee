// Zip archives in memory, both ways. unzip() takes strangers' archives: whatever they claim, it
// uses a bounded amount of memory and time and refuses with a sentence. zip() makes the same bytes
// from the same entries, anywhere. No passwords, no links, no folders, nothing on a disk.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace archive {

struct Entry {
    std::string name;  // UTF-8, parts separated by "/"
    std::string bytes;

    bool operator==(const Entry&) const = default;
};

struct Limits {
    std::size_t entries = 2000;
    std::size_t total_bytes = 512u << 20;     // unpacked, all entries together
    std::size_t ratio = 100;                  // unpacked to packed, of one entry
    std::size_t ratio_free_bytes = 1u << 20;  // an entry smaller than this may have any ratio
};

/// Whether the bytes begin like a zip archive. Word, Excel and our workbook files do too.
bool looks_like_zip(std::string_view bytes);

/// An archive whose files are unpacked one at a time, so that a job can do one a step. What can be
/// told from the archive's own list is told when it is opened; damage within a file costs that
/// file.
class Archive {
public:
    /// Looks at the list only; `bytes` must outlive it. Refuses what is damaged or cut off, locked
    /// with a password, above the limits, or has names that are absolute, climb out (".."), hold
    /// backslashes or control characters, or stand there twice.
    static base::Result<Archive> open(std::string_view bytes, const Limits& limits = {});

    ~Archive();
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// The files' names in the archive's order; folders are left out. Bytes that are not UTF-8
    /// become U+FFFD.
    const std::vector<std::string>& names() const;
    /// The content of file `i`, each once. Refuses one that is damaged, or made of bytes another
    /// one is made of.
    base::Result<std::string> content(std::size_t i);

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// All files at once; one that is damaged refuses the archive.
base::Result<std::vector<Entry>> unzip(std::string_view bytes, const Limits& limits = {});

/// The entries as an archive, in their order, all with the time 1980-01-01 00:00. An entry that
/// would shrink so far that unzip() took it for a bomb is stored as it is. Throws Fault for names
/// that unzip() would refuse.
std::string zip(std::span<const Entry> entries);

}  // namespace archive
