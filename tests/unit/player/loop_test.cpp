// SPDX-License-Identifier: MIT
#include "player/loop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <map>

#include "fake_show.h"
#include "player/player.h"
#include "support/golden.h"

namespace xp::player {

using namespace test;
using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

namespace {

/// What was presented, when: the colour of the topmost layer.
struct Shown {
  Duration at;  ///< since the start
  Color color;
};

struct Rig;

LoopSettings a_minute() {
  LoopSettings settings;
  settings.length = seconds(60);
  return settings;
}

class FakePresenter final : public present::Presenter {
 public:
  explicit FakePresenter(Rig& rig) : rig_(rig) {}
  Status present(const scene::Scene& scene, paint::Painter& painter) override;
  present::DisplayEvents poll() override;
  int wait_descriptor() const override { return 1; }  // never asked: time is virtual
  void set_overlay(std::vector<std::string> lines) override;
  Counts counts() const override { return {}; }
  std::vector<MemoryUse> memory() const override { return {{"textures", 1, 2}}; }

 private:
  Rig& rig_;
};

class FakeWaiter final : public Waiter {
 public:
  explicit FakeWaiter(Rig& rig) : rig_(rig) {}
  ClockReading now() override { return {elapsed, kStart + std::min(elapsed, wall_stops)}; }
  Wake wait(Duration deadline, int display) override;

  Duration elapsed{}, wall_stops = std::chrono::hours(24);
  int sleeps = 0;

 private:
  Rig& rig_;
};

class FakeWatch final : public Watch {
 public:
  bool watch(const std::vector<std::string>& now, Instant) override {
    files = now;
    return false;
  }
  bool changed() override { return std::exchange(any, false); }
  int descriptor() const override { return -1; }
  bool any = false;
  std::vector<std::string> files;
};

/// Holds back what was prepared until it is let go.
class SlowWorker final : public Worker {
 public:
  explicit SlowWorker(ShowReader reader) : inner_(inline_worker(std::move(reader))) {}
  void submit(Job job) override {
    inner_->submit(std::move(job));
    for (Finished& f : inner_->take())
      (std::holds_alternative<LoadedShow>(f) ? ready_ : held).push_back(std::move(f));
  }
  std::vector<Finished> take() override {
    if (!hold) std::move(held.begin(), held.end(), std::back_inserter(ready_)), held.clear();
    if (late && !ready_.empty()) return late = false, std::vector<Finished>{};
    return std::exchange(ready_, {});
  }
  int descriptor() const override { return -1; }
  Pulse pulse() const override { return {stuck, 0, on_files}; }
  std::vector<MemoryUse> memory() const override { return inner_->memory(); }
  bool hold = false, stuck = false, on_files = false;
  bool late = false;  ///< what is done next is handed over at the second asking
  std::vector<Finished> held;

 private:
  std::unique_ptr<Worker> inner_;
  std::vector<Finished> ready_;
};

/// Keeps what it hears, with the time since the start.
class FakeManager final : public ServiceManager {
 public:
  void say(std::string_view lines) override {
    (lines == "WATCHDOG=1" ? pings : times[std::string(lines)]).push_back(clock->elapsed);
  }
  std::vector<Duration> pings;
  std::map<std::string, std::vector<Duration>> times;
  const FakeWaiter* clock = nullptr;
};

struct FakeSound final : Sound {
  void follow(const scene::Scene&, Duration) override { heard = true; }
  void mute() override { heard = false; }
  bool heard = false;
};

/// Every program ends well at once.
class FakePrograms final : public Programs {
 public:
  Result<pid_t> start(const std::vector<std::string>& arguments) override {
    started.push_back(arguments.front());
    return pid_t{1};
  }
  std::optional<int> ended(pid_t) override { return 0; }
  void kill(pid_t) override {}
  std::vector<std::string> started;
};

/// The rows of the play log that have ended.
class FakeLog final : public playlog::Sink {
 public:
  void take(playlog::Update update) override { std::ranges::move(update.ended, std::back_inserter(rows)); }
  /// "slide:seconds on the screen", or the reason of a gap with its length.
  std::vector<std::string> story() const {
    std::vector<std::string> out;
    for (const playlog::Row& row : rows) {
      const bool gap = row.kind == playlog::RowKind::gap;
      out.push_back(
          fmt::format("{}:{}", gap ? playlog::word_of(row.reason) : row.subject.slide,
                      format_duration(gap ? row.end.monotonic - row.begin.monotonic : row.on_screen)));
    }
    return out;
  }
  std::vector<playlog::Row> rows;
};

/// A player whose world is a script: at a time since the start, something happens.
struct Rig {
  std::vector<SlideSpec> slides{{"a"}, {"b"}};
  bool broken = false;
  std::vector<std::string> files{"playlist.toml"};
  Duration fade{};
  playlist::Rotation rotation = playlist::Rotation::none;
  std::vector<playlist::Schedule> power;
  int reads = 0;
  std::map<Duration, std::function<void()>> script;
  std::vector<Shown> shown;
  std::vector<std::string> overlay;
  present::DisplayEvents events;
  Wake wake;
  bool watched_at_first = false;  ///< files, before the first picture
  bool empty_scene = false, fail_present = false, slow_present = false;
  bool no_display = false;
  OutputParts::Patience patience = OutputParts::Patience::gives_up;
  int opened = 0, layout_at_start = layouts;
  int painted_late = 0;          ///< layers whose pixels were not there when they were shown
  std::size_t most_painted = 0;  ///< that were kept at one time

