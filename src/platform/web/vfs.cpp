#include "platform/web/vfs.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <new>
#include <ratio>

#include <sqlite3.h>

#include "base/fault.hpp"
#include "base/id.hpp"

namespace platform::web {

struct VfsState {
    Files& files;
    FileCounts counts;
};

namespace {

constexpr int LongestName = 64;
constexpr int SectorSize = 4096;

/// One open file, in memory that SQLite hands us; `base` comes first because SQLite sees only that.
struct OpenFile {
    sqlite3_file base;
    Files* files;
    FileCounts* counts;
    int number;
    sqlite3_int64 size;
    int trouble;     // why nothing is written any more; SQLITE_OK when all is well
    bool unflushed;  // something may not be on the disk yet
};

OpenFile& file_of(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

/// After an error nobody knows what is in the file, so nothing is written to it until it is opened
/// anew; SQLite might take for written what is not. Reading goes on: people must get at what is
/// there.
int give_up(OpenFile& file, int answer, int code) {
    file.size = std::max<sqlite3_int64>(file.files->size(file.number), 0);
    file.trouble = answer == Files::Full ? SQLITE_FULL : code;
    return file.trouble;
}

int close_file(sqlite3_file* file) {
    file_of(file).files->close(file_of(file).number);
    return SQLITE_OK;
}

int read_file(sqlite3_file* handle, void* into, int amount, sqlite3_int64 at) {
    auto& file = file_of(handle);
    auto* bytes = static_cast<unsigned char*>(into);
    const auto there = std::clamp<sqlite3_int64>(file.size - at, 0, amount);
    int got = 0;
    if (there > 0) {
        ++file.counts->reads;
        got = file.files->read(file.number, {bytes, static_cast<std::size_t>(there)}, at);
        if (got < 0) return SQLITE_IOERR_READ;
    }
    if (got == amount) return SQLITE_OK;
    std::memset(bytes + got, 0, static_cast<std::size_t>(amount - got));  // SQLite relies on zeros
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* handle, const void* from, int amount, sqlite3_int64 at) {
    auto& file = file_of(handle);
    if (file.trouble != SQLITE_OK) return file.trouble;
    ++file.counts->writes;
    file.counts->bytes_written += amount;
    file.unflushed = true;
    const std::span bytes(static_cast<const unsigned char*>(from),
                          static_cast<std::size_t>(amount));
    const int done = file.files->write(file.number, bytes, at);
    if (done == amount) {
        file.size = std::max(file.size, at + amount);
        return SQLITE_OK;
    }
    if (done == Files::Failed) return give_up(file, done, SQLITE_IOERR_WRITE);
    // No room for it, or for all of it. SQLite hears it of this very write and rolls back, so later
    // writes may be tried: somebody may have made room.
    file.size = std::max<sqlite3_int64>(file.files->size(file.number), 0);
    return SQLITE_FULL;
}

int truncate_file(sqlite3_file* handle, sqlite3_int64 size) {
    auto& file = file_of(handle);
    if (file.trouble != SQLITE_OK) return file.trouble;
    file.unflushed = true;
    const int done = file.files->truncate(file.number, size);
    if (done < 0) return give_up(file, done, SQLITE_IOERR_TRUNCATE);
    file.size = size;
    return SQLITE_OK;
}

int sync_file(sqlite3_file* handle, int) {
    auto& file = file_of(handle);
    if (file.trouble != SQLITE_OK) return file.trouble;
    if (!file.unflushed) return SQLITE_OK;
    ++file.counts->flushes;
    const int done = file.files->flush(file.number);
    if (done < 0) return give_up(file, done, SQLITE_IOERR_FSYNC);
    file.unflushed = false;
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* handle, sqlite3_int64* size) {
    *size = file_of(handle).size;
    return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) {
    return SQLITE_OK;
}

/// Saying "locked" here makes SQLite pass over a journal that must be played back (storage.md
/// §1.4).
int reserved_lock(sqlite3_file*, int* locked) {
    *locked = 0;
    return SQLITE_OK;
}

int control_file(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return SectorSize;
}
int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN;
}

/// Version 1 of the methods: no shared memory, no mapping.
sqlite3_io_methods methods() {
    sqlite3_io_methods out{};
    out.iVersion = 1;
    out.xClose = close_file;
    out.xRead = read_file;
    out.xWrite = write_file;
    out.xTruncate = truncate_file;
    out.xSync = sync_file;
    out.xFileSize = size_of_file;
    out.xLock = lock_file;
    out.xUnlock = lock_file;
    out.xCheckReservedLock = reserved_lock;
    out.xFileControl = control_file;
    out.xSectorSize = sector_size;
    out.xDeviceCharacteristics = characteristics;
    return out;
}

int full_name(sqlite3_vfs*, const char* name, int room, char* out) {
    const auto length = std::strlen(name);
    if (length >= static_cast<std::size_t>(room)) return SQLITE_CANTOPEN;
    std::memcpy(out, name, length + 1);
    return SQLITE_OK;
}

int random_bytes(sqlite3_vfs*, int amount, char* out) {
    base::fill_random({reinterpret_cast<unsigned char*>(out), static_cast<std::size_t>(amount)});
    return amount;
}

/// Nobody else has the files, so there is nothing worth waiting for.
int sleep_for(sqlite3_vfs*, int microseconds) {
    return microseconds;
}

int julian_day(sqlite3_vfs*, double* now) {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    constexpr double JulianDayOf1970 = 2440587.5;
    *now = JulianDayOf1970 + std::chrono::duration<double, std::ratio<86400>>(since_1970).count();
    return SQLITE_OK;
}

VfsState& state_of(sqlite3_vfs* vfs) {
    return *static_cast<VfsState*>(vfs->pAppData);
}

/// A number to call the file by, or nothing; given back on every way out.
class Borrowed {
public:
    Borrowed(Files& files, const char* name) : files_(files), number_(files.open(name)) {}
    ~Borrowed() {
        if (number_ >= 0) files_.close(number_);
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    int number() const { return number_; }

private:
    Files& files_;
    int number_;
};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* out_flags) {
    static const sqlite3_io_methods Methods = methods();
    handle->pMethods = nullptr;  // nothing to close, unless all goes well
    if (name == nullptr)
        return SQLITE_CANTOPEN;  // temporary ones are in memory (SQLITE_TEMP_STORE=3)
    auto& state = state_of(vfs);
    const int number = state.files.open(name);
    if (number < 0) return SQLITE_CANTOPEN;
    const auto size = state.files.size(number);
    if (size < 0) {
        state.files.close(number);
        return SQLITE_IOERR_FSTAT;
    }
    // What an earlier run left may not be on the disk, so a file begins as unflushed: copying such
    // a log into the database without a flush could mix both when the power fails.
    new (handle) OpenFile{{&Methods}, &state.files, &state.counts, number, size, SQLITE_OK, true};
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

/// The files are fixed, so deleting one means emptying it.
int delete_file(sqlite3_vfs* vfs, const char* name, int sync) {
    auto& state = state_of(vfs);
    const Borrowed file(state.files, name);
    if (file.number() < 0) return SQLITE_IOERR_DELETE_NOENT;
    if (state.files.truncate(file.number(), 0) < 0) return SQLITE_IOERR_DELETE;
    if (sync == 0) return SQLITE_OK;
    ++state.counts.flushes;
    return state.files.flush(file.number()) < 0 ? SQLITE_IOERR_DELETE : SQLITE_OK;
}

int file_is_there(sqlite3_vfs* vfs, const char* name, int, int* there) {
    auto& files = state_of(vfs).files;
    const Borrowed file(files, name);
    const auto size = file.number() < 0 ? 0 : files.size(file.number());
    if (size < 0) return SQLITE_IOERR_ACCESS;
    *there = size > 0 ? 1 : 0;
    return SQLITE_OK;
}

}  // namespace

Vfs::Vfs(Files& files) : state_(new VfsState{files, {}}), vfs_(new sqlite3_vfs{}) {
    vfs_->iVersion = 1;
    vfs_->szOsFile = sizeof(OpenFile);
    vfs_->mxPathname = LongestName;
    vfs_->zName = Name;
    vfs_->pAppData = state_.get();
    vfs_->xOpen = open_file;
    vfs_->xDelete = delete_file;
    vfs_->xAccess = file_is_there;
    vfs_->xFullPathname = full_name;
    vfs_->xRandomness = random_bytes;
    vfs_->xSleep = sleep_for;
    vfs_->xCurrentTime = julian_day;
    base::check(sqlite3_vfs_register(vfs_.get(), 1) == SQLITE_OK, "SQLite does not take our files");
}

Vfs::~Vfs() {
    sqlite3_vfs_unregister(vfs_.get());
}

const FileCounts& Vfs::counts() const {
    return state_->counts;
}

}  // namespace platform::web
