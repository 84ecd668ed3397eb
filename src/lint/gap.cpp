// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "lint/pieces.h"
#include "lint/rules.h"
#include "lint/stretches.h"

namespace xp::lint {

void check_gap(const Whole& whole, Diagnostics& out) {
  const UtcOffset offset = whole.show.playlist.campaign.utc_offset;
  for (const show::ZoneShow& zone : whole.show.zones) {
    const playlist::Slide* first = first_slide_of(whole.show, zone);
    if (!first) continue;
    std::optional<Piece> gap;  // the first one
    Duration total{};
    for (const auto& stretch : stretches_of(zone, whole)) {
      if (!stretch.slides.empty()) continue;
      for (const Piece& piece : pieces_of(stretch.begin, stretch.end, whole.limits.quiet_hours, whole.show)) {
        if (piece.in_hours || !piece.panel_on) continue;  // nothing is wanted
        total += piece.end - piece.begin;
        if (!gap)
          gap = piece;
        else if (gap->end == piece.begin)
          gap->end = piece.end;
      }
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
         whole.limits.quiet_hours.empty()
             ? tr("add a slide without a [slide.schedule], or widen one")
             : tr("add a slide for these hours or widen a [slide.schedule], or add the hours to quiet_hours "
                  "of [check]")});
  }
}

}  // namespace xp::lint
