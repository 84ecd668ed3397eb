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
  around.panel = screen.panel;
  around.led = screen.panel != Panel::full || around.screen_vmin_px < kStripSide;
  return around;
}

/// Ids of the slides that wait for a clock that can be trusted.
std::set<std::string> waiting_for_clock(const ShowParts& parts) {
  std::set<std::string> ids;
  if (parts.clock == ClockState::trusted) return ids;
  for (const playlist::Slide& slide : parts.playlist.slides)
    if (slide.kind->tells_time || !rules_of(parts.playlist, slide).empty()) ids.insert(slide.id);
  return ids;
}

bool hidden(const kinds::SlideKind& filler, const ShowParts& parts) {
  return filler.tells_time && parts.clock != ClockState::trusted;
}

/// What fills zones, and when which slogan may run.
struct Feed {
  kinds::ZoneFeed all;
  std::vector<playlist::Activity::Rules> rules;  ///< one a slogan
};

Feed feed_of(const ShowParts& parts, const std::set<std::string>& left_out) {
  Feed result;
  kinds::ZoneFeed& feed = result.all;
  feed.title = parts.playlist.campaign.title;
  for (const playlist::TickerLine& line : parts.playlist.ticker)
    if (line.enabled) feed.ticker.push_back({line.text, line.urgent});
  for (const playlist::Slide& slide : parts.playlist.slides) {
    if (!slide.enabled || !slide.kind->marquee_text || left_out.contains(slide.id)) continue;
    if (std::string text = slide.kind->marquee_text(*slide.content); !text.empty()) {
      feed.slogans.push_back(std::move(text));
      result.rules.push_back(rules_of(parts.playlist, slide));
    }
  }
  return result;
}

/// Null where every slogan always runs.
std::shared_ptr<const Slogans> scheduled(const kinds::SlideKind& kind, const Feed& feed,
                                         const ShowParts& parts) {
  playlist::Activity activity(feed.rules, parts.calendar, parts.playlist.campaign.utc_offset);
  const bool shows_slogans = kind.name == "marquee";
  if (!shows_slogans || activity.always()) return nullptr;
  return std::make_shared<const Slogans>(kind, feed.all, std::move(activity));
}

/// Whether the two share a whole edge, so that they make one rectangle.
bool join_up(const Rect& a, const Rect& b) {
  const bool stacked = a.x == b.x && a.w == b.w && (a.bottom() == b.y || b.bottom() == a.y);
  const bool abreast = a.y == b.y && a.h == b.h && (a.right() == b.x || b.right() == a.x);
  return stacked || abreast;
}

/// Slides take over the place of a zone that has nothing to show.
void give_back(const Rect& rect, std::vector<ZoneShow>& zones) {
  for (ZoneShow& zone : zones) {
    if (zone.filler || !join_up(zone.zone.rect, rect)) continue;
    zone.zone.rect = unite(zone.zone.rect, rect);
    return;
  }
}

std::vector<ZoneShow> zones_of(const ShowParts& parts) {
  std::set<std::string> left_out = waiting_for_clock(parts);
  left_out.insert(parts.unusable.begin(), parts.unusable.end());
  Feed feed = feed_of(parts, left_out);
  std::vector<ZoneShow> zones;
  std::vector<Rect> empty;
  for (const playlist::Zone& zone : parts.screen.zones) {
    feed.all.motion = zone.motion;
    if (zone.plays == "slides") {
      zones.push_back({zone, zone_timeline(parts.playlist, zone.name, parts.anchor, left_out, parts.calendar),
                       nullptr, nullptr});
    } else if (const kinds::SlideKind* kind = kinds::find_kind(zone.plays); kind && kind->feed) {
      if (kinds::ContentPtr filling = hidden(*kind, parts) ? nullptr : kind->feed(feed.all))
        zones.push_back({zone, playlist::Timeline({}, {parts.playlist.campaign.sync, parts.anchor, {}}), kind,
                         std::move(filling), scheduled(*kind, feed, parts)});
      else
        empty.push_back(zone.rect);
    }
  }
  for (const Rect& rect : empty) give_back(rect, zones);
  return zones;
}

Hash layout_hash_of(const Show& show) {
  const kinds::Surroundings& around = show.around;
  Hasher hasher;
  hasher.add(show.catalog ? show.catalog->hash : Hash{});
  hasher.add(around.campaign_title).add(around.logo ? around.logo->hash : Hash{}).add(around.language);
  hasher.add(around.lexicon ? around.lexicon->hash() : Hash{});
  hasher.add(around.utc_offset.seconds)
      .add(around.refresh)
      .add(around.anchor.ns)
      .add(around.led)
      .add(around.panel);
  return hasher.add(around.screen_vmin_px).done();
}

void put_on_lamps(ShowParts& parts) {
  parts.theme = kinds::on_lamps(std::move(parts.theme));
  for (auto& [name, theme] : parts.themes) theme = kinds::on_lamps(std::move(theme));
}

}  // namespace

Filling ZoneShow::filling_at(Instant t) const {
  return slogans ? Filling{slogans->content_at(t), slogans->until(t)} : Filling{filling};
}

const kinds::Theme& Show::theme_of(const playlist::Slide& slide) const {
  const auto own = themes.find(slide.theme.value);
  return own == themes.end() ? theme : own->second;
}

ShowPtr make_show(ShowParts parts) {
  auto show = std::make_shared<Show>();
  show->around = surroundings_of(parts);
  show->zones = zones_of(parts);
  show->idle = title_slide(parts.playlist.campaign);
  if (show->around.led) put_on_lamps(parts);
  show->backdrop =
      scene::Builder().fill(Rect::of({}, parts.screen.size), parts.theme.colors.background_deep).done();
  show->darkness = scene::Builder().fill(Rect::of({}, parts.screen.size), Color{0, 0, 0, 255}).done();
  show->power = playlist::Power(parts.screen.power, parts.calendar, parts.playlist.campaign.utc_offset);
  Hasher hasher;
  hasher.add(parts.playlist.hash).add(parts.screen.hash);
  for (const std::string& id : parts.unusable) hasher.add(id);
  hasher.add(parts.clock);
  hasher.add(parts.theme.hash).add(parts.calendar ? parts.calendar->hash() : Hash{});
  for (const auto& [name, theme] : parts.themes) hasher.add(name).add(theme.hash);
  show->calendar = parts.calendar;
  show->playlist = std::move(parts.playlist);
  show->screen = std::move(parts.screen);
  show->theme = std::move(parts.theme);
  show->themes = std::move(parts.themes);
  show->catalog = std::move(parts.catalog);
  show->unusable = std::move(parts.unusable);
  show->clock = parts.clock;
  show->files = std::move(parts.files);
  show->layout_hash = layout_hash_of(*show);
  show->hash = hasher.add(show->layout_hash).done();
  return show;
}

}  // namespace xp::show
