// SPDX-License-Identifier: MIT
#include "player/health.h"

#include <algorithm>
#include <utility>

#include "base/i18n.h"
#include "player/anchor.h"

namespace xp::player {

namespace {

constexpr int kLateIntervals = 2;

std::string place_of(const Location& at) {
  if (!at.file) return {};
  return at.line == 0 ? at.file->name : fmt::format("{}:{}:{}", at.file->name, at.line, at.column);
}

std::optional<TroubleStatus> first_error(const Diagnostics& diagnostics) {
  const auto& list = diagnostics.list();
  const auto found = std::ranges::find(list, Severity::error, &Diagnostic::severity);
  if (found == list.end()) return std::nullopt;
  return TroubleStatus{found->id, place_of(found->at), found->message};
}

/// What the reading said about a slide: an error that stands in its table.
std::optional<std::string> reason_in(const Diagnostics& diagnostics, const show::Show& show,
                                     const playlist::Slide& slide) {
  const auto stands_in = [](const Location& at, const playlist::Slide& s) {
    return at.file == s.at.file && at.line >= s.at.line;
  };
  for (const Diagnostic& d : diagnostics.list()) {
    if (d.severity != Severity::error || d.reach != Reach::slide || !stands_in(d.at, slide)) continue;
    const bool in_a_later_one = std::ranges::any_of(show.playlist.slides, [&](const playlist::Slide& other) {
      return other.at.line > slide.at.line && stands_in(d.at, other);
    });
    if (!in_a_later_one) return d.message;
  }
  return std::nullopt;
}

std::optional<NextStatus> next_after(const show::Show& show, Instant t) {
  const show::ZoneShow* zone = main_zone(show);
  const auto slot = zone ? zone->timeline.slot_at(t) : std::nullopt;
  const auto next = slot ? zone->timeline.slot_at(slot->end) : std::nullopt;
  if (!next) return std::nullopt;
  return NextStatus{show.playlist.slides[next->slide].id, next->start};
}

}  // namespace

void Health::opened_display(const playlist::Screen& screen, Size output) {
  status_.display.screen = screen.name;
  status_.display.size = output.empty() ? screen.size : output;
  status_.display.connected = true;
  changed_ = true;
}

void Health::adopted(const show::Show& show, const Diagnostics& diagnostics, Instant wall) {
  status_.playlist = show.playlist.path;
  status_.playlist_hash = show.playlist.hash.hex();
  status_.title = show.playlist.campaign.title;
  status_.offset = show.around.utc_offset;
  status_.reload = ReloadStatus{wall, std::nullopt};
  status_.unusable.clear();
  std::map<std::string, std::string> known;
  for (const playlist::Slide& slide : show.playlist.slides) {
    if (const auto reason = reasons_.find(slide.id); reason != reasons_.end()) known.insert(*reason);
    if (!slide.enabled || !show.unusable.contains(slide.id)) continue;
    const auto reason = reason_in(diagnostics, show, slide);
    status_.unusable.push_back({slide.id, reason ? *reason : known_reason(slide.id)});
  }
  reasons_ = std::move(known);
  changed_ = true;
}

std::string Health::known_reason(const std::string& slide) const {
  const auto found = reasons_.find(slide);
  return found == reasons_.end() ? tr("a file that it names cannot be used") : found->second;
}

void Health::refused(const Diagnostics& diagnostics, Instant wall) {
  status_.reload = ReloadStatus{wall, first_error(diagnostics)};
  changed_ = true;
}

void Health::left_out(const std::string& slide, const std::string& reason) { reasons_[slide] = reason; }

void Health::shows(const show::Show& show, const std::vector<show::Showing>& showing, Instant t) {
  status_.showing.clear();
  for (const show::Showing& row : showing)
    status_.showing.push_back({row.zone, row.slide, row.slot_start, row.slot_end});
  status_.next = next_after(show, t);
  set_state(PlayerState::playing);
}

void Health::shows_standby() {
  status_.showing.clear();
  status_.next.reset();
  set_state(PlayerState::standby);
}

void Health::set_state(PlayerState state) {
  status_.state = state;
  changed_ = true;
}

void Health::presented(const Presented& picture) {
  FrameStatus& frames = status_.frames;
  ++frames.presented;
  frames.longest = std::max(frames.longest, picture.done - picture.began);
  const Duration patience = Duration{seconds(kLateIntervals)} / std::max(picture.refresh, 1);
  if (picture.due && picture.done - *picture.due > patience) ++frames.late;
}

void Health::stopped(ClockReading reading) {
  set_state(PlayerState::stopped);
  status_.showing.clear();
  status_.next.reset();
  if (sink_) write(reading);
}

std::optional<Duration> Health::next() const {
  if (!sink_) return std::nullopt;
  if (!written_) return Duration{};
  return *written_ + (changed_ ? kRest : kInterval);
}

void Health::turn(ClockReading reading) {
  const auto due = next();
  if (due && reading.monotonic >= *due) write(reading);
}

void Health::write(ClockReading reading) {
  status_.written = reading.wall;
  status_.written_monotonic = reading.monotonic;
  written_ = reading.monotonic;
  changed_ = false;
  sink_->publish(status_);
}

}  // namespace xp::player
