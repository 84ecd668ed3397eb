// SPDX-License-Identifier: MIT
#include "player/player.h"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"
#include "base/unsynced_files.h"
#include "base/utf8.h"
#include "player/clock_trust.h"
#include "player/crash_guard.h"
#include "player/dark_rest.h"
#include "player/health.h"
#include "player/loop.h"
#include "player/play_record.h"
#include "player/show_reader.h"
#include "player/state_directory.h"
#include "player/status_writer.h"
#include "playlog/log_reader.h"

namespace xp::player {

namespace {

constexpr Duration kPollEvery = milliseconds(250);  ///< a display without a descriptor

const char* contradiction(const PlayOptions& options) {
  if (std::isnan(options.speed) || options.speed < 0) return N_("--speed: the speed is a number from 0 up");
  if (std::isinf(options.speed) && !options.offscreen)
    return N_("--speed: only --offscreen plays as fast as it can");
  if (options.offscreen && options.window) return N_("--offscreen shows no window; leave --window out");
  if (!options.frames_directory.empty() && !options.offscreen)
    return N_("pictures of the slides are written by --offscreen only");
  return nullptr;
}

show::LoadRequest request_of(const PlayOptions& options) {
  show::LoadRequest request;
  request.data = options.data;
  request.playlist = {options.playlist, options.playlist_at};
  request.screen = {options.screen, options.screen_at};
  return request;
}

/// The profile by itself, so that the output can be opened while the show is read. Its mistakes are told with
/// the show's.
std::optional<playlist::Screen> read_screen(const show::LoadRequest& request) {
  Diagnostics ignored;
  return show::load_screen(real_files(), request.data, request.screen, ignored);
}

ShowReader real_reader(const std::shared_ptr<Progress>& progress) {
  return [progress](const show::LoadRequest& request, Diagnostics& diagnostics) {
    return read_show(SteppingFiles(real_files(), *progress), request, diagnostics);
  };
}

Result<std::unique_ptr<present::Presenter>> open_output(const PlayOptions& options,
                                                        const playlist::Screen& screen) {
  present::OutputOptions output;
  output.size = screen.size;
  output.region = screen.region;
  output.output = screen.output;
  output.rotation = static_cast<int>(screen.rotation);
  output.panel = screen.panel;
  output.window = options.window;
  output.title = tr("Xuanping");
  return present::open_presenter(options.offscreen ? "null" : screen.presenter, output);
}

LoopSettings settings_of(const PlayOptions& options) {
  LoopSettings settings;
  settings.length = options.length;
  settings.at = options.at;
  settings.speed = std::isinf(options.speed) ? 1.0 : options.speed;
  settings.overlay = options.overlay;
  settings.quiet = options.quiet;
  settings.keys = options.keys || options.window;
  settings.standby = !options.offscreen;
  if (!options.offscreen) settings.poll_every = kPollEvery;
  settings.frames_directory = options.frames_directory;
  return settings;
}

void prepare_directories(const PlayOptions& options, const std::string& state) {
  if (Status opened = open_state_directory(state); !opened)
    log(LogLevel::warning, "player", opened.error().message);
  if (options.frames_directory.empty()) return;
  std::error_code ignored;  // writing the first picture tells
  std::filesystem::create_directories(options.frames_directory, ignored);
}

/// Somebody looks at a preview: it ends and says why. A public screen waits.
OutputParts::Patience patience_of(const PlayOptions& options) {
  using Patience = OutputParts::Patience;
  return options.offscreen || options.window ? Patience::gives_up : Patience::waits;
}

/// What it shows is on a public screen, now.
bool is_real(const PlayOptions& options) {
  return !options.offscreen && !options.window && !options.at && options.speed == 1.0;
}

/// What somebody tries or looks at is no public screen: neither its status nor its end counts as that
/// screen's.
CrashGuard::Role role_of(const PlayOptions& options) {
  return is_real(options) || options.own_state ? CrashGuard::Role::player : CrashGuard::Role::guest;
}

PlayerStatus first_status(const PlayOptions& options, const ClockWatch::Judge& judge) {
  PlayerStatus status;
  status.version = options.version;
  status.boot_id = boot_id(real_files());
  status.pid = ::getpid();
  status.simulated = !is_real(options);
  status.started = read_clocks().wall;
  if (judge) status.clock = judge(status.started);
  status.player_file = first_error(options.player_file);
  status.display.offscreen = options.offscreen;
  return status;
}

playlog::Run run_of(const PlayerStatus& status) { return {status.boot_id, status.version, status.simulated}; }

std::optional<Duration> watchdog_of_environment() {
  return watchdog_period(environment_variable("WATCHDOG_USEC"), environment_variable("WATCHDOG_PID"),
                         std::to_string(::getpid()));
}

/// Xlib would parse half a megabyte of key sequences for a keyboard nobody types on. Before there are
/// threads: they read the environment.
void spare_key_sequences() { ::setenv("XCOMPOSEFILE", "/dev/null", 0); }

/// On a screen of its own there is no session bus; libdbus, which SDL asks, would fork to start one. Before
/// there are threads, as above.
void spare_session_bus() {
  const std::string own = environment_variable("XDG_RUNTIME_DIR") + "/bus";
  if (::access(own.c_str(), F_OK) != 0) ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
}

/// Time that is made up needs no judge.
ClockWatch::Judge clock_judge(const PlayOptions& options, const std::string& state) {
  if (options.clock == playlist::ClockTrust::trust || options.at || options.speed != 1.0) return nullptr;
  const Instant logged = playlog::last_logged_time(state).value_or(Instant{});
  return [floor = std::max(clock_floor(real_files(), state), logged)](Instant wall) {
    return judge(read_clock_facts(real_files()), wall, floor);
  };
}

/// Layers come and go by the megabyte: each has a mapping of its own, which goes back to the system when it
/// is freed; by itself the C library would keep more and more of them. Two heaps: this thread's, the
/// worker's. That one grows by a page and a call of the system each time beyond what it begins with.
void keep_the_heap_small() {
  constexpr int kOwnMapping = 256 << 10, kHeaps = 2, kRoom = 4 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kOwnMapping);
  ::mallopt(M_ARENA_MAX, kHeaps);
  ::mallopt(M_TOP_PAD, kRoom);
}

std::unique_ptr<StatusSink> status_writer(const std::string& state) {
  return start_status_writer(unsynced_files(), state, [state] { return read_machine_facts(state); });
}

std::unique_ptr<Watch> open_watch() {
  auto watch = open_folder_watch();
  if (watch) return std::move(*watch);
  log(LogLevel::warning, "player", watch.error().message);
  return no_watch();
}

std::string state_of(const PlayOptions& options) {
  return options.state_directory.empty() ? state_directory_of_environment() : options.state_directory;
}

/// As fast as the machine can: time is made up, and nobody waits for anything.
bool is_fastest(const PlayOptions& options) { return std::isinf(options.speed); }

Result<std::unique_ptr<Worker>> hire_worker(const PlayOptions& options, CrashGuard& guard) {
  const auto progress = std::make_shared<Progress>();
  const ShowReader reader = guarded_reader(real_reader(progress), guard.precautions(), guard.mark());
  if (is_fastest(options)) return inline_worker(reader);
  return start_worker(reader, progress, &guard.mark());
}

/// What the loop plays with, in the order in which it is made; it goes in the reverse one. The worker notes
/// in the guard's mark what it is at until it ends, health speaks through the sink and the manager, the
/// record through the log.
struct Stage {
  Stage(const PlayOptions& options, const std::string& state);
  /// What the player says of itself, and to whom; the clock is judged by the status of the player before.
  void open_health(const PlayOptions& options, const std::string& state);
  /// What is shown, from now on.
  void open_log(const PlayOptions& options, const std::string& state);
  LoopParts parts(const PlayOptions& options);
  Waiter& time() { return jumping ? static_cast<Waiter&>(*jumping) : **waiter; }
  /// All is written before the window closes, which a lost server does not survive.
  void close(int code);

