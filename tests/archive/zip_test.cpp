#include "archive/zip.hpp"

#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "base/fault.hpp"
#include "base/hash.hpp"

namespace {

using archive::Entry;
using i18n::S;

// One file of an archive as it is to be written, lies included. `packed` is stored as it is; the
// defaults are those of an honest stored file.
struct Piece {
    std::string name;
    std::string packed;
    std::uint32_t checksum = 0;
    std::uint32_t size = static_cast<std::uint32_t>(packed.size());
    std::uint32_t packed_size = static_cast<std::uint32_t>(packed.size());
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
};

std::string little(std::uint64_t number, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
    return out;
}

// The part that local header and directory have in common (APPNOTE.TXT, 4.3.7 and 4.3.12).
std::string common(const Piece& piece) {
    return little(20, 2) + little(piece.flags, 2) + little(piece.method, 2) + little(0, 2) +
           little(0x21, 2) + little(piece.checksum, 4) + little(piece.packed_size, 4) +
           little(piece.size, 4) + little(piece.name.size(), 2) + little(0, 2);
}

std::string local(const Piece& piece) {
    return "PK\3\4" + common(piece) + piece.name + piece.packed;
}

std::string listed(const Piece& piece, std::size_t offset) {
    return "PK\1\2" + little(20, 2) + common(piece) + little(0, 2) + little(0, 2) + little(0, 2) +
           little(0, 4) + little(offset, 4) + piece.name;
}

std::string ended(std::size_t count, std::size_t directory, std::size_t offset) {
    return "PK\5\6" + little(0, 2) + little(0, 2) + little(count, 2) + little(count, 2) +
           little(directory, 4) + little(offset, 4) + little(0, 2);
}

std::string assembled(const std::vector<Piece>& pieces) {
    std::string files;
    std::string directory;
    for (const Piece& piece : pieces) {
        directory += listed(piece, files.size());
        files += local(piece);
    }
    return files + directory + ended(pieces.size(), directory.size(), files.size());
}

i18n::Message refusal(std::string_view bytes, const archive::Limits& limits = {}) {
    const auto result = archive::unzip(bytes, limits);
    REQUIRE_FALSE(result.has_value());
    return result.error().why;
}

// CRC-32 of "abc": the value `gzip -lv` and every table of test vectors gives.
constexpr std::uint32_t ChecksumOfAbc = 0x352441C2;

const std::vector<Entry> Workbook = {{"workbook.json", "{\"kind\":\"workbook\"}\n"},
                                     {"reports/mục 1.json", std::string(5000, 'x')},
                                     {"reports/empty.json", ""}};

}  // namespace

TEST_CASE("what was packed is unpacked, in order") {
    const std::string bytes = archive::zip(Workbook);
    CHECK(archive::looks_like_zip(bytes));
    CHECK(bytes.size() < 1000);
    const auto entries = archive::unzip(bytes);
    REQUIRE(entries.has_value());
    CHECK(*entries == Workbook);
}

TEST_CASE("an archive without files is one") {
    const std::string bytes = archive::zip({});
    CHECK(archive::looks_like_zip(bytes));
    const auto entries = archive::unzip(bytes);
    REQUIRE(entries.has_value());
    CHECK(entries->empty());
}

TEST_CASE("the same entries give the same bytes, with the time 1980-01-01 and names as UTF-8") {
    const std::string bytes = archive::zip(Workbook);
    CHECK(bytes == archive::zip(Workbook));
    CHECK(bytes.substr(6, 2) == std::string("\x00\x08", 2));  // flags of the first file: bit 11
    CHECK(bytes.substr(10, 4) == std::string("\x00\x00\x21\x00", 4));
    // In another place of the order it is another archive.
    const std::vector<Entry> turned(Workbook.rbegin(), Workbook.rend());
    CHECK(bytes != archive::zip(turned));
}

TEST_CASE("names that could not be unpacked are not packed") {
    for (const char* name :
         {"", "/a", "../a", "a/../b", "a\\b", "C:a", "a/", "a//b", "./a", "a\xFF", "a\nb"}) {
        CAPTURE(std::string(name));
        const std::vector<Entry> entries = {{name, "x"}};
        CHECK_THROWS_AS(archive::zip(entries), base::Fault);
    }
    const std::vector<Entry> twice = {{"a", "1"}, {"a", "2"}};
    CHECK_THROWS_AS(archive::zip(twice), base::Fault);
}

