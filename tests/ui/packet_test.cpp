#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/stage.hpp"
#include "ui/widgets.hpp"

namespace {

/// The packet read as the page's renderer reads it.
struct Packet {
    explicit Packet(std::string from) : bytes(std::move(from)) {}

    std::string bytes;
    std::uint32_t word(std::size_t i) const {
        std::uint32_t value = 0;
        REQUIRE(4 * i + 4 <= bytes.size());
        std::memcpy(&value, bytes.data() + 4 * i, 4);
        return value;
    }
    float number(std::size_t i) const {
        const std::uint32_t raw = word(i);
        float value = 0;
        std::memcpy(&value, &raw, 4);
        return value;
    }
    std::uint32_t textures() const { return word(4); }
    std::uint32_t commands() const { return word(5); }
    std::uint32_t vertices() const { return word(6); }
    std::uint32_t indices() const { return word(7); }
    std::size_t texture(std::size_t i) const { return 8 + 11 * i; }
    std::size_t command(std::size_t i) const { return 8 + 11 * textures() + 8 * i; }
    std::size_t vertex_bytes() const { return 4 * command(commands()); }
};

struct Scene {
    std::string text = "Sổ 06";
    test::Stage stage{[this](ui::Surface& s) { ui::label(s, "a", {10, 10, 300, 30}, text); },
                      {.width = 640, .height = 480, .dpr = 2}};
};

}  // namespace

TEST_CASE("a packet says what it is and how large the page is") {
    Scene scene;
    const Packet packet(scene.stage.take_packet());
    CHECK(packet.bytes.substr(0, 4) == "S6F1");
    CHECK(packet.number(1) == 640);
    CHECK(packet.number(2) == 480);
    CHECK(packet.number(3) == 2);
}

TEST_CASE("textures of a packet lie inside it, rows without gaps") {
    Scene scene;
    scene.stage.lose_textures();
    const Packet packet(scene.stage.take_packet());
    REQUIRE(packet.textures() >= 1);
    const std::size_t at = packet.texture(0);
    CHECK(packet.word(at + 1) == 1);
    CHECK(packet.word(at + 2) == 1);
    CHECK(packet.word(at + 7) == packet.word(at + 3));
    CHECK(packet.word(at + 8) == packet.word(at + 4));
    CHECK(packet.word(at + 10) == packet.word(at + 3) * packet.word(at + 4));
    CHECK(packet.word(at + 9) % 4 == 0);
    CHECK(packet.word(at + 9) + packet.word(at + 10) <= packet.bytes.size());
}

TEST_CASE("every index of every command names a vertex of the packet") {
    Scene scene;
    scene.stage.lose_textures();
    const Packet packet(scene.stage.take_packet());
    const std::size_t indices_at = packet.vertex_bytes() + 20 * packet.vertices();
    REQUIRE(indices_at + 2 * packet.indices() <= packet.bytes.size());
    std::uint32_t drawn = 0;
    for (std::size_t i = 0; i < packet.commands(); ++i) {
        const std::size_t at = packet.command(i);
        CHECK(packet.word(at + 4) == packet.word(packet.texture(0)));
        const std::uint32_t first = packet.word(at + 5);
        const std::uint32_t offset = packet.word(at + 6);
        const std::uint32_t count = packet.word(at + 7);
        drawn += count;
        for (std::uint32_t n = first; n < first + count; ++n) {
            std::uint16_t index = 0;
            std::memcpy(&index, packet.bytes.data() + indices_at + 2 * n, 2);
            CHECK(offset + index < packet.vertices());
        }
    }
    CHECK(drawn == packet.indices());
}

TEST_CASE("a picture like the last one is no packet; a new letter is one with its glyph") {
    Scene scene;
    scene.stage.take_packet();
    scene.stage.frame();
    CHECK(scene.stage.take_packet().empty());
    scene.text = "Sổ 07";
    scene.stage.frame();
    const Packet packet(scene.stage.take_packet());
    REQUIRE(packet.textures() >= 1);
    CHECK(packet.word(packet.texture(0) + 1) == 2);
}
