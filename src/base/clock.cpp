#include "base/clock.hpp"

#include <chrono>

#include "base/fault.hpp"

namespace base {

namespace {

constexpr Millis SecondMs = 1000;
constexpr Millis MinuteMs = 60 * SecondMs;
constexpr Millis HourMs = 60 * MinuteMs;
constexpr Millis DayMs = 24 * HourMs;
constexpr Millis LocalOffsetMs = 7 * HourMs;

std::int64_t floor_div(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

std::int64_t days_since_epoch(Day day) {
    const std::chrono::year_month_day date{std::chrono::year{day.year},
                                           std::chrono::month{static_cast<unsigned>(day.month)},
                                           std::chrono::day{static_cast<unsigned>(day.day)}};
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

Day utc_day(Millis moment) {
    const auto days = static_cast<int>(floor_div(moment, DayMs));
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string digits(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

// Exactly `width` digits at the front of `rest`, taken off; -1 when they are not there.
int take_digits(std::string_view& rest, std::size_t width) {
    if (rest.size() < width) return -1;
    int number = 0;
    for (const char c : rest.substr(0, width)) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    rest.remove_prefix(width);
    return number;
}

bool take(std::string_view& rest, std::string_view any_of) {
    if (rest.empty() || !any_of.contains(rest.front())) return false;
    rest.remove_prefix(1);
    return true;
}

std::optional<Day> take_day(std::string_view& rest) {
    Day day;
    day.year = take_digits(rest, 4);
    if (!take(rest, "-")) return std::nullopt;
    day.month = take_digits(rest, 2);
    if (!take(rest, "-")) return std::nullopt;
    day.day = take_digits(rest, 2);
    if (!exists(day)) return std::nullopt;
    return day;
}

// "09:30:00" with an optional fraction, as milliseconds of the day.
std::optional<Millis> take_time(std::string_view& rest) {
    const int hour = take_digits(rest, 2);
    if (hour < 0 || hour > 23 || !take(rest, ":")) return std::nullopt;
    const int minute = take_digits(rest, 2);
    if (minute < 0 || minute > 59 || !take(rest, ":")) return std::nullopt;
    const int second = take_digits(rest, 2);
    if (second < 0 || second > 60) return std::nullopt;
    Millis fraction = 0;
    if (take(rest, ".")) {
        Millis unit = 100;
        if (rest.empty() || rest.front() < '0' || rest.front() > '9') return std::nullopt;
        for (int digit = take_digits(rest, 1); digit >= 0; digit = take_digits(rest, 1)) {
            fraction += digit * unit;
            unit /= 10;
        }
    }
    return hour * HourMs + minute * MinuteMs + second * SecondMs + fraction;
}

// "Z" or "+07:00", as what local time is ahead of UTC.
std::optional<Millis> take_offset(std::string_view& rest) {
    if (take(rest, "Zz")) return 0;
    if (rest.empty()) return std::nullopt;
    const Millis sign = rest.front() == '-' ? -1 : 1;
    if (!take(rest, "+-")) return std::nullopt;
    const int hour = take_digits(rest, 2);
    if (hour < 0 || hour > 23 || !take(rest, ":")) return std::nullopt;
    const int minute = take_digits(rest, 2);
    if (minute < 0 || minute > 59) return std::nullopt;
    return sign * (hour * HourMs + minute * MinuteMs);
}

}  // namespace

bool exists(Day day) {
    if (day.year < 1 || day.year > 9999 || day.month < 1 || day.month > 12 || day.day < 1)
        return false;
    const std::chrono::year_month_day_last last{
        std::chrono::year{day.year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(day.month)}}};
    return day.day <= static_cast<int>(static_cast<unsigned>(last.day()));
}

Day local_day(Millis moment) {
    return utc_day(moment + LocalOffsetMs);
}

Millis start_of(Day day) {
    check(exists(day), "a day that does not exist");
    return days_since_epoch(day) * DayMs - LocalOffsetMs;
}

std::string iso(Day day) {
    return digits(day.year, 4) + "-" + digits(day.month, 2) + "-" + digits(day.day, 2);
}

std::optional<Day> parse_iso(std::string_view text) {
    const auto day = take_day(text);
    return text.empty() ? day : std::nullopt;
}

std::string utc_text(Millis moment) {
    const std::int64_t second =
        floor_div(moment, SecondMs) - floor_div(moment, DayMs) * (DayMs / SecondMs);
    return iso(utc_day(moment)) + "T" + digits(second / 3600, 2) + ":" +
           digits(second / 60 % 60, 2) + ":" + digits(second % 60, 2) + "Z";
}

std::optional<Millis> parse_utc(std::string_view text) {
    const auto day = take_day(text);
    if (!day || !take(text, "Tt ")) return std::nullopt;
    const auto time = take_time(text);
    if (!time) return std::nullopt;
    const auto offset = take_offset(text);
    if (!offset || !text.empty()) return std::nullopt;
    return days_since_epoch(*day) * DayMs + *time - *offset;
}

std::string local_time(Millis moment) {
    const Millis local = moment + LocalOffsetMs;
    const std::int64_t minute = (local - floor_div(local, DayMs) * DayMs) / MinuteMs;
    return digits(minute / 60, 2) + ":" + digits(minute % 60, 2);
}

std::string vn_date(Day day) {
    return digits(day.day, 2) + "/" + digits(day.month, day.month <= 2 ? 2 : 1) + "/" +
           digits(day.year, 4);
}

}  // namespace base
