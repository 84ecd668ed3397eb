// SPDX-License-Identifier: MIT
// A figure in a CSV changes: what the screen shows until the new one stands there, frame by frame, painted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "paint/painter.h"
#include "player/loop.h"
#include "player/player.h"
#include "player/show_reader.h"
#include "support/golden.h"

namespace xp::player {
namespace {

constexpr Size kSize{640, 360};
constexpr Duration kSaved = seconds(20);

/// The campaign in memory, everything else as it stands in the source tree.
class CampaignFiles final : public MemoryFiles {
 public:
  CampaignFiles() {
    files["/campaign/playlist.toml"] =
        "[campaign]\nsource = \"示例\"\nas_of = 2022-05-13\n\n"
        "[[slide]]\nid = \"only\"\nkind = \"statistics\"\nchart = \"bars\"\nheading = \"各类案件\"\n"
        "unit = \"起\"\ndata = \"cases.csv\"\nduration = \"1h\"\n";
    files["/campaign/screen.toml"] =
        "[screen]\nname = \"small\"\nsize = [640, 360]\n\n"
        "[[zone]]\nname = \"main\"\nrect = [0, 0, 640, 360]\nplays = \"slides\"\n";
    save(42, 17);
  }
  void save(int fraud, int contracts) {
    files["/campaign/cases.csv"] = fmt::format("label,value\n金融诈骗,{}\n合同诈骗,{}\n", fraud, contracts);
  }
  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    return MemoryFiles::is_file(path) ? MemoryFiles::read(path, limit) : real_files().read(path, limit);
  }
  bool is_file(const std::string& path) const override {
    return MemoryFiles::is_file(path) || real_files().is_file(path);
  }
  bool is_directory(const std::string& path) const override {
    return MemoryFiles::is_directory(path) || real_files().is_directory(path);
  }
};

class SavedOnce final : public Watch {
 public:
  bool watch(const std::vector<std::string>&, Instant) override { return false; }
  bool changed() override { return std::exchange(saved, false); }
  int descriptor() const override { return -1; }
  bool saved = false;
};

/// Time jumps from deadline to deadline; at kSaved somebody saves the file.
class ScriptedWaiter final : public Waiter {
 public:
  ScriptedWaiter(CampaignFiles& files, SavedOnce& watch) : files_(files), watch_(watch) {}
  ClockReading now() override { return {elapsed, *parse_instant("2022-05-15T10:00:00+08:00") + elapsed}; }
  Wake wait(Duration deadline, int) override {
    const bool saves = elapsed < kSaved && deadline >= kSaved;
    elapsed = std::max(elapsed, saves ? kSaved : deadline);
    Wake wake;
    if (saves) files_.save(20, 35), watch_.saved = wake.files = true;
    return wake;
  }
  Duration elapsed{};

 private:
  CampaignFiles& files_;
  SavedOnce& watch_;
};

using Pixels = std::vector<std::uint32_t>;
struct Seen {
  Duration at;
  Pixels pixels;
};

/// Paints every frame whole and keeps it.
class Camera final : public present::Presenter {
 public:
  Camera(const ScriptedWaiter& waiter, std::vector<Seen>& film) : waiter_(waiter), film_(film) {}
  Status present(const scene::Scene& scene, paint::Painter& painter) override {
    Pixels pixels(std::size_t(kSize.w) * std::size_t(kSize.h));
    painter.paint(scene, {Rect::of({}, kSize)}, {kSize, pixels.data(), kSize.w * 4});
    film_.push_back({waiter_.elapsed, std::move(pixels)});
    return Done{};
  }
  int wait_descriptor() const override { return 1; }
  Counts counts() const override { return {}; }

 private:
  const ScriptedWaiter& waiter_;
  std::vector<Seen>& film_;
};

std::vector<Seen> film_of_a_change() {
  CampaignFiles files;
  SavedOnce watch;
  ScriptedWaiter waiter(files, watch);
  std::vector<Seen> film;
  const auto worker = inline_worker([&](const show::LoadRequest& request, Diagnostics& diagnostics) {
    ReadShow read = read_show(files, request, diagnostics);
    EXPECT_TRUE(read.show) << format_diagnostics(diagnostics);
    return read;
  });
  LoopParts parts;
  parts.waiter = &waiter;
  parts.worker = worker.get();
  parts.watch = &watch;
  parts.open_output = [&](const playlist::Screen&) {
    return Result<std::unique_ptr<present::Presenter>>(std::make_unique<Camera>(waiter, film));
  };
  parts.request.data.roots = {test::source_path("")};
  parts.request.playlist = {"/campaign", {}};
  parts.request.screen = {"/campaign/screen.toml", {}};
  LoopSettings settings;
  settings.length = seconds(30);
  EXPECT_EQ(Loop(std::move(parts), settings).run(), kPlayed);
  return film;
}

/// Is every channel of every pixel one of both pictures', or between them?
bool lies_between(const Pixels& seen, const Pixels& a, const Pixels& b) {
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (int shift = 0; shift < 32; shift += 8) {
      const auto channel = [&](const Pixels& p) { return static_cast<int>(p[i] >> shift & 0xFF); };
      const std::pair<int, int> ends = std::minmax({channel(a), channel(b)});
      const auto [low, high] = ends;
      if (channel(seen) < low - 2 || channel(seen) > high + 2) {
        printf("%zu,%zu s%d: %d not in %d %d\n", i % 640, i / 640, shift, channel(seen), low, high);
        return false;
      }
    }
  }
  return true;
}

TEST(DataChange, IsOnTheScreenWithinASecondAndNothingElseIsSeen) {
  const std::vector<Seen> film = film_of_a_change();
  const auto first = std::find_if(film.begin(), film.end(), [](const Seen& s) { return s.at >= kSaved; });
  ASSERT_NE(first, film.begin());
  ASSERT_NE(first, film.end());
  const Pixels &before = std::prev(first)->pixels, &after = film.back().pixels;
  EXPECT_NE(before, after);
  EXPECT_LE(first->at, kSaved + milliseconds(250)) << "the new figures begin to show";
  EXPECT_LE(film.back().at, kSaved + seconds(1)) << "and stand there";
  for (auto seen = first; seen != film.end(); ++seen)
    EXPECT_TRUE(lies_between(seen->pixels, before, after)) << "at " << format_duration(seen->at);
}

}  // namespace
}  // namespace xp::player
