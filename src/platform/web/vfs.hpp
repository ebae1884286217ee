// SQLite's way to its files in the browser: three fixed files that the worker holds open, because
// opening one there is asynchronous and SQLite cannot wait (storage.md §7.1). Reads and writes go
// through at once; nothing is combined yet. No locks and no shared memory: a workbook belongs to
// one window, so the store must ask for locking_mode=EXCLUSIVE before anything else.
//
//   Vfs vfs(files);   // SQLite's default from here on, for as long as it lives
#pragma once

#include <cstdint>
#include <memory>
#include <span>

struct sqlite3_vfs;

namespace platform::web {

/// Who holds the files: the browser (file_imports.hpp), or memory in a test.
class Files {
public:
    /// What a call answers when it could not be done; Full: no room is left.
    static constexpr int Failed = -2;
    static constexpr int Full = -1;

    Files() = default;
    virtual ~Files() = default;
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;

    /// A number for the calls below; negative when there is no such file. A file may be open twice.
    virtual int open(const char* name) = 0;
    virtual void close(int file) = 0;
    virtual std::int64_t size(int file) = 0;
    /// How many bytes were read or written, fewer at the end of the file or of the room.
    virtual int read(int file, std::span<unsigned char> into, std::int64_t at) = 0;
    virtual int write(int file, std::span<const unsigned char> bytes, std::int64_t at) = 0;
    virtual int truncate(int file, std::int64_t size) = 0;
    virtual int flush(int file) = 0;
};

/// What was asked of the files so far, for benchmarks ("one flush a commit").
struct FileCounts {
    std::int64_t reads = 0;
    std::int64_t writes = 0;
    std::int64_t bytes_written = 0;
    std::int64_t flushes = 0;
};

struct VfsState;

class Vfs {
public:
    static constexpr const char* Name = "so06";

    /// `files` must live longer.
    explicit Vfs(Files& files);
    ~Vfs();
    Vfs(const Vfs&) = delete;
    Vfs& operator=(const Vfs&) = delete;

    const FileCounts& counts() const;

private:
    std::unique_ptr<VfsState> state_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace platform::web
