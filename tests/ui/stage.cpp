#include "ui/stage.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>
#include <variant>

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "ui/surface_state.hpp"

namespace test {

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A font as the page gets it, read once.
const std::string& font_bytes(const std::string& name) {
    static std::map<std::string, std::string> read;
    const auto [entry, fresh] = read.try_emplace(name);
    if (!fresh) return entry->second;
    entry->second = bytes_of("build/gen/fonts/" + name);
    if (entry->second.empty())
        throw std::runtime_error("build/gen/fonts is empty; scripts/test native fills it");
    return entry->second;
}

std::unique_ptr<ui::Surface> make_surface(ui::GlyphSource* missing) {
    return std::make_unique<ui::Surface>(ui::FontFiles{font_bytes("inter-400.ttf"),
                                                       font_bytes("inter-600.ttf"),
                                                       font_bytes("icons.ttf"), missing});
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

/// What Dear ImGui says of its items through the hooks of its test engine.
struct Stage::Hooks {
    std::vector<ImGuiID> items;
};

Stage::Stage(std::function<void(ui::Surface&)> draw, StageSize size, std::function<void()> after)
    : surface_(make_surface(size.missing)),
      draw_(std::move(draw)),
      after_(std::move(after)),
      hooks_(std::make_unique<Hooks>()),
      size_(size) {
#ifdef IMGUI_ENABLE_TEST_ENGINE
    ImGuiContext* context = surface_->state().context.get();
    context->TestEngine = &hooks_->items;
    context->TestEngineHookItems = true;
#endif
    deliver({{"k", "start"},
             {"w", size.width},
             {"h", size.height},
             {"dpr", size.dpr},
             {"touch", size.touch}});
}

Stage::~Stage() = default;

void Stage::send(const json::Value& message) {
    surface_->deliver(message);
}

void Stage::frame() {
    now_ms_ += 16;
    hooks_->items.clear();
    surface_->begin_frame(now_ms_);
    draw_(*surface_);
    surface_->end_frame();
    if (after_) after_();
    surface_->acknowledge(ui::Saved::Yes);
    auto said = surface_->take_messages();
    const bool quiet = said.empty();
    for (json::Value& message : said) {
        // The page moves its focus when it is asked to, and says so.
        if (message["k"] == "focus") send({{"k", "focus"}, {"id", message["id"]}});
        if (message["k"] == "editBegin") {
            begin(message["id"]);
        }
        if (message["k"] == "editEnd") open_editor_.clear();
        messages_.push_back(std::move(message));
    }
    // The page says goodbye to a field whose node went away.
    const bool gone = std::none_of(nodes().begin(), nodes().end(),
                                   [&](const ui::Node& node) { return node.id == open_editor_; });
    if (!open_editor_.empty() && gone) {
        send({{"k", "textEnd"},
              {"id", std::exchange(open_editor_, {})},
              {"value", editor_text_},
              {"reason", "blur"}});
    }
    const std::string_view packet = packets_.write(*ImGui::GetDrawData(), size_.dpr);
    if (!packet.empty()) packet_ = packet;
    if (packet.empty() && quiet) surface_->changed_nothing();
}

void Stage::settle() {
    int frames = 0;
    do {
        frame();
        REQUIRE_MESSAGE(++frames < 60, "the surface never comes to rest");
    } while (surface_->unsettled());
}

void Stage::wait(double ms) {
    now_ms_ += ms;
    settle();
}

void Stage::deliver(const json::Value& message) {
    if (message["k"] == "text" && message["id"] == open_editor_) editor_text_ = message["value"];
    send(message);
    settle();
}

bool Stage::shows(std::string_view text) const {
    return std::any_of(nodes().begin(), nodes().end(), [&](const ui::Node& node) {
        return contains(node.name, text) || contains(node.value, text);
    });
}

const std::vector<ui::Node>& Stage::nodes() const {
    return surface_->state().semantics.nodes();
}

const ui::Node* Stage::find(ui::Role role, std::string_view name) const {
    const auto found = std::find_if(nodes().begin(), nodes().end(), [&](const ui::Node& node) {
        return node.role == role && node.name == name;
    });
    return found == nodes().end() ? nullptr : &*found;
}

const ui::Node* Stage::find(std::string_view name) const {
    const ui::Node* passive = nullptr;
    for (const ui::Node& node : nodes()) {
        if (node.name != name) continue;
        if (node.focusable) return &node;
        if (!passive) passive = &node;
    }
    return passive;
}

const ui::Node& Stage::node(ui::Role role, std::string_view name) const {
    const ui::Node* found = find(role, name);
    REQUIRE_MESSAGE(found, "no ", std::string(ui::role_name(role)), " named ", std::string(name));
    return *found;
}

const ui::Node& Stage::node(std::string_view name) const {
    const ui::Node* found = find(name);
    REQUIRE_MESSAGE(found, "nothing named ", std::string(name));
    return *found;
}

void Stage::tap(std::string_view name) {
    tap(ui::Node(node(name)));
}

void Stage::tap(ui::Role role, std::string_view name) {
    tap(ui::Node(node(role, name)));
}

void Stage::tap(const ui::Node& node) {
    const ui::Rect seen = node.clip;
    const float left = std::max(node.rect.x, seen.x);
    const float top = std::max(node.rect.y, seen.y);
    const float x = (left + std::min(node.rect.right(), seen.right())) / 2;
    const float y = (top + std::min(node.rect.bottom(), seen.bottom())) / 2;
    const ui::Node pressed = node;
    if (!open_editor_.empty() && open_editor_ != pressed.id) leave("blur");
    // The page moves the focus when the button goes down.
    if (pressed.focusable) send({{"k", "focus"}, {"id", pressed.id}});
    tap_at(x, y);
    if (pressed.state.disabled) return;
    if (std::holds_alternative<ui::EditGesture>(pressed.gesture)) {
        if (open_editor_ == pressed.id) return;
        begin(pressed.id);
        settle();
    } else if (!std::holds_alternative<std::monostate>(pressed.gesture)) {
        deliver({{"k", "act"}, {"id", pressed.id}, {"action", "click"}});
    }
}

void Stage::begin(const std::string& id) {
    open_editor_ = id;
    const auto found = std::find_if(nodes().begin(), nodes().end(),
                                    [&](const ui::Node& node) { return node.id == id; });
    editor_text_ = found == nodes().end() ? std::string() : found->value;
    send({{"k", "textBegin"}, {"id", id}, {"value", editor_text_}});
}

void Stage::tap_at(float x, float y) {
    const char* source = size_.touch ? "touch" : "mouse";
    const auto pointer = [&](const char* type) {
        send({{"k", "ptr"}, {"type", type}, {"x", x}, {"y", y}, {"button", 0}, {"source", source}});
    };
    if (!size_.touch) pointer("move");
    pointer("down");
    pointer("up");
    settle();
}

void Stage::move(float x, float y) {
    deliver(
        {{"k", "ptr"}, {"type", "move"}, {"x", x}, {"y", y}, {"button", 0}, {"source", "mouse"}});
}

void Stage::act(std::string_view name) {
    deliver({{"k", "act"}, {"id", node(name).id}, {"action", "click"}});
}

void Stage::key(std::string_view key, bool ctrl, bool shift, bool alt) {
    deliver({{"k", "key"},
             {"key", key},
             {"ctrl", ctrl},
             {"shift", shift},
             {"alt", alt},
             {"meta", false}});
}

namespace {

/// Where a caret behind the text stands, as the page counts.
int utf16_units(std::string_view text) {
    int units = 0;
    for (const char byte : text) {
        const auto lead = static_cast<unsigned char>(byte);
        units += lead >= 0xF0 ? 2 : (lead & 0xC0u) != 0x80u ? 1 : 0;
    }
    return units;
}

}  // namespace

void Stage::type(std::string_view name, std::string_view text) {
    if (open_editor_ != node(name).id) tap(name);
    editor_text_ = text;
    deliver({{"k", "text"},
             {"id", open_editor_},
             {"seq", ++seq_},
             {"value", editor_text_},
             {"end", utf16_units(editor_text_)},
             {"composing", false}});
}

void Stage::leave(std::string_view reason) {
    REQUIRE_MESSAGE(!open_editor_.empty(), "no editor is open");
    const std::string id = std::exchange(open_editor_, {});
    deliver({{"k", "textEnd"}, {"id", id}, {"value", editor_text_}, {"reason", reason}});
}

std::vector<json::Value> Stage::take_messages() {
    return std::exchange(messages_, {});
}

std::vector<json::Value> Stage::messages(std::string_view kind) const {
    std::vector<json::Value> out;
    for (const json::Value& message : messages_) {
        if (message["k"] == kind) out.push_back(message);
    }
    return out;
}

std::string Stage::take_packet() {
    return std::exchange(packet_, {});
}

void Stage::lose_textures() {
    packets_.textures_lost();
    frame();
}

int Stage::items_without_node() const {
    std::set<ImGuiID> known;
    for (const ui::Node& node : nodes()) known.insert(ImHashStr(node.id.c_str(), node.id.size()));
    // Windows are items too, but nothing in them answers: ours have no title bar and cannot be
    // moved.
    for (const ImGuiWindow* window : surface_->state().context->Windows) {
        known.insert(window->ID);
        known.insert(window->MoveId);
    }
    return static_cast<int>(std::count_if(hooks_->items.begin(), hooks_->items.end(),
                                          [&](ImGuiID id) { return !known.contains(id); }));
}

}  // namespace test

#ifdef IMGUI_ENABLE_TEST_ENGINE
// The hooks Dear ImGui calls for every item when it is built for its test engine.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
    auto* items = static_cast<std::vector<ImGuiID>*>(context->TestEngine);
    const ImGuiWindow* window = context->CurrentWindow;
    // Dear ImGui keeps a window of its own for whatever is drawn in none; it is never shown.
    if (!items || !id || !window || window->IsFallbackWindow) return;
    if (window->ClipRect.Overlaps(box)) items->push_back(id);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return "";
}
#endif
