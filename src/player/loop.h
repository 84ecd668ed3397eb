// SPDX-License-Identifier: MIT
// The player: asks the show for the frame of this instant, presents it, sleeps until the picture changes
// (design §2).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "player/ahead.h"
#include "player/clock_trust.h"
#include "player/crash_guard.h"
#include "player/engines.h"
#include "player/frame_times.h"
#include "player/health.h"
#include "player/jump.h"
#include "player/output.h"
#include "player/panel_switch.h"
#include "player/play_clock.h"
#include "player/play_record.h"
#include "player/reading_report.h"
#include "player/reload.h"
#include "player/rescan.h"
#include "player/settled_frames.h"
#include "player/sound.h"
#include "player/videos.h"
#include "player/waiter.h"
#include "player/watch.h"
#include "player/worker.h"
#include "present/presenter.h"
#include "show/frame.h"

namespace xp::player {

struct LoopSettings {
  std::optional<Duration> length;  ///< show time to play
  std::optional<Instant> at;       ///< where show time begins
  double speed = 1.0;
  bool overlay = false;
  bool keys = false;    ///< the keyboard is obeyed
  bool standby = true;  ///< false: nobody could see the card, a broken show at start ends the loop
  Duration poll_every = seconds(10);  ///< of a display without a descriptor: 250 ms
  std::string frames_directory;
  std::optional<playlist::Hours> quiet;  ///< hours without sound, local time
};

/// What the loop plays with; all of it outlives the loop.
struct LoopParts {
  Waiter* waiter = nullptr;
  Worker* worker = nullptr;
  Watch* watch = nullptr;
  OutputParts::Open open_output;
  OutputParts::Patience patience = OutputParts::Patience::gives_up;  ///< where there is no display
  std::function<std::string()> connectors;                           ///< as OutputParts::connectors
  /// Of the profile, where it can be read before the show is.
  std::optional<playlist::Screen> screen;
  /// Plays videos; null: each frame is decoded as it is painted.
  std::shared_ptr<media::LiveFrames> frames;
  Sound* sound = nullptr;        ///< null: silent
  PanelSwitch* panel = nullptr;  ///< null: nothing switches it
  Health* health = nullptr;      ///< told what happens; null: nobody asks
  PlayRecord* record = nullptr;  ///< told what is shown; null: nobody keeps a log
  CrashGuard* guard = nullptr;   ///< says what may be played after crashes; null: everything
  std::function<show::ClockState(Instant wall)> clock;  ///< judges it; empty: it is believed
  show::LoadRequest request;                            ///< what to read; its anchor is set by the loop
};

/// For a slide that is not prepared; then it is laid out at once.
inline constexpr Duration kLongestHold = seconds(2);

class Loop {
 public:
  Loop(LoopParts parts, LoopSettings settings);
  /// Until the time is over, somebody stops it or the display is lost; the exit code.
  int run();

 private:
  void open_output(const playlist::Screen& screen);
  void took_output();
  void mark(Instant t);
  // What came in.
  void collect(ClockReading reading);
  void take(LoadedShow result, ClockReading reading);
  void take(PreparedSlide slide, ClockReading reading);
  void take(PaintedOps painted, ClockReading reading);
  void adopt(PaintedPixels& pixels);
  void take(const ScannedFiles& scanned, ClockReading reading);
  void refuse(const Diagnostics& diagnostics);
  void set_aside(const std::string& id, std::string_view reason, ClockReading reading);
  void leave_out(const std::vector<show::Failed>& failed, ClockReading reading);
  void set_aside(const Hash& key, std::string_view reason, ClockReading reading);
  scene::Scene card(std::string_view reason) const;
  bool can_wait(const show::Show& fresh) const;
  void succeed(ClockReading reading);
  std::vector<scene::OpsPtr> fade_into(const show::Show& fresh, Instant t);
  void swap_show();
  void adopt_show(const show::ShowPtr& fresh, const Diagnostics& diagnostics);
  void handle_display(ClockReading reading);
  void handle_key(present::Key key, ClockReading reading);
  void jump(present::Key key, ClockReading reading);
  void handle_wake(const Wake& wake);
  void files_changed(ClockReading reading);
  // What goes out.
  void load(ClockReading reading);
  void look_again(ClockReading reading);
  void watch_files(ClockReading reading);
  void refresh(ClockReading reading);
  void refresh_standby(ClockReading reading);
  bool may_compute(Instant t, ClockReading reading);
  bool is_ready(const show::Coming& coming, ClockReading reading);
  bool is_ready(Instant t, ClockReading reading);
  std::vector<scene::VideoOp> videos_of(const show::Coming& coming);
  void look_ahead(ClockReading reading);
  void prepare_ahead(Instant t);
  void prepare_videos(Instant t);
  void hear(Instant t, Duration now);
  void present(const scene::Scene& scene, std::optional<Duration> due, ClockReading reading);
  void observe(const show::Frame& frame, Instant t);
  void refresh_overlay(Instant t, ClockReading reading);
  Signs signs(ClockReading reading);
  std::vector<MemoryUse> memory() const;
  Duration next_deadline(ClockReading reading);

  LoopParts parts_;
  LoopSettings settings_;
  PlayClock clock_;
  Health unasked_{{}};
  Health& health_;
  PlayRecord unrecorded_{nullptr, {}};
  PlayRecord& record_;
  Reload reload_;
  Rescan rescan_;
  struct Unwatched {
    std::vector<std::string> files;
    Instant begun;  ///< as LoadedShow has it
  };
  std::optional<Unwatched> unwatched_;  ///< what was read last, until it is watched
  Engines engines_;
  Ahead ahead_{engines_};
  Output output_;

  /// Read, while the one on the screen goes on until all that this one begins with is there.
  struct Successor {
    show::ShowPtr show;
    Diagnostics diagnostics;
    Instant anchor;
    Duration since{};
    bool fade_ordered = false;
  };
  std::optional<Successor> successor_;
  show::ShowPtr show_;   ///< the last good one
  std::string refused_;  ///< why the files as they are now are not shown; empty: they are
  Instant anchor_;
  std::optional<show::Frame> frame_;  ///< on the screen
  Instant frame_from_;                ///< when it was computed
  Instant slots_end_{INT64_MIN};      ///< until then nothing new has to be prepared
  std::set<std::string>
      broken_;  ///< ids of slides whose files could not be decoded, since files changed last
  std::optional<Duration> held_since_;  ///< the shown frame stays until the next is prepared
  std::optional<scene::Scene> standby_;
  Jump jump_;
  ClockWatch clock_watch_;
  Videos videos_;
  ReadingReport report_;

  bool stale_ = true;  ///< present again although the time has not come
  Duration begun_{};
  bool overlay_ = false;
  std::optional<Duration> overlay_due_;
  FrameTimes frame_times_;
  SettledFrames settled_;
  std::optional<int> exit_;
};

}  // namespace xp::player