  SlowWorker worker{[this](const show::LoadRequest& request, Diagnostics& diagnostics) {
    return read(request, diagnostics);
  }};
  FakeWaiter waiter{*this};
  FakeWatch watch;
  LoopSettings settings = a_minute();
  std::optional<Duration> watchdog;
  show::ClockState clock = show::ClockState::trusted;
  std::vector<show::ClockState> asked;  ///< with each reading
  FakeManager manager;
  std::optional<Health> health;
  FakeLog log;
  PlayRecord record{&log, {}};
  FakePrograms programs;
  PanelSwitch panel{{{"/on"}, {"/off"}}, programs};
  CrashGuard* guard = nullptr;
  FakeSound sound;

  ReadShow read(const show::LoadRequest& request, Diagnostics& diagnostics) {
    ++reads;
    asked.push_back(request.clock);
    if (!broken) {
      show::Show show = *fake_show(slides, request.anchor, fade, request.unusable, power);
      show.screen.rotation = rotation;
      return {std::make_shared<const show::Show>(std::move(show)), files};
    }
    diagnostics.add({Severity::error, "syntax", {}, "broken", {}});
    return {nullptr, {"playlist.toml"}};
  }

  int run() {
    LoopParts parts;
    parts.waiter = &waiter;
    parts.worker = &worker;
    parts.watch = &watch;
    manager.clock = &waiter;
    parts.panel = &panel;
    parts.record = &record;
    parts.guard = guard;
    parts.sound = &sound;
    parts.health = &health.emplace(HealthParts{{}, nullptr, &manager, watchdog});
    parts.open_output = [this](const playlist::Screen&) {
      if (no_display) return Result<std::unique_ptr<present::Presenter>>(Error{"no display", ENODEV});
      ++opened;
      return Result<std::unique_ptr<present::Presenter>>(std::make_unique<FakePresenter>(*this));
    };
    parts.clock = [this](Instant) { return clock; };
    parts.patience = patience;
    parts.screen = playlist::Screen{};
    parts.screen->size = kScreen;
    return Loop(std::move(parts), settings).run();
  }

  void change_files() {
    watch.any = true;
    wake.files = true;
  }
  void press(present::Key key) {
    events.keys.push_back(key);
    wake.display = true;
  }

