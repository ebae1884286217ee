#include "base/clock.hpp"

#include <chrono>

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
