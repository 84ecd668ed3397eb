// SPDX-License-Identifier: MIT
#include "lint/zone_slides.h"

#include "base/i18n.h"

namespace xp::lint {
namespace {

using Slides = std::vector<playlist::Slide>;

/// What `feed` makes of one text; nothing where it makes nothing of it.
void add_fed(const show::ZoneShow& zone, const kinds::ZoneFeed& feed, playlist::Slide slide, Slides& out) {
  slide.kind = zone.filler;
  slide.content = zone.filler->feed(feed);
  slide.theme = {};
  slide.duration = {};
  if (slide.content) out.push_back(std::move(slide));
}

kinds::ZoneFeed nothing_for(const show::ZoneShow& zone) {
  kinds::ZoneFeed feed;
  feed.motion = zone.zone.motion;
  return feed;
}

void add_slogans(const show::Show& show, const show::ZoneShow& zone, Slides& out) {
  for (const playlist::Slide& slide : show.playlist.slides) {
    if (!slide.enabled || !slide.usable || !slide.kind->marquee_text) continue;
    kinds::ZoneFeed feed = nothing_for(zone);
    feed.slogans = {slide.kind->marquee_text(*slide.content)};
    if (!feed.slogans.front().empty()) add_fed(zone, feed, slide, out);
  }
}

void add_lines(const show::Show& show, const show::ZoneShow& zone, Slides& out) {
  std::size_t number = 0;
  for (const playlist::TickerLine& line : show.playlist.ticker) {
    ++number;
    if (!line.enabled) continue;
    kinds::ZoneFeed feed = nothing_for(zone);
    feed.ticker = {{line.text, line.urgent}};
    playlist::Slide slide;
    slide.id = trf("ticker line {number}", fmt::arg("number", number));
    slide.at = line.at;
    add_fed(zone, feed, std::move(slide), out);
  }
}

/// A clock is what it is whatever is played.
void add_whole(const show::ZoneShow& zone, Slides& out) {
  if (!zone.filling) return;
  playlist::Slide slide;
  slide.id = zone.zone.plays;
  slide.kind = zone.filler;
  slide.content = zone.filling;
  slide.at = zone.zone.at;
  out.push_back(std::move(slide));
}

}  // namespace

std::vector<playlist::Slide> slides_on(const show::Show& show, const show::ZoneShow& zone) {
  Slides slides;
  if (zone.filler) {
    if (zone.zone.plays == "marquee")
      add_slogans(show, zone, slides);
    else if (zone.zone.plays == "ticker")
      add_lines(show, zone, slides);
    else
      add_whole(zone, slides);
    return slides;
  }
  for (const playlist::Slide& slide : show.playlist.slides)
    if (slide.enabled && slide.usable && slide.zone.value == zone.zone.name) slides.push_back(slide);
  return slides;
}

}  // namespace xp::lint