  /// Presentations of another picture than before, as "seconds:slide".
  std::vector<std::string> story() const {
    std::vector<std::string> out;
    std::optional<Color> last;
    for (const Shown& s : shown) {
      if (s.color != last) out.push_back(fmt::format("{}:{}", format_duration(s.at), name(s.color)));
      last = s.color;
    }
    return out;
  }
  std::int64_t shown_after(Duration time) const {
    return std::count_if(shown.begin(), shown.end(), [&](const Shown& s) { return s.at > time; });
  }
  static std::string name(Color color) {
    for (const char* id : {"a", "b", "c", "d"}) {
      if (color_of(id) == color) return id;
    }
    return "other";
  }
};

Status FakePresenter::present(const scene::Scene& scene, paint::Painter& painter) {
  const auto painted = painter.painted();
  rig_.most_painted = std::max(rig_.most_painted, painted.size());
  for (const scene::Layer& layer : scene.layers) {
    if (!paint::needs_pixels(*layer.ops) || painted.contains(layer.ops->hash)) continue;
    ++rig_.painted_late;
    painter.raster(layer.ops);
  }
  if (scene.layers.empty()) rig_.empty_scene = true;
  if (rig_.shown.empty()) rig_.watched_at_first = !rig_.watch.files.empty();
  if (rig_.fail_present) return Error{"no light", 0};
  if (rig_.slow_present) rig_.waiter.elapsed += seconds(30);
  const auto* fill =
      scene.layers.empty() ? nullptr : std::get_if<scene::FillOp>(&scene.layers.back().ops->list.front());
  rig_.shown.push_back({rig_.waiter.elapsed, fill ? fill->color : Color{}});
  return Done{};
}

present::DisplayEvents FakePresenter::poll() { return std::exchange(rig_.events, {}); }

void FakePresenter::set_overlay(std::vector<std::string> lines) { rig_.overlay = std::move(lines); }

Wake FakeWaiter::wait(Duration deadline, int) {
  ++sleeps;
  const auto next = rig_.script.begin();
  if (next != rig_.script.end() && next->first <= deadline) {
    elapsed = std::max(elapsed, next->first);
    const auto action = next->second;
    rig_.script.erase(next);
    action();
    return std::exchange(rig_.wake, {});
  }
  elapsed = std::max(elapsed, deadline);
  return {};
}

}  // namespace

TEST(Loop, AClockThatCannotBeTrustedIsReadWithAndWatched) {
  using enum show::ClockState;
  Rig rig;
  rig.clock = untrusted;
  rig.script[seconds(31)] = [&] { rig.clock = trusted; };
  rig.script[seconds(45)] = [&] { rig.clock = untrusted, rig.wake.clock_set = true; };
  rig.script[seconds(45) + milliseconds(1)] = [&] { EXPECT_EQ(rig.reads, 3) << "somebody set it: at once"; };
  rig.run();
  EXPECT_THAT(rig.asked, ElementsAre(untrusted, trusted, untrusted));
}

TEST(Loop, NothingIsReadBeforeTheRestAfterCrashesIsOver) {
  using enum show::ClockState;
  const std::string folder = scratch_directory();
  const auto start = [&](int second) {
    return CrashGuard(real_files(), folder, "boot", {seconds(second), kStart});
  };
  for (int second = 1; second <= 7; ++second)
    start(second).mark().shows({"a", hash_bytes("a")}, hash_bytes("playlist"));
  CrashGuard guard = start(8);
  Rig rig;
  rig.guard = &guard;
  rig.waiter.elapsed = seconds(8);
  rig.settings.length = std::chrono::minutes(8);
  rig.clock = untrusted;  // as on a board without a battery, until the network answers
  rig.script[seconds(60)] = [&] { rig.clock = trusted, rig.wake.clock_set = true; };
  rig.script[guard.play_from()] = [&] { EXPECT_EQ(rig.reads, 0); };
  rig.run();
  EXPECT_THAT(rig.asked, ElementsAre(trusted));
  EXPECT_GE(rig.shown.at(1).at, guard.play_from()) << "the card is the first";
}

TEST(Loop, ChangesSlidesAtTheirInstants) {
  Rig rig;
  rig.settings.length = seconds(30);
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:b", "16s:a", "24s:b"));
}

TEST(Loop, TheFirstPictureWaitsForNoWatch) {
  Rig rig;
  rig.run();
  EXPECT_FALSE(rig.watched_at_first);
  EXPECT_EQ(rig.watch.files, rig.files);
}

TEST(Loop, PresentsNothingWhileNothingChanges) {
  Rig rig;
  rig.settings.length = seconds(30);
  rig.run();
  EXPECT_EQ(rig.shown.size(), 4u);
}

TEST(Loop, NeverPresentsAnEmptyScene) {
  Rig rig;
  rig.fade = milliseconds(500);
  rig.run();
  EXPECT_FALSE(rig.empty_scene);
}

TEST(Loop, SaysWhatItsStoresHold) {
  Rig rig;
  rig.run();
  std::vector<std::string> stores;
  for (const MemoryUse& use : rig.health->status().memory) stores.push_back(use.store);
  EXPECT_THAT(stores, ElementsAre("glyphs", "layers", "pictures", "worker-glyphs", "textures"));
}

TEST(Loop, AStaticShowHardlyWakes) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.run();
  EXPECT_EQ(rig.shown.size(), 1u);
  EXPECT_LE(rig.waiter.sleeps, 10);
}

TEST(Loop, AFadeIsDrawnAtEveryTickAndEnds) {
  Rig rig;
  rig.fade = milliseconds(500);
  rig.settings.length = seconds(15);
  rig.run();
  const auto fading = rig.shown_after(seconds(1));
  EXPECT_GE(fading, 30);
  EXPECT_LE(fading, 34);
}

TEST(Loop, SpeedIsShowTimeARealSecond) {
  Rig rig;
  rig.settings.speed = 10;
  rig.settings.length = seconds(30);
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "0.8s:b", "1.6s:a", "2.4s:b"));
  EXPECT_EQ(rig.waiter.elapsed, seconds(3));
}

