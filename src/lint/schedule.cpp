// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/i18n.h"
#include "lint/rules.h"
#include "playlist/activity.h"

namespace xp::lint {
namespace {

constexpr int kDays = 4 * 366;  // 29 February comes once

bool ever_active(const std::vector<playlist::Schedule>& rules, const Subject& subject) {
  const playlist::Campaign& campaign = subject.show.playlist.campaign;
  const playlist::Activity activity({rules}, subject.show.calendar, campaign.utc_offset);
  Instant t = local_midnight(subject.now, campaign.utc_offset);
  for (const Instant end = t + kDays * kDay; t < end;) {
    const auto stretch = activity.at(t);
    if (stretch->active.front() && stretch->end > subject.now) return true;
    t = stretch->end;
  }
  return false;
}

/// The last year that the slide may be shown in, at most the next one; that is announced each autumn.
int last_year(const std::vector<playlist::Schedule>& rules, Date today) {
  int year = static_cast<int>(today.year()) + (today.month() >= std::chrono::November ? 1 : 0);
  for (const playlist::Schedule& rule : rules)
    if (rule.until) year = std::min(year, static_cast<int>(rule.until->year()));
  return year;
}

}  // namespace

void check_never(const Subject& subject, Diagnostics& out) {
  const auto rules = rules_of(subject.show.playlist, subject.slide);
  if (rules.empty() || ever_active(rules, subject)) return;
  const std::string reason = [&] {
    for (const playlist::Schedule& rule : rules)
      if (rule.until && to_civil(subject.now, subject.show.playlist.campaign.utc_offset).date > *rule.until)
        return trf("its last day was {date}", fmt::arg("date", format_date(*rule.until)));
    return std::string(tr("its dates, days and hours never meet"));
  }();
  out.add({Severity::error, "never", subject.slide.at,
           trf("slide “{id}” is never shown: {reason}", fmt::arg("id", subject.slide.id),
               fmt::arg("reason", reason)),
           tr("change its [slide.schedule] or that of the campaign, or write enabled = false")});
}

void check_calendar(const Subject& subject, Diagnostics& out) {
  const auto rules = rules_of(subject.show.playlist, subject.slide);
  if (!subject.show.calendar || std::ranges::none_of(rules, &playlist::Schedule::asks_calendar)) return;
  const Date today = to_civil(subject.now, subject.show.playlist.campaign.utc_offset).date;
  const int now = static_cast<int>(today.year());
  for (int year = now; year <= last_year(rules, today); ++year) {
    if (subject.show.calendar->years.contains(year)) continue;
    out.add({year == now ? Severity::warning : Severity::info, "calendar", subject.slide.at,
             trf("slide “{id}” asks for working days, and no calendar has {year}: Monday to Friday count",
                 fmt::arg("id", subject.slide.id), fmt::arg("year", year)),
             tr("add the year to a file calendar.toml beside the playlist")});
  }
}

}  // namespace xp::lint
