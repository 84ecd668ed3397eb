// SPDX-License-Identifier: MIT
#include "playlist/hours.h"

namespace xp::playlist {

bool Hours::hold(Instant t, UtcOffset offset) const {
  const CivilTime civil = to_civil(t, offset);
  const int now = civil.hour * 60 + civil.minute;
  return start <= end ? now >= start && now < end : now >= start || now < end;
}

std::optional<Hours> parse_hours(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto start = parse_minute_of_day(text.substr(0, 5)), end = parse_minute_of_day(text.substr(6));
  if (!start || !end || *start == *end) return std::nullopt;
  return Hours{*start, *end};
}

}  // namespace xp::playlist