TEST(Loop, SpeedZeroStandsStill) {
  Rig rig;
  rig.settings.speed = 0;
  rig.script[seconds(500)] = [&] { rig.wake.stop = true; };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.shown.size(), 1u);
}

TEST(Loop, BeginsAtTheInstantAskedFor) {
  Rig rig;
  rig.settings.at = kStart + std::chrono::hours(5);
  rig.settings.length = seconds(10);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:b"));
}

TEST(Loop, PreparesSlidesAhead) {
  Rig rig;
  rig.settings.length = seconds(30);
  rig.run();
  EXPECT_EQ(layouts - rig.layout_at_start, 2) << "the first at once, the second by the worker";
}

TEST(Loop, PaintsSlidesAheadAndForgetsThoseThatAreGone) {
  Rig rig;
  rig.slides.clear();
  for (int i = 0; i < 9; ++i) rig.slides.push_back({.id = "slide " + std::to_string(i), .patterned = true});
  rig.settings.length = seconds(150);
  rig.run();
  EXPECT_EQ(rig.painted_late, 1) << "the first";
  EXPECT_LE(rig.most_painted, 2u) << "the one that comes, and until the fade is over the one that leaves";
}

TEST(Loop, ThePicturesOfAFadeArePaintedBeforeItBegins) {
  Rig rig;
  rig.slides = {
      {.id = "a", .patterned = true}, {.id = "b", .patterned = true}, {.id = "c", .patterned = true}};
  rig.fade = milliseconds(500);
  rig.settings.length = seconds(60);
  rig.run();
  EXPECT_EQ(rig.painted_late, 2) << "as it starts one fades into the other already";
}

TEST(Loop, WhatPassesIsPaintedBeforeItComesIn) {
  Rig rig;
  rig.slides = {{.id = "a", .duration = seconds(12), .patterned = true, .passing = true}};
  rig.settings.length = seconds(11);
  rig.run();
  EXPECT_GT(rig.shown.size(), 400u) << "fifty pictures a second";
  EXPECT_EQ(rig.painted_late, 1) << "the first";
}

TEST(Loop, HoldsThePictureUntilTheNextIsPreparedThenJoins) {
  Rig rig;
  rig.worker.hold = true;
  rig.script[milliseconds(8700)] = [&] {
    rig.worker.hold = false;
    rig.wake.worker = true;
  };
  rig.settings.length = seconds(20);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8.7s:b", "16s:a"));
}

TEST(Loop, DoesNotHoldForEver) {
  Rig rig;
  rig.worker.hold = true;
  rig.settings.length = seconds(20);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "10s:b", "16s:a"));
}

TEST(Loop, ReloadsGoodBadGood) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] { rig.slides = {{"b", seconds(3600)}}, rig.change_files(); };
  rig.script[seconds(20)] = [&] { rig.broken = true, rig.change_files(); };
  rig.script[seconds(30)] = [&] {
    rig.broken = false, rig.slides = {{"c", seconds(3600)}}, rig.change_files();
  };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.reads, 4);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "10.15s:b", "30.15s:c"));
}

TEST(Loop, AChangeThatNobodyAnnouncedIsFoundWithinAMinute) {
  const std::string path = testing::TempDir() + "loop-rescan-" + std::to_string(::getpid());
  std::ofstream(path) << "one";
  Rig rig;
  rig.files = {path};
  rig.settings.length = seconds(150);
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] { rig.slides = {{"b", seconds(3600)}}, std::ofstream(path) << "two"; };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.reads, 2);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "60.15s:b"));
  std::remove(path.c_str());
}

TEST(Loop, AReloadIsDrawnAsATransition) {
  Rig rig;
  rig.fade = milliseconds(500);
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] { rig.slides = {{"b", seconds(3600)}}, rig.change_files(); };
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "10.15s:other", EndsWith(":b")));
  const auto moving = rig.shown_after(seconds(9));
  EXPECT_GE(moving, 30);
  EXPECT_LE(moving, 34);
}

TEST(Loop, TheFadeOfAReloadIsPaintedBeforeItBegins) {
  Rig rig;
  rig.fade = milliseconds(500);
  rig.slides = {{.id = "a", .duration = seconds(3600), .patterned = true}};
  rig.script[seconds(10)] = [&] {
    rig.slides = {{.id = "b", .duration = seconds(3600), .patterned = true}}, rig.change_files();
  };
  rig.run();
  EXPECT_EQ(rig.painted_late, 1) << "the first slide";
}

