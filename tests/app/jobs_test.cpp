#include "app/jobs.hpp"

#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

namespace {

/// A clock that moves only when a step says so.
struct Bench {
    app::Jobs jobs;
    double now = 0;
    int steps = 0;
    int finished = 0;

    void start(std::size_t total, double step_ms) {
        jobs.start({{i18n::S::ChangeUnknown, {}},
                    [total] { return total; },
                    [this, step_ms](std::size_t) {
                        ++steps;
                        now += step_ms;
                    },
                    [this] { ++finished; }});
    }
    void spend(double budget_ms) {
        jobs.spend(budget_ms, [this] { return now; });
    }
};

}  // namespace

TEST_CASE("a job does as many steps as the time allows, says how far it is, and finishes once") {
    Bench bench;
    bench.start(10, 1);
    bench.spend(4);
    CHECK(bench.steps == 4);
    REQUIRE(bench.jobs.progress().size() == 1);
    CHECK(bench.jobs.progress().front().done == 4);
    CHECK(bench.jobs.progress().front().total == 10);
    bench.spend(100);
    CHECK(bench.steps == 10);
    CHECK(bench.finished == 1);
    CHECK(bench.jobs.idle());
    bench.spend(100);
    CHECK(bench.steps == 10);
}

TEST_CASE("a step longer than the time allowed is still done") {
    Bench bench;
    bench.start(2, 50);
    bench.spend(4);
    CHECK(bench.steps == 1);
    bench.spend(0);
    CHECK(bench.steps == 2);
}

TEST_CASE("a stopped job does no further step and does not finish") {
    Bench bench;
    bench.start(10, 1);
    bench.spend(3);
    bench.jobs.cancel_all();
    bench.spend(100);
    CHECK(bench.steps == 3);
    CHECK(bench.finished == 0);
    CHECK(bench.jobs.progress().empty());
}

TEST_CASE("jobs are done in the order in which they were started") {
    Bench bench;
    bench.start(2, 1);
    bench.start(2, 1);
    bench.spend(3);
    CHECK(bench.finished == 1);
    CHECK(bench.jobs.progress().size() == 1);
}

TEST_CASE("a step that throws ends its job, the next job goes on") {
    Bench bench;
    int tried = 0;
    bench.jobs.start({{i18n::S::ChangeUnknown, {}},
                      [] { return std::size_t{5}; },
                      [&](std::size_t) {
                          ++tried;
                          throw std::runtime_error("broken");
                      },
                      [] {}});
    bench.start(1, 1);
    CHECK_THROWS_AS(bench.spend(4), std::runtime_error);
    bench.spend(100);
    CHECK(tried == 1);
    CHECK(bench.finished == 1);
    CHECK(bench.jobs.idle());
}

TEST_CASE("a job may start another, which is done after it") {
    Bench bench;
    bench.jobs.start({{i18n::S::ChangeUnknown, {}},
                      [] { return std::size_t{1}; },
                      [&](std::size_t) { bench.start(1, 1); },
                      {}});
    bench.spend(100);
    CHECK(bench.finished == 1);
    CHECK(bench.jobs.idle());
}

TEST_CASE("a job may find more to do while it works") {
    Bench bench;
    std::size_t total = 2;
    std::vector<std::size_t> done;
    bench.jobs.start({{i18n::S::ChangeUnknown, {}},
                      [&] { return total; },
                      [&](std::size_t item) {
                          done.push_back(item);
                          if (item == 0) total = 3;
                      },
                      [&] { ++bench.finished; }});
    CHECK(bench.jobs.progress().front().total == 2);
    bench.spend(0);
    CHECK(bench.jobs.progress().front().total == 3);
    for (int frame = 0; frame < 3; ++frame) bench.spend(0);
    CHECK(done == std::vector<std::size_t>{0, 1, 2});
    CHECK(bench.finished == 1);
}

TEST_CASE("a job of nothing only finishes") {
    Bench bench;
    bench.start(0, 1);
    bench.spend(4);
    CHECK(bench.finished == 1);
}
