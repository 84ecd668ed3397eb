// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <set>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/stretches.h"

namespace xp::lint {
namespace {

using playlist::Slide;
using Promised = playlist::Timeline::Promised;

constexpr Duration kHour = std::chrono::hours(1);

bool promises_any(const Whole& whole, const show::ZoneShow& zone) {
  return std::ranges::any_of(whole.show.playlist.slides, [&](const Slide& slide) {
    return slide.min_per_hour.value > 0 && slide.zone.value == zone.zone.name;
  });
}

/// What has to change, with its figure.
std::string remedy_of(const playlist::Timeline::Stretch& stretch, const std::vector<Promised>& promised,
                      const Promised& broken, const Whole& whole) {
  const auto& slides = whole.show.playlist.slides;
  const Duration gap = kHour / broken.per_hour;
  const auto duration = [&](std::size_t slide) { return slides[slide].duration; };
  const std::size_t longest = *std::ranges::max_element(stretch.slides, {}, duration);
  if (longest != broken.slide && duration(longest) + duration(broken.slide) > gap)
    return trf(
        "one showing each {gap} leaves no room for slide “{other}”, which takes {duration}: shorten it, "
        "or lower min_per_hour",
        fmt::arg("gap", format_duration(gap)), fmt::arg("other", slides[longest].id),
        fmt::arg("duration", format_duration(duration(longest))));
  Duration needed{};
  for (const Promised& p : promised) needed += p.per_hour * duration(p.slide);
  return trf(
      "the promises of the zone take {minutes} of the hour's 60 minutes: lower min_per_hour, or shorten "
      "slides",
      fmt::arg("minutes", std::lround(std::chrono::duration<double, std::ratio<60>>(needed).count())));
}

void check_zone(const show::ZoneShow& zone, const Whole& whole, Diagnostics& out) {
  const playlist::Playlist& playlist = whole.show.playlist;
  std::set<std::size_t> reported;
  for (const auto& stretch : stretches_of(zone, whole)) {
    const auto promised = zone.timeline.promised_at(stretch.begin);
    for (const Promised& p : promised) {
      if (p.fewest >= p.per_hour || !reported.insert(p.slide).second) continue;
      const Slide& slide = playlist.slides[p.slide];
      out.add({Severity::error, "promise", slide.min_per_hour.at,
               trf("slide “{id}” has only {fewest} showings in some hours from {begin} on; {promised} are "
                   "promised",
                   fmt::arg("id", slide.id), fmt::arg("fewest", p.fewest),
                   fmt::arg("begin", format_instant(stretch.begin, playlist.campaign.utc_offset)),
                   fmt::arg("promised", p.per_hour)),
               remedy_of(stretch, promised, p, whole)});
    }
  }
}

}  // namespace

void check_promise(const Whole& whole, Diagnostics& out) {
  for (const show::ZoneShow& zone : whole.show.zones)
    if (promises_any(whole, zone)) check_zone(zone, whole, out);
}

}  // namespace xp::lint
