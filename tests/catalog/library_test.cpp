#include "catalog/library.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "text/fold.hpp"

using base::Day;

namespace {

constexpr Day Before{2025, 6, 30};
constexpr Day After{2025, 7, 1};

const catalog::Library& library() {
    static const auto Loaded = catalog::Library::built_in(data::files());
    return Loaded;
}

const model::Unit& unit(const char* id) {
    const auto* found = library().unit({id});
    REQUIRE_MESSAGE(found, id);
    return *found;
}

std::string id_of(const model::Unit* unit) {
    return unit ? unit->id.value : "nobody";
}

}  // namespace

TEST_CASE("every file of data is read with zero problems") {
    json::Problems problems;
    const auto loaded = catalog::Library::load(data::files(), problems);
    for (const auto& problem : problems)
        FAIL_CHECK(problem.place << ": " << i18n::say(i18n::Lang::En, problem.what));
    CHECK(loaded.has_value());
}

TEST_CASE("the programmes carry the numbers and days of their decisions") {
    REQUIRE(library().programmes().size() == 3);
    const auto* first = library().programme({"da06"});
    REQUIRE(first);
    CHECK(first->decision == "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ");
    CHECK(first->validity.from == Day{2022, 1, 6});
    const auto* next = library().programme({"da06-2026"});
    REQUIRE(next);
    CHECK(next->decision == "Quyết định số 826/QĐ-TTg ngày 11/5/2026 của Thủ tướng Chính phủ");
    CHECK(next->first_year == 2026);
    CHECK(next->last_year == 2030);
    const auto* plan = library().programme({"kh02"});
    REQUIRE(plan);
    CHECK(plan->decision.starts_with("Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025"));
    for (const auto& catalogue : library().catalogues()) CHECK(catalogue.programme == first->id);
}

TEST_CASE("the catalogue has 44 models in the groups of the printed annex") {
    const auto* models = library().catalogue({"da06-44"});
    REQUIRE(models);
    REQUIRE(models->items.size() == 44);
    std::map<std::string, int> rows;
    for (std::size_t i = 0; i < models->items.size(); ++i) {
        const auto& item = models->items[i];
        CHECK(item.number == static_cast<int>(i) + 1);
        CHECK(item.id.value == (i < 9 ? "mh-0" : "mh-") + std::to_string(i + 1));
        ++rows[item.group];
    }
    CHECK(rows ==
          std::map<std::string, int>{{"I", 5}, {"II", 18}, {"III", 11}, {"IV", 3}, {"V", 7}});
    CHECK(models->item({"mh-26"})->title == "Nền tảng tích hợp, chia sẻ dữ liệu tỉnh (LGSP)");
    CHECK(models->item({"mh-43"})->title == "Trung tâm Giám sát an ninh mạng SOC Tỉnh");
    CHECK(models->item({"mh-45"}) == nullptr);
}

TEST_CASE("the groups keep the counts their headings print, which sum to 40") {
    const auto* models = library().catalogue({"da06-44"});
    std::vector<int> printed;
    for (const auto& group : models->groups) printed.push_back(group.printed_count);
    CHECK(printed == std::vector<int>{5, 16, 10, 3, 6});
    CHECK(models->group("II")->printed_title == "NHÓM TIỆN ÍCH PHÁT TRIỂN KINH TẾ XÃ HỘI");
}

TEST_CASE("the report of May 2025 numbers LGSP 8 and the analyses 27 to 30") {
    const auto* models = library().catalogue({"da06-44"});
    const auto number_in_may = [&](const char* id) {
        for (const auto& other : models->item({id})->other_numbers)
            if (other.source.starts_with("Báo cáo tháng 5/2025")) return other.number;
        return 0;
    };
    CHECK(number_in_may("mh-26") == 8);
    CHECK(number_in_may("mh-25") == 24);
    CHECK(number_in_may("mh-07") == 11);
    CHECK(number_in_may("mh-38") == 27);
    CHECK(number_in_may("mh-41") == 30);
    CHECK(number_in_may("mh-27") == 0);
}

TEST_CASE("what the annex misprints stays beside the clean title") {
    const auto* models = library().catalogue({"da06-44"});
    CHECK(models->item({"mh-31"})->printed_title ==
          "Triển khai tuyên chuyển chính sách, hỗ trợ pháp lý qua ứng dụng VNeID, Call Centrer");
    CHECK(models->item({"mh-31"})->title ==
          "Triển khai tuyên truyền chính sách, hỗ trợ pháp lý qua ứng dụng VNeID, Call Center");
    CHECK(models->item({"mh-01"})->printed_title.empty());
}

