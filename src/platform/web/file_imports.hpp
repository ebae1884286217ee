// The files of the open workbook as the worker holds them: Module.so06Files, a plain object that
// maps "a.db", "a.db-wal", "a.db-journal" to what answers like a FileSystemSyncAccessHandle
// (web/src/storage.ts). They are SQLite's default files in the page's module; nobody else calls
// them.
#pragma once

#include "platform/web/vfs.hpp"

namespace platform::web {

/// What SQLite asked of the browser's files since the start.
const FileCounts& file_counts();

}  // namespace platform::web