  std::unique_ptr<Watch> watch;
  CrashGuard guard;
  Result<std::unique_ptr<Worker>> worker;
  Result<std::unique_ptr<Waiter>> waiter;  ///< an error where there is no worker either
  std::optional<VirtualWaiter> jumping;    ///< over the waiter, where time is made up
  std::unique_ptr<Sound> sound;
  std::unique_ptr<Programs> programs;
  PanelSwitch panel;
  std::unique_ptr<StatusSink> sink;
  std::unique_ptr<ServiceManager> manager;
  std::optional<Health> health;
  ClockWatch::Judge clock;
  std::unique_ptr<playlog::Sink> log;
  std::optional<PlayRecord> record;
};

Stage::Stage(const PlayOptions& options, const std::string& state)
    : watch(open_watch()),
      guard(real_files(), state, boot_id(real_files()), read_clocks(), role_of(options)),
      worker(hire_worker(options, guard)),
      waiter(worker ? open_real_waiter({watch->descriptor(), (*worker)->descriptor()})
                    : Result<std::unique_ptr<Waiter>>(worker.error())),
      sound(loudspeakers()),
      programs(real_programs()),
      panel(options.panel, *programs) {
  if (waiter && is_fastest(options)) jumping.emplace((*waiter)->now(), waiter->get());
}

void Stage::open_health(const PlayOptions& options, const std::string& state) {
  if (guard.owns_directory()) sink = status_writer(state);
  if (!is_fastest(options)) manager = open_service_manager(environment_variable("NOTIFY_SOCKET"));
  clock = clock_judge(options, state);
  health.emplace(HealthParts{first_status(options, clock), sink.get(), manager.get(),
                             watchdog_of_environment(), guard.history(),
                             guard.precautions().last_good.value_or(LastGood{}).playlist});
}

void Stage::open_log(const PlayOptions& options, const std::string& state) {
  const playlog::Run run = run_of(health->status());
  if (role_of(options) == CrashGuard::Role::player) log = playlog::start_writer(state, run);
  record.emplace(log.get(), run);
}

LoopParts Stage::parts(const PlayOptions& options) {
  LoopParts parts;
  parts.waiter = &time();
  parts.worker = worker->get();
  parts.watch = watch.get();
  parts.open_output = [&options](const playlist::Screen& screen) { return open_output(options, screen); };
  parts.connectors = [] { return connectors(real_files(), kConnectors); };
  parts.patience = patience_of(options);
  if (!options.offscreen) parts.frames = std::make_shared<media::LiveFrames>();
  if (!options.offscreen && options.speed == 1.0) parts.sound = sound.get();
  if (is_real(options)) parts.panel = &panel;
  parts.request = request_of(options);
  parts.screen = read_screen(parts.request);
  parts.health = &*health;
  parts.clock = clock;
  if (!is_fastest(options)) parts.guard = &guard;
  parts.record = &*record;
  return parts;
}

void Stage::close(int code) {
  guard.stops();
  record->stopped(code, time().now());
  health->stopped(read_clocks());
  log.reset();
  sink.reset();
}

/// What the whole process is set to, before it has threads.
void settle_process() {
  take_over_signals();
  spare_key_sequences();
  spare_session_bus();
  settle_locale();
  keep_the_heap_small();
}

}  // namespace

int play(const PlayOptions& options) {
  if (const char* wrong = contradiction(options)) {
    log(LogLevel::error, "player", tr(wrong));
    return kWrongUsage;
  }
  settle_process();
  const std::string state = state_of(options);
  prepare_directories(options, state);
  Stage stage(options, state);
  if (!stage.waiter) {
    log(LogLevel::error, "player", stage.waiter.error().message);
    stage.guard.stops();
    return kDisplayLost;  // the machine is out of something; a fresh start may find it
  }
  stage.open_health(options, state);
  if (stage.guard.stays_dark() && !rest_dark(**stage.waiter, stage.guard.play_from(), *stage.health)) {
    stage.guard.stops();
    stage.health->stopped(read_clocks());
    return kPlayed;
  }
  stage.open_log(options, state);
  Loop loop(stage.parts(options), settings_of(options));
  const int code = loop.run();
  stage.close(code);
  return code;
}

}  // namespace xp::player