TEST_CASE("stored files and folders of other programs are read") {
    const auto entries =
        archive::unzip(assembled({{"reports/", ""}, {"reports/a.txt", "abc", ChecksumOfAbc}}));
    REQUIRE(entries.has_value());
    CHECK(*entries == std::vector<Entry>{{"reports/a.txt", "abc"}});
}

TEST_CASE("names in an old code page are kept apart and shown with U+FFFD") {
    const auto entries = archive::unzip(
        assembled({{"B\xA0o.txt", "abc", ChecksumOfAbc}, {"B\xA1o.txt", "abc", ChecksumOfAbc}}));
    REQUIRE(entries.has_value());
    CHECK(entries->at(0).name == "B\uFFFDo.txt");
    CHECK(entries->size() == 2);
}

TEST_CASE("what is no archive, or cut off, says so") {
    CHECK_FALSE(archive::looks_like_zip("{\"format\":\"so06\"}"));
    CHECK(refusal("").key == S::ZipDamaged);
    CHECK(refusal("{\"format\":\"so06\"}").key == S::ZipDamaged);
    const std::string bytes = archive::zip(Workbook);
    for (std::size_t length = 4; length < bytes.size(); ++length) {
        CAPTURE(length);
        CHECK(refusal(std::string_view(bytes).substr(0, length)).key == S::ZipTruncated);
    }
}

TEST_CASE("a damaged file is named") {
    CHECK(refusal(assembled({{"a.txt", "abd", ChecksumOfAbc}})) ==
          i18n::Message{S::ZipEntryDamaged, {"a.txt"}});
    std::string bytes = archive::zip(Workbook);
    bytes[30 + 13 + 2] ^= 0x10;  // within the packed bytes of the first file
    CHECK(refusal(bytes) == i18n::Message{S::ZipEntryDamaged, {"workbook.json"}});
}

TEST_CASE("sizes that lie are found out") {
    // More and less than there is.
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 4}})).key == S::ZipEntryDamaged);
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 2}})).key == S::ZipEntryDamaged);
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 3, 0xFFFFFFF0}})).key ==
          S::ZipEntryDamaged);
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 3, 2}})).key == S::ZipEntryDamaged);
    // Deflated bytes that are none.
    CHECK(refusal(assembled({{"a", "\xFF\xFF\xFF", ChecksumOfAbc, 3, 3, 8}})).key ==
          S::ZipEntryDamaged);
}

TEST_CASE("two files made of the same bytes are refused") {
    const Piece piece{"a", "abc", ChecksumOfAbc};
    Piece same = piece;
    same.name = "b";
    const std::string files = local(piece);
    const std::string directory = listed(piece, 0) + listed(same, 0);
    CHECK_FALSE(
        archive::unzip(files + directory + ended(2, directory.size(), files.size())).has_value());

    // The second within the first, headers and all.
    const std::string inner = local(same);
    Piece outer = piece;
    outer.packed = inner;
    outer.size = outer.packed_size = static_cast<std::uint32_t>(inner.size());
    const std::string whole = local(outer);
    const std::string list = listed(outer, 0) + listed(same, whole.size() - inner.size());
    CHECK_FALSE(archive::unzip(whole + list + ended(2, list.size(), whole.size())).has_value());
}

TEST_CASE("names that are absolute, climb out, or hold strange characters are refused") {
    using namespace std::string_literals;
    for (const std::string& name :
         {"/etc/passwd"s, "../a"s, "a/../../b"s, ".."s, "a\\b"s, "C:\\a"s, "c:a"s, "a//b"s, "./a"s,
          "a/./b"s, "/"s, "a\0b"s, "a\nb"s, ""s, "\x7F"s}) {
        CAPTURE(name);
        CHECK(refusal(assembled({{name, "abc", ChecksumOfAbc}})).key == S::ZipBadName);
    }
    CHECK(refusal(assembled({{"a\nb", "abc", ChecksumOfAbc}})).arguments ==
          std::vector<std::string>{"a\uFFFDb"});
    const auto odd = archive::unzip(assembled({{"..a/b..c/...", "abc", ChecksumOfAbc}}));
    CHECK(odd.has_value());
}

TEST_CASE("a long name is cut in the sentence, at the end of a letter") {
    std::string name = "/";
    for (int i = 0; i < 1000; ++i) name += "ệ";
    const auto why = refusal(assembled({{name, "abc", ChecksumOfAbc}}));
    CHECK(why.arguments.at(0).size() < 130);
    CHECK(why.arguments.at(0).ends_with("ệ…"));
}

TEST_CASE("a name that stands twice is refused") {
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc}, {"a", "abc", ChecksumOfAbc}})) ==
          i18n::Message{S::ZipDuplicateName, {"a"}});
}

