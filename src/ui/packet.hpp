// A frame's draw data as bytes for the page's renderer (web/src/renderer.ts reads the same layout):
//
//   u32 magic "SF61" · f32 display width, height (CSS px) · f32 scale · u32 counts: textures,
//   commands, vertices, indices textures  u32 id, op (1 create, 2 update, 3 destroy), bytes a
//   pixel, width, height, x, y, w, h,
//             offset of the pixels from the start of the packet, their length
//   commands  f32 clip x1, y1, x2, y2 (CSS px) · u32 texture, first index, vertex offset, index
//   count vertices  f32 x, y, u, v · u32 colour (0xAABBGGRR) indices   u16, padded to 4 bytes
//   pixels    tight rows; one byte a pixel is coverage, white × alpha
//
// Little endian, every part on 4 bytes. A packet equal to the last one is not made at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawData;

namespace ui {

class PacketWriter {
public:
    /// The packet of this frame, valid until the next call; empty when nothing changed on the
    /// screen. Takes the textures' requests: each is told to the page exactly once.
    std::string_view write(ImDrawData& data, float scale);

    /// The page lost its textures: the next packet creates them all again.
    void textures_lost() { lost_ = true; }

private:
    void put(std::uint32_t value);
    void put(float value);
    std::uint32_t put_textures(ImDrawData& data);
    void put_geometry(const ImDrawData& data);
    void put_pixels();

    struct Pixels {
        const unsigned char* from = nullptr;
        std::size_t pitch = 0;
        std::size_t row = 0;
        int rows = 0;
        std::size_t offset_at = 0;  // where in the packet the offset is written
    };

    std::string out_;
    std::vector<Pixels> pixels_;
    std::uint64_t last_ = 0;
    bool lost_ = false;
};

}  // namespace ui
