// Every function the worker may call (web/exports.txt lists them), each a thin door to Page. A
// fault in a change or a drawing stops in the shell; what gets here could not be shown and ends the
// module: the worker tells the page, which keeps the text that was being typed (design.md decision
// 19).

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "platform/web/browser_glyphs.hpp"
#include "platform/web/page.hpp"

namespace {

using platform::web::Page;

/// As the worker reads it: eight u32 in a row.
struct FrameWords {
    std::uint32_t draw = 0;
    std::uint32_t draw_size = 0;
    std::uint32_t out = 0;
    std::uint32_t out_size = 0;
    std::uint32_t wake_ms = 0;
    std::uint32_t flags = 0;
    std::uint32_t seq = 0;
    std::uint32_t reserved = 0;
};
static_assert(sizeof(FrameWords) == 32);

constexpr std::uint32_t OnlyOnInput = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t HasPacket = 1;

std::uint32_t address(const void* at) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
}

base::Millis milliseconds_now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// The program, built at the first call. C functions have no other place to find it in; nothing but
/// the exports below sees it.
struct Program {
    platform::web::BrowserGlyphs glyphs;
    Page page{"a.db", base::Clock{&milliseconds_now}, &glyphs};
    FrameWords frame;
    std::uint32_t blob[2] = {0, 0};
};

Program& program() {
    static Program the_program;
    return the_program;
}

std::string_view view(const char* bytes, std::uint32_t size) {
    return {bytes, size};
}

}  // namespace

extern "C" {

void so06_start(const char* config, std::uint32_t size) {
    program().page.start(view(config, size));
}

void so06_message(const char* message, std::uint32_t size) {
    program().page.message(view(message, size));
}

void so06_bytes(const char* bytes, std::uint32_t size, const char* meta, std::uint32_t meta_size) {
    program().page.bytes(view(bytes, size), view(meta, meta_size));
}

const void* so06_frame(double now_ms) {
    auto& words = program().frame;
    const auto out = program().page.frame(now_ms);
    words.draw = address(out.packet.data());
    words.draw_size = static_cast<std::uint32_t>(out.packet.size());
    words.out = address(out.messages.data());
    words.out_size = static_cast<std::uint32_t>(out.messages.size());
    words.wake_ms = out.wake_ms ? static_cast<std::uint32_t>(std::ceil(*out.wake_ms)) : OnlyOnInput;
    words.flags = out.packet.empty() ? 0 : HasPacket;
    words.seq += 1;
    return &words;
}

const void* so06_blob(std::uint32_t id) {
    auto& words = program().blob;
    const auto bytes = program().page.blob(id);
    words[0] = address(bytes.data());
    words[1] = static_cast<std::uint32_t>(bytes.size());
    return words;
}

void so06_blob_free(std::uint32_t id) {
    program().page.blob_free(id);
}

}  // extern "C"
