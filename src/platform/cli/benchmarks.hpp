// The benchmarks that need no browser, as functions, so that the command line and a wasm build run
// the same code on the same generated data.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace platform::cli {

/// Milliseconds that only go forward.
using Stopwatch = std::function<double()>;

struct Measure {
    std::string name;
    std::size_t bytes = 0;  // worked on in one run
    double ms = 0;          // of the fastest run

    double mb_per_second() const { return ms > 0 ? static_cast<double>(bytes) / 1e3 / ms : 0; }
};

/// The names in the order in which they are run.
std::span<const std::string_view> benchmark_names();

/// Runs one of them for about `budget_ms` and gives its fastest run. `name` must be one of the
/// names.
Measure run_benchmark(std::string_view name, const Stopwatch& now, double budget_ms);

}  // namespace platform::cli
