#include "platform/cli/benchmarks.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/fault.hpp"
#include "base/hash.hpp"
#include "bundle/bundle.hpp"
#include "json/canonical.hpp"
#include "json/parse.hpp"
#include "text/nfc.hpp"

namespace platform::cli {
namespace {

constexpr std::size_t Reports = 40;
constexpr int Rows = 44;

constexpr std::string_view Sentence =
    "Đã triển khai vào cuối năm 2023, vận hành ổn định tại Trung tâm dữ liệu tỉnh; vừa qua đã hoàn "
    "thành cấu hình lại theo sắp xếp bộ máy chính quyền 2 cấp và sáp nhập tỉnh. ";

model::Report report(std::size_t number) {
    model::Report made;
    made.key = {{"don-vi-" + std::to_string(number)}, {"phu-luc-04-co-quan"}, {"2025-07"}};
    made.period.id = made.key.period;
    made.period.name = "tháng 7/2025";
    made.unit_name = "Đơn vị " + std::to_string(number);
    for (int row = 1; row <= Rows; ++row) {
        model::Entry entry;
        entry.rows = {{"mh-" + std::to_string(row)}};
        for (const auto* field : {"result", "difficulties", "benefit", "replication"})
            entry.cells[{field}].set("text", std::string(Sentence) + std::to_string(row));
        made.entries.push_back(std::move(entry));
    }
    return made;
}

/// A file of 40 reports of 44 filled rows, about 2 MB: a day's inbox of a province.
std::string file() {
    std::vector<bundle::ReportPart> parts;
    for (std::size_t i = 0; i < Reports; ++i) {
        auto content = report(i);
        const auto key = content.key;
        parts.push_back({key, "", {bundle::make_version(content, {}, {})}});
    }
    return bundle::write(bundle::make(std::move(parts), {}, {}));
}

/// The fastest of as many runs as the budget allows, at least three.
Measure fastest(std::string_view name, std::size_t bytes, const Stopwatch& now, double budget_ms,
                const std::function<void()>& work) {
    Measure best{std::string(name), bytes, 0};
    const double until = now() + budget_ms;
    for (int run = 0; run < 3 || now() < until; ++run) {
        const double start = now();
        work();
        const double taken = now() - start;
        if (run == 0 || taken < best.ms) best.ms = taken;
    }
    return best;
}

constexpr std::array<std::string_view, 6> Names{"json-scan", "json-parse", "json-canonical",
                                                "nfc",       "sha256",     "bundle-open"};

}  // namespace

std::span<const std::string_view> benchmark_names() {
    return Names;
}

Measure run_benchmark(std::string_view name, const Stopwatch& now, double budget_ms) {
    base::check(std::find(Names.begin(), Names.end(), name) != Names.end(), "no such benchmark");
    const auto bytes = file();
    // What the work gives is used, or a compiler may leave the work out.
    std::size_t sink = 0;
    std::function<void()> work;
    const auto value = json::parse(bytes);
    base::check(value.has_value(), "a file we wrote that is no JSON");
    if (name == "json-scan") {
        work = [&] { sink += json::scan(bytes)->members.size(); };
    } else if (name == "json-parse") {
        work = [&] { sink += json::parse(bytes)->size(); };
    } else if (name == "json-canonical") {
        work = [&] { sink += json::canonical(*value).size(); };
    } else if (name == "nfc") {
        work = [&] { sink += text::nfc(bytes).size(); };
    } else if (name == "sha256") {
        work = [&] { sink += base::sha256(bytes)[0]; };
    } else {
        work = [&] { sink += bundle::open(bytes, "bench")->files.front().reports.size(); };
    }
    const auto measure = fastest(name, bytes.size(), now, budget_ms, work);
    base::check(sink > 0, "a benchmark that did nothing");
    return measure;
}

}  // namespace platform::cli
