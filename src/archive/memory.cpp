#include "archive/memory.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace archive {

namespace {

MemoryReader& reader(voidpf stream) {
    return *static_cast<MemoryReader*>(stream);
}
MemoryWriter& writer(voidpf stream) {
    return *static_cast<MemoryWriter*>(stream);
}

// The stream is the object that was handed over as `opaque`.
voidpf open(voidpf opaque, const void*, int) {
    return opaque;
}
int close(voidpf, voidpf) {
    return 0;
}
int no_error(voidpf, voidpf) {
    return 0;
}

uLong read(voidpf, voidpf stream, void* buffer, uLong size) {
    MemoryReader& from = reader(stream);
    const std::string_view rest = from.bytes.substr(static_cast<std::size_t>(from.place));
    const std::size_t count = std::min<std::size_t>(size, rest.size());
    if (count > 0) std::memcpy(buffer, rest.data(), count);
    from.place += count;
    return static_cast<uLong>(count);
}

uLong read_nothing(voidpf, voidpf, void*, uLong) {
    return 0;
}
uLong write_nothing(voidpf, voidpf, const void*, uLong) {
    return 0;
}

uLong write(voidpf, voidpf stream, const void* buffer, uLong size) {
    MemoryWriter& to = writer(stream);
    const auto place = static_cast<std::size_t>(to.place);
    if (place + size > to.bytes.size()) to.bytes.resize(place + size);
    if (size > 0) std::memcpy(to.bytes.data() + place, buffer, size);
    to.place += size;
    return size;
}

// No place outside the file is ever taken, so reading need not look.
long seek(std::uint64_t& place, std::uint64_t size, ZPOS64_T offset, int origin) {
    const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? place
                               : origin == ZLIB_FILEFUNC_SEEK_END ? size
                                                                  : 0;
    if (offset > size - from) return -1;
    place = from + offset;
    return 0;
}

long seek_reader(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    return seek(reader(stream).place, reader(stream).bytes.size(), offset, origin);
}
long seek_writer(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    return seek(writer(stream).place, writer(stream).bytes.size(), offset, origin);
}
ZPOS64_T tell_reader(voidpf, voidpf stream) {
    return reader(stream).place;
}
ZPOS64_T tell_writer(voidpf, voidpf stream) {
    return writer(stream).place;
}

}  // namespace

zlib_filefunc64_def MemoryReader::functions() {
    return {open, read, write_nothing, tell_reader, seek_reader, close, no_error, this};
}

zlib_filefunc64_def MemoryWriter::functions() {
    return {open, read_nothing, write, tell_writer, seek_writer, close, no_error, this};
}

}  // namespace archive
