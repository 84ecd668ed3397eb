// SPDX-License-Identifier: MIT
#include "stage.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "counting.h"
#include "player/loop.h"
#include "player/show_reader.h"
#include "present/cpu_presenter.h"

namespace xp::budgets {

namespace {

Instant opening() { return *parse_instant("2026-05-15T10:00:05+08:00"); }

class JumpingWaiter final : public player::Waiter {
 public:
  JumpingWaiter(Duration from, Duration to) : from_(from), to_(to) {}
  ClockReading now() override { return {elapsed_, opening() + elapsed_}; }
  /// Stops at the boundaries of what counts, so that no turn of the loop lies on both sides.
  player::Wake wait(Duration deadline, int) override {
    const Duration boundary = counting_ ? to_ : from_;
    elapsed_ = std::max(elapsed_, std::min(deadline, boundary));
    player::Wake wake;
    if (elapsed_ < boundary) return wake;
    if (counting_) {
      end_counting();
      wake.stop = true;
    } else {
      begin_counting();
      counting_ = true;
    }
    return wake;
  }

 private:
  Duration from_, to_, elapsed_{};
  bool counting_ = false;
};

/// Ends at the first sleep.
class EndingWaiter final : public player::Waiter {
 public:
  ClockReading now() override { return {Duration{}, opening()}; }
  player::Wake wait(Duration, int) override {
    end_counting();
    player::Wake wake;
    wake.stop = true;
    return wake;
  }
};

/// The presenter, with its counts told to who outlives it.
class Counted final : public present::Presenter {
 public:
  Counted(std::unique_ptr<present::Presenter> inner, std::uint64_t& frames)
      : inner_(std::move(inner)), frames_(frames) {}
  Status present(const scene::Scene& scene, paint::Painter& painter) override {
    ++frames_;
    return inner_->present(scene, painter);
  }
  present::DisplayEvents poll() override { return inner_->poll(); }
  Counts counts() const override { return inner_->counts(); }

 private:
  std::unique_ptr<present::Presenter> inner_;
  std::uint64_t& frames_;
};

Result<std::unique_ptr<present::Presenter>> open_output(const playlist::Screen& screen,
                                                        std::uint64_t& frames) {
  present::OutputOptions options;
  options.size = screen.size;
  options.window = screen.size;  // the dummy driver's display is smaller
  auto opened = present::open_cpu_presenter(options, {{"dummy", "a budget"}});
  if (!opened) return opened.error();
  return std::unique_ptr<present::Presenter>(std::make_unique<Counted>(*std::move(opened), frames));
}

}  // namespace

show::LoadRequest request_of(const std::string& playlist, const std::string& screen) {
  const std::string folder = XUANPING_BUDGETS "/campaign/";
  show::LoadRequest request;
  request.data.roots = {XUANPING_SOURCE};
  request.playlist = {folder + playlist, {}};
  request.screen = {folder + screen, {}};
  return request;
}

int play(const Play& play) {
  std::uint64_t frames = 0;
  const std::unique_ptr<player::Waiter> waiter =
      play.from < Duration{} ? std::unique_ptr<player::Waiter>(std::make_unique<EndingWaiter>())
                             : std::make_unique<JumpingWaiter>(play.from, play.to);
  const auto worker = player::inline_worker([](const show::LoadRequest& request, Diagnostics& diagnostics) {
    return player::read_show(real_files(), request, diagnostics);
  });
  const auto watch = player::no_watch();
  player::LoopParts parts;
  parts.waiter = waiter.get();
  parts.worker = worker.get();
  parts.watch = watch.get();
  parts.open_output = [&](const playlist::Screen& screen) { return open_output(screen, frames); };
  parts.request = request_of(play.playlist, play.screen);
  Diagnostics ignored;  // told with the show's
  parts.screen = show::load_screen(real_files(), parts.request.data, parts.request.screen, ignored);
  player::LoopSettings settings;
  settings.standby = false;
  const int code = player::Loop(std::move(parts), settings).run();
  std::printf("%llu pictures\n", static_cast<unsigned long long>(frames));
  if (code == 0 && frames >= play.least_frames) return 0;
  std::fprintf(stderr, "exit code %d; at least %llu pictures were wanted\n", code,
               static_cast<unsigned long long>(play.least_frames));
  return 1;
}

}  // namespace xp::budgets
