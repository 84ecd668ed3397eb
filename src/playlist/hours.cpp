// SPDX-License-Identifier: MIT
#include "playlist/hours.h"

namespace xp::playlist {

bool Hours::hold(Instant t, UtcOffset offset) const {
  const CivilTime civil = to_civil(t, offset);
  const int now = civil.hour * 60 + civil.minute;
  return start <= end ? now >= start && now < end : now >= start || now < end;
}

std::optional<int> parse_minute(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0, 1, 3, 4})
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  const int hour = (text[0] - '0') * 10 + (text[1] - '0'), minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
  return hour * 60 + minute;
}

std::optional<Hours> parse_hours(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto start = parse_minute(text.substr(0, 5)), end = parse_minute(text.substr(6));
  if (!start || !end || *start == *end) return std::nullopt;
  return Hours{*start, *end};
}

}  // namespace xp::playlist
