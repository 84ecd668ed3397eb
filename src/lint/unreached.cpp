// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/stretches.h"

namespace xp::lint {
namespace {

using playlist::Timeline;

/// The slides whose turn comes in a stretch while the panel is on. Hours of it that have passed count too.
std::set<std::size_t> seen_in(const Timeline::Stretch& stretch, const show::ZoneShow& zone,
                              const playlist::Power& panel) {
  std::set<std::size_t> seen;
  for (Instant t = stretch.begin; t < stretch.end;) {
    const playlist::PowerStretch power = panel.at(t);
    const Instant end = std::min(power.until, stretch.end);
    if (power.state == playlist::PanelState::on) seen.merge(zone.timeline.shown_between(t, end));
    t = end;
  }
  return seen;
}

void check_zone(const show::ZoneShow& zone, const Whole& whole, Diagnostics& out) {
  std::set<std::size_t> seen, missed;
  std::optional<playlist::Slide> first;
  Duration loop{};
  std::vector<Timeline::Stretch> stretches;
  for (const auto& stretch : stretches_of(zone, whole))
    stretches.push_back(zone.timeline.stretch_at(stretch.begin));
  for (const auto& stretch : stretches) seen.merge(seen_in(stretch, zone, whole.show.power));
  for (const auto& stretch : stretches)
    for (const std::size_t slide : stretch.slides) {
      if (seen.contains(slide) || !missed.insert(slide).second || first) continue;
      first = whole.show.playlist.slides[slide];
      loop = stretch.cycle;
    }
  if (!first) return;
  out.add(
      {Severity::error, "never", first->at,
       trf("slide “{id}” is never shown, the first of {n} whose turn in a loop of {loop} does not come",
           fmt::arg("id", first->id), fmt::arg("n", missed.size()), fmt::arg("loop", format_duration(loop))),
       tr("a loop begins anew at midnight and whenever a schedule changes what is in it, and nothing is seen "
          "while the panel is off: shorten slides, leave some out, or give them days of their own "
          "([slide.schedule])")});
}

}  // namespace

void check_unreached(const Whole& whole, Diagnostics& out) {
  for (const show::ZoneShow& zone : whole.show.zones) check_zone(zone, whole, out);
}

}  // namespace xp::lint
