#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "json/canonical.hpp"
#include "json/parse.hpp"

namespace {

std::string unescaped(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            bytes += text[i];
        } else if (text[i + 1] == '\\') {
            bytes += '\\';
            i += 1;
        } else {
            bytes += static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
            i += 3;
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE(
    "JSONTestSuite: what must be accepted is, what must be refused is, the rest is as written") {
    std::ifstream table("tests/expected/json_test_suite.txt");
    int rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        const std::size_t second = line.find('\t', tab + 1);
        const std::string name = line.substr(0, tab);
        const bool accept = line.substr(tab + 1, second - tab - 1) == "accept";
        const std::string bytes = unescaped(line.substr(second + 1));
        CAPTURE(name);
        const auto ours = json::parse(bytes);
        CHECK(ours.has_value() == accept);
        // Two readers, one meaning.
        const auto theirs = json::Value::parse(bytes, nullptr, false);
        if (ours) CHECK(json::canonical(*ours) == json::canonical(theirs));
        ++rows;
    }
    CHECK(rows == 316);
}

TEST_CASE("JSONTestSuite: its two largest cases end in a refusal and not in a full stack") {
    std::string objects;
    for (int i = 0; i < 50'000; ++i) objects += "[{\"\":";
    for (const std::string& bytes : {std::string(100'000, '['), objects}) {
        const auto result = json::parse(bytes);
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().why.key == i18n::S::FileTooDeep);
    }
}