TEST(Loop, WhatIsShownGoesOnWhileAReloadIsPrepared) {
  Rig rig;
  rig.slides = {{.id = "a", .duration = seconds(3600), .passing = true}};
  rig.script[seconds(10)] = [&] {
    rig.slides = {{"b", seconds(3600)}}, rig.worker.hold = true, rig.change_files();
  };
  rig.script[seconds(11)] = [&] { rig.worker.hold = false, rig.wake.worker = true; };
  rig.run();
  const auto before = rig.shown_after(milliseconds(10200)), after = rig.shown_after(milliseconds(10900));
  EXPECT_GE(before - after, 30) << "fifty pictures a second";
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "11s:b"));
}

TEST(Loop, AReloadThatIsNotPreparedInTimeIsShownAllTheSame) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] {
    rig.slides = {{"b", seconds(3600)}}, rig.worker.hold = true, rig.change_files();
  };
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "12.15s:b"));
}

TEST(Loop, InAWindowThatIsOpenedAnewNothingFades) {
  Rig rig;
  rig.fade = milliseconds(500);
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] {
    rig.slides = {{"b", seconds(3600)}}, rig.rotation = playlist::Rotation::right, rig.change_files();
  };
  rig.run();
  EXPECT_EQ(rig.opened, 2);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "10.15s:b"));
}

TEST(Loop, AReloadWithoutAChangeIsNotSeen) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] { rig.change_files(); };
  rig.run();
  EXPECT_EQ(rig.reads, 2);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a"));
}

TEST(Loop, ASlidePutBeforeDoesNotMoveTheOneShown) {
  Rig rig;
  rig.settings.length = seconds(30);
  rig.script[seconds(10)] = [&] { rig.slides = {{"c"}, {"a"}, {"b"}}, rig.change_files(); };
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:b", "16s:c", "24s:a"));
}

TEST(Loop, ASlideThatTurnsOutBrokenIsNeverSeen) {
  Rig rig;
  rig.slides = {{"a"}, {"b", seconds(8), false, true}, {"c"}};
  rig.settings.length = seconds(30);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:c", "24s:a")) << "its slot goes to the next";
  EXPECT_EQ(rig.reads, 2);
}

TEST(Loop, ABrokenFirstSlideIsNeverSeenEither) {
  Rig rig;
  rig.slides = {{"a", seconds(8), false, true}, {"b"}};
  rig.settings.length = seconds(30);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:b"));
}

TEST(Loop, AMendedFileIsTriedAgain) {
  Rig rig;
  rig.slides = {{"a"}, {"b", seconds(8), false, true}};
  rig.script[seconds(10)] = [&] { rig.slides[1].broken = false, rig.change_files(); };
  rig.settings.length = seconds(30);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "16s:b", "24s:a")) << "the slide shown keeps its time";
}

TEST(Loop, AChangeThatWouldLoseASlideIsRefused) {
  Rig rig;
  rig.slides = {{"a"}, {"b"}};
  rig.script[seconds(3)] = [&] { rig.slides = {{"a", seconds(8), true}, {"b"}, {"c"}}, rig.change_files(); };
  rig.script[seconds(17)] = [&] { rig.slides = {{"a"}, {"b"}, {"c"}}, rig.change_files(); };
  rig.settings.length = seconds(40);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:b", "16s:a", "24s:b", "32s:c"));
}

TEST(Loop, ASlideThatWasNeverThereMayBeMissing) {
  Rig rig;
  rig.slides = {{"a"}, {"b"}};
  rig.script[seconds(3)] = [&] { rig.slides = {{"a"}, {"b"}, {"c", seconds(8), true}}, rig.change_files(); };
  rig.settings.length = seconds(40);
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:b", "16s:a", "32s:b"));
}

TEST(Loop, ABrokenShowAtStartIsAStandbyCardUntilItIsMended) {
  Rig rig;
  rig.broken = true;
  rig.settings.length = seconds(30);
  rig.script[seconds(10)] = [&] { rig.broken = false, rig.change_files(); };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_THAT(rig.story(), ElementsAre("0s:other", "10.15s:b", "16s:a", "24s:b"))
      << "sync = start counts from the player's start";
  EXPECT_FALSE(rig.empty_scene);
  EXPECT_THAT(rig.watch.files, ElementsAre("playlist.toml"));
}

TEST(Loop, WithoutAViewerABrokenShowEndsIt) {
  Rig rig;
  rig.broken = true;
  rig.settings.standby = false;
  EXPECT_EQ(rig.run(), kCannotPlay);
  EXPECT_THAT(rig.shown, IsEmpty());
}

TEST(Loop, AnExposedWindowIsPresentedAgain) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] { rig.events.exposed = rig.wake.display = true; };
  rig.run();
  EXPECT_EQ(rig.shown.size(), 2u);
}

TEST(Loop, AStoppedPlayerIsFine) {
  Rig rig;
  rig.script[seconds(3)] = [&] { rig.wake.stop = true; };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.waiter.elapsed, seconds(3));
}

