#include "base/clock.hpp"

#include <doctest/doctest.h>

using base::Day;

TEST_CASE("a moment is told in Viet Nam's day and time, seven hours ahead of UTC") {
    // 1751859000 s is 2025-07-07T03:30:00Z.
    const base::Millis moment = 1751859000000;
    CHECK(base::utc_text(moment) == "2025-07-07T03:30:00Z");
    CHECK(base::local_day(moment) == Day{2025, 7, 7});
    CHECK(base::local_time(moment) == "10:30");
}

TEST_CASE("a day begins at 17:00 UTC of the day before") {
    const base::Millis after = 1752512400000;  // 2025-07-14T17:00:00Z
    CHECK(base::utc_text(after) == "2025-07-14T17:00:00Z");
    CHECK(base::local_day(after - 1) == Day{2025, 7, 14});
    CHECK(base::local_time(after - 1) == "23:59");
    CHECK(base::local_day(after) == Day{2025, 7, 15});
    CHECK(base::local_time(after) == "00:00");
}

TEST_CASE("moments before 1970 are told right") {
    CHECK(base::utc_text(-1) == "1969-12-31T23:59:59Z");
    CHECK(base::local_day(-1) == Day{1970, 1, 1});
    CHECK(base::local_time(-1) == "06:59");
    CHECK(base::utc_text(0) == "1970-01-01T00:00:00Z");
}

TEST_CASE("the calendar knows leap years") {
    CHECK(base::exists({2024, 2, 29}));
    CHECK_FALSE(base::exists({2025, 2, 29}));
    CHECK_FALSE(base::exists({1900, 2, 29}));
    CHECK(base::exists({2000, 2, 29}));
    CHECK_FALSE(base::exists({2025, 4, 31}));
    CHECK_FALSE(base::exists({2025, 13, 1}));
    CHECK_FALSE(base::exists({2025, 1, 0}));
    CHECK_FALSE(base::exists({0, 1, 1}));
}

TEST_CASE("days are written and read as YYYY-MM-DD and nothing else") {
    CHECK(base::iso({2025, 7, 7}) == "2025-07-07");
    CHECK(base::parse_iso("2025-07-07") == Day{2025, 7, 7});
    for (const char* text : {"2025-7-7", "07/7/2025", "2025-07-07 ", "2025-02-29", "20250707", "",
                             "2025-07", "2025-07-07T00:00:00Z", "-025-07-07", "2025-07-0x"}) {
        CAPTURE(text);
        CHECK_FALSE(base::parse_iso(text).has_value());
    }
}

TEST_CASE("days compare in order of time") {
    CHECK(Day{2025, 7, 14} < Day{2025, 7, 15});
    CHECK(Day{2025, 7, 31} < Day{2025, 8, 1});
    CHECK(Day{2024, 12, 31} < Day{2025, 1, 1});
}

TEST_CASE("official days have two digits, and so have months 1 and 2") {
    CHECK(base::vn_date({2025, 7, 7}) == "07/7/2025");
    CHECK(base::vn_date({2022, 1, 6}) == "06/01/2022");
    CHECK(base::vn_date({2025, 2, 20}) == "20/02/2025");
    CHECK(base::vn_date({2025, 3, 3}) == "03/3/2025");
    CHECK(base::vn_date({2025, 7, 22}) == "22/7/2025");
    CHECK(base::vn_date({2025, 12, 31}) == "31/12/2025");
}
