#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ostream>

#include "platform/cli/benchmarks.hpp"
#include "platform/cli/command.hpp"
#include "platform/cli/options.hpp"

namespace platform::cli {
namespace {

constexpr double BudgetMs = 500;

double steady_ms() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(since).count();
}

std::string row(const Measure& measure) {
    std::array<char, 96> line{};
    std::snprintf(line.data(), line.size(), "%-16s %9.2f ms %9.1f MB/s", measure.name.c_str(),
                  measure.ms, measure.mb_per_second());
    return line.data();
}

}  // namespace

Exit bench(const Context& context, const Arguments& arguments) {
    const auto options = read_options(arguments, {});
    if (!options) return context.unusable("", options.error().why);
    const auto all = benchmark_names();
    std::string known;
    for (const auto name : all) known += (known.empty() ? "" : ", ") + std::string(name);
    auto names = options->words;
    for (const auto& name : names)
        if (std::find(all.begin(), all.end(), name) == all.end())
            return context.unusable("", {i18n::S::CliUnknownBench, {name, known}});
    if (names.empty()) names.assign(all.begin(), all.end());
    for (const auto& name : names)
        context.out << row(run_benchmark(name, steady_ms, BudgetMs)) << '\n' << std::flush;
    return Exit::Well;
}

}  // namespace platform::cli
