#include "platform/cli/input.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "archive/zip.hpp"

namespace platform::cli {
namespace {

using i18n::S;

std::string megabytes(std::uintmax_t bytes) {
    return std::to_string(bytes >> 20);
}

bool is_lost(bundle::ProblemKind kind, Needs needs) {
    using bundle::ProblemKind;
    if (kind == ProblemKind::ReportLost) return true;
    const bool content = kind == ProblemKind::EntryLost || kind == ProblemKind::ValueLost;
    return content && needs == Needs::Content;
}

}  // namespace

base::Result<std::string> bytes_of(const std::string& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    constexpr auto Limit = archive::Limits{}.total_bytes;
    if (failed) return base::Refusal{{S::CliCannotOpen, {}}};
    if (size > Limit) return base::Refusal{{S::FileTooLarge, {megabytes(size), megabytes(Limit)}}};
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return base::Refusal{{S::CliCannotOpen, {}}};
    return bytes;
}

base::Result<bundle::Opened> open_file(const std::string& path) {
    auto bytes = bytes_of(path);
    if (!bytes) return bytes.error();
    return bundle::open(*bytes, std::filesystem::path(path).filename().string());
}

bool say_lost(const Context& context, const std::string& path, const bundle::Opened& opened,
              Needs needs) {
    bool any = false;
    const auto say = [&](const std::string& file, const bundle::Problem& problem) {
        if (!is_lost(problem.kind, needs)) return;
        context.unusable(file, problem.what);
        any = true;
    };
    for (const auto& problem : opened.problems) say(path + ": " + problem.place, problem);
    for (const auto& bundle : opened.files)
        for (const auto& problem : bundle.problems) say(name_of(path, bundle), problem);
    return any;
}

std::string name_of(const std::string& path, const bundle::Bundle& bundle) {
    const bool itself = bundle.file_name == std::filesystem::path(path).filename().string();
    return itself ? path : path + ": " + bundle.file_name;
}

json::Value key_value(const model::ReportKey& key) {
    return {{"unit", key.unit.value}, {"form", key.form.value}, {"period", key.period.value}};
}

std::string key_text(const model::ReportKey& key) {
    return key.unit.value + "/" + key.form.value + "/" + key.period.value;
}

}  // namespace platform::cli
