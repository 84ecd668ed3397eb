// SPDX-License-Identifier: MIT
// The player's own account of itself: told by the loop what happens, it says so to the status files and to
// the service manager.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/time.h"
#include "player/crash_history.h"
#include "player/player_status.h"
#include "player/service_manager.h"
#include "player/status_writer.h"
#include "player/watchdog.h"
#include "playlist/screen.h"
#include "present/presenter.h"
#include "show/frame.h"
#include "show/show.h"

namespace xp::player {

/// One picture, on the monotonic clock.
struct Presented {
  Duration began{}, done{};
  std::optional<Duration> due;  ///< nothing: it was not waited for
  int refresh = 60;             ///< of the screen, Hz
};

/// Who is told; null: nobody. All of it outlives Health.
struct HealthParts {
  PlayerStatus first{};  ///< what is known before anything happens
  StatusSink* sink = nullptr;
  ServiceManager* manager = nullptr;
  std::optional<Duration> watchdog{};  ///< the manager's period
  CrashHistory crashes{};              ///< with which the player began
  std::string last_good{};             ///< the playlist that is shown instead of one that was given up
};

/// Main thread. Nothing here waits.
class Health {
 public:
  static constexpr Duration kInterval = seconds(10);  ///< at least so often the status is written …
  static constexpr Duration kRest = seconds(1);       ///< … and at most so often, but for a new state
  static constexpr Duration kSilence = seconds(10);   ///< of the files: longer is a finding

  explicit Health(HealthParts parts);

  // What happens.
  /// `output`: its size in px; empty: as large as the screen's picture.
  void opened_display(const playlist::Screen& screen, const present::Presenter& presenter);
  void waits_for_display();
  void reads();  ///< the files, anew; adopted() or refused() follows
  void adopted(const show::Show& show, const Diagnostics& diagnostics, Instant wall);
  void refused(const Diagnostics& diagnostics, Instant wall);
  void left_out(const std::string& slide, const std::string& reason);
  void shows(const show::Show& show, const std::vector<show::Showing>& showing, Instant t);
  void shows_standby();
  void stays_dark();  ///< until the next try: nothing could be shown without a crash
  void presented(const Presented& picture);
  void forgets_crashes();  ///< they lie far enough back
  void holds(std::vector<MemoryUse> memory);
  void keeps_log(std::string trouble);  ///< empty: it can be written
  void stopped(ClockReading reading);

  /// At every turn of the loop: does what is due.
  void turn(const Signs& signs);
  /// When turn() has something to do next, on the monotonic clock; nothing: never.
  std::optional<Duration> next() const;

  const PlayerStatus& status() const { return status_; }

 private:
  std::string known_reason(const std::string& slide) const;
  void show_nothing(PlayerState state);
  void set_state(PlayerState state);
  void write(ClockReading reading);
  void say(const std::string& lines);
  void look(const Signs& signs);
  void look_at_files(const Signs& signs);
  void have_read();
  bool waits_after_crashes() const;
  std::string summary() const;

  HealthParts parts_;
  PlayerStatus status_;
  std::optional<Watchdog> watchdog_;
  std::map<std::string, std::string> reasons_;  ///< by slide: those that broke while they were played
  bool changed_ = true;
  bool ready_ = false;  ///< something is on the screen
  bool reading_ = false;
  std::optional<Duration> written_;      ///< nothing: it is due now
  Pulse pulse_;                          ///< of the worker, at the last turn …
  std::optional<Duration> waits_since_;  ///< … and since when it waits for files
};

}  // namespace xp::player
