// SPDX-License-Identifier: MIT
#include "theatre.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "paint/painter.h"
#include "player/loop.h"
#include "player/show_reader.h"
#include "present/sdl_presenter.h"
#include "support/golden.h"

namespace xp::soak {

namespace {

constexpr Size kSize{320, 180};
constexpr const char* kScreenFile = "/campaign/screen.toml";
constexpr const char* kScreen =
    "[screen]\nname = \"stage\"\nsize = [320, 180]\n\n[[zone]]\nname = \"main\"\nrect = [0, 0, 320, 180]\n";
constexpr const char* kLamps =
    "[screen]\nname = \"stage\"\nsize = [320, 180]\npanel = \"red-green\"\n\n[[zone]]\nname = \"main\"\n"
    "rect = [0, 0, 320, 180]\n";

Instant opening() { return *parse_instant("2026-05-15T10:00:05+08:00"); }

/// The screen's profile is not what goes wrong.
class WithScreen final : public FileSystem {
 public:
  WithScreen(const FileSystem& files, std::string screen) : files_(files), screen_(std::move(screen)) {}
  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    return path == kScreenFile ? Result<std::string>(screen_) : files_.read(path, limit);
  }
  Status write_atomically(const std::string&, std::string_view) override { return Error{"read only"}; }
  bool is_file(const std::string& path) const override { return path == kScreenFile || files_.is_file(path); }
  bool is_directory(const std::string& path) const override { return files_.is_directory(path); }

 private:
  const FileSystem& files_;
  std::string screen_;
};

class Announced final : public player::Watch {
 public:
  bool watch(const std::vector<std::string>&, Instant) override { return false; }
  bool changed() override { return std::exchange(saved, false); }
  int descriptor() const override { return -1; }
  bool saved = false;
};

class StageWaiter final : public player::Waiter {
 public:
  StageWaiter(Announced& watch, const std::function<Theatre::Act(int)>& act) : watch_(watch), act_(act) {}
  ClockReading now() override { return {elapsed_, opening() + elapsed_}; }
  player::Wake wait(Duration deadline, int) override {
    const Duration next = seconds(second_ + 1);
    if (deadline < next) {
      elapsed_ = std::max(elapsed_, deadline);
      return {};
    }
    elapsed_ = next;
    player::Wake wake;
    const Theatre::Act act = act_(second_++);
    wake.files = watch_.saved = act == Theatre::Act::saved;
    wake.stop = act == Theatre::Act::none;
    return wake;
  }

 private:
  Announced& watch_;
  const std::function<Theatre::Act(int)>& act_;
  Duration elapsed_{};
  int second_ = 0;
};

class Camera final : public present::Presenter {
 public:
  Camera(Hash& picture, int& count)
      : picture_(picture), count_(count), pixels_(std::size_t(kSize.w) * std::size_t(kSize.h)) {}
  Status present(const scene::Scene& scene, paint::Painter& painter) override {
    painter.paint(scene, {Rect::of({}, kSize)}, {kSize, pixels_.data(), kSize.w * 4});
    picture_ = hash_bytes({reinterpret_cast<const char*>(pixels_.data()), pixels_.size() * 4});
    ++count_;
    return Done{};
  }
  int wait_descriptor() const override { return 1; }
  Counts counts() const override { return {}; }

 private:
  Hash& picture_;
  int& count_;
  std::vector<std::uint32_t> pixels_;
};

/// As on a graphics device: SDL's own renderer, in no window.
Result<std::unique_ptr<present::Presenter>> open_device() {
  ::setenv("SDL_RENDER_DRIVER", "software", 1);
  present::OutputOptions options;
  options.size = kSize;
  options.window = kSize;
  return present::open_sdl_presenter(options, {{"dummy", "a soak"}});
}

/// Shows nothing, in as much time as its audience takes.
class Curtain final : public present::Presenter {
 public:
  explicit Curtain(const Stage& stage) : stage_(stage) {}
  Status present(const scene::Scene& scene, paint::Painter&) override {
    if (stage_.before_picture) stage_.before_picture();
    if (stage_.picture) stage_.picture(scene);
    ++frames_;
    return Done{};
  }
  Counts counts() const override { return {frames_}; }