TEST_CASE("the lists hold 63 and 34 provinces, and 96 communes: 86 xã, 9 phường, 1 đặc khu") {
    CHECK(library().unit_list({"2008-63"})->units.size() == 63);
    CHECK(library().unit_list({"2025-34"})->units.size() == 34);
    const auto* communes = library().unit_list({"quang-ngai-96"});
    REQUIRE(communes);
    CHECK(communes->units.size() == 96);
    std::map<std::string, int> kinds;
    for (const auto& id : communes->units) {
        ++kinds[library().unit(id)->kind];
        CHECK(library().unit(id)->parent_on(After) == model::UnitId{"vn-quang-ngai"});
    }
    CHECK(kinds == std::map<std::string, int>{{"xã", 86}, {"phường", 9}, {"đặc khu", 1}});
}

TEST_CASE("a unit stands once in a list and has a code there") {
    for (const auto& list : library().unit_lists()) {
        std::set<std::string> codes;
        for (const auto& id : list.units) {
            const auto code = library().unit(id)->code_in(list.id);
            REQUIRE_MESSAGE(code.has_value(), id.value);
            CHECK(codes.insert(*code).second);
            CHECK(library().find_unit_by_code(list.id, *code)->id == id);
        }
    }
}

TEST_CASE("seven codes mean another province since 01/7/2025") {
    const std::map<std::string, std::pair<std::string, std::string>> reused{
        {"15", {"vn-yen-bai", "vn-lao-cai"}},      {"24", {"vn-bac-giang", "vn-bac-ninh"}},
        {"44", {"vn-quang-binh", "vn-quang-tri"}}, {"52", {"vn-binh-dinh", "vn-gia-lai"}},
        {"80", {"vn-long-an", "vn-tay-ninh"}},     {"82", {"vn-tien-giang", "vn-dong-thap"}},
        {"91", {"vn-kien-giang", "vn-an-giang"}}};
    int other = 0;
    for (const auto& id : library().unit_list({"2025-34"})->units) {
        const auto code = *library().unit(id)->code_in({"2025-34"});
        const auto* old = library().find_unit_by_code({"2008-63"}, code);
        if (old && old->id == id) continue;
        ++other;
        REQUIRE(reused.contains(code));
        CHECK(id_of(old) == reused.at(code).first);
        CHECK(id.value == reused.at(code).second);
    }
    CHECK(other == 7);
}

TEST_CASE("names follow the day: cities of 2025 and 2026, provinces that are gone") {
    CHECK(unit("vn-hue").name_on({2024, 12, 31}).name == "Tỉnh Thừa Thiên Huế");
    CHECK(unit("vn-hue").name_on({2025, 1, 1}).name == "Thành phố Huế");
    CHECK(unit("vn-dong-nai").name_on({2026, 4, 29}).name == "Tỉnh Đồng Nai");
    CHECK(unit("vn-dong-nai").name_on({2026, 4, 30}).name == "Thành phố Đồng Nai");
    CHECK(unit("vn-quang-ninh").name_on({2026, 8, 31}).name == "Tỉnh Quảng Ninh");
    CHECK(unit("vn-quang-ninh").name_on({2026, 9, 1}).name == "Thành phố Quảng Ninh");
    CHECK(unit("vn-bac-ninh").name_on({2026, 9, 19}).name == "Tỉnh Bắc Ninh");
    CHECK(unit("vn-bac-ninh").name_on({2026, 9, 20}).name == "Thành phố Bắc Ninh");
    CHECK(id_of(library().find_unit_by_name("Kon Tum", Before)) == "vn-kon-tum");
}

TEST_CASE("on any day of 2025 and 2026 at most one name of a unit holds") {
    for (const auto& one : library().units())
        for (int year = 2024; year <= 2026; ++year)
            for (int month = 1; month <= 12; ++month) {
                const auto held = std::count_if(
                    one.names.begin(), one.names.end(),
                    [&](const auto& name) { return name.validity.holds({year, month, 1}); });
                CHECK_MESSAGE(held <= 1, one.id.value);
            }
}

