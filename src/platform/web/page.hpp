// The page's side of the program without the page: messages and bytes in, a frame and messages out.
// Turns JSON into the shell's news and the shell's orders into JSON, opens the store when the
// worker has opened its files, and says when the next frame is due. Knows nothing of emscripten, so
// that tests run it natively; exports.cpp is its only caller in the browser.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "catalog/library.hpp"
#include "json/value.hpp"
#include "ui/packet.hpp"
#include "ui/shell.hpp"
#include "ui/surface.hpp"

namespace platform::web {

/// What one frame gives the page. Views are valid until the next call.
struct FrameOut {
    std::string_view packet;        // empty: the picture stays
    std::string_view messages;      // a JSON array; empty: nothing to say
    std::optional<double> wake_ms;  // until the next frame is due; nothing: only on input
};

class Page {
public:
    /// `store_path`: where the open workbook's database is, seen from SQLite. `missing_glyphs`, if
    /// there is one, outlives the page.
    Page(std::string store_path, base::Clock clock, ui::GlyphSource* missing_glyphs = nullptr);

    /// A typeface, before start().
    void font(const std::string& name, std::string bytes);
    /// The size, ways and address of the page (web/src/messages.ts, Start).
    void start(std::string_view config);
    /// One message of the page or the worker.
    void message(std::string_view text);
    /// Bytes with what they are (web/src/messages.ts, Meta).
    void bytes(std::string_view bytes, std::string_view meta);
    FrameOut frame(double now_ms);

    /// The bytes a save message names; empty when there are none.
    std::string_view blob(std::uint32_t id) const;
    void blob_free(std::uint32_t id) { blobs_.erase(id); }

private:
    void hear(const json::Value& message);
    void workbook(const json::Value& message);
    void lifecycle(const std::string& state);
    void draw(double now_ms);
    void open_store(ui::Situation here);
    void saved(const json::Value& message);
    void save_copy();
    void carry_out(const ui::PageOrder& order);
    void say(json::Value message) { out_.push_back(std::move(message)); }
    std::optional<double> wake_ms() const;

    std::string store_path_;
    base::Clock clock_;
    ui::GlyphSource* missing_glyphs_;
    catalog::Library library_;
    std::map<std::string, std::string> fonts_;
    std::map<std::uint32_t, std::string> blobs_;
    std::uint32_t next_blob_ = 1;
    std::string page_address_;
    std::unique_ptr<ui::Surface> surface_;
    std::unique_ptr<ui::Shell> shell_;
    ui::PacketWriter packets_;
    bool rescuing_ = false;  // nothing is drawn: the fault may be there
    bool going_ = false;     // the page is going away: no frame may open anything again
    std::vector<json::Value> out_;
    std::string said_;
};

}  // namespace platform::web