 private:
  const Stage& stage_;
  std::uint64_t frames_ = 0;
};

class ClaimingWorker final : public player::Worker {
 public:
  ClaimingWorker(player::ShowReader reader, const std::function<player::Pulse()>& pulse)
      : inner_(player::inline_worker(std::move(reader))), pulse_(pulse) {}
  void submit(player::Job job) override { inner_->submit(std::move(job)); }
  std::vector<player::Finished> take() override { return inner_->take(); }
  int descriptor() const override { return -1; }
  player::Pulse pulse() const override { return pulse_ ? pulse_() : inner_->pulse(); }

 private:
  std::unique_ptr<player::Worker> inner_;
  const std::function<player::Pulse()>& pulse_;
};

}  // namespace

Result<std::string> StageFiles::read(const std::string& path, std::size_t limit) const {
  return MemoryFiles::is_file(path) ? MemoryFiles::read(path, limit) : real_files().read(path, limit);
}
bool StageFiles::is_file(const std::string& path) const {
  return MemoryFiles::is_file(path) || real_files().is_file(path);
}
bool StageFiles::is_directory(const std::string& path) const {
  return MemoryFiles::is_directory(path) || real_files().is_directory(path);
}

int play_on_stage(const std::string& playlist, const Stage& stage) {
  StageFiles files;
  files.files[kStagePlaylist] = playlist;
  files.files[kScreenFile] = kScreen;
  ClaimingWorker worker(
      [&](const show::LoadRequest& request, Diagnostics& diagnostics) {
        return player::read_show(files, request, diagnostics);
      },
      stage.pulse);
  const auto watch = player::no_watch();
  player::LoopParts parts;
  parts.waiter = stage.waiter;
  parts.worker = &worker;
  parts.watch = watch.get();
  parts.health = stage.health;
  parts.record = stage.record;
  parts.open_output = [&](const playlist::Screen&) {
    return Result<std::unique_ptr<present::Presenter>>(std::make_unique<Curtain>(stage));
  };
  parts.request.data.roots = {test::source_path("")};
  parts.request.playlist = {kStagePlaylist, {}};
  parts.request.screen = {kScreenFile, {}};
  player::LoopSettings settings;
  settings.length = stage.length;
  return player::Loop(std::move(parts), settings).run();
}

std::string bundled_playlist() {
  return test::read_file(test::source_path("slides/zhangye-2022-05-15/playlist.toml"));
}

std::string two_slogans(std::chrono::seconds each) {
  const auto slide = [&](const char* id, const char* text) {
    return fmt::format("[[slide]]\nid = \"{}\"\nkind = \"slogan\"\ntext = \"{}\"\nduration = \"{}s\"\n", id,
                       text, each.count());
  };
  return "[campaign]\ntitle = \"守护钱袋子\"\n" + slide("one", "陌生来电") + slide("two", "不听不信");
}

int Theatre::play(const std::function<Act(int)>& act) {
  WithScreen files(files_, panel_ == Panel::lamps ? kLamps : kScreen);
  Announced watch;
  StageWaiter waiter(watch, act);
  const auto worker = player::inline_worker([&](const show::LoadRequest& request, Diagnostics& diagnostics) {
    return player::read_show(files, request, diagnostics);
  });
  player::LoopParts parts;
  parts.waiter = &waiter;
  parts.worker = worker.get();
  parts.watch = &watch;
  parts.open_output = [&](const playlist::Screen&) {
    if (panel_ == Panel::device) return open_device();
    return Result<std::unique_ptr<present::Presenter>>(std::make_unique<Camera>(picture_, pictures_));
  };
  parts.health = &health_;
  parts.request.data.roots = {test::source_path("")};
  parts.request.playlist = {"/campaign", {}};
  parts.request.screen = {kScreenFile, {}};
  player::LoopSettings settings;
  settings.at = opening();
  settings.speed = speed_;
  return player::Loop(std::move(parts), settings).run();
}

}  // namespace xp::soak