TEST(Loop, ALostDisplayIsRestarted) {
  Rig rig;
  rig.script[seconds(3)] = [&] { rig.events.lost = rig.wake.display = true; };
  EXPECT_EQ(rig.run(), kDisplayLost);
}

TEST(Loop, WaitsForADisplayAndBeginsWhereTheLoopIsThen) {
  Rig rig;
  rig.no_display = true;
  rig.patience = OutputParts::Patience::waits;
  rig.settings.length = seconds(30);
  rig.script[seconds(11)] = [&] {
    EXPECT_EQ(rig.health->status().state, PlayerState::waiting);
    EXPECT_FALSE(rig.health->status().display.connected);
    rig.no_display = false;
  };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_THAT(rig.story(), ElementsAre("11s:b", "16s:a", "24s:b"));
  EXPECT_THAT(rig.manager.times.at("READY=1"), ElementsAre(Duration{}));
}

TEST(Loop, WithoutPatienceAMissingDisplayEndsIt) {
  Rig rig;
  rig.no_display = true;
  EXPECT_EQ(rig.run(), kDisplayLost);
  EXPECT_EQ(rig.waiter.elapsed, Duration{});
}

TEST(Loop, IsShownAgainWhenOutputsHaveChanged) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.script[seconds(10)] = [&] { rig.events.rearranged = rig.wake.display = true; };
  rig.run();
  EXPECT_EQ(rig.opened, 2);
  ASSERT_EQ(rig.shown.size(), 2u);
  EXPECT_EQ(rig.shown.back().at, seconds(10) + Output::kSettle);
}

TEST(Loop, OutlivesADisplayThatGoesAsAShowComesInWhileASlideIsLate) {
  Rig rig;
  rig.slides = {{"a"}, {"b"}};
  rig.patience = OutputParts::Patience::waits;
  rig.script[seconds(1)] = [&] { rig.worker.hold = true; };
  rig.script[seconds(8) - Reload::kRest] = [&] {
    rig.slides = {{"a", seconds(3600)}};
    rig.rotation = playlist::Rotation::right;
    rig.no_display = rig.worker.late = true;
    rig.change_files();
  };
  rig.script[seconds(20)] = [&] { rig.no_display = false; };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.opened, 2);
}

TEST(Loop, OutlivesADisplayThatGoesAndComesBack) {
  Rig rig;
  rig.patience = OutputParts::Patience::waits;
  rig.settings.length = seconds(40);
  rig.script[seconds(10)] = [&] { rig.no_display = rig.events.rearranged = rig.wake.display = true; };
  rig.script[milliseconds(20500)] = [&] {
    EXPECT_THAT(rig.health->status().showing, IsEmpty());
    rig.no_display = false;
  };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8s:b", "21.3s:a", "24s:b", "32s:a"));
  EXPECT_EQ(rig.health->status().state, PlayerState::playing);
  EXPECT_LE(rig.waiter.sleeps, 40) << "it does not wait busily";
  EXPECT_THAT(rig.log.story(), ElementsAre("a:8s", "b:2.3s", "display-lost:11s", "a:2.7s", "b:8s"));
}

TEST(Loop, WithoutADisplayNothingIsHeard) {
  Rig rig;
  rig.slides = {{"a", seconds(3600)}};
  rig.patience = OutputParts::Patience::waits;
  rig.script[seconds(10)] = [&] {
    EXPECT_TRUE(rig.sound.heard);
    rig.no_display = rig.events.rearranged = rig.wake.display = true;
  };
  rig.script[seconds(20)] = [&] {
    EXPECT_FALSE(rig.sound.heard);
    rig.no_display = false;
  };
  rig.run();
  EXPECT_TRUE(rig.sound.heard);
}

TEST(Loop, APreviewThatWasClosedIsFine) {
  Rig rig;
  rig.script[seconds(3)] = [&] { rig.events.closed = rig.wake.display = true; };
  EXPECT_EQ(rig.run(), kPlayed);
}

TEST(Loop, ADisplayThatTakesNoPicturesIsLost) {
  Rig rig;
  rig.script[seconds(3)] = [&] { rig.fail_present = true; };
  EXPECT_EQ(rig.run(), kDisplayLost);
  EXPECT_LE(rig.waiter.elapsed, seconds(13));
}

TEST(Loop, APictureThatFailsOnceIsShownSoonAfter) {
  Rig rig;
  rig.settings.length = seconds(15);
  rig.script[milliseconds(7900)] = [&] { rig.fail_present = true; };
  rig.script[milliseconds(8100)] = [&] { rig.fail_present = false; };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "8.25s:b"));
}

