// The page's side of the program natively: messages in, messages out, a real store on a real file.
// `platform` is two programs and no library, so the one source that needs no browser is compiled
// here.
#include "platform/web/page.cpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "platform/web/screen.cpp"

namespace {

using platform::web::FrameOut;
using platform::web::Page;

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Stands in for the worker and the DOM: keeps the nodes, answers what it is asked.
class House {
public:
    explicit House(std::string store) : store_(std::move(store)) { start(); }

    /// `rescue`: only to get the work out, without drawing.
    void start(bool rescue = false) {
        page_ = std::make_unique<Page>(store_, base::Clock{[this] { return now_; }});
        for (const char* name : {"inter-400", "inter-600", "icons"}) {
            page_->font(name, bytes_of(std::string("build/gen/fonts/") + name + ".ttf"));
        }
        nodes_.clear();
        page_->start(
            std::string(R"({"k":"start","w":1366,"h":768,"dpr":1,"lang":"vi","route":"","page":"",)"
                        R"("touch":false,"dark":false,"contrast":false,"forced":false,)") +
            R"("rescue":)" + (rescue ? "true}" : "false}"));
    }

    void say(const json::Value& message) {
        page_->message(message.dump());
        settle();
    }
    void opened(const std::string& id) {
        say({{"k", "workbook"},
             {"id", id},
             {"ok", true},
             {"storage", "opfs"},
             {"others", json::Value::array()}});
    }
    void bytes(const std::string& bytes, const json::Value& meta) {
        page_->bytes(bytes, meta.dump());
        settle();
    }
    FrameOut frame() {
        now_ += 16;
        const FrameOut out = page_->frame(static_cast<double>(now_));
        if (!out.messages.empty()) hear(json::Value::parse(out.messages));
        return out;
    }
    void settle() {
        for (int i = 0; i < 80; ++i) {
            const auto wake = frame().wake_ms;
            if (!wake || *wake > 0) return;
        }
        FAIL("the page never comes to rest");
    }
    /// Time goes by, and what is due then is drawn.
    void wait(base::Millis ms) {
        now_ += ms;
        settle();
    }

    /// The id of a node with this role whose name begins so; fails when there is none.
    std::string id(const std::string& role, const std::string& name) const {
        for (const auto& [key, node] : nodes_) {
            if (node["role"] == role && node["name"].get<std::string>().rfind(name, 0) == 0)
                return key;
        }
        FAIL("no " << role << " named " << name);
        return {};
    }
    bool shows(const std::string& text) const {
        for (const auto& [key, node] : nodes_) {
            if (node["name"].get<std::string>().find(text) != std::string::npos) return true;
            if (node.value("value", std::string()).find(text) != std::string::npos) return true;
        }
        return false;
    }
    void press(const std::string& name) {
        say({{"k", "act"}, {"id", id("button", name)}, {"action", "click"}});
    }

    /// The last message of this kind, or null.
    json::Value last(const std::string& kind) const {
        const auto found = last_.find(kind);
        return found == last_.end() ? json::Value() : found->second;
    }
    void forget() { last_.clear(); }
    Page& page() { return *page_; }

private:
    void hear(const json::Value& messages) {
        for (const json::Value& message : messages) {
            const std::string kind = message["k"];
            last_[kind] = message;
            if (kind != "sem") continue;
            for (const auto& gone : message.value("del", json::Value::array()))
                nodes_.erase(gone.get<std::string>());
            for (const auto& node : message.value("add", json::Value::array()))
                nodes_[node["id"]] = node;
            for (const auto& change : message.value("upd", json::Value::array())) {
                for (const auto& [key, value] : change.items()) nodes_[change["id"]][key] = value;
            }
        }
    }

    std::string store_;
    base::Millis now_ = 1'751'853'600'000;  // 7/7/2025
    std::unique_ptr<Page> page_;
    std::map<std::string, json::Value> nodes_;
    std::map<std::string, json::Value> last_;
};

/// A file of its own for each test, gone afterwards.
struct StoreFile {
    StoreFile() { remove(); }
    ~StoreFile() { remove(); }
    StoreFile(const StoreFile&) = delete;
    StoreFile& operator=(const StoreFile&) = delete;

    void remove() const {
        for (const char* end : Ends) {
            std::filesystem::remove(path + end);
            std::filesystem::remove(after_crash + end);
        }
    }
    /// What is on the disk at this moment, as the next start would find it.
    std::string crashed() const {
        for (const char* end : Ends) {
            if (std::filesystem::exists(path + end))
                std::filesystem::copy_file(path + end, after_crash + end);
        }
        return after_crash;
    }

