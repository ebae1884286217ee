#include "base/clock.hpp"

#include <doctest/doctest.h>

#include "base/fault.hpp"

using base::Day;

TEST_CASE("a moment is told in Viet Nam's day and time, seven hours ahead of UTC") {
    // 1751859000 s is 2025-07-07T03:30:00Z.
    const base::Millis moment = 1751859000000;
    CHECK(base::utc_text(moment) == "2025-07-07T03:30:00Z");
    CHECK(base::local_day(moment) == Day{2025, 7, 7});
    CHECK(base::local_time(moment) == "10:30");
}

TEST_CASE("a day begins at 17:00 UTC of the day before") {
    const auto before = base::parse_utc("2025-07-14T16:59:59.999Z");
    const auto after = base::parse_utc("2025-07-14T17:00:00Z");
    REQUIRE(before);
    REQUIRE(after);
    CHECK(base::local_day(*before) == Day{2025, 7, 14});
    CHECK(base::local_time(*before) == "23:59");
    CHECK(base::local_day(*after) == Day{2025, 7, 15});
    CHECK(base::local_time(*after) == "00:00");
    CHECK(base::start_of(Day{2025, 7, 15}) == *after);
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
    CHECK_THROWS_AS(base::start_of({2025, 2, 30}), base::Fault);
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

TEST_CASE("RFC 3339 is read with any offset and any fraction") {
    // The examples of RFC 3339, 5.8; the first two in milliseconds by arithmetic.
    CHECK(base::parse_utc("1985-04-12T23:20:50.52Z") == 482196050520);
    CHECK(base::parse_utc("1996-12-19T16:39:57-08:00") == base::parse_utc("1996-12-20T00:39:57Z"));
    CHECK(base::parse_utc("1990-12-31T23:59:60Z") == base::parse_utc("1991-01-01T00:00:00Z"));
    CHECK(base::parse_utc("1990-12-31T15:59:60-08:00") == base::parse_utc("1991-01-01T00:00:00Z"));
    CHECK(base::parse_utc("1937-01-01T12:00:27.87+00:20") ==
          base::parse_utc("1937-01-01T11:40:27.87Z"));
    CHECK(base::parse_utc("2025-07-07t10:30:00+07:00") == 1751859000000);
    CHECK(base::parse_utc("2025-07-07T03:30:00.1239999999Z") == 1751859000123);
}

TEST_CASE("what is not RFC 3339 is not read") {
    for (const char* text :
         {"2025-07-07T03:30:00", "2025-07-07T03:30Z", "2025-07-07", "2025-07-07T24:00:00Z",
          "2025-07-07T03:60:00Z", "2025-07-07T03:30:61Z", "2025-07-07T03:30:00.Z",
          "2025-07-07T03:30:00+7:00", "2025-07-07T03:30:00Z ", "2025-02-30T03:30:00Z", ""}) {
        CAPTURE(text);
        CHECK_FALSE(base::parse_utc(text).has_value());
    }
}

TEST_CASE("official days have two digits, and so have months 1 and 2") {
    CHECK(base::vn_date({2025, 7, 7}) == "07/7/2025");
    CHECK(base::vn_date({2022, 1, 6}) == "06/01/2022");
    CHECK(base::vn_date({2025, 2, 20}) == "20/02/2025");
    CHECK(base::vn_date({2025, 3, 3}) == "03/3/2025");
    CHECK(base::vn_date({2025, 7, 22}) == "22/7/2025");
    CHECK(base::vn_date({2025, 12, 31}) == "31/12/2025");
}