TEST(Loop, KeysAreIgnoredOnAPublicScreen) {
  Rig rig;
  rig.script[seconds(1)] = [&] { rig.press(present::Key::next), rig.press(present::Key::quit); };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.waiter.elapsed, seconds(60));
  EXPECT_EQ(rig.story().at(1), "8s:b");
}

TEST(Loop, OutsideOfThePanelsHoursItIsBlackAndAsleep) {
  Rig rig;
  rig.power = {hours(9 * 60, 10 * 60 + 1), hours(10 * 60 + 30, 12 * 60)};  // it starts at ten
  rig.settings.length = seconds(32 * 60);
  EXPECT_EQ(rig.run(), kPlayed);
  const auto story = rig.story();
  EXPECT_THAT(std::vector(story.begin() + 7, story.begin() + 10), ElementsAre("56s:b", "1m:other", "30m:b"));
  EXPECT_EQ(rig.shown_after(seconds(60)) - rig.shown_after(seconds(30 * 60 - 1)), 0) << "nothing is drawn";
  EXPECT_THAT(rig.programs.started, ElementsAre("/on", "/off", "/on"));
  const auto log = rig.log.story();
  EXPECT_THAT(std::vector(log.begin() + 6, log.begin() + 9), ElementsAre("a:8s", "b:4s", "b:8s"))
      << "what nobody sees does not count";
}

TEST(Loop, WhatIsShownAfterThePanelsRestIsPreparedBefore) {
  Rig rig;
  rig.slides = {
      {.id = "a", .patterned = true}, {.id = "b", .patterned = true}, {.id = "c", .patterned = true}};
  rig.power = {hours(9 * 60, 10 * 60 + 1), hours(10 * 60 + 30, 12 * 60)};
  rig.settings.length = seconds(31 * 60);
  rig.run();
  EXPECT_EQ(rig.painted_late, 1) << "the first of all";
}

TEST(Loop, SaysUntilWhenThePanelIsOff) {
  Rig rig;
  rig.power = {hours(12 * 60, 13 * 60)};
  rig.run();
  EXPECT_EQ(rig.health->status().display.off_until, kStart + std::chrono::hours(2));
  EXPECT_THAT(rig.health->status().showing, IsEmpty());
  EXPECT_EQ(rig.health->status().next.value().at, kStart + std::chrono::hours(2));
}

class Preview : public testing::Test {
 protected:
  Preview() { rig.settings.keys = true; }
  Rig rig;
};

TEST_F(Preview, ArrowsChangeSlides) {
  rig.settings.length = seconds(20);
  rig.slides = {{"a"}, {"b"}, {"c"}};
  rig.script[seconds(1)] = [&] { rig.press(present::Key::next); };
  rig.script[seconds(2)] = [&] { rig.press(present::Key::previous); };
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "1s:b", "2s:a", "10s:b", "18s:c"));
}

TEST_F(Preview, SpacePausesAndGoesOn) {
  rig.settings.length = seconds(30);
  rig.script[seconds(2)] = [&] { rig.press(present::Key::pause); };
  rig.script[seconds(20)] = [&] { rig.press(present::Key::pause); };
  rig.run();
  EXPECT_THAT(rig.story(), ElementsAre("0s:a", "26s:b"));
}

TEST_F(Preview, APausedPreviewShowsTheSettledSlide) {
  rig.fade = milliseconds(500);
  rig.settings.length = seconds(10);
  rig.script[seconds(2)] = [&] { rig.press(present::Key::pause); };
  rig.script[seconds(3)] = [&] { rig.press(present::Key::next); };
  rig.run();
  EXPECT_THAT(rig.story(),
              ElementsAre("0s:b", EndsWith(":other"), "516.666667ms:a", "3s:other", EndsWith(":b")));
}

TEST_F(Preview, EscapeEnds) {
  rig.script[seconds(2)] = [&] { rig.press(present::Key::quit); };
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_EQ(rig.waiter.elapsed, seconds(2));
}

TEST_F(Preview, F1ShowsAndHidesTheStatus) {
  bool was_shown = false;
  rig.script[seconds(2)] = [&] { rig.press(present::Key::overlay); };
  rig.script[seconds(4)] = [&] { was_shown = !rig.overlay.empty(), rig.press(present::Key::overlay); };
  rig.run();
  EXPECT_TRUE(was_shown);
  EXPECT_THAT(rig.overlay, IsEmpty());
}

TEST(Loop, TheOverlayKeepsUpWithTheSlides) {
  Rig rig;
  rig.settings.overlay = true;
  rig.settings.length = milliseconds(8500);
  rig.run();
  EXPECT_THAT(rig.overlay, testing::Contains("main: b (playlist.toml:2)"));
}

