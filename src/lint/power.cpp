// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/i18n.h"
#include "lint/rules.h"

namespace xp::lint {
namespace {

bool comes_on(const playlist::Power& power, Instant now) {
  const playlist::PowerStretch stretch = power.at(now);
  return stretch.state == playlist::PanelState::on ||
         power.at(stretch.until).state == playlist::PanelState::on;
}

}  // namespace

void check_power(const Whole& whole, Diagnostics& out) {
  const show::Show& show = whole.show;
  const Instant now = whole.now;
  const playlist::Screen& screen = show.screen;
  if (!comes_on(show.power, now))
    out.add({Severity::error, "never", screen.power_at,
             trf("the panel of “{screen}” never comes on again", fmt::arg("screen", screen.name)),
             tr("change the dates, days and hours of [[power]], or leave it out")});
  const int year = static_cast<int>(to_civil(now, show.playlist.campaign.utc_offset).date.year());
  const bool asks = std::ranges::any_of(screen.power, &playlist::Schedule::asks_calendar);
  if (asks && show.calendar && !show.calendar->years.contains(year))
    out.add({Severity::warning, "calendar", screen.power_at,
             trf("the hours of the panel ask for working days, and no calendar has {year}: Monday to Friday "
                 "count",
                 fmt::arg("year", year)),
             tr("add the year to a file calendar.toml beside the playlist")});
}

}  // namespace xp::lint
