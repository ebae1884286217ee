// Times and days. A moment is UTC milliseconds; a day is a day in Asia/Ho_Chi_Minh, which has been
// UTC+7 without summer time since 13/6/1975, so a fixed offset is right for every date we meet.
// Who needs the time is given a Clock; nothing here asks the machine.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// Milliseconds since 1970-01-01T00:00:00Z.
using Millis = std::int64_t;

struct Clock {
    std::function<Millis()> now_ms;
};

/// A day of the Gregorian calendar. Compares in order of time.
struct Day {
    int year = 0;
    int month = 0;  // 1 to 12
    int day = 0;    // 1 to 31

    auto operator<=>(const Day&) const = default;
};

/// Whether the calendar has that day, in the years 1 to 9999.
bool exists(Day day);

/// The day it is in Viet Nam at that moment.
Day local_day(Millis moment);

/// "2025-07-07".
std::string iso(Day day);

/// Reads exactly "YYYY-MM-DD" of a day that exists.
std::optional<Day> parse_iso(std::string_view text);

/// RFC 3339 in UTC, to the second: "2025-07-07T09:30:00Z". Moments of the years 1 to 9999.
std::string utc_text(Millis moment);

/// The time of day in Viet Nam: "14:32".
std::string local_time(Millis moment);

/// As official documents print it: "07/7/2025". The day has two digits, and so have months 1 and 2
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I: days below 10 and months 1, 2 take a 0 before them).
std::string vn_date(Day day);

}  // namespace base
