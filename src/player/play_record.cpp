// SPDX-License-Identifier: MIT
#include "player/play_record.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/log.h"
#include "base/utf8.h"
#include "player/player.h"

namespace xp::player {

namespace {

constexpr std::size_t kTitle = 40;  ///< characters: enough to know a slide by

/// The beginning of what a passer-by reads, in one line.
std::string title_of(const playlist::Slide& slide) {
  if (!slide.kind->reading_text) return {};
  std::u32string text = decode_utf8(slide.kind->reading_text(*slide.content));
  std::ranges::replace_if(
      text, [](char32_t c) { return c < U' '; }, U' ');
  if (text.size() > kTitle) text = text.substr(0, kTitle) + U"…";
  return encode_utf8(text);
}

playlog::Subject subject_of(const show::Show& show, const show::Showing& row) {
  playlog::Subject subject;
  subject.screen = show.screen.name;
  subject.show = show.playlist.hash.hex();
  subject.zone = row.zone;
  subject.slide = subject.kind = row.slide;
  subject.content = row.content.hex();
  subject.utc_offset = show.around.utc_offset.seconds;
  const auto& slides = show.playlist.slides;
  const auto zone = std::ranges::find(show.zones, row.zone, [](const auto& z) { return z.zone.name; });
  const auto slide = std::ranges::find(slides, row.slide, &playlist::Slide::id);
  if (zone != show.zones.end() && !zone->filler && slide != slides.end()) {
    subject.kind = slide->kind->name;
    subject.title = title_of(*slide);
  }
  return subject;
}

void say(const show::Showing& row, UtcOffset offset) {
  log(LogLevel::debug, "player",
      trf("{zone} shows {slide} until {end}", fmt::arg("zone", row.zone), fmt::arg("slide", row.slide),
          fmt::arg("end", row.slot_end == kNever ? "∞" : format_instant(row.slot_end, offset))));
}

playlog::Reason reason_of(int exit_code) {
  return exit_code == kDisplayLost ? playlog::Reason::display_lost : playlog::Reason::stop;
}

}  // namespace

void PlayRecord::shows(const show::Show& show, const std::vector<show::Showing>& showing, Instant t,
                       ClockReading reading) {
  std::vector<playlog::Slot> slots;
  for (const show::Showing& row : showing) {
    slots.push_back({subject_of(show, row), row.slot_start, row.slot_end});
    say(row, show.around.utc_offset);
  }
  recorder_.shows(std::move(slots), t, {reading, clock_});
}

void PlayRecord::shows_standby(ClockReading reading) {
  recorder_.shows_none(playlog::Reason::standby, {reading, clock_});
}

void PlayRecord::lacks_display(ClockReading reading) {
  recorder_.shows_none(playlog::Reason::display_lost, {reading, clock_});
}

void PlayRecord::trusts_clock(show::ClockState state) {
  clock_ = state == show::ClockState::trusted ? playlog::ClockState::trusted : playlog::ClockState::untrusted;
}

void PlayRecord::hidden(ClockReading reading) { recorder_.hidden({reading, clock_}); }
void PlayRecord::visible(ClockReading reading) { recorder_.visible({reading, clock_}); }
void PlayRecord::turn(ClockReading reading) { recorder_.turn({reading, clock_}); }

void PlayRecord::stopped(int exit_code, ClockReading reading) {
  recorder_.stopped(reason_of(exit_code), {reading, clock_});
}

}  // namespace xp::player