TEST(Loop, TellsWhatItShows) {
  Rig rig;
  rig.settings.length = seconds(10);
  rig.run();
  const PlayerStatus& said = rig.health->status();
  EXPECT_EQ(said.state, PlayerState::playing);
  EXPECT_EQ(said.showing.at(0).slide, "b");
  EXPECT_EQ(said.frames.presented, 2u);
  EXPECT_EQ(said.frames.late, 0u);
}

TEST(Loop, TellsThatAPictureWasLate) {
  Rig rig;
  rig.settings.length = seconds(20);
  rig.worker.hold = true;  // until it is laid out after two seconds
  rig.run();
  EXPECT_EQ(rig.health->status().frames.late, 1u);
}

TEST(Loop, TellsWhatItLeavesOutAndWhatItRefuses) {
  Rig rig;
  rig.slides = {{"a"}, {"b", seconds(8), false, true}, {"c"}};
  rig.script[seconds(20)] = [&] { rig.broken = true, rig.change_files(); };
  rig.run();
  ASSERT_EQ(rig.health->status().unusable.size(), 1u);
  EXPECT_EQ(rig.health->status().unusable[0].slide, "b");
  EXPECT_EQ(rig.health->status().unusable[0].reason, "damaged");
  EXPECT_EQ(rig.health->status().reload.value().error.value().id, "syntax");
}

TEST(Loop, TellsTheServiceManagerWhenItIsReadyReadsAndStops) {
  Rig rig;
  rig.script[seconds(20)] = [&] { rig.change_files(); };
  rig.run();
  rig.health->stopped(rig.waiter.now());
  EXPECT_THAT(rig.manager.times["READY=1"], ElementsAre(Duration{}, milliseconds(20150)));
  EXPECT_THAT(rig.manager.times["RELOADING=1"], ElementsAre(milliseconds(20150)));
  EXPECT_THAT(rig.manager.times["STATUS=playing main: b"], testing::Contains(seconds(8)));
  EXPECT_THAT(rig.manager.times["STOPPING=1"], ElementsAre(seconds(60)));
}

class Watched : public testing::Test {
 protected:
  Watched() { rig.watchdog = seconds(10), rig.settings.length = seconds(100); }
  static constexpr Duration kFault = seconds(41);
  Rig rig;
};

TEST_F(Watched, APlayerThatPlaysPingsTwiceAPeriod) {
  rig.run();
  EXPECT_EQ(rig.manager.pings.size(), 20u);
}

TEST_F(Watched, AStillPictureAndTheStandbyCardPingToo) {
  rig.slides = {{"a", seconds(3600)}};
  rig.run();
  EXPECT_EQ(rig.manager.pings.size(), 20u);
  Rig broken;
  broken.broken = true, broken.watchdog = seconds(10);
  broken.run();
  EXPECT_EQ(broken.manager.pings.size(), 12u);
}

TEST_F(Watched, ABlockedPresentEndsThePings) {
  rig.script[kFault] = [&] { rig.slow_present = true; };
  rig.run();
  EXPECT_LE(rig.manager.pings.back(), kFault + seconds(10));
}

/// Show time follows wall time.
TEST_F(Watched, AWallClockThatStandsStillEndsThePings) {
  rig.waiter.wall_stops = kFault;
  rig.run();
  EXPECT_LE(rig.manager.pings.back(), kFault + seconds(10));
}

TEST_F(Watched, SoItDoesUnderAPictureThatMovesAllTheTime) {
  rig.fade = seconds(4);
  rig.waiter.wall_stops = kFault;
  rig.run();
  EXPECT_LE(rig.manager.pings.back(), kFault + seconds(10));
}

TEST_F(Watched, ABlockedWorkerEndsThePings) {
  rig.script[kFault] = [&] { rig.worker.stuck = true; };
  rig.run();
  EXPECT_LE(rig.manager.pings.back(), kFault + seconds(10));
}

TEST_F(Watched, AWorkerThatWaitsForFilesIsSaidAndCostsNoPicture) {
  rig.slides = {{"a", seconds(3600)}};
  rig.script[kFault] = [&] { rig.worker.stuck = rig.worker.on_files = true; };
  rig.run();
  EXPECT_EQ(rig.manager.pings.size(), 20u);
  EXPECT_TRUE(rig.health->status().files_silent_since);
}

TEST(Loop, AShowOfNothingIsPatient) {
  Rig rig;
  rig.slides = {};
  EXPECT_EQ(rig.run(), kPlayed);
  EXPECT_FALSE(rig.empty_scene);
  EXPECT_LE(rig.waiter.sleeps, 10);
}

}  // namespace xp::player
