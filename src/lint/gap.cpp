// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/stretches.h"

namespace xp::lint {

void check_gap(const Whole& whole, Diagnostics& out) {
  const UtcOffset offset = whole.show.playlist.campaign.utc_offset;
  for (const show::ZoneShow& zone : whole.show.zones) {
    const playlist::Slide* first = first_slide_of(whole.show, zone);
    if (!first) continue;
    std::optional<playlist::Timeline::Stretch> gap;  // the first one
    Duration total{};
    for (const auto& stretch : stretches_of(zone, whole)) {
      if (!stretch.slides.empty()) continue;
      total += stretch.end - stretch.begin;
      if (!gap)
        gap = stretch;
      else if (gap->end == stretch.begin)
        gap->end = stretch.end;
    }
    if (total < std::chrono::minutes(1)) continue;
    out.add(
        {Severity::error, "gap", first->at,
         trf("zone “{zone}” has nothing to play from {begin} to {end}, and for {minutes} minutes in {days} "
             "days all in all; there should be none",
             fmt::arg("zone", zone.zone.name), fmt::arg("begin", format_instant(gap->begin, offset)),
             fmt::arg("end", format_instant(gap->end, offset)),
             fmt::arg("minutes", std::chrono::duration_cast<std::chrono::minutes>(total).count()),
             fmt::arg("days", whole.limits.days)),
         tr("add a slide without a [slide.schedule], or widen one")});
  }
}

}  // namespace xp::lint
