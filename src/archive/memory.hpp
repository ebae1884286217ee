// A file in memory, as minizip wants to see one. Inside this module only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <ioapi.h>

namespace archive {

/// Reads `bytes`, which must outlive it.
struct MemoryReader {
    std::string_view bytes;
    std::uint64_t place = 0;

    zlib_filefunc64_def functions();
};

/// Grows `bytes` as it is written.
struct MemoryWriter {
    std::string bytes;
    std::uint64_t place = 0;

    zlib_filefunc64_def functions();
};

}  // namespace archive