TEST_CASE("Quảng Ngãi was made of Quảng Ngãi and Kon Tum by Nghị quyết 202/2025/QH15") {
    CHECK(library().lineage().size() == 23);
    const auto events = library().lineage_of({"vn-kon-tum"});
    REQUIRE(events.size() == 1);
    CHECK(events[0].to == model::UnitId{"vn-quang-ngai"});
    CHECK(events[0].day == After);
    CHECK(events[0].decree == "Nghị quyết số 202/2025/QH15");
    CHECK(library().lineage_of({"vn-cao-bang"}).empty());
    CHECK(library().lineage_of({"vn-lam-dong"})[0].from.size() == 3);
}

TEST_CASE("every one of the 63 provinces lives on in exactly one of the 34") {
    const auto& now = library().unit_list({"2025-34"})->units;
    for (const auto& id : library().unit_list({"2008-63"})->units) {
        const auto events = library().lineage_of(id);
        const auto heir = events.empty() ? id : events[0].to;
        CHECK_MESSAGE(std::find(now.begin(), now.end(), heir) != now.end(), id.value);
    }
}

TEST_CASE("Sơn Hà is not Sơn Hạ and Ba Tơ is not Ba Tô, though folded they are") {
    CHECK(id_of(library().find_unit_by_name("Xã Sơn Hà", After)) == "qng-21289");
    CHECK(id_of(library().find_unit_by_name("Sơn Hạ", After)) == "qng-21292");
    CHECK(id_of(library().find_unit_by_name("Ba Tơ", After)) == "qng-21484");
    CHECK(id_of(library().find_unit_by_name("Xã Ba Tô", After)) == "qng-21523");
    CHECK(library().find_unit_by_name("Son Ha", After) == nullptr);
    CHECK(text::fold("Sơn Hà") == text::fold("Sơn Hạ"));
}

TEST_CASE("a name typed with combining marks is found, and white space around does not matter") {
    CHECK(id_of(library().find_unit_by_name(" Qua\xCC\x89ng Nga\xCC\x83i\n", After)) ==
          "vn-quang-ngai");
}

TEST_CASE("a ward that bears the name of a province is told apart by day and list") {
    CHECK(id_of(library().find_unit_by_name("Kon Tum", After)) == "qng-23293");
    CHECK(id_of(library().find_unit_by_name("Kon Tum", After,
                                            model::UnitListId{"quang-ngai-96"})) == "qng-23293");
    CHECK(library().find_unit_by_name("Kon Tum", Before, model::UnitListId{"quang-ngai-96"}) ==
          nullptr);
    CHECK(library().find_unit_by_name("Kon Tum", After, model::UnitListId{"no-such-list"}) ==
          nullptr);
}

TEST_CASE("written forms of the national annex find their province") {
    const auto found = [](const char* written) {
        return id_of(library().find_unit_by_name(written, {2024, 6, 30}));
    };
    CHECK(found("Bắc Kan") == "vn-bac-kan");
    CHECK(found("Bà Rịa Vũng Tàu") == "vn-ba-ria-vung-tau");
    CHECK(found("Thừa thiên - Huế") == "vn-hue");
    CHECK(found("TP. Hồ Chí Minh") == "vn-ho-chi-minh");
    CHECK(found("Hoà Bình") == "vn-hoa-binh");
}

TEST_CASE("Sở Thông tin và Truyền thông is Sở Khoa học và Công nghệ from 01/3/2025") {
    const auto& department = unit("qng-so-khcn");
    CHECK(department.name_on({2025, 2, 27}).name == "Sở Thông tin và Truyền thông tỉnh Quảng Ngãi");
    CHECK(department.name_on({2025, 7, 7}).name == "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi");
    CHECK(department.name_on({2025, 7, 7}).file_label == "SKHCN-QNg");
    CHECK(id_of(library().find_unit_by_name("Sở TT&TT", {2025, 2, 27})) == "qng-so-khcn");
    CHECK(library().find_unit_by_name("Sở TT&TT", {2025, 5, 20}) == nullptr);
    CHECK(department.parent_on({2025, 7, 7}) == model::UnitId{"qng-ubnd-tinh"});
}

TEST_CASE("Bảo hiểm xã hội tỉnh is what one system calls BHXH khu vực XXIII") {
    CHECK(id_of(library().find_unit_by_name("Bảo hiểm xã hội tỉnh", After)) == "bhxh-kv-23");
}
