#include <doctest/doctest.h>

#include "bundle/bundle.hpp"
#include "bundle/fixture.hpp"

using bundle::ProblemKind;
using i18n::S;
using test::fixture;
using test::replaced;

TEST_CASE("a figure changed by hand is seen in the version and in the file, and both still open") {
    const auto read =
        bundle::read(replaced(fixture("one.so06.json"), "6800000000", "8600000000"), "a.json");
    REQUIRE(read);
    const auto& head = read->reports.at(0).head();
    CHECK(head.content.entries.at(1).cell({"cost"}).part("amounts.1.value") == "8600000000");
    CHECK(head.stated_id == "ff6a46869704604db14729a453a42387d60c12941e7c952f3f2650b0b1f60fca");
    CHECK(head.id.value != head.stated_id);
    CHECK_FALSE(read->integrity.ok);
    CHECK(test::problems(*read, ProblemKind::VersionChanged) == 1);
    REQUIRE(test::problems(*read, ProblemKind::FileChanged) == 1);
    CHECK(read->problems.back().what == i18n::Message{S::FileChanged, {"a.json", "ZXN-4D1"}});
}

TEST_CASE("a name beside the versions changed by hand is seen in the file only") {
    const auto read =
        bundle::read(replaced(fixture("one.so06.json"), "\"author\": \"Nguyễn Văn Mẫu\"",
                              "\"author\": \"Trần Thị Mẫu\""),
                     "");
    REQUIRE(read);
    CHECK(test::problems(*read, ProblemKind::VersionChanged) == 0);
    CHECK(test::problems(*read, ProblemKind::FileChanged) == 1);
}

TEST_CASE("a check code changed by hand is seen") {
    const auto read = bundle::read(
        replaced(fixture("one.so06.json"), "\"code\": \"ZXN4D1\"", "\"code\": \"ZXN4D2\""), "");
    REQUIRE(read);
    CHECK_FALSE(read->integrity.ok);
    CHECK(read->integrity.computed_code == "ZXN4D1");
    CHECK(test::problems(*read, ProblemKind::FileChanged) == 1);
}

TEST_CASE("a file without its integrity part opens and says that nobody can tell") {
    const auto read =
        bundle::read(replaced(fixture("one.so06.json"), "\"integrity\"", "\"integrity_\""), "e");
    REQUIRE(read);
    CHECK_FALSE(read->integrity.ok);
    CHECK(read->problems.back().what == i18n::Message{S::FileNoIntegrity, {"e"}});
}

TEST_CASE("a frame that names another unit than its content is said, and the content counts") {
    const auto read = bundle::read(
        replaced(fixture("one.so06.json"), "\"unit\": \"skhcn-quang-ngai\"", "\"unit\": \"khac\""),
        "");
    REQUIRE(read);
    CHECK(read->reports.at(0).key.unit.value == "skhcn-quang-ngai");
    CHECK(read->problems.front().what.key == S::FileKeyDiffers);
}