TEST_CASE("a password and a strange way of packing are said") {
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 3, 3, 0, 1}})) ==
          i18n::Message{S::ZipLocked, {"a"}});
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 3, 3, 12}})) ==
          i18n::Message{S::ZipUnknownMethod, {"a"}});
}

TEST_CASE("the number of files is limited, whether the archive tells it or not") {
    std::vector<Piece> pieces;
    for (int i = 0; i < 6; ++i) pieces.push_back({std::to_string(i), "abc", ChecksumOfAbc});
    CHECK(archive::unzip(assembled(pieces), {.entries = 6}).has_value());
    CHECK(refusal(assembled(pieces), {.entries = 5}) ==
          i18n::Message{S::ZipTooManyEntries, {"6", "5"}});
    // A directory that claims 65,535 files and has one.
    const Piece one{"a", "abc", ChecksumOfAbc};
    const std::string directory = listed(one, 0);
    CHECK(
        refusal(local(one) + directory + ended(0xFFFF, directory.size(), local(one).size())).key ==
        S::ZipTooManyEntries);
}

TEST_CASE("what is unpacked in all is limited before anything is unpacked") {
    const std::vector<Entry> entries = {{"a", std::string(600, 'a')}, {"b", std::string(500, 'b')}};
    CHECK(archive::unzip(archive::zip(entries), {.total_bytes = 1100}).has_value());
    CHECK(refusal(archive::zip(entries), {.total_bytes = 1099}).key == S::ZipTooLarge);
    // 4 GB that are claimed only.
    CHECK(refusal(assembled({{"a", "abc", ChecksumOfAbc, 0xFFFFFFF0, 0xFFFFFFF0}})) ==
          i18n::Message{S::ZipTooLarge, {"512"}});
}

TEST_CASE("a file that grows more than a hundred times is a bomb, unless it is small") {
    const std::uint32_t free = 1 << 20;
    CHECK(refusal(assembled({{"zeros", "abc", ChecksumOfAbc, free + 1, 3, 8}})) ==
          i18n::Message{S::ZipBomb, {"zeros", "100"}});
    CHECK(refusal(assembled({{"zeros", "abc", ChecksumOfAbc, free, 3, 8}})).key != S::ZipBomb);
}

TEST_CASE("what packs to almost nothing is not packed, so that it opens again") {
    for (const std::size_t size :
         {std::size_t{1} << 20, (std::size_t{1} << 20) + 1, std::size_t{5} << 20}) {
        CAPTURE(size);
        const std::vector<Entry> entries = {{"zeros", std::string(size, '\0')}};
        const auto unpacked = archive::unzip(archive::zip(entries));
        REQUIRE(unpacked.has_value());
        CHECK(*unpacked == entries);
    }
}

TEST_CASE("an archive is unpacked a file at a time, and a damaged one costs only itself") {
    std::string bytes = archive::zip(Workbook);
    bytes[30 + 13 + 2] ^= 0x10;  // within the packed bytes of the first file
    auto opened = archive::Archive::open(bytes);
    REQUIRE(opened);
    REQUIRE(opened->names().size() == 3);
    // In any order.
    CHECK(opened->content(2).value() == Workbook[2].bytes);
    const auto damaged = opened->content(0);
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().why == i18n::Message{S::ZipEntryDamaged, {"workbook.json"}});
    CHECK(opened->content(1).value() == Workbook[1].bytes);
}

TEST_CASE("a large file that is no bomb is packed and unpacked") {
    // Text that hardly repeats: the hashes of numbers.
    std::string bytes;
    for (int i = 0; bytes.size() < (3u << 20); ++i)
        bytes += base::hex(base::sha256(std::to_string(i)));
    const std::vector<Entry> entries = {{"large", bytes}};
    const auto unpacked = archive::unzip(archive::zip(entries));
    REQUIRE(unpacked.has_value());
    CHECK(unpacked->at(0).bytes == bytes);
}

TEST_CASE("every single bit that is turned is either without effect or refused") {
    const std::vector<Entry> entries = {{"a.txt", "Đề án 06"}, {"b.txt", "44 mô hình"}};
    const std::string good = archive::zip(entries);
    int wrong = 0;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string bytes = good;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        const auto result = archive::unzip(bytes);
        if (!result) continue;
        for (const Entry& entry : *result) {
            if (entry.bytes != entries[0].bytes && entry.bytes != entries[1].bytes) ++wrong;
        }
    }
    CHECK(wrong == 0);
}
