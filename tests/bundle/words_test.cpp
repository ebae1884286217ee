#include <doctest/doctest.h>

#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"

using bundle::NameFor;
using test::fixture;

namespace {

bundle::ReportPart part(const char* name) {
    return bundle::read(fixture(name), "")->reports.at(0);
}

model::Form annex() {
    model::Form form;
    form.short_title = "Phụ lục 04";
    return form;
}

}  // namespace

TEST_CASE("a file's name says unit, form, period and how many versions deep it is") {
    CHECK(bundle::file_name(part("one.so06.json"), "SKHCN-QNg", "Phuluc04", NameFor::Computer) ==
          "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json");
    CHECK(bundle::file_name(part("two_versions.so06.json"), "SKHCN-QNg", "Phuluc04",
                            NameFor::Phone) == "DA06_SKHCN-QNg_Phuluc04_2025-07_v2.so06.txt");
}

TEST_CASE("a file's name is ASCII whatever the unit is called") {
    CHECK(bundle::file_name(part("one.so06.json"), "Xã Đức Phổ (mới)/../a", "Phụ lục 04",
                            NameFor::Computer) ==
          "DA06_Xa-Duc-Pho-moi-a_Phu-luc-04_2025-07_v1.so06.json");
    CHECK(bundle::workbook_file_name("Sổ 06 Quảng Ngãi") == "So-06-Quang-Ngai.so06");
    CHECK(bundle::workbook_file_name("…") == "x.so06");
}

TEST_CASE("two branches that were joined are one deeper than the deeper one") {
    auto report = part("one.so06.json");
    const auto& content = report.head().content;
    const auto root = report.head().id;
    auto left = bundle::make_version(content, {root}, {});
    auto lower = bundle::make_version(content, {left.id}, {});
    auto right = bundle::make_version(content, {root, model::VersionId{"unknown"}}, {});
    auto joined = bundle::make_version(content, {lower.id, right.id}, {});
    for (auto& version : {left, lower, right, joined}) report.versions.push_back(version);
    CHECK(bundle::depth(report) == 4);
}

TEST_CASE("the text to send along names unit, form, period, file and check code") {
    CHECK(bundle::ready_text(part("one.so06.json"), annex(), "a.so06.json",
                             "https://so06.example/day/") ==
          "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi gửi báo cáo Phụ lục 04, kỳ tháng 7/2025.\n"
          "Tệp: a.so06.json\n"
          "Mã đối chiếu: ZXN-4D1\n"
          "Số liệu chưa ký ban hành.\n"
          "Đề nghị mở bằng trang Sổ 06, địa chỉ https://so06.example/day/.");
}

TEST_CASE("the text says where to open the file only where an address is known") {
    const auto text = bundle::ready_text(part("one.so06.json"), annex(), "a.so06.json", "");
    CHECK(text.ends_with("Số liệu chưa ký ban hành."));
}

TEST_CASE("the page it is sent from goes before the page the version was made on") {
    const auto text = bundle::ready_text(part("two_versions.so06.json"), annex(), "b",
                                         "https://so06.example/moi/");
    CHECK(text.ends_with("địa chỉ https://so06.example/moi/."));
}

TEST_CASE("an issued report's text names the document and the page it was made on") {
    const auto text = bundle::ready_text(part("two_versions.so06.json"), annex(), "b", "");
    CHECK(text.find("Kèm theo văn bản số 41/SKHCN-BCVT&CNTT ngày 07/7/2025.") != std::string::npos);
    CHECK(text.find("chưa ký ban hành") == std::string::npos);
    CHECK(text.find("Đề nghị mở bằng trang Sổ 06, địa chỉ https://so06.example/quangngai/.") !=
          std::string::npos);
}
