// SPDX-License-Identifier: MIT
#include "player/loop.h"

#include <algorithm>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "player/changes.h"
#include "player/player.h"
#include "player/status_lines.h"
#include "present/standby_card.h"

namespace xp::player {

namespace {

constexpr Duration kHousekeeping = seconds(10);    ///< SDL keeps screen savers away while it pumps events
constexpr Duration kPatienceAtStart = seconds(1);  ///< for the first show; then the standby card is shown
constexpr Duration kLookAgain = milliseconds(10);  ///< for the first frame of a video that is due

}  // namespace

Loop::Loop(LoopParts parts, LoopSettings settings)
    : parts_(std::move(parts)),
      settings_(std::move(settings)),
      clock_(parts_.waiter->now(), settings_.at, settings_.speed),
      health_(parts_.health ? *parts_.health : unasked_),
      record_(parts_.record ? *parts_.record : unrecorded_),
      output_({parts_.open_output, parts_.connectors, parts_.patience}),
      clock_watch_(parts_.clock),
      videos_(parts_.frames),
      overlay_(settings_.overlay),
      settled_(settings_.frames_directory) {
  if (parts_.frames) engines_.take_frames_from(parts_.frames);
  const ClockReading reading = parts_.waiter->now();
  begun_ = reading.monotonic;
  anchor_ = clock_.now(reading);
}

int Loop::run() {
  const Duration play_from = parts_.guard ? std::max(begun_, parts_.guard->play_from()) : begun_;
  reload_.rests_until(play_from);  // a clock that was judged anew must not end the rest after crashes
  reload_.changed(begun_ - Reload::kRest);  // the first reading, at once; meanwhile the output is opened
  load(parts_.waiter->now());
  open_output(parts_.screen.value_or(playlist::Screen{}));
  if (play_from > begun_) standby_ = card({});
  while (!exit_) {
    const ClockReading reading = parts_.waiter->now();
    if (settings_.length && clock_.played(reading) >= *settings_.length) return kPlayed;
    load(reading);
    look_again(reading);
    collect(reading);
    succeed(reading);
    if (!exit_) refresh(reading);
    look_ahead(reading);
    watch_files(reading);
    if (!exit_) handle_display(reading);
    if (exit_) break;
    if (const auto due = health_.next(); due && *due <= reading.monotonic) {
      health_.holds(memory());
      health_.keeps_log(record_.trouble());
    }
    if (parts_.panel && frame_) parts_.panel->follow(frame_->panel, reading.monotonic);
    health_.turn(signs(reading));
    if (parts_.guard && frame_ && parts_.guard->plays(*show_, reading)) health_.forgets_crashes();
    record_.turn(reading);
    handle_wake(parts_.waiter->wait(next_deadline(reading), output_.descriptor()));
  }
  return *exit_;
}

void Loop::collect(ClockReading reading) {
  for (auto all = parts_.worker->take(); !all.empty(); all = parts_.worker->take()) {
    for (Finished& finished : all) std::visit([&](auto& f) { take(std::move(f), reading); }, finished);
  }
}

void Loop::take(PreparedSlide slide, ClockReading reading) {
  ahead_.finished(slide.key);
  if (!slide.laid || !show_ || slide.catalog != show_->catalog->hash) return;
  if (const auto reason = slide.laid->failure(); !reason.empty())
    return set_aside(slide.key, reason, reading);
  engines_.caches().adopt(slide.key, slide.laid);
  if (frame_) prepare_videos(frame_from_);
  adopt(slide.pixels);
}

void Loop::take(PaintedOps painted, ClockReading) {
  ahead_.painted();
  if (show_ && painted.catalog == show_->catalog->hash) adopt(painted.pixels);
}

void Loop::adopt(PaintedPixels& painted) {
  for (auto& [ops, pixels] : painted) {
    if (output_.is_open()) output_.presenter().prepare(ops, pixels);
    engines_.painter().adopt(ops, std::move(pixels));
  }
}

/// What it shows is broken: the files are read again without it.
void Loop::set_aside(const std::string& id, std::string_view reason, ClockReading reading) {
  if (!broken_.insert(id).second) return;
  log(LogLevel::error, "player",
      trf("slide “{id}” is left out: {reason}", fmt::arg("id", id), fmt::arg("reason", reason)));
  health_.left_out(id, std::string(reason));
  reload_.changed(reading.monotonic - Reload::kRest);
}

void Loop::set_aside(const Hash& key, std::string_view reason, ClockReading reading) {
  const auto set_aside_of = [&](const show::Show& show) {
    for (const show::ZoneShow& zone : show.zones) {
      for (const playlist::Slide& slide : show.playlist.slides) {
        const show::LayoutRequest request{*slide.kind, *slide.content, show.theme_of(slide),
                                          zone.zone.rect.size()};
        if (show::Caches::key(show, request) == key) set_aside(slide.id, reason, reading);
      }
    }
  };
  set_aside_of(*show_);
  if (successor_) set_aside_of(*successor_->show);
}

/// Holds what is on the screen until the show without these slides is there.
void Loop::leave_out(const std::vector<show::Failed>& failed, ClockReading reading) {
  for (const show::Failed& f : failed) set_aside(show_->playlist.slides[f.slide].id, f.reason, reading);
  held_since_ = reading.monotonic;
}

/// As large as the screen's profile says; without a profile as large as the output.
scene::Scene Loop::card(std::string_view reason) const {
  const Size output = output_.size();
  const bool follow_output = !parts_.screen && !output.empty();
  return present::standby_scene(follow_output ? output : output_.screen().size, reason);
}

std::vector<scene::VideoOp> Loop::videos_of(const show::Coming& coming) {
  if (!parts_.frames || !engines_.caches().has(coming.key)) return {};
  return show::videos_of(coming, *engines_.caches().laid(*show_, coming.request()));
}

/// Laid out, and the videos it begins with are decoded.
bool Loop::is_ready(const show::Coming& coming, ClockReading reading) {
  using State = media::LiveFrames::State;
  if (!engines_.caches().has(coming.key)) return false;
  const State state = videos_.state(videos_of(coming));
  if (state == State::failed) set_aside(coming.key, tr("its video cannot be decoded"), reading);
  return state == State::ready;
}

bool Loop::is_ready(Instant t, ClockReading reading) {
  return std::ranges::all_of(show::upcoming(*show_, t, Duration::zero()),
                             [&](const show::Coming& coming) { return is_ready(coming, reading); });
}

/// Holds the shown frame while the worker still prepares the next: the screen never waits black.
bool Loop::may_compute(Instant t, ClockReading reading) {
  const bool new_slots = t >= slots_end_ || t < frame_from_;
  if (!frame_ || !new_slots || is_ready(t, reading)) return true;
  prepare_ahead(t);
  collect(reading);
  if (exit_ || is_ready(t, reading)) return !exit_;
  if (!held_since_) held_since_ = reading.monotonic;
  if (reading.monotonic - *held_since_ < kLongestHold) return false;
  log(LogLevel::warning, "player", tr("a slide was not prepared in time"));
  return true;
}

void Loop::refresh(ClockReading reading) {
  if (!output_.is_open() || output_.resting(reading.monotonic)) return;
  if (!show_) return refresh_standby(reading);
  const Instant t = clock_.now(reading);
  refresh_overlay(t, reading);
  if (parts_.sound && clock_.paused()) parts_.sound->mute();
  const bool moving = jump_.active() && reading.monotonic >= *jump_.due();
  if (!stale_ && !moving && frame_ && t >= frame_from_ && t < frame_->valid_until) return;
  if (!may_compute(t, reading) || !output_.is_open()) return;  // a show that came in may want another output
  held_since_.reset();
  const bool waited_for = frame_ && t >= frame_->valid_until;
  const auto due = waited_for ? clock_.when(frame_->valid_until, reading) : std::nullopt;
  if (t >= slots_end_ || t < frame_from_) mark(t);
  show::Frame frame = show::frame_at(*show_, t, engines_.caches());
  if (!frame.failed.empty()) return leave_out(frame.failed, reading);
  stale_ = false;
  jump_.blend(frame.scene, {t, reading.monotonic}, engines_.caches());
  output_.presenter().set_white(frame.white);
  present(frame.scene, due, reading);
  const auto panel_before = frame_ ? frame_->panel : frame.panel;
  std::vector<show::Showing> before = frame_ ? std::move(frame_->showing) : std::vector<show::Showing>{};
  frame_ = std::move(frame);
  frame_from_ = t;
  hear(t, reading.monotonic);
  const bool switched = panel_before != frame_->panel;
  if (switched || !same_slots(before, frame_->showing) || t >= slots_end_) observe(*frame_, t);
  if (t >= ahead_.look_at()) ahead_.look(show_, t, *parts_.worker);
}

/// Before a slide is drawn: should that end the player, the next one knows.
void Loop::mark(Instant t) {
  if (parts_.guard) parts_.guard->mark().shows(newest_slide(*show_, t), show_->playlist.hash);
}

void Loop::hear(Instant t, Duration now) {
  if (!parts_.sound) return;
  const bool quiet = settings_.quiet && settings_.quiet->hold(t, show_->around.utc_offset);
  if (quiet || clock_.paused())
    parts_.sound->mute();
  else
    parts_.sound->follow(frame_->scene, now);
}

void Loop::refresh_standby(ClockReading reading) {
  if (!standby_ && settings_.standby && reading.monotonic - begun_ >= kPatienceAtStart) {
    standby_ = card({});
    stale_ = true;
  }
  if (!standby_ || !stale_) return;
  if (!engines_.can_paint()) {
    if (Status ready = engines_.use_no_fonts(); !ready) {
      log(LogLevel::error, "player", ready.error().message);
      return;
    }
  }
  stale_ = false;
  if (parts_.guard) parts_.guard->mark().shows_card();
  present(*standby_, std::nullopt, reading);
  health_.shows_standby();
  record_.shows_standby(reading);
}

/// `due`: when the picture was waited for.
void Loop::present(const scene::Scene& scene, std::optional<Duration> due, ClockReading reading) {
  const bool shown = output_.present(scene, engines_.painter(), reading.monotonic);
  const Duration done = parts_.waiter->now().monotonic;
  frame_times_.add(done - reading.monotonic);
  if (shown) {
    record_.visible({done, reading.wall});
    return health_.presented({reading.monotonic, done, due, output_.screen().refresh});
  }
  record_.hidden(reading);
  stale_ = true;
  if (output_.lost()) exit_ = kDisplayLost;
}

/// New slots have begun: what they show goes to the log, what comes after them to the worker.
void Loop::observe(const show::Frame& frame, Instant t) {
  slots_end_ = frame.slots_until;
  health_.shows(*show_, frame.showing, t);
  record_.shows(*show_, frame.showing, t, parts_.waiter->now());
  if (Status written = settled_.observe(*show_, frame.showing, engines_); !written) {
    log(LogLevel::warning, "player", written.error().message);
  }
  if (overlay_) overlay_due_ = Duration{};
  prepare_ahead(t);
}

/// After the picture, which waits for nothing else.
void Loop::look_ahead(ClockReading reading) {
  if (!show_ || !frame_ || !output_.is_open()) return;
  const Instant t = clock_.now(reading);
  if (t >= ahead_.tidy_at()) ahead_.tidy(*show_, *frame_, t);
  if (t >= ahead_.due()) ahead_.turn(show_, t, *parts_.worker);
  if (parts_.worker->descriptor() < 0) collect(reading);  // what is done at once wakes nobody
}

void Loop::prepare_ahead(Instant t) {
  ahead_.prepare(show_, t, slots_end_, *parts_.worker);
  prepare_videos(t);
}

void Loop::prepare_videos(Instant t) {
  if (!parts_.frames) return;
  if (frame_) videos_.show(frame_->scene);
  std::vector<scene::VideoOp> videos;
  for (const show::Coming& coming : show::upcoming(*show_, t, kHorizon)) {
    std::ranges::copy(videos_of(coming), std::back_inserter(videos));
    if (coming.due > t) break;  // what comes after the next is not due
  }
  videos_.prepare(videos);
}

void Loop::handle_wake(const Wake& wake) {
  if (wake.stop) exit_ = kPlayed;
  if (wake.clock_set) clock_watch_.was_set();
  if (wake.files && parts_.watch->changed()) files_changed(parts_.waiter->now());
}

Signs Loop::signs(ClockReading reading) {
  const Instant t = clock_.now(reading);
  const auto in_a_second = clock_.when(t + seconds(1), reading);
  const bool runs = in_a_second && *in_a_second <= reading.monotonic + seconds(1);
  const bool due_some_time = frame_ && output_.is_open();
  const auto due = due_some_time ? clock_.when(frame_->valid_until, reading) : std::nullopt;
  return {reading, t, runs, due, parts_.worker->pulse()};
}

std::vector<MemoryUse> Loop::memory() const {
  std::vector<MemoryUse> stores = engines_.memory();
  if (parts_.frames) stores.push_back(parts_.frames->memory());
  std::ranges::move(parts_.worker->memory(), std::back_inserter(stores));
  if (output_.is_open()) std::ranges::move(output_.presenter().memory(), std::back_inserter(stores));
  return stores;
}

Duration Loop::next_deadline(ClockReading reading) {
  Duration deadline = reading.monotonic + kHousekeeping;
  const auto consider = [&](std::optional<Duration> time) {
    if (time) deadline = std::min(deadline, *time);
  };
  if (settings_.length) consider(clock_.when_played(*settings_.length, reading));
  if (output_.is_open() && output_.presenter().busy()) consider(reading.monotonic);
  if (output_.descriptor() < 0) consider(reading.monotonic + settings_.poll_every);
  consider(output_.due());
  consider(reload_.due());
  consider(rescan_.due());
  consider(health_.next());
  if (parts_.panel) consider(parts_.panel->due());
  if (!output_.is_open()) return deadline;
  consider(overlay_due_);
  if (successor_) consider(successor_->since + kLongestHold);
  if (output_.retry()) {
    consider(output_.retry());
  } else if (held_since_) {
    consider(*held_since_ + kLongestHold);
    if (parts_.frames) consider(reading.monotonic + kLookAgain);
  } else if (show_) {
    if (stale_) consider(reading.monotonic);
    if (frame_)
      consider(clock_.when(std::min({frame_->valid_until, ahead_.tidy_at(), ahead_.due()}), reading));
    consider(jump_.due());
  } else {
    if (stale_ && standby_) consider(reading.monotonic);
    if (!standby_) consider(begun_ + kPatienceAtStart);
  }
  return deadline;
}

}  // namespace xp::player
