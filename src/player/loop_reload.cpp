// SPDX-License-Identifier: MIT
// The loop and its files: read anew when they change, swapped for what is shown once all of it is there.
#include <algorithm>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "player/changes.h"
#include "player/loop.h"
#include "player/player.h"
#include "player/status_lines.h"
#include "show/frame.h"
#include "show/preparation.h"

namespace xp::player {

namespace {

/// Room for the slide that is shown and the one that follows, the words and the ground of each, and both as
/// one while they fade.
std::size_t pixels_for(Size screen) {
  constexpr std::size_t kFrames = 6, kLeast = std::size_t{16} << 20;
  return std::max(kLeast, std::size_t(screen.w) * std::size_t(screen.h) * 4 * kFrames);
}

}  // namespace

void Loop::load(ClockReading reading) {
  if (const auto state = clock_watch_.look(reading)) {
    parts_.request.clock = *state;
    record_.trusts_clock(*state);
    reload_.changed(reading.monotonic - Reload::kRest);
  }
  if (!reload_.begin(reading.monotonic)) return;
  LoadJob job{parts_.request, show_ ? keep_of(*show_, clock_.now(reading)) : std::nullopt};
  job.request.anchor = anchor_;
  job.request.unusable = broken_;
  health_.reads();
  parts_.worker->submit(std::move(job));
}

void Loop::take(LoadedShow result, ClockReading reading) {
  reload_.finished();
  unwatched_ = Unwatched{result.read.files, result.begun};
  report_.say(result.diagnostics);
  if (!result.read.show || (show_ && loses_slides(*show_, *result.read.show, broken_)))
    return refuse(result.diagnostics);
  successor_ = {result.read.show, std::move(result.diagnostics), result.anchor, reading.monotonic};
  if (!can_wait(*successor_->show)) return swap_show();
  ahead_.prepare_first(successor_->show, clock_.now(reading), *parts_.worker);
}

/// What is on the screen can go on and fade into it.
bool Loop::can_wait(const show::Show& fresh) const {
  return frame_ && show_ && show_->hash != fresh.hash && show_->catalog->hash == fresh.catalog->hash &&
         same_output(output_.screen(), fresh.screen) && output_.is_open();
}

/// Between two frames, once the slides it begins with are there and then the pictures they fade in by.
void Loop::succeed(ClockReading reading) {
  if (!successor_) return;
  if (reading.monotonic - successor_->since >= kLongestHold) return swap_show();
  const Instant t = clock_.now(reading);
  if (ahead_.is_painting() || !show::is_prepared(*successor_->show, t, engines_.caches())) return;
  if (!std::exchange(successor_->fade_ordered, true)) {
    ahead_.paint(successor_->show, fade_into(*successor_->show, t), *parts_.worker);
    collect(reading);
  }
  if (successor_ && successor_->fade_ordered && !ahead_.is_painting()) swap_show();
}

std::vector<scene::OpsPtr> Loop::fade_into(const show::Show& fresh, Instant t) {
  Jump fade;
  show::Frame frame = show::frame_at(fresh, t, engines_.caches());
  fade.begin(show_, frame_->scene.layers, fresh, Duration{});
  fade.blend(frame.scene, {t, Duration{}}, engines_.caches());
  return show::ops_of(frame);
}

void Loop::swap_show() {
  const Successor next = *std::exchange(successor_, std::nullopt);
  anchor_ = next.anchor;
  adopt_show(next.show, next.diagnostics);
  held_since_ = next.since;  // it has been waited for already
}

/// After the picture that waits for nothing else. What was changed since the files were read is found by its
/// time.
void Loop::watch_files(ClockReading reading) {
  if (!unwatched_) return;
  if (parts_.watch->watch(unwatched_->files, unwatched_->begun)) reload_.changed(reading.monotonic);
  rescan_.read(std::move(unwatched_->files), reading.monotonic);
  unwatched_.reset();
}

/// The last good show goes on; without one the standby card says why.
void Loop::refuse(const Diagnostics& diagnostics) {
  if (successor_) swap_show();  // it is the last good one
  health_.refused(diagnostics, parts_.waiter->now().wall);
  refused_ = reason_of(diagnostics);
  if (!frame_) show_.reset();  // no slide of it could be shown
  if (show_) {
    log(LogLevel::warning, "player", tr("the change has mistakes; what was shown before goes on"));
  } else if (!settings_.standby) {
    exit_ = kCannotPlay;
  } else {
    standby_ = card(reason_of(diagnostics));
    stale_ = true;
  }
}

void Loop::adopt_show(const show::ShowPtr& fresh, const Diagnostics& diagnostics) {
  if (Status ready = engines_.use(fresh->catalog); !ready) {
    log(LogLevel::error, "player", ready.error().message);
    Diagnostics why;
    why.add({Severity::error, "no-font", {}, ready.error().message, {}});
    return refuse(why);
  }
  if (show_ && show_->hash != fresh->hash)
    log(LogLevel::info, "player", tr("showing what has changed in the files"));
  engines_.keep_pixels(pixels_for(fresh->screen.size));
  const bool other = !show_ || show_->hash != fresh->hash;
  const bool same_window = same_output(output_.screen(), fresh->screen);  // in a new one nothing fades away
  if (other && same_window && (frame_ || standby_)) {
    jump_.begin(show_, frame_ ? frame_->scene.layers : standby_->layers, *fresh,
                parts_.waiter->now().monotonic);
  }
  show_ = fresh;
  refused_.clear();
  health_.adopted(*fresh, diagnostics, parts_.waiter->now().wall);
  standby_.reset();
  stale_ = true;
  slots_end_ = Instant{INT64_MIN};
  if (!same_window) open_output(fresh->screen);
}

void Loop::files_changed(ClockReading reading) {
  broken_.clear();  // it may have been mended
  reload_.changed(reading.monotonic);
}

void Loop::take(const ScannedFiles& scanned, ClockReading reading) {
  if (rescan_.looked(scanned.print, reading.monotonic)) files_changed(reading);
}

void Loop::look_again(ClockReading reading) {
  if (auto files = rescan_.begin(reading.monotonic); !files.empty())
    parts_.worker->submit(ScanJob{std::move(files)});
}

}  // namespace xp::player
