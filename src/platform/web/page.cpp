#include "platform/web/page.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <imgui.h>

#include "data/embedded.hpp"
#include "json/parse.hpp"
#include "platform/web/screen.hpp"

namespace platform::web {
namespace {

/// Enough for whatever a person can have done in one go.
constexpr int LastFrames = 12;

/// A message of our own page: what does not parse is a fault of ours.
json::Value parsed(std::string_view text) {
    auto value = json::parse(text);
    base::check(value.has_value() && value->is_object(), "a message that is no JSON object");
    return std::move(*value);
}

std::string text_of(const json::Value& message, const char* key) {
    const auto found = message.find(key);
    return found != message.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number_of(const json::Value& message, const char* key, double otherwise) {
    const auto found = message.find(key);
    return found != message.end() && found->is_number() ? found->get<double>() : otherwise;
}

bool flag_of(const json::Value& message, const char* key) {
    const auto found = message.find(key);
    return found != message.end() && found->is_boolean() && found->get<bool>();
}

ui::StorageReason reason_of(const std::string& word) {
    constexpr std::array<std::pair<std::string_view, ui::StorageReason>, 6> Words{{
        {"unsupported", ui::StorageReason::Unsupported},
        {"refused", ui::StorageReason::Refused},
        {"locked", ui::StorageReason::Locked},
        {"taken", ui::StorageReason::Taken},
        {"busy", ui::StorageReason::Busy},
        {"failed", ui::StorageReason::Failed},
    }};
    const auto found =
        std::find_if(Words.begin(), Words.end(), [&](const auto& w) { return w.first == word; });
    return found != Words.end() ? found->second : ui::StorageReason::None;
}

ui::Situation situation_of(const json::Value& message, const std::string& page) {
    ui::Situation here;
    here.page = page;
    here.error = text_of(message, "error");
    here.reason = reason_of(text_of(message, "reason"));
    const bool device = text_of(message, "storage") == "opfs";
    here.storage = device ? ui::Storage::Device : ui::Storage::Memory;
    if (!flag_of(message, "ok")) here.storage = ui::Storage::Closed;
    const auto id = text_of(message, "id");
    here.workbook.id = id;
    for (const auto& other : message.value("others", json::Value::array())) {
        ui::WorkbookName name{text_of(other, "id"), text_of(other, "title")};
        if (name.id == id) {
            here.workbook.title = name.title;
        } else {
            here.others.push_back(std::move(name));
        }
    }
    return here;
}

ui::BlockPasted block_of(const json::Value& message) {
    ui::BlockPasted block{{}, text_of(message, "id"), text_of(message, "text")};
    const auto rows = message.find("rows");
    if (rows == message.end()) return block;
    for (const auto& row : *rows) {
        auto& cells = block.rows.emplace_back();
        for (const auto& cell : row)
            cells.push_back(cell.is_string() ? cell.get<std::string>() : std::string());
    }
    return block;
}

}  // namespace

Page::Page(std::string store_path, base::Clock clock, ui::GlyphSource* missing_glyphs)
    : store_path_(std::move(store_path)),
      clock_(std::move(clock)),
      missing_glyphs_(missing_glyphs),
      library_(catalog::Library::built_in(data::files())) {}

void Page::font(const std::string& name, std::string bytes) {
    fonts_[name] = std::move(bytes);
}

void Page::start(std::string_view config) {
    const auto start = parsed(config);
    page_address_ = text_of(start, "page");
    rescuing_ = flag_of(start, "rescue");
    surface_ = std::make_unique<ui::Surface>(
        ui::FontFiles{fonts_["inter-400"], fonts_["inter-600"], fonts_["icons"], missing_glyphs_},
        static_cast<std::uint64_t>(clock_.now_ms()));
    const auto lang = text_of(start, "lang") == "en" ? i18n::Lang::En : i18n::Lang::Vi;
    shell_ = std::make_unique<ui::Shell>(
        *surface_, clock_, ui::Shell::Start{text_of(start, "route"), page_address_, lang});
    surface_->deliver(start);
}

void Page::message(std::string_view text) {
    const auto message = parsed(text);
    shell_->guard({i18n::S::FaultInMessage, {}}, [&] { hear(message); });
}

void Page::hear(const json::Value& message) {
    const auto kind = text_of(message, "k");
    if (kind == "texturesLost") packets_.textures_lost();
    if (kind == "workbook") return workbook(message);
    if (kind == "done") return saved(message);
    if (kind == "copied")
        return shell_->hear(ui::TextCopied{flag_of(message, "ok"), text_of(message, "text")});
    if (kind == "rowsCopied")
        return shell_->hear(ui::RowsCopied{static_cast<int>(number_of(message, "rows", 0))});
    if (kind == "block") return shell_->hear(block_of(message));
    if (kind == "route") return shell_->hear(ui::AddressChanged{text_of(message, "hash")});
    if (kind == "saveCopy") return save_copy();
    if (kind == "lifecycle") return lifecycle(text_of(message, "state"));
    surface_->deliver(message);
}

/// A page that is hidden may be gone without another word: what was typed is stored now, and the
/// person finds the field open as it was left. One that goes away has no next frame: the worker
/// closes the files as soon as this returns.
void Page::lifecycle(const std::string& state) {
    if (state == "visible" || going_) return;
    const bool goes = state == "pagehide";
    if (goes) surface_->leave_edit();
    surface_->hurry(true);
    for (int i = 0; i < LastFrames && surface_->unsettled(); ++i) draw(surface_->now_ms());
    surface_->hurry(false);
    if (!goes) return;
    shell_->close();
    going_ = true;
}

void Page::workbook(const json::Value& message) {
    auto here = situation_of(message, page_address_);
    going_ = false;
    const bool opened = here.storage == ui::Storage::Device || here.storage == ui::Storage::Memory;
    // After a workbook was named or deleted the list comes again; what is open stays open.
    if (!opened || shell_->workbook() != nullptr) {
        shell_->situate(std::move(here));
    } else {
        open_store(std::move(here));
    }
    if (const auto kept = text_of(message, "kept"); !kept.empty())
        shell_->hear(ui::WorkbookKept{kept});
}

void Page::save_copy() {
    shell_->save_copy();
    for (const auto& order : shell_->take_orders()) carry_out(order);
}

void Page::open_store(ui::Situation here) {
    try {
        shell_->open(std::make_unique<app::Workbook>(store_path_, library_, clock_), here);
    } catch (const base::Fault& fault) {
        // The files are there but SQLite cannot read them: nothing is written, the screen says so.
        here.storage = ui::Storage::Closed;
        here.reason = ui::StorageReason::Failed;
        here.error = fault.what();
        shell_->situate(std::move(here));
    }
}

void Page::saved(const json::Value& message) {
    const auto word = text_of(message, "how");
    const auto how = word == "written"       ? ui::Handed::Written
                     : word == "downloading" ? ui::Handed::Downloading
                     : word == "declined"    ? ui::Handed::Declined
                                             : ui::Handed::Failed;
    shell_->hear(ui::FileSaved{static_cast<std::uint64_t>(number_of(message, "req", 0)), how,
                               text_of(message, "error")});
}

void Page::bytes(std::string_view bytes, std::string_view meta) {
    const auto what = parsed(meta);
    const auto kind = text_of(what, "k");
    const auto name = text_of(what, "name");
    if (kind == "font") return font(name, std::string(bytes));
    shell_->guard({i18n::S::FaultInMessage, {}}, [&] {
        if (kind == "sample") {
            shell_->hear(ui::SampleArrived{name, std::string(bytes)});
        } else if (kind == "file") {
            shell_->hear(ui::FileArrived{name, std::string(bytes),
                                         static_cast<std::uint64_t>(number_of(what, "size", 0))});
        }
    });
}

void Page::draw(double now_ms) {
    surface_->begin_frame(now_ms);
    draw_screen(*shell_, *surface_);
    surface_->end_frame();
    surface_->acknowledge(going_ ? ui::Saved::No : shell_->run());
    for (auto& message : surface_->take_messages()) say(std::move(message));
    for (const auto& order : shell_->take_orders()) carry_out(order);
}

FrameOut Page::frame(double now_ms) {
    FrameOut out;
    if (!rescuing_) {
        draw(now_ms);
        ImDrawData& drawn = *ImGui::GetDrawData();
        out.packet = packets_.write(drawn, drawn.FramebufferScale.x);
        if (out.packet.empty() && out_.empty()) surface_->changed_nothing();
    }
    said_.clear();
    if (!out_.empty())
        said_ = json::Value(std::exchange(out_, {}))
                    .dump(-1, ' ', false, json::Value::error_handler_t::replace);
    out.messages = said_;
    if (!rescuing_) out.wake_ms = wake_ms();
    return out;
}

std::optional<double> Page::wake_ms() const {
    if (surface_->unsettled()) return 0;
    return surface_->wake_ms();
}

std::string_view Page::blob(std::uint32_t id) const {
    const auto found = blobs_.find(id);
    return found != blobs_.end() ? std::string_view(found->second) : std::string_view();
}

void Page::carry_out(const ui::PageOrder& order) {
    struct Carry {
        Page& page;
        void operator()(const ui::GiveFile& file) const {
            const auto id = page.next_blob_++;
            page.blobs_[id] = file.bytes;
            page.say({{"k", "save"},
                      {"req", file.request},
                      {"blob", id},
                      {"name", file.name},
                      {"mime", file.mime}});
        }
        void operator()(const ui::OpenFolder& folder) const {
            json::Value message{{"k", "openWorkbook"}, {"id", folder.id}};
            if (folder.take) message["take"] = true;
            page.say(std::move(message));
        }
        void operator()(const ui::DeleteFolder& folder) const {
            page.say({{"k", "deleteWorkbook"}, {"id", folder.id}});
        }
        void operator()(const ui::NameFolder& folder) const {
            page.say({{"k", "nameWorkbook"}, {"id", folder.id}, {"title", folder.title}});
        }
        void operator()(const ui::FetchSample& sample) const {
            page.say({{"k", "sample"}, {"name", sample.name}});
        }
        void operator()(const ui::Reload&) const { page.say({{"k", "reload"}}); }
        void operator()(const ui::TellUnsaved& told) const {
            page.say({{"k", "unsaved"}, {"workbook", told.id}, {"yes", told.unsaved}});
        }
    };
    std::visit(Carry{*this}, order);
}

}  // namespace platform::web
