#include "store/reports.hpp"

#include <doctest/doctest.h>

#include "store/recording.hpp"
#include "store/schema.hpp"
#include "store/settings.hpp"
#include "store/versions.hpp"

namespace {

struct Store {
    Store() { REQUIRE(store::migrate(db)); }
    store::Db db{":memory:"};
};

model::Cell text(const std::string& words) {
    model::Cell cell;
    cell.set("text", words);
    return cell;
}

model::Entry entry(std::vector<model::RowId> rows, const std::string& result) {
    return {std::move(rows), {{{"result"}, text(result)}}};
}

/// The cover of the annex: công văn 41/SKHCN-BCVT&CNTT ngày 07/7/2025.
model::Report report() {
    model::Report out;
    out.key = {{"qng-so-khcn"}, {"phu-luc-04-co-quan"}, {"2025-07"}};
    out.period = {{"2025-07"},           model::PeriodKind::Month, "tháng 7/2025",
                  base::Day{2025, 7, 1}, base::Day{2025, 7, 31},   std::nullopt};
    out.unit_name = "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi";
    out.state = model::ReportState::Issued;
    out.cover = {"41",          "SKHCN-BCVT&CNTT", base::Day{2025, 7, 7}, "Sở KHCN",
                 "V/v báo cáo", "Nguyễn A",        "Phó Giám đốc"};
    return out;
}

model::ReportId put(store::Db& db, const model::Report& content) {
    const auto id = store::insert_report(db, content);
    store::put_content(db, id, content);
    return id;
}

}  // namespace

TEST_CASE("a report comes back whole: head, cover, cells and shared rows") {
    Store store;
    auto content = report();
    content.entries = {entry({{"mh-26"}}, "vận hành"),
                       entry({{"mh-38"}, {"mh-39"}, {"mh-40"}}, "chuẩn bị")};
    const auto id = put(store.db, content);
    CHECK(store::load_report(store.db, id) == content);
    CHECK(store::find_report(store.db, content.key) == id);
    CHECK_FALSE(store::load_report(store.db, {id.value + 1}).has_value());
}

TEST_CASE("whatever a report said before, putting a content makes it say exactly that") {
    auto before = report();
    before.entries = {entry({{"mh-01"}}, "một"), entry({{"mh-38"}, {"mh-39"}, {"mh-40"}}, "ba")};
    before.entries.front().cells[{"difficulties"}] = text("vướng");
    auto turned = report();
    turned.entries = {entry({{"mh-38"}}, "riêng"), entry({{"mh-39"}, {"mh-40"}}, "hai")};
    auto other_lead = report();
    other_lead.entries = {entry({{"mh-37"}, {"mh-38"}, {"mh-39"}}, "bốn")};
    auto bare = report();
    bare.cover = {};
    bare.period.from.reset();
    bare.state = model::ReportState::Draft;
    const std::vector<model::Report> contents{before, turned, other_lead, bare};
    for (const auto& from : contents) {
        for (const auto& to : contents) {
            Store store;
            const auto id = put(store.db, from);
            store::put_content(store.db, id, to);
            CHECK(store::load_report(store.db, id) == to);
        }
    }
}

TEST_CASE("putting what is there already records nothing") {
    Store store;
    auto content = report();
    content.entries = {entry({{"mh-38"}, {"mh-39"}}, "chuẩn bị")};
    const auto id = put(store.db, content);
    store::Transaction transaction(store.db);
    store::Recording recording(store.db);
    store::put_content(store.db, id, content);
    CHECK(recording.take().empty());
}

TEST_CASE("a cell is written part by part, and a row in a shared entry reads its lead") {
    Store store;
    const auto id = put(store.db, report());
    model::Cell cost;
    cost.set("choice", "amount");
    cost.set("amounts.1.value", "6800000000");
    store::put_cell(store.db, id, {"mh-26"}, {"cost"}, cost);
    store::share_row(store.db, id, {"mh-27"}, {"mh-26"});
    CHECK(store::load_cell(store.db, id, {"mh-27"}, {"cost"}) == cost);
    CHECK(store::lead_of(store.db, id, {"mh-27"}) == model::RowId{"mh-26"});
    cost.set("amounts.1.value", "");
    store::put_cell(store.db, id, {"mh-26"}, {"cost"}, cost);
    CHECK(store::load_cell(store.db, id, {"mh-26"}, {"cost"}) == cost);
    store::put_cell(store.db, id, {"mh-26"}, {"cost"}, {});
    CHECK(store::load_cell(store.db, id, {"mh-26"}, {"cost"}).blank());
}

TEST_CASE("the list counts rows that say something, shared ones too, and puts the latest first") {
    Store store;
    auto content = report();
    content.entries = {entry({{"mh-26"}}, "vận hành"),
                       entry({{"mh-38"}, {"mh-39"}, {"mh-40"}}, "chuẩn bị")};
    const auto first = put(store.db, content);
    store::share_row(store.db, first, {"mh-02"}, {"mh-01"});  // shared, and blank
    auto other = report();
    other.key.period = other.period.id = {"2025-08"};
    const auto second = store::insert_report(store.db, other);
    const auto rows = store::list_reports(store.db);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id == second);
    CHECK(rows[0].filled_rows == 0);
    CHECK(rows[1].filled_rows == 4);
    CHECK(rows[1].state == "issued");
    CHECK(rows[1].key() == content.key);
    CHECK_FALSE(rows[1].changed_ms.has_value());
}

TEST_CASE("a report that was only received counts as changed when it came") {
    Store store;
    const auto id = put(store.db, report());
    const store::VersionRow received{{"v1"}, "{}", "", "", "", "", "v1.so06.json"};
    store::keep_version(store.db, report().key, received, {}, 5'000);
    store::set_head(store.db, report().key, {"v1"});
    CHECK(store::report_row(store.db, id)->changed_ms == 5'000);
    CHECK(store::report_row(store.db, id)->head == "v1");
}

TEST_CASE("a deleted report leaves nothing, and its number is not given again") {
    Store store;
    auto content = report();
    content.entries = {entry({{"mh-38"}, {"mh-39"}}, "chuẩn bị")};
    const auto id = put(store.db, content);
    store::delete_report(store.db, id);
    CHECK(store::list_reports(store.db).empty());
    CHECK(store.db.value<int>("SELECT count(*) FROM entry_part") == 0);
    CHECK(store.db.value<int>("SELECT count(*) FROM shared_row") == 0);
    CHECK(store::insert_report(store.db, content) != id);
}

TEST_CASE("a setting that was never set is empty, the last one counts") {
    Store store;
    CHECK(store::setting(store.db, "language").empty());
    store::set_setting(store.db, "language", "vi");
    store::set_setting(store.db, "language", "en");
    CHECK(store::setting(store.db, "language") == "en");
}
