// A screen without a window: a real surface with the real fonts, real pointer events, nodes found
// by role and name. Stands in for the page: what the page does itself (open an editor, answer a
// focus request) the stage does too.
//
//   test::Stage stage([&](ui::Surface& s) { screen.draw(…); });
//   stage.tap("Đóng");
//   CHECK(stage.shows("Đã lưu"));
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.hpp"
#include "ui/node.hpp"
#include "ui/packet.hpp"
#include "ui/surface.hpp"

namespace test {

struct StageSize {
    float width = 1366;
    float height = 768;
    float dpr = 1;
    bool touch = false;
    ui::GlyphSource* missing = nullptr;  // draws what the typefaces lack
};

class Stage {
public:
    /// `draw` is called once a frame; `after` when the frame is drawn (run the commands there).
    explicit Stage(std::function<void(ui::Surface&)> draw, StageSize size = {},
                   std::function<void()> after = {});
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    ui::Surface& surface() { return *surface_; }

    /// One frame. `settle` draws until nothing is due any more, as the page does.
    void frame();
    void settle();
    /// Lets time go by and draws what is due then.
    void wait(double ms);

    /// Hands over a message as the page would, and settles.
    void deliver(const json::Value& message);

    /// Whether a node with this name, or with this text inside its name or value, is on the screen.
    bool shows(std::string_view text) const;
    const ui::Node* find(ui::Role role, std::string_view name) const;
    const ui::Node* find(std::string_view name) const;
    /// The same, and the test fails when there is none.
    const ui::Node& node(ui::Role role, std::string_view name) const;
    const ui::Node& node(std::string_view name) const;
    const std::vector<ui::Node>& nodes() const;

    /// Presses the node's centre with the pointer, or finger; opens the editor of a text field.
    void tap(std::string_view name);
    void tap(ui::Role role, std::string_view name);
    void tap(const ui::Node& node);
    void tap_at(float x, float y);
    void move(float x, float y);
    /// Activates it as a screen reader or the Enter key would.
    void act(std::string_view name);
    void key(std::string_view key, bool ctrl = false, bool shift = false, bool alt = false);

    /// Opens the field's editor if it is not open, and types: `text` is then all that stands in it.
    void type(std::string_view name, std::string_view text);
    /// Leaves the open editor; `reason` as in the page's textEnd.
    void leave(std::string_view reason = "blur");

    /// Messages to the page since the last call.
    std::vector<json::Value> take_messages();
    /// Messages of one kind ("announce", "textAck" …) since the last take_messages().
    std::vector<json::Value> messages(std::string_view kind) const;
    /// The draw packet of the last frame that changed the picture; empty when none did since the
    /// last call.
    std::string take_packet();
    /// The page's graphics were reset: the next packet must bring every texture again.
    void lose_textures();

    /// Items that Dear ImGui let the pointer hit in the last frame and that no node stands for.
    int items_without_node() const;

private:
    struct Hooks;

    void send(const json::Value& message);
    void begin(const std::string& id);

    std::unique_ptr<ui::Surface> surface_;
    std::function<void(ui::Surface&)> draw_;
    std::function<void()> after_;
    std::unique_ptr<Hooks> hooks_;
    ui::PacketWriter packets_;
    std::string packet_;
    StageSize size_;
    double now_ms_ = 0;
    std::vector<json::Value> messages_;
    std::string open_editor_;
    std::string editor_text_;
    std::uint64_t seq_ = 0;
};

}  // namespace test
