// SPDX-License-Identifier: MIT
// usage: compare_presenters SCREEN CAMPAIGN...
// Plays one cycle of each campaign through the presenter sdl, on the display there is, and compares what the
// renderer has drawn with what the processor paints: in the middle of each transition and each entrance, and
// where slides have come to rest. A line for each campaign; 1 where one is beyond the tolerance.
#include <SDL.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "paint/dim.h"
#include "paint/painter.h"
#include "present/presenter.h"
#include "show/frame.h"
#include "show/load.h"

namespace xp {
namespace {

constexpr int kTolerance = 2;          ///< of 255, a channel …
constexpr double kMostBeyond = 0.001;  ///< … but for so large a part of the pixels …
constexpr int kWorst = 8;              ///< … none of which is further off

const Instant kFrom = *parse_instant("2022-05-15T10:24:00+08:00");

struct Differences {
  std::int64_t frames = 0, pixels = 0, beyond = 0;
  int worst = 0;

  void add(std::uint32_t one, std::uint32_t other) {
    int most = 0;
    for (const int shift : {0, 8, 16})
      most = std::max(most, std::abs(int(one >> shift & 255) - int(other >> shift & 255)));
    ++pixels;
    beyond += most > kTolerance;
    worst = std::max(worst, most);
  }
  double share() const { return pixels ? static_cast<double>(beyond) / static_cast<double>(pixels) : 0; }
  bool tolerable() const { return frames > 0 && share() <= kMostBeyond && worst <= kWorst; }
};

using Pixels = std::vector<std::uint32_t>;

SDL_Renderer* renderer() {
  SDL_Renderer* newest = nullptr;
  for (Uint32 id = 1; id < 100; ++id) {
    if (SDL_Window* window = SDL_GetWindowFromID(id)) newest = SDL_GetRenderer(window);
  }
  return newest;
}

/// A campaign and all that shows it.
struct Theatre {
  show::ShowPtr show;
  std::unique_ptr<show::Caches> caches;
  std::unique_ptr<paint::Painter> painter;
  std::unique_ptr<present::Presenter> presenter;

  /// False where the picture could not be had.
  bool compare(Instant t, Differences& differences) {
    const show::Frame frame = show::frame_at(*show, t, *caches);
    const scene::Scene& scene = frame.scene;
    presenter->set_white(frame.white);
    if (const Status shown = presenter->present(scene, *painter); !shown) {
      fmt::print(stderr, "{}\n", shown.error().message);
      return false;
    }
    const auto count = static_cast<std::size_t>(scene.size.w) * static_cast<std::size_t>(scene.size.h);
    Pixels drawn(count), painted(count);
    const SDL_Rect whole{0, 0, scene.size.w, scene.size.h};
    if (SDL_RenderReadPixels(renderer(), &whole, SDL_PIXELFORMAT_ARGB8888, drawn.data(), scene.size.w * 4) !=
        0)
      return false;
    const paint::Target target{scene.size, painted.data(), scene.size.w * 4};
    painter->paint(scene, {Rect::of({}, scene.size)}, target);
    paint::dim(frame.white, {Rect::of({}, scene.size)}, target);
    for (std::size_t i = 0; i < count; ++i) differences.add(drawn[i], painted[i]);
    ++differences.frames;
    return true;
  }
};

bool open(const std::string& screen, const std::string& campaign, Theatre& theatre) {
  Diagnostics diagnostics;
  show::LoadRequest request;
  request.data = DataPath::from_environment({});
  request.playlist = {campaign, {}};
  request.screen = {screen, {}};
  const auto show = show::load_show(real_files(), request, diagnostics);
  if (!show) return false;
  theatre.show = *show;
  auto caches = show::Caches::create(theatre.show->catalog);
  auto painter = paint::Painter::create(theatre.show->catalog);
  present::OutputOptions options;
  options.size = theatre.show->screen.size;
  auto presenter = present::open_presenter("sdl", options);
  if (!caches || !painter || !presenter) {
    if (!presenter) fmt::print(stderr, "{}\n", presenter.error().message);
    return false;
  }
  theatre.caches = *std::move(caches);
  theatre.painter = *std::move(painter);
  theatre.presenter = *std::move(presenter);
  return true;
}

/// One cycle of every zone that plays slides; of others their first moments.
std::vector<Instant> moments(const show::Show& show) {
  std::vector<Instant> out{kFrom, kFrom + milliseconds(2370)};
  for (const show::ZoneShow& zone : show.zones) {
    if (zone.filler) continue;
    auto slot = zone.timeline.slot_at(kFrom);
    for (std::size_t i = 0; slot && i < zone.timeline.cycle().size(); ++i) {
      for (const Instant t :
           {slot->start + milliseconds(150), slot->start + milliseconds(900), slot->end - Duration{1}})
        out.push_back(t);
      slot = zone.timeline.slot_at(slot->end);
    }
  }
  return out;
}

int run(const std::string& screen, const std::vector<std::string>& campaigns) {
  bool good = true;
  for (const std::string& campaign : campaigns) {
    Theatre theatre;
    Differences differences;
    bool played = open(screen, campaign, theatre);
    if (played) {
      for (const Instant t : moments(*theatre.show)) played = played && theatre.compare(t, differences);
    }
    good = good && played && differences.tolerable();
    fmt::print("{}: {} pictures, worst {} of 255, {:.5f} % of the pixels beyond {}{}\n", campaign,
               differences.frames, differences.worst, 100 * differences.share(), kTolerance,
               played ? "" : "; FAILED");
    std::fflush(stdout);
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace xp

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  return xp::run(argv[1], {argv + 2, argv + argc});
}
