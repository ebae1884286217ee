// Files of tests/fixtures/bundle and data/samples as bytes, and small changes to them.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "bundle/bundle.hpp"

namespace test {

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no file " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string fixture(const std::string& name) {
    return bytes_of("tests/fixtures/bundle/" + name);
}

inline std::string sample() {
    return bytes_of("data/samples/DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json");
}

/// `text` with the first `from` in it replaced; a test that changes nothing would prove nothing.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos)
        throw std::runtime_error("nothing to replace: " + std::string(from));
    return text.replace(at, from.size(), to);
}

/// How many problems of that kind a bundle has.
inline std::size_t problems(const bundle::Bundle& bundle, bundle::ProblemKind kind) {
    std::size_t count = 0;
    for (const auto& problem : bundle.problems)
        if (problem.kind == kind) ++count;
    return count;
}

/// The refusal's key and arguments.
inline i18n::Message refusal(const base::Result<bundle::Bundle>& result) {
    if (result) throw std::runtime_error("was read, not refused");
    return result.error().why;
}

}  // namespace test
