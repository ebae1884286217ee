#include "ui/paste_plan.hpp"

#include <doctest/doctest.h>

#include "app/reports.hpp"
#include "ui/cell_edit.hpp"
#include "ui/grid_copy.hpp"
#include "ui/house.hpp"

using Is = ui::PasteColumn::Is;

namespace {

/// The sample's report as the table has it.
struct Report {
    test::House house;
    ui::Sheet sheet;

    Report() {
        house.open_sample();
        const auto& library = house.work().library();
        auto report = *app::load_report(house.work().db(), library, house.report());
        sheet.id = house.report();
        sheet.form = library.form(report.key.form);
        sheet.catalogue = library.catalogue(sheet.form->catalogue);
        sheet.report = std::move(report);
        sheet.rows = ui::view_rows(sheet.report, *sheet.form, *sheet.catalogue);
    }

    ui::PastePlace from(const char* row, const char* field) const {
        ui::PastePlace place;
        bool reached = false;
        for (const auto& one : sheet.rows.rows) {
            reached = reached || one.row.value == row;
            if (reached) place.rows.push_back(one.row);
        }
        reached = false;
        for (const auto& one : sheet.form->fields) {
            reached = reached || one.id.value == field;
            if (reached) place.fields.push_back(one.id);
        }
        return place;
    }

    ui::PastePlan plan(const ui::Block& block, const ui::PastePlace& place) const {
        return ui::plan_paste(block, ui::guess_columns(block, sheet, place), sheet, place,
                              i18n::Lang::Vi);
    }
};

std::vector<std::string> places(const ui::PastePlan& plan) {
    std::vector<std::string> out;
    for (const auto& change : plan.changes)
        out.push_back(change.row.value + '/' + change.field.value + " " + change.after);
    return out;
}

std::vector<i18n::S> reasons(const ui::PastePlan& plan) {
    std::vector<i18n::S> out;
    for (const auto& trouble : plan.troubles) out.push_back(trouble.key);
    return out;
}

}  // namespace

TEST_CASE("a block without numbers goes down and to the right from the chosen cell") {
    const Report at;
    const ui::Block block{{"một", "hai"}, {"", "bốn"}};
    const auto plan = at.plan(block, at.from("mh-28", "result"));
    CHECK(places(plan) == std::vector<std::string>{"mh-28/result một", "mh-28/difficulties hai",
                                                   "mh-29/difficulties bốn"});
    CHECK(plan.rows == 2);
    CHECK(plan.changes[0].before == "Đã bàn giao cho Sở Văn hóa, Thể thao và Du lịch");
}

TEST_CASE("heads name the columns, in any order and letter case, and rows go by their number") {
    const Report at;
    const ui::Block block{{"stt", "KHÓ KHĂN,\n VƯỚNG MẮC", "Cột lạ", "Kết quả triển khai"},
                          {"28", "thiếu máy", "x", "đã họp"}};
    const auto plan = at.plan(block, at.from("mh-01", "state"));
    CHECK(places(plan) ==
          std::vector<std::string>{"mh-28/difficulties thiếu máy", "mh-28/result đã họp"});
    CHECK(plan.troubles.empty());
}

TEST_CASE("what was copied here comes back to its rows, whatever cell is chosen") {
    const Report at;
    const auto& row = *at.sheet.rows.find({"mh-26"});
    const auto title = row.title;
    const ui::Block block{{"26", title, "Đã triển khai", "kết quả mới"}};
    const auto columns = ui::guess_columns(block, at.sheet, at.from("mh-01", "state"));
    CHECK(columns[0].is == Is::Number);
    CHECK(columns[1].is == Is::Title);
    const auto plan = at.plan(block, at.from("mh-01", "state"));
    CHECK(places(plan) == std::vector<std::string>{"mh-26/result kết quả mới"});
}

TEST_CASE("a number and a title that disagree take nothing, and the reason is said") {
    const Report at;
    const auto title = at.sheet.rows.find({"mh-25"})->title;
    const ui::Block block{{"STT", "Mô hình", "Kết quả triển khai"},
                          {"26", title, "của ai"},
                          {"27", "Mô hình không có", "của ai"},
                          {"99", "", "của ai"}};
    const auto plan = at.plan(block, at.from("mh-01", "state"));
    CHECK(plan.changes.empty());
    CHECK(reasons(plan) == std::vector<i18n::S>{i18n::S::PasteDisagrees, i18n::S::PasteOtherTitle,
                                                i18n::S::PasteUnknownRow});
}

TEST_CASE("states are taken by their names; other words are said to be none") {
    const Report at;
    const ui::Block block{{"STT", "Trạng thái"}, {"28", "đang triển khai"}, {"29", "sắp xong"}};
    const auto plan = at.plan(block, at.from("mh-01", "state"));
    REQUIRE(plan.changes.size() >= 1);
    CHECK(plan.changes[0].row.value == "mh-28");
    CHECK(plan.changes[0].after == "Đang triển khai");
    CHECK(reasons(plan) == std::vector<i18n::S>{i18n::S::PasteNotAState});
}

TEST_CASE("rows below the last one, and rows spoken for by another, are named") {
    const Report at;
    const ui::Block two{{"a"}, {"b"}};
    CHECK(reasons(at.plan(two, at.from("mh-44", "result"))) ==
          std::vector<i18n::S>{i18n::S::PasteNoRow});
    const ui::Block shared{{"STT", "Kết quả triển khai"}, {"39", "riêng"}};
    CHECK(reasons(at.plan(shared, at.from("mh-01", "state"))) ==
          std::vector<i18n::S>{i18n::S::PasteShared});
}

TEST_CASE("a copied row is one line of tab-separated text, quoted where it must be, and a table") {
    const Report at;
    ui::Sheet sheet = at.sheet;
    const auto& row = *sheet.rows.find({"mh-28"});
    model::Entry entry;
    entry.rows = {{"mh-28"}};
    entry.cells[{"result"}] = ui::with_text({}, "text", "dòng \"một\"\ndòng hai <b>");
    std::erase_if(sheet.report.entries,
                  [](const model::Entry& one) { return one.rows.front().value == "mh-28"; });
    sheet.report.entries.push_back(entry);
    const auto copied = ui::copy_rows(sheet, {&row}, i18n::Lang::Vi);
    CHECK(copied.text == "28\t" + row.title + "\t\t\"dòng \"\"một\"\"\ndòng hai <b>\"\t\t\t\t");
    CHECK(copied.html.find("<td>dòng \"một\"<br>dòng hai &lt;b&gt;</td>") != std::string::npos);
    CHECK(copied.html.find("<th>") == std::string::npos);
    const auto two = ui::copy_rows(sheet, {&row, &row}, i18n::Lang::Vi);
    CHECK(two.text.find("STT\tMô hình\tTrạng thái") == 0);
    CHECK(two.html.find("<th>Trạng thái</th>") != std::string::npos);
}
