#include "platform/web/file_imports.hpp"

#include <emscripten/em_js.h>
#include <sqlite3.h>

// One function an operation. An open file is a number in Module.so06Open, which keeps hold of the
// object itself: when another workbook's files take the names, an old number still means the old,
// closed file, and writing to it fails instead of landing in the wrong workbook.
EM_JS_DEPS(so06_files, "$UTF8ToString");

// clang-format off
EM_JS(int, so06_file_open, (const char* name), {
    const file = Module["so06Files"]?.[UTF8ToString(name)];
    if (!file) return -2;
    const open = (Module["so06Open"] ||= []);
    const free = open.indexOf(null);
    if (free < 0) return open.push(file) - 1;
    open[free] = file;
    return free;
});
EM_JS(void, so06_file_close, (int file), { Module["so06Open"][file] = null; });
EM_JS(double, so06_file_size, (int file), {
    try {
        return Module["so06Open"][file].getSize();
    } catch (error) {
        console.warn("so06 size:", error);
        return -2;
    }
});
EM_JS(int, so06_file_read, (int file, void* into, int amount, double at), {
    try {
        return Module["so06Open"][file].read(HEAPU8.subarray(into, into + amount), { at });
    } catch (error) {
        console.warn("so06 read:", error);
        return -2;
    }
});
EM_JS(int, so06_file_write, (int file, const void* from, int amount, double at), {
    try {
        return Module["so06Open"][file].write(HEAPU8.subarray(from, from + amount), { at });
    } catch (error) {
        console.warn("so06 write:", error);
        return error.name === "QuotaExceededError" ? -1 : -2;
    }
});
EM_JS(int, so06_file_truncate, (int file, double size), {
    try {
        Module["so06Open"][file].truncate(size);
        return 0;
    } catch (error) {
        console.warn("so06 truncate:", error);
        return error.name === "QuotaExceededError" ? -1 : -2;
    }
});
EM_JS(int, so06_file_flush, (int file), {
    try {
        Module["so06Open"][file].flush();
        return 0;
    } catch (error) {
        console.warn("so06 flush:", error);
        return error.name === "QuotaExceededError" ? -1 : -2;
    }
});
// clang-format on

namespace platform::web {
namespace {

class BrowserFiles : public Files {
public:
    int open(const char* name) override { return so06_file_open(name); }
    void close(int file) override { so06_file_close(file); }
    std::int64_t size(int file) override { return static_cast<std::int64_t>(so06_file_size(file)); }
    int read(int file, std::span<unsigned char> into, std::int64_t at) override {
        return so06_file_read(file, into.data(), static_cast<int>(into.size()),
                              static_cast<double>(at));
    }
    int write(int file, std::span<const unsigned char> bytes, std::int64_t at) override {
        return so06_file_write(file, bytes.data(), static_cast<int>(bytes.size()),
                               static_cast<double>(at));
    }
    int truncate(int file, std::int64_t size) override {
        return so06_file_truncate(file, static_cast<double>(size));
    }
    int flush(int file) override { return so06_file_flush(file); }
};

/// Made when SQLite starts, which is as late as possible; there to the end, as SQLite asks.
const Vfs& browser_vfs() {
    static BrowserFiles files;
    static const Vfs vfs(files);
    return vfs;
}

}  // namespace

const FileCounts& file_counts() {
    return browser_vfs().counts();
}

}  // namespace platform::web

// SQLite is built without a file system of its own (SQLITE_OS_OTHER=1) and calls these instead.
extern "C" {
int sqlite3_os_init() {
    platform::web::browser_vfs();
    return SQLITE_OK;
}
int sqlite3_os_end() {
    return SQLITE_OK;
}
}
