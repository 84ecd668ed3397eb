// SPDX-License-Identifier: MIT
// What must not be seen at night: anything in quiet hours, bright pictures in night hours; flashes at any
// time.
#include <algorithm>
#include <set>

#include "base/i18n.h"
#include "lint/easel.h"
#include "lint/flashes.h"
#include "lint/pieces.h"
#include "lint/rules.h"
#include "lint/seen.h"
#include "playlist/activity.h"

namespace xp::lint {
namespace {

/// Lines of a ticker and clocks run all day, whatever the schedules say.
bool has_schedule(const Subject& subject) {
  return !subject.zone.filler || subject.zone.zone.plays == "marquee";
}

/// The first instant of the days to come at which the slide is active in one of `hours` and the panel is on.
std::optional<Instant> seen_in(const std::vector<playlist::Hours>& hours, const Subject& subject) {
  const playlist::Playlist& playlist = subject.show.playlist;
  playlist::Activity::Rules rules;
  if (has_schedule(subject)) rules = rules_of(playlist, subject.slide);
  const playlist::Activity activity({rules}, subject.show.calendar, playlist.campaign.utc_offset);
  const Instant end = subject.now + subject.limits.days * std::chrono::hours(24);
  for (Instant t = subject.now; t < end;) {
    const auto stretch = activity.at(t);
    const Instant until = std::min(stretch->end, end);
    if (stretch->active.front()) {
      for (const Piece& piece : pieces_of(t, until, hours, subject.show))
        if (piece.in_hours && piece.panel_on) return piece.begin;
    }
    t = until;
  }
  return std::nullopt;
}

/// Average light of the brightest picture, percent of white.
double level_of(const Subject& subject) {
  double brightest = 0;
  Easel easel(subject.painter);
  for (const auto& picture : pictures_of(subject)) {
    easel.paint(picture, Rect::of({}, subject.zone.zone.rect.size()));
    double sum = 0;
    for (const std::uint32_t pixel : easel.pixels()) sum += luminance_of(pixel);
    brightest = std::max(brightest, 100 * sum / static_cast<double>(easel.pixels().size()));
  }
  return brightest;
}

void report(const Subject& subject, std::string message, std::string remedy, Diagnostics& out) {
  out.add({Severity::error, "night", subject.slide.at, std::move(message), std::move(remedy)});
}

void check_quiet(const Subject& subject, Diagnostics& out) {
  const auto at = seen_in(subject.limits.quiet_hours, subject);
  if (!at) return;
  const UtcOffset offset = subject.show.playlist.campaign.utc_offset;
  report(subject,
         trf("slide “{id}” is shown at {seen}, in quiet hours; nothing should be",
             fmt::arg("id", subject.slide.id), fmt::arg("seen", format_instant(*at, offset))),
         has_schedule(subject)
             ? tr("give it a [slide.schedule] with other hours, or change quiet_hours of [check]")
             : tr("switch the panel off in these hours ([[power]] of the screen), or change quiet_hours of "
                  "[check]"),
         out);
}

void check_level(const Subject& subject, Diagnostics& out) {
  if (!seen_in(subject.limits.night_hours, subject)) return;
  const double level = level_of(subject);
  if (level <= subject.limits.night_level) return;
  report(subject,
         trf("slide “{id}” has {seen:.0f} % of the light of white on average; at night it may have "
             "{wanted:.0f} %",
             fmt::arg("id", subject.slide.id), fmt::arg("seen", level),
             fmt::arg("wanted", subject.limits.night_level)),
         tr("choose a darker theme or background for the night, or change night_level of [check]"), out);
}

void check_flashes(const Subject& subject, Diagnostics& out) {
  std::set<Hash> seen;
  for (const auto& picture : pictures_of(subject)) {
    for (const scene::Layer& layer : picture) {
      for (const scene::Op& op : layer.ops->list) {
        const auto* video = std::get_if<scene::VideoOp>(&op);
        if (!video || !video->clip || !seen.insert(video->clip->hash).second) continue;
        const double flashes = most_flashes(video->clip);
        if (flashes <= subject.limits.flashes) continue;
        report(subject,
               trf("slide “{id}”: the video flashes {seen:.0f} times in a second; {wanted:.0f} are safe",
                   fmt::arg("id", subject.slide.id), fmt::arg("seen", flashes),
                   fmt::arg("wanted", subject.limits.flashes)),
               tr("cut the flashes out of the video: they can set off seizures"), out);
      }
    }
  }
}

}  // namespace

void check_night(const Subject& subject, Diagnostics& out) {
  if (!subject.limits.quiet_hours.empty()) check_quiet(subject, out);
  if (!subject.limits.night_hours.empty()) check_level(subject, out);
  check_flashes(subject, out);
}

}  // namespace xp::lint
