// SPDX-License-Identifier: MIT
#include "show/show.h"

#include <algorithm>
#include <utility>

#include "scene/builder.h"

namespace xp::show {

namespace {

/// A shorter side below this is a strip of lamps, whatever its panel.
constexpr int kStripSide = 64;
/// Where scrolling begins on screens that go by wall time: fixed, so that all of them agree.
constexpr Instant kEpoch{0};

kinds::Surroundings surroundings_of(const ShowParts& parts) {
  const playlist::Campaign& campaign = parts.playlist.campaign;
  const playlist::Screen& screen = parts.screen;
  kinds::Surroundings around;
  around.campaign_title = campaign.title;
  around.logo = parts.logo;
  around.language = campaign.language;
  around.lexicon = text::joined(parts.lexicon, parts.playlist.words);
  around.utc_offset = campaign.utc_offset;
  around.refresh = screen.refresh;
  around.anchor = campaign.sync == playlist::Sync::start ? parts.anchor : kEpoch;
  around.screen_vmin_px = std::min(screen.size.w, screen.size.h);
  around.led = screen.panel != Panel::full || around.screen_vmin_px < kStripSide;
  return around;
}

kinds::ZoneFeed feed_of(const ShowParts& parts) {
  kinds::ZoneFeed feed;
  for (const playlist::TickerLine& line : parts.playlist.ticker)
    if (line.enabled) feed.ticker.push_back(line.text);
  for (const playlist::Slide& slide : parts.playlist.slides) {
    if (!slide.enabled || !slide.kind->marquee_text || parts.unusable.contains(slide.id)) continue;
    if (std::string text = slide.kind->marquee_text(*slide.content); !text.empty())
      feed.slogans.push_back(std::move(text));
  }
  return feed;
}

std::vector<ZoneShow> zones_of(const ShowParts& parts) {
  const kinds::ZoneFeed feed = feed_of(parts);
  std::vector<ZoneShow> zones;
  for (const playlist::Zone& zone : parts.screen.zones) {
    if (zone.plays == "slides") {
      zones.push_back(
          {zone, zone_timeline(parts.playlist, zone.name, parts.anchor, parts.unusable), nullptr, nullptr});
    } else if (const kinds::SlideKind* kind = kinds::find_kind(zone.plays); kind && kind->feed) {
      zones.push_back({zone, playlist::Timeline({}, parts.playlist.campaign.sync, parts.anchor, {}), kind,
                       kind->feed(feed)});
    }
  }
  return zones;
}

Hash layout_hash_of(const Show& show) {
  const kinds::Surroundings& around = show.around;
  Hasher hasher;
  hasher.add(show.theme.hash).add(show.catalog ? show.catalog->hash : Hash{});
  hasher.add(around.campaign_title).add(around.logo ? around.logo->hash : Hash{}).add(around.language);
  hasher.add(around.lexicon ? around.lexicon->hash() : Hash{});
  hasher.add(around.utc_offset.seconds).add(around.refresh).add(around.anchor.ns).add(around.led);
  return hasher.add(around.screen_vmin_px).done();
}

}  // namespace

ShowPtr make_show(ShowParts parts) {
  auto show = std::make_shared<Show>();
  show->around = surroundings_of(parts);
  show->zones = zones_of(parts);
  if (show->around.led) parts.theme = kinds::on_lamps(std::move(parts.theme));
  show->backdrop =
      scene::Builder().fill(Rect::of({}, parts.screen.size), parts.theme.colors.background_deep).done();
  Hasher hasher;
  hasher.add(parts.playlist.hash).add(parts.screen.hash);
  for (const std::string& id : parts.unusable) hasher.add(id);
  show->playlist = std::move(parts.playlist);
  show->screen = std::move(parts.screen);
  show->theme = std::move(parts.theme);
  show->catalog = std::move(parts.catalog);
  show->unusable = std::move(parts.unusable);
  show->files = std::move(parts.files);
  show->layout_hash = layout_hash_of(*show);
  show->hash = hasher.add(show->layout_hash).done();
  return show;
}

}  // namespace xp::show
