#include "text/nfc.hpp"

#include <algorithm>
#include <cstddef>

#include "text/tables.hpp"
#include "text/utf8.hpp"

namespace text {

namespace {

// Letters that are NFC wherever they stand: no singleton, no mark, nothing that composes with what
// is before it. Nearly all Vietnamese text consists of them (tests/text/nfc_test.cpp holds these
// ranges against the tables).
bool settled(char32_t point) {
    return point < 0x0300 || (point >= 0x1E00 && point <= 0x1EFF) ||
           (point >= 0x2002 && point <= 0x20CF);
}

bool all_settled(std::string_view utf8) {
    while (!utf8.empty()) {
        if (static_cast<unsigned char>(utf8.front()) < 0x80) {
            utf8.remove_prefix(1);
        } else if (!settled(next(utf8))) {
            return false;
        }
    }
    return true;
}

// Puts the marks of each letter into canonical order. A sort and not the usual exchange of
// neighbours: a stranger's text may have a million marks on one letter.
void order_marks(std::u32string& points) {
    const auto is_mark = [](char32_t point) { return combining_order(point) != 0; };
    auto begin = points.begin();
    while (begin != points.end()) {
        begin = std::find_if(begin, points.end(), is_mark);
        const auto end = std::find_if_not(begin, points.end(), is_mark);
        std::stable_sort(begin, end, [](char32_t a, char32_t b) {
            return combining_order(a) < combining_order(b);
        });
        begin = end;
    }
}

// The Unicode Standard, 3.11, D117: each mark joins the last letter before it unless a mark of the
// same or a later order stands between.
void compose_in_place(std::u32string& points) {
    constexpr std::size_t None = static_cast<std::size_t>(-1);
    std::size_t starter = None;
    int last_order = -1;  // of what is kept behind the starter; -1: nothing is
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t point = points[i];
        const int order = combining_order(point);
        if (starter != None && last_order < order) {
            if (const auto one = composed(points[starter], point)) {
                points[starter] = *one;
                continue;
            }
        }
        if (order == 0) {
            starter = kept;
            last_order = -1;
        } else {
            last_order = order;
        }
        points[kept++] = point;
    }
    points.resize(kept);
}

}  // namespace

std::string nfc(std::string_view utf8) {
    if (all_settled(utf8)) return std::string(utf8);
    std::u32string points;
    points.reserve(utf8.size());
    while (!utf8.empty()) decompose(next(utf8), points);
    order_marks(points);
    compose_in_place(points);
    std::string out;
    for (const char32_t point : points) append(out, point);
    return out;
}

bool is_nfc(std::string_view utf8) {
    return all_settled(utf8) || nfc(utf8) == utf8;
}

}  // namespace text
