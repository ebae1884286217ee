#include "bundle/upgrade.hpp"

#include <array>

#include <doctest/doctest.h>

namespace {

constexpr std::array Steps{
    bundle::Upgrade{1, [](json::Value& envelope) { envelope["trail"] = "1"; },
                    [](json::Value& report) { report["trail"] = "1"; }},
    bundle::Upgrade{
        2, [](json::Value& envelope) { envelope["trail"] = envelope.value("trail", "") + "2"; },
        nullptr},
};

}  // namespace

TEST_CASE("an old file goes through every step after its version, in order") {
    json::Value envelope = json::Value::object();
    bundle::upgrade_envelope(envelope, 1, Steps);
    CHECK(envelope["trail"] == "12");
}

TEST_CASE("a step before the file's version is not done again") {
    json::Value envelope = json::Value::object();
    bundle::upgrade_envelope(envelope, 2, Steps);
    CHECK(envelope["trail"] == "2");
    json::Value report = json::Value::object();
    bundle::upgrade_report(report, 2, Steps);
    CHECK(report.empty());
}

TEST_CASE("a step may leave reports as they are") {
    json::Value report = json::Value::object();
    bundle::upgrade_report(report, 1, Steps);
    CHECK(report["trail"] == "1");
}
