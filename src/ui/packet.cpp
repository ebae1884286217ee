#include "ui/packet.hpp"

#include <bit>
#include <cstring>

#include <imgui.h>

namespace ui {

namespace {

static_assert(std::endian::native == std::endian::little,
              "packets are written as they lie in memory");
static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 2,
              "the page's renderer reads this layout");

constexpr std::uint32_t Magic = 0x31463653;
constexpr std::uint32_t Create = 1;
constexpr std::uint32_t Update = 2;
constexpr std::uint32_t Destroy = 3;

/// Mixes eight bytes at a time; only ever compared with the packet just before it.
std::uint64_t hash(std::string_view bytes) {
    constexpr std::uint64_t Factor = 0x9E3779B97F4A7C15u;
    std::uint64_t out = bytes.size() * Factor;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        out = (std::rotl(out, 23) ^ word) * Factor;
    }
    for (; at < bytes.size(); ++at)
        out = (std::rotl(out, 23) ^ static_cast<unsigned char>(bytes[at])) * Factor;
    return out ^ (out >> 29);
}

std::uint32_t u32(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}
std::uint32_t u32(int value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

void PacketWriter::put(std::uint32_t value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void PacketWriter::put(float value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::uint32_t PacketWriter::put_textures(ImDrawData& data) {
    std::uint32_t count = 0;
    if (!data.Textures) return count;
    const auto entry = [&](const ImTextureData& texture, std::uint32_t op, ImTextureRect at) {
        ++count;
        put(u32(texture.UniqueID));
        put(op);
        put(u32(texture.BytesPerPixel));
        put(u32(texture.Width));
        put(u32(texture.Height));
        for (const int value : {int{at.x}, int{at.y}, int{at.w}, int{at.h}}) put(u32(value));
        Pixels pixels;
        if (op != Destroy) {
            pixels.from =
                texture.Pixels + (static_cast<std::size_t>(at.y) * u32(texture.Width) + at.x) *
                                     u32(texture.BytesPerPixel);
            pixels.pitch = static_cast<std::size_t>(texture.Width) * u32(texture.BytesPerPixel);
            pixels.row = static_cast<std::size_t>(at.w) * u32(texture.BytesPerPixel);
            pixels.rows = at.h;
        }
        pixels.offset_at = out_.size();
        pixels_.push_back(pixels);
        put(0u);
        put(u32(pixels.row * u32(pixels.rows)));
    };
    for (ImTextureData* texture : *data.Textures) {
        const auto width = static_cast<unsigned short>(texture->Width);
        const auto height = static_cast<unsigned short>(texture->Height);
        const bool again = lost_ && texture->Status != ImTextureStatus_Destroyed &&
                           texture->Status != ImTextureStatus_WantDestroy;
        if (texture->Status == ImTextureStatus_WantCreate || again) {
            entry(*texture, Create, {0, 0, width, height});
            texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID));
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantUpdates) {
            for (const ImTextureRect& part : texture->Updates) entry(*texture, Update, part);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            entry(*texture, Destroy, {0, 0, 0, 0});
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
    return count;
}

void PacketWriter::put_geometry(const ImDrawData& data) {
    std::uint32_t first_index = 0;
    std::uint32_t first_vertex = 0;
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            put(command.ClipRect.x);
            put(command.ClipRect.y);
            put(command.ClipRect.z);
            put(command.ClipRect.w);
            put(static_cast<std::uint32_t>(command.GetTexID()));
            put(first_index + command.IdxOffset);
            put(first_vertex + command.VtxOffset);
            put(command.ElemCount);
        }
        first_index += u32(list->IdxBuffer.Size);
        first_vertex += u32(list->VtxBuffer.Size);
    }
    for (const ImDrawList* list : data.CmdLists) {
        out_.append(reinterpret_cast<const char*>(list->VtxBuffer.Data),
                    static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    }
    for (const ImDrawList* list : data.CmdLists) {
        out_.append(reinterpret_cast<const char*>(list->IdxBuffer.Data),
                    static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    }
    if (first_index % 2 != 0) out_.append(2, '\0');
}

void PacketWriter::put_pixels() {
    for (const Pixels& pixels : pixels_) {
        const std::uint32_t offset = u32(out_.size());
        std::memcpy(out_.data() + pixels.offset_at, &offset, sizeof offset);
        for (int row = 0; row < pixels.rows; ++row) {
            out_.append(reinterpret_cast<const char*>(pixels.from +
                                                      static_cast<std::size_t>(row) * pixels.pitch),
                        pixels.row);
        }
        out_.append((4 - out_.size() % 4) % 4, '\0');
    }
}

std::string_view PacketWriter::write(ImDrawData& data, float scale) {
    out_.clear();
    pixels_.clear();
    std::size_t commands = 0;
    for (const ImDrawList* list : data.CmdLists) commands += u32(list->CmdBuffer.Size);
    put(Magic);
    put(data.DisplaySize.x);
    put(data.DisplaySize.y);
    put(scale);
    const std::size_t counts_at = out_.size();
    put(0u);
    put(u32(commands));
    put(u32(data.TotalVtxCount));
    put(u32(data.TotalIdxCount));
    const std::uint32_t textures = put_textures(data);
    std::memcpy(out_.data() + counts_at, &textures, sizeof textures);
    put_geometry(data);

    const std::uint64_t now = hash(out_);
    const bool same = textures == 0 && now == last_;
    last_ = now;
    lost_ = false;
    if (same) return {};
    put_pixels();
    return out_;
}

}  // namespace ui