    static constexpr std::array Ends{"", "-wal", "-journal"};
    std::string path = (std::filesystem::temp_directory_path() / "so06-page-test.db").string();
    std::string after_crash = path + ".crashed";
};

/// The sample's report, opened as the person does it.
void open_sample(House& house) {
    house.opened("1");
    house.press("Dùng thử với dữ liệu mẫu");
    REQUIRE(house.last("openWorkbook")["id"] == "so-mau");
    house.opened("so-mau");
    const std::string name = house.last("sample")["name"];
    for (const auto& file : std::filesystem::directory_iterator("data/samples")) {
        const std::string found = file.path().filename().string();
        if (found.rfind(name.substr(0, name.find('.')), 0) == 0)
            house.bytes(bytes_of(file.path().string()), {{"k", "sample"}, {"name", name}});
    }
}

}  // namespace

TEST_CASE("the first frame has a picture, names and a title; then nothing is said any more") {
    House house(":memory:");
    house.opened("1");
    CHECK(house.shows("Chưa có báo cáo nào"));
    CHECK_FALSE(house.last("title").is_null());
    house.forget();
    const FrameOut out = house.frame();
    CHECK(out.packet.empty());
    CHECK(out.messages.empty());
    CHECK_FALSE(out.wake_ms);
}

TEST_CASE("a workbook that could not be opened is a sentence and a way out, not a fault") {
    House house(":memory:");
    house.say({{"k", "workbook"},
               {"id", "1"},
               {"ok", false},
               {"storage", "opfs"},
               {"reason", "locked"},
               {"others", json::Value::array()}});
    CHECK(house.shows("Dùng ở tab này"));
}

TEST_CASE("the sample opens in a workbook of its own and shows its report") {
    House house(":memory:");
    open_sample(house);
    CHECK(house.shows("Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"));
    CHECK(house.shows("Kết quả triển khai"));
}

TEST_CASE("a text is called saved only when it is in the store, and is there after a new start") {
    const StoreFile store;
    House house(store.path);
    open_sample(house);
    const std::string field = house.id("textbox", "Khó khăn, vướng mắc");
    house.say({{"k", "textBegin"}, {"id", field}});
    house.say({{"k", "text"}, {"id", field}, {"seq", 1}, {"value", "Thiếu"}, {"composing", false}});
    house.wait(600);
    house.forget();
    house.say({{"k", "text"},
               {"id", field},
               {"seq", 2},
               {"value", "Thiếu máy chủ"},
               {"composing", false}});
    CHECK(house.last("textAck").is_null());
    house.wait(600);
    CHECK(house.last("textAck")["seq"] == 2);
    CHECK(house.last("textAck")["saved"] == true);

    // No good-bye: the module is gone as after a crash.
    House again(store.crashed());
    again.opened("so-mau");
    again.press("Sở Khoa học và Công nghệ");
    CHECK(again.shows("Thiếu máy chủ"));
}

TEST_CASE("what was typed a moment ago is in the store when the page goes away") {
    const StoreFile store;
    House house(store.path);
    open_sample(house);
    const std::string field = house.id("textbox", "Khó khăn, vướng mắc");
    house.say({{"k", "textBegin"}, {"id", field}});
    house.say({{"k", "text"}, {"id", field}, {"seq", 1}, {"value", "Một"}, {"composing", false}});
    house.say(
        {{"k", "text"}, {"id", field}, {"seq", 2}, {"value", "Một hai"}, {"composing", false}});
    house.page().message(R"({"k":"lifecycle","state":"pagehide"})");

    House again(store.path);
    again.opened("so-mau");
    again.press("Sở Khoa học và Công nghệ");
    CHECK(again.shows("Một hai"));
}

TEST_CASE("a saved file is handed over as bytes that can be fetched once") {
    House house(":memory:");
    open_sample(house);
    house.press("Lưu tệp");
    const json::Value save = house.last("save");
    REQUIRE_FALSE(save.is_null());
    const auto blob = save["blob"].get<std::uint32_t>();
    CHECK(house.page().blob(blob).find("\"format\":") != std::string_view::npos);
    house.page().blob_free(blob);
    CHECK(house.page().blob(blob).empty());
}

TEST_CASE("after a fault a copy of the workbook is made without a frame being drawn") {
    const StoreFile store;
    {
        House house(store.path);
        open_sample(house);
    }
    House house(store.path);
    house.start(true);
    house.opened("so-mau");
    house.say({{"k", "saveCopy"}});
    const json::Value save = house.last("save");
    REQUIRE_FALSE(save.is_null());
    CHECK(house.page().blob(save["blob"].get<std::uint32_t>()).substr(0, 2) == "PK");
    CHECK(house.frame().packet.empty());
    CHECK(house.last("sem").is_null());
}

TEST_CASE("a file that is none of ours is refused in words") {
    House house(":memory:");
    house.opened("1");
    house.bytes("\x89PNG\r\n\x1a\n", {{"k", "file"}, {"name", "anh.png"}, {"size", 8}});
    CHECK_FALSE(house.last("announce").is_null());
}

TEST_CASE("lost graphics are drawn again with every texture") {
    House house(":memory:");
    house.opened("1");
    CHECK(house.frame().packet.empty());
    house.page().message(R"({"k":"texturesLost"})");
    const FrameOut out = house.frame();
    REQUIRE(out.packet.size() > 64);
    CHECK(out.packet[4 * 4] >= 1);
}
