#include "base/result.hpp"

#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "base/cached.hpp"
#include "base/fault.hpp"

namespace {

base::Result<std::string> name_of(int number) {
    if (number == 26) return std::string("Nền tảng tích hợp");
    return base::Refusal{{i18n::S::FileEmpty, {}}};
}

base::Result<void> saved(bool well) {
    if (well) return {};
    return base::Refusal{{i18n::S::FileEmpty, {}}};
}

}  // namespace

TEST_CASE("a result is a value or the reason why there is none") {
    const auto good = name_of(26);
    REQUIRE(good);
    CHECK(*good == "Nền tảng tích hợp");
    CHECK(good->size() == good.value().size());

    const auto bad = name_of(45);
    CHECK_FALSE(bad.has_value());
    CHECK(bad.error().why.key == i18n::S::FileEmpty);
}

TEST_CASE("a result without a value is done or refused") {
    CHECK(saved(true));
    CHECK_FALSE(saved(false));
    CHECK(saved(false).error() == base::Refusal{{i18n::S::FileEmpty, {}}});
}

TEST_CASE("a value that only moves can be taken out of a result") {
    base::Result<std::unique_ptr<int>> result(std::make_unique<int>(44));
    const std::unique_ptr<int> taken = *std::move(result);
    CHECK(*taken == 44);
}

TEST_CASE("a check that does not hold says what and where") {
    CHECK_NOTHROW(base::check(true, "never"));
    const std::string line = std::to_string(__LINE__ + 2);
    try {
        base::check(false, "a unit without a name");
        FAIL("no fault");
    } catch (const base::Fault& fault) {
        const std::string what = fault.what();
        CHECK(what.starts_with("a unit without a name ("));
        CHECK(what.ends_with("result_test.cpp:" + line + ")"));
    }
}

TEST_CASE("a cached value is made again only for another key") {
    base::Cached<int, std::string> cached;
    int made = 0;
    const auto ask = [&](int key) {
        return cached.get(key, [&] {
            ++made;
            return std::to_string(key);
        });
    };
    CHECK(ask(1) == "1");
    CHECK(ask(1) == "1");
    CHECK(made == 1);
    CHECK(ask(2) == "2");
    CHECK(made == 2);
    cached.forget();
    CHECK(ask(2) == "2");
    CHECK(made == 3);
}

TEST_CASE("a value that could not be made is asked for again") {
    base::Cached<int, std::string> cached;
    const auto fail = []() -> std::string { throw base::Fault("disk"); };
    CHECK_THROWS_AS(cached.get(1, fail), base::Fault);
    CHECK(cached.get(1, [] { return std::string("there"); }) == "there");
}
