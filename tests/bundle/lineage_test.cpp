// Which version of a report is the head, and which came before which, however a file lists them.
#include "bundle/lineage.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "bundle/fixture.hpp"

using bundle::VersionPart;
using test::fixture;
using test::replaced;

namespace {

/// A version that says `words`.
VersionPart version(const std::string& words, const std::vector<VersionPart>& parents = {}) {
    model::Report report;
    report.key = {{"don-vi"}, {"bieu-mau"}, {"2025-07"}};
    report.unit_name = words;
    report.period.name = "tháng 7/2025";
    std::vector<model::VersionId> ids;
    for (const auto& parent : parents) ids.push_back(parent.id);
    return bundle::make_version(report, ids, {});
}

std::vector<std::string> words(const std::vector<VersionPart>& versions) {
    std::vector<std::string> list;
    for (const auto& one : versions) list.push_back(one.content.unit_name);
    return list;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("parents are a set: twice the same is once, in the id too") {
    const auto one = version("a");
    const auto other = version("b");
    CHECK(bundle::version_id(one.body, {other.id, one.id, other.id}) ==
          bundle::version_id(one.body, {one.id, other.id}));
    CHECK(bundle::make_version(one.content, {other.id, other.id}, {}).parents ==
          std::vector{other.id});

    const auto bytes = fixture("two_versions.so06.json");
    const std::string parent =
        "\"ff6a46869704604db14729a453a42387d60c12941e7c952f3f2650b0b1f60fca\"";
    const auto list = "\"parents\": [\n      " + parent;
    const auto read = bundle::read(replaced(bytes, list, list + ", " + parent), "");
    REQUIRE(read);
    CHECK(read->reports.at(0).head() == bundle::read(bytes, "")->reports.at(0).head());
    CHECK(test::problems(*read, bundle::ProblemKind::VersionChanged) == 0);
}

TEST_CASE("a list in order stays as it is") {
    const auto a = version("a");
    const auto b = version("b", {a});
    const auto c = version("c", {a});
    const auto d = version("d", {b, c});
    CHECK(words(bundle::in_order({a, c, b, d})) == Words{"a", "c", "b", "d"});
    // Two that grew apart: the later one of the list is the head.
    CHECK(words(bundle::in_order({a, b, c})) == Words{"a", "b", "c"});
    CHECK(words(bundle::in_order({a, c, b})) == Words{"a", "c", "b"});
}

TEST_CASE("in whatever order they are listed, parents come first and the last grown is the head") {
    const auto a = version("a");
    const auto b = version("b", {a});
    const auto c = version("c", {b});
    std::vector<VersionPart> listed{a, b, c};
    const auto before = [](const VersionPart& x, const VersionPart& y) { return x.id < y.id; };
    std::sort(listed.begin(), listed.end(), before);
    do {
        CAPTURE(words(listed));
        CHECK(words(bundle::in_order(listed)) == Words{"a", "b", "c"});
    } while (std::next_permutation(listed.begin(), listed.end(), before));
}

TEST_CASE("a version that is listed twice is one") {
    const auto a = version("a");
    const auto b = version("b", {a});
    CHECK(words(bundle::in_order({a, b, a, b})) == Words{"a", "b"});
}

TEST_CASE("a version changed by hand keeps its place before those that grew from it") {
    const auto a = version("a");
    const auto b = version("b", {a});
    auto changed = version("sửa tay");
    changed.stated_id = a.id.value;
    CHECK(words(bundle::in_order({b, changed})) == Words{"sửa tay", "b"});
    CHECK(words(bundle::in_order({changed, b})) == Words{"sửa tay", "b"});
}

TEST_CASE("stated ids that run in a circle are put in an order that stays") {
    auto a = version("a");
    auto b = version("b", {a});
    a = bundle::make_version(a.content, {{"ring"}}, {});
    b.stated_id = "ring";
    b.parents = {a.id};
    const auto once = bundle::in_order({a, b});
    CHECK(once.size() == 2);
    CHECK(bundle::in_order(once) == once);
    const auto turned = bundle::in_order({b, a});
    CHECK(turned.size() == 2);
    CHECK(bundle::in_order(turned) == turned);
}

TEST_CASE("a file that lists a child before its parent has the child as its head") {
    auto file = bundle::read(fixture("two_versions.so06.json"), "").value();
    const auto right = file.reports.at(0).versions;
    std::reverse(file.reports.at(0).versions.begin(), file.reports.at(0).versions.end());
    const auto read = bundle::read(bundle::write(file), "");
    REQUIRE(read);
    CHECK(read->reports.at(0).versions == right);
}
