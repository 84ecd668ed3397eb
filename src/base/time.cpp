// SPDX-License-Identifier: MIT
#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace xp::inline base {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Takes exactly `digits` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int number = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

/// Up to nine digits after a decimal point count, further ones are read and dropped.
std::optional<std::int64_t> take_fraction_ns(std::string_view& text) {
  std::int64_t ns = 0, unit = kNsPerSecond / 10;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    ns += unit * (text[digits] - '0');
    unit /= 10;
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return ns;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

struct TimeOfDay {
  int hour, minute, second;
  std::int64_t ns;
};

std::optional<TimeOfDay> take_time(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59 || !take(text, ':')) return std::nullopt;
  const auto second = take_number(text, 2);
  if (!second || *second > 59) return std::nullopt;
  std::int64_t ns = 0;
  if (take(text, '.')) {
    const auto fraction = take_fraction_ns(text);
    if (!fraction) return std::nullopt;
    ns = *fraction;
  }
  return TimeOfDay{*hour, *minute, *second, ns};
}

std::int64_t seconds_since_epoch(Date date, int hour, int minute, int second, UtcOffset offset) {
  const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  return days * kSecondsPerDay + hour * 3600 + minute * 60 + second - offset.seconds;
}

struct Unit {
  std::string_view name;
  std::int64_t ns;
};
constexpr Unit kUnits[] = {
    {"ms", 1'000'000}, {"s", kNsPerSecond}, {"m", 60 * kNsPerSecond}, {"h", 3600 * kNsPerSecond}};

std::string decimal(std::int64_t ns, const Unit& unit, int places) {
  std::string text = fmt::format("{}", ns / unit.ns);
  if (const std::int64_t rest = ns % unit.ns) {
    text += fmt::format(".{:0{}}", rest, places);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text.append(unit.name);
}

}  // namespace

CivilTime to_civil(Instant instant, UtcOffset offset) {
  const std::int64_t total = floor_divide(instant.ns, kNsPerSecond) + offset.seconds;
  const std::int64_t days = floor_divide(total, kSecondsPerDay);
  const int rest = static_cast<int>(total - days * kSecondsPerDay);
  const std::chrono::sys_days day{std::chrono::days{days}};
  return {Date{day}, rest / 3600, rest / 60 % 60, rest % 60, std::chrono::weekday{day}.c_encoding()};
}

Instant from_civil(Date date, int hour, int minute, int second, UtcOffset offset) {
  std::int64_t ns = 0;
  const std::int64_t total = seconds_since_epoch(date, hour, minute, second, offset);
  if (__builtin_mul_overflow(total, kNsPerSecond, &ns)) return {total < 0 ? INT64_MIN : INT64_MAX};
  return {ns};
}

Instant local_midnight(Instant instant, UtcOffset offset) {
  const std::int64_t total = floor_divide(instant.ns, kNsPerSecond) + offset.seconds;
  return {(floor_divide(total, kSecondsPerDay) * kSecondsPerDay - offset.seconds) * kNsPerSecond};
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  UtcOffset offset{0};
  if (!(text == "Z" || text == "z")) {
    const auto given = parse_utc_offset(text);
    if (!given) return std::nullopt;
    offset = *given;
  }
  std::int64_t ns = 0;
  const std::int64_t total = seconds_since_epoch(*date, time->hour, time->minute, time->second, offset);
  if (__builtin_mul_overflow(total, kNsPerSecond, &ns) || __builtin_add_overflow(ns, time->ns, &ns))
    return std::nullopt;
  return Instant{ns};
}

std::string format_instant(Instant instant, UtcOffset offset) {
  const CivilTime civil = to_civil(instant, offset);
  const std::int64_t ms = (instant.ns - floor_divide(instant.ns, kNsPerSecond) * kNsPerSecond) / 1'000'000;
  std::string text =
      fmt::format("{}T{:02}:{:02}:{:02}", format_date(civil.date), civil.hour, civil.minute, civil.second);
  if (ms) text += fmt::format(".{:03}", ms);
  return text + format_utc_offset(offset);
}

std::optional<UtcOffset> parse_utc_offset(std::string_view text) {
  const bool west = text.starts_with('-');
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours = take_number(text, 2);
  if (!hours || !take(text, ':')) return std::nullopt;
  const auto minutes = take_number(text, 2);
  if (!minutes || !text.empty() || *hours > 23 || *minutes > 59) return std::nullopt;
  const int total = *hours * 3600 + *minutes * 60;
  return UtcOffset{west ? -total : total};
}

std::string format_utc_offset(UtcOffset offset) {
  const int minutes = (offset.seconds < 0 ? -offset.seconds : offset.seconds) / 60;
  return fmt::format("{}{:02}:{:02}", offset.seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

std::optional<int> parse_minute_of_day(std::string_view text) {
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || !text.empty() || *minute > 59 || *hour * 60 + *minute > 24 * 60) return std::nullopt;
  return *hour * 60 + *minute;
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Duration> parse_duration(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 15) return std::nullopt;
  std::int64_t whole = 0;
  for (const char c : text.substr(0, digits)) whole = whole * 10 + (c - '0');
  text.remove_prefix(digits);
  std::int64_t fraction = 0;  // in 1e-9
  if (take(text, '.')) {
    const auto given = take_fraction_ns(text);
    if (!given) return std::nullopt;
    fraction = *given;
  }
  for (const Unit& unit : kUnits) {
    if (text != unit.name) continue;
    std::int64_t ns = 0;
    if (__builtin_mul_overflow(whole, unit.ns, &ns)) return std::nullopt;
    const std::int64_t part =
        unit.ns >= kNsPerSecond ? fraction * (unit.ns / kNsPerSecond) : fraction / (kNsPerSecond / unit.ns);
    if (__builtin_add_overflow(ns, part, &ns)) return std::nullopt;
    return Duration{ns};
  }
  return std::nullopt;
}

std::string format_duration(Duration duration) {
  if (duration < Duration::zero()) return "-" + format_duration(-duration);
  const std::int64_t ns = duration.count();
  std::string best = decimal(ns, kUnits[1], 9);
  for (const Unit& unit : kUnits) {
    if (unit.name != "ms" && ns % unit.ns != 0) continue;
    std::string text = decimal(ns, unit, 6);
    const bool shorter = text.size() < best.size();
    const bool plainer = text.size() == best.size() && best.find('.') != std::string::npos;
    if (ns != 0 && (shorter || plainer)) best = std::move(text);
  }
  return best;
}

ClockReading read_clocks() {
  timespec monotonic{}, wall{};
  ::clock_gettime(CLOCK_MONOTONIC, &monotonic);
  ::clock_gettime(CLOCK_REALTIME, &wall);
  return {Duration{monotonic.tv_sec * kNsPerSecond + monotonic.tv_nsec},
          Instant{wall.tv_sec * kNsPerSecond + wall.tv_nsec}};
}

}  // namespace xp::inline base
