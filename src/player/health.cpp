// SPDX-License-Identifier: MIT
#include "player/health.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "player/anchor.h"
#include "player/crash_ladder.h"

namespace xp::player {

namespace {

constexpr int kLateIntervals = 2;

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

/// The year of an instant, where what is played or the panel goes by working days that nobody knows.
std::optional<int> unknown_year(const show::Show& show, Instant t) {
  const Date today = to_civil(t, show.around.utc_offset).date;
  const bool asks_none = !show.calendar || show.clock == show::ClockState::untrusted;
  if (asks_none || show.calendar->knows(today)) return std::nullopt;
  std::vector<playlist::Schedule> rules = show.screen.power;
  for (const playlist::Slide& slide : show.playlist.slides)
    if (slide.enabled) std::ranges::copy(rules_of(show.playlist, slide), std::back_inserter(rules));
  if (std::ranges::none_of(rules, &playlist::Schedule::asks_calendar)) return std::nullopt;
  return static_cast<int>(today.year());
}

std::optional<NextStatus> first_at(const show::Show& show, Instant t) {
  const show::ZoneShow* zone = main_zone(show);
  const auto slot = zone ? zone->timeline.slot_at(t) : std::nullopt;
  if (!slot) return std::nullopt;
  return NextStatus{show.playlist.slides[slot->slide].id, t};
}

}  // namespace

Health::Health(HealthParts parts) : parts_(parts), status_(std::move(parts.first)) {
  status_.crashes = {parts_.crashes.rung, parts_.crashes.crashes.size(), false};
  if (parts_.manager && parts_.watchdog) watchdog_.emplace(*parts_.watchdog);
}

void Health::say(const std::string& lines) {
  if (parts_.manager) parts_.manager->say(lines);
}

void Health::opened_display(const playlist::Screen& screen, const present::Presenter& presenter) {
  const Size output = presenter.output_size();
  status_.display.screen = screen.name;
  status_.display.size = output.empty() ? screen.size : output;
  status_.display.connected = true;
  status_.display.cut = presenter.is_cut();
  changed_ = true;
}

/// For the service manager that is a player which has started: it can do no more.
void Health::waits_for_display() {
  if (!std::exchange(ready_, true)) say("READY=1");
  status_.display.connected = false;
  show_nothing(PlayerState::waiting);
}

void Health::show_nothing(PlayerState state) {
  status_.showing.clear();
  status_.next.reset();
  status_.display.off_until.reset();
  set_state(state);
}

void Health::reads() {
  if (!ready_) return;
  reading_ = true;
  say("RELOADING=1");
}

void Health::have_read() {
  if (std::exchange(reading_, false)) say("READY=1");
  changed_ = true;
}

void Health::adopted(const show::Show& show, const Diagnostics& diagnostics, Instant wall) {
  status_.playlist = show.playlist.path;
  status_.playlist_hash = show.playlist.hash.hex();
  status_.title = show.playlist.campaign.title;
  status_.offset = show.around.utc_offset;
  status_.clock = show.clock;
  status_.crashes.last_good = !parts_.last_good.empty() && show.playlist.path == parts_.last_good;
  status_.reload = ReloadStatus{wall, std::nullopt};
  status_.unusable.clear();
  std::map<std::string, std::string> known;
  for (const playlist::Slide& slide : show.playlist.slides) {
    if (const auto reason = reasons_.find(slide.id); reason != reasons_.end()) known.insert(*reason);
    if (!slide.enabled || !show.unusable.contains(slide.id)) continue;
    if (is_quarantined(parts_.crashes, {slide.id, slide.hash})) {
      status_.unusable.push_back({slide.id, tr("it made the player crash again and again"), true});
      continue;
    }
    const auto reason = reason_in(diagnostics, show, slide);
    status_.unusable.push_back({slide.id, reason ? *reason : known_reason(slide.id)});
  }
  reasons_ = std::move(known);
  have_read();
}

std::string Health::known_reason(const std::string& slide) const {
  const auto found = reasons_.find(slide);
  return found == reasons_.end() ? tr("a file that it names cannot be used") : found->second;
}

void Health::refused(const Diagnostics& diagnostics, Instant wall) {
  status_.reload = ReloadStatus{wall, first_error(diagnostics)};
  have_read();
}

void Health::left_out(const std::string& slide, const std::string& reason) { reasons_[slide] = reason; }

void Health::shows(const show::Show& show, const std::vector<show::Showing>& showing, Instant t) {
  status_.showing.clear();
  for (const show::Showing& row : showing)
    status_.showing.push_back({row.zone, row.slide, row.slot_start, row.slot_end});
  const playlist::PowerStretch power = show.power.at(t);
  const bool off = power.state == playlist::PanelState::off;
  status_.display.off_until = off ? std::optional(power.until) : std::nullopt;
  status_.unknown_year = unknown_year(show, t);
  status_.next = off ? first_at(show, power.until) : next_after(show, t);
  set_state(PlayerState::playing);
}

void Health::shows_standby() { show_nothing(PlayerState::standby); }

/// Started, for the service manager, as above.
void Health::stays_dark() {
  if (!std::exchange(ready_, true)) say("READY=1");
  show_nothing(PlayerState::dark);
}

void Health::forgets_crashes() {
  status_.crashes.rung = Rung::whole;
  status_.crashes.counted = 0;
  changed_ = true;
}

void Health::set_state(PlayerState state) {
  if (status_.state != state) written_.reset();
  status_.state = state;
  changed_ = true;
}

void Health::presented(const Presented& picture) {
  if (!std::exchange(ready_, true)) say("READY=1");
  if (watchdog_) watchdog_->presented(picture.done - picture.began);
  FrameStatus& frames = status_.frames;
  ++frames.presented;
  frames.longest = std::max(frames.longest, picture.done - picture.began);
  const Duration patience = Duration{seconds(kLateIntervals)} / std::max(picture.refresh, 1);
  if (picture.due && picture.done - *picture.due > patience) ++frames.late;
}

void Health::holds(std::vector<MemoryUse> memory) { status_.memory = std::move(memory); }
void Health::keeps_log(std::string trouble) { status_.play_log_error = std::move(trouble); }

void Health::stopped(ClockReading reading) {
  show_nothing(PlayerState::stopped);
  say("STOPPING=1");
  write(reading);
}

std::optional<Duration> Health::next() const {
  if (!parts_.sink && !parts_.manager) return std::nullopt;
  const Duration write = written_ ? *written_ + (changed_ ? kRest : kInterval) : Duration{};
  const Duration look = watchdog_ ? watchdog_->next().value_or(Duration{}) : write;
  return std::min(write, look);
}

void Health::turn(const Signs& signs) {
  const Duration now = signs.reading.monotonic;
  look_at_files(signs);
  if (watchdog_ && now >= watchdog_->next().value_or(now)) look(signs);
  if (!written_ || now >= *written_ + (changed_ ? kRest : kInterval)) write(signs.reading);
}

/// A share that does not answer holds up the worker and not the picture: it is said.
void Health::look_at_files(const Signs& signs) {
  const Duration now = signs.reading.monotonic;
  const bool waits = signs.worker.on_files && pulse_.on_files && signs.worker.steps == pulse_.steps;
  pulse_ = signs.worker;
  if (!waits) waits_since_ = signs.worker.on_files ? std::optional(now) : std::nullopt;
  const bool silent = waits_since_ && now - *waits_since_ >= kSilence;
  if (silent == status_.files_silent_since.has_value()) return;
  changed_ = true;
  status_.files_silent_since.reset();
  if (!silent) return log(LogLevel::info, "player", tr("the files answer again"));
  status_.files_silent_since = signs.reading.wall - (now - *waits_since_);
  log(LogLevel::warning, "player", tr("the files do not answer; what is shown goes on"));
}

void Health::look(const Signs& signs) {
  const std::string wrong = watchdog_->check(signs);
  if (wrong.empty()) return say("WATCHDOG=1");
  log(LogLevel::error, "player",
      trf("no sign of life to the service manager, which will start the player anew: {reason}",
          fmt::arg("reason", wrong)));
}

/// Nothing was read yet, and crashes are the reason.
bool Health::waits_after_crashes() const { return !status_.reload && status_.crashes.counted > 0; }

/// In a line, for `systemctl status`.
std::string Health::summary() const {
  switch (status_.state) {
    case PlayerState::starting:
      return tr("starting");
    case PlayerState::stopped:
      return tr("stopping");
    case PlayerState::waiting:
      return tr("waiting for a display");
    case PlayerState::dark:
      return tr("after crashes nothing is shown until the next try");
    case PlayerState::standby:
      if (status_.crashes.rung == Rung::safe_card || waits_after_crashes())
        return tr("after crashes a card is shown; slides are tried again from time to time");
      return tr("the standby card is shown: the files have mistakes");
    case PlayerState::playing:
      break;
  }
  if (const auto& until = status_.display.off_until)
    return trf("the panel is off until {time}", fmt::arg("time", format_instant(*until, status_.offset)));
  std::string slides;
  for (const ZoneStatus& zone : status_.showing) slides += fmt::format(" {}: {}", zone.zone, zone.slide);
  std::string line = trf("playing{slides}", fmt::arg("slides", slides));
  if (!status_.unusable.empty()) line += trf("; {n} slides left out", fmt::arg("n", status_.unusable.size()));
  if (status_.clock == show::ClockState::untrusted) line += tr("; the clock cannot be trusted");
  if (status_.reload && status_.reload->error) line += tr("; the last change was refused");
  if (status_.files_silent_since) line += tr("; the files do not answer");
  if (!status_.play_log_error.empty()) line += tr("; what is shown cannot be recorded");
  return line;
}

void Health::write(ClockReading reading) {
  status_.written = reading.wall;
  status_.written_monotonic = reading.monotonic;
  written_ = reading.monotonic;
  changed_ = false;
  if (parts_.sink) parts_.sink->publish(status_);
  say("STATUS=" + summary());
}

}  // namespace xp::player
