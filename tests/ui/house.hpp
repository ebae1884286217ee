// The whole interface on a stage: a shell, a workbook in memory, the program's own forms and
// catalogues, a clock that stands at 14:32 on 07/7/2025. What the page would do with orders, the
// tests do.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "app/workbook.hpp"
#include "catalog/library.hpp"
#include "data/embedded.hpp"
#include "store/reports.hpp"
#include "ui/route.hpp"
#include "ui/shell.hpp"
#include "ui/stage.hpp"

namespace test {

inline const catalog::Library& library() {
    static const auto Library = catalog::Library::built_in(data::files());
    return Library;
}

inline std::string sample_file() {
    std::ifstream file("data/samples/DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json",
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class House {
public:
    explicit House(StageSize size = {}, ui::Shell::Start start = {})
        : start_(std::move(start)),
          stage([this](ui::Surface& surface) { draw(surface); }, size, [this] { carry_out(); }) {
        open("so");
    }

    /// Opens an empty workbook in the place of `id`, as the page does when it is told to.
    void open(std::string id, ui::Storage storage = ui::Storage::Device) {
        ui::Situation here;
        here.storage = storage;
        here.workbook.id = std::move(id);
        here.others = others;
        shell->open(std::make_unique<app::Workbook>(":memory:", library(), clock()),
                    std::move(here));
        stage.settle();
    }

    void hear(ui::PageNews news) {
        shell->hear(std::move(news));
        stage.settle();
    }

    /// The sample report, taken in without asking, and shown as a form.
    void open_sample() {
        hear(ui::SampleArrived{"mau.so06.json", sample_file()});
        REQUIRE(store::list_reports(work().db()).size() == 1);
    }

    /// Shows that model in the form, through the search of the list.
    void go_to(int number) {
        const auto wanted = std::to_string(number);
        stage.type("Tìm mô hình, nội dung…", wanted);
        stage.leave();
        for (const auto& node : stage.nodes()) {
            if (!node.name.starts_with("Mô hình " + wanted + ", ") || !node.focusable) continue;
            const ui::Node row = node;
            stage.tap(row);
            break;
        }
        stage.type("Tìm mô hình, nội dung…", "");
        stage.leave();
    }

    /// The same by the page's address: also where a screen shows no list to search in.
    void go_by_address(int number, bool grid = false) {
        hear(ui::AddressChanged{ui::address_of({"so", report().value, number, grid})});
    }

    /// Presses a button that a notice offers; fails when none has it.
    void press_in_notice(std::string_view button) {
        for (const auto& node : stage.nodes()) {
            if (node.name != button || !node.id.ends_with("/act")) continue;
            const ui::Node place = node;
            return stage.tap(place);
        }
        FAIL("no notice has the button ", button);
    }

    /// The last sentence for screen readers.
    std::string said() {
        const auto messages = stage.messages("announce");
        return messages.empty() ? "" : messages.back()["text"].get<std::string>();
    }

    const app::Workbook& work() const { return *shell->workbook(); }
    model::ReportId report() const { return store::list_reports(work().db()).at(0).id; }
    model::Cell cell(const char* row, const char* field) const {
        return store::load_cell(work().db(), report(), {row}, {field});
    }

    /// The last order of that kind since the last call, or nothing.
    template <class Order>
    std::optional<Order> order() {
        std::optional<Order> last;
        for (auto& order : orders)
            if (auto* found = std::get_if<Order>(&order)) last = std::move(*found);
        orders.clear();
        return last;
    }

    base::Clock clock() {
        return {[this] { return now; }};
    }

    base::Millis now = 1751873520000;  // 2025-07-07T07:32:00Z
    std::vector<ui::WorkbookName> others;
    std::vector<ui::PageOrder> orders;
    std::unique_ptr<ui::Shell> shell;

private:
    ui::Shell::Start start_;

    void draw(ui::Surface& surface) {
        if (!shell) shell = std::make_unique<ui::Shell>(surface, clock(), start_);
        shell->draw();
    }
    void carry_out() {
        shell->run();
        for (auto& order : shell->take_orders()) orders.push_back(std::move(order));
    }

public:
    Stage stage;
};

}  // namespace test
