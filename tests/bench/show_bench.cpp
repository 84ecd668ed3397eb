// SPDX-License-Identifier: MIT
// What the player does for a frame, piece by piece, on the bundled campaign and the screen plaza-1080p.
#include <benchmark/benchmark.h>

#include <memory>
#include <utility>
#include <vector>

#include "paint/painter.h"
#include "player/show_reader.h"
#include "scene/damage.h"
#include "show/frame.h"
#include "support/golden.h"
#include "text/glyph_raster.h"

namespace xp::bench {
namespace {

show::LoadRequest request() {
  show::LoadRequest request;
  request.data.roots = {test::source_path("")};
  request.playlist = {test::source_path("slides/zhangye-2022-05-15"), {}};
  return request;
}

show::ShowPtr load() {
  Diagnostics diagnostics;
  return player::read_show(real_files(), request(), diagnostics).show;
}

const show::Show& the_show() {
  static const show::ShowPtr show = load();
  return *show;
}

/// One thread's memo tables and painter, with a picture as large as the screen.
struct Desk {
  std::unique_ptr<show::Caches> caches = *show::Caches::create(the_show().catalog);
  std::unique_ptr<paint::Painter> painter = *paint::Painter::create(the_show().catalog);
  Size size = the_show().screen.size;
  std::vector<std::uint32_t> pixels = std::vector<std::uint32_t>(std::size_t(size.w) * std::size_t(size.h));

  scene::Scene scene_at(Instant t) { return show::frame_at(the_show(), t, *caches).scene; }
  void paint(const scene::Scene& scene, const std::vector<Rect>& rects) {
    painter->paint(scene, rects, {size, pixels.data(), size.w * 4});
  }
};

Instant opening() { return *parse_instant("2026-05-15T10:00:05+08:00"); }

Rect whole(Size size) { return Rect::of({}, size); }

/// All slides of the campaign, with a text engine that remembers nothing.
void layout(benchmark::State& state) {
  const show::Show& show = the_show();
  for (auto _ : state) {
    state.PauseTiming();
    const auto caches = *show::Caches::create(show.catalog);
    caches->engine().layout({U"热", {}}, {});
    state.ResumeTiming();
    for (const playlist::Slide& slide : show.playlist.slides)
      benchmark::DoNotOptimize(caches->laid(
          show, {*slide.kind, *slide.content, show.theme_of(slide), show.zones[0].zone.rect.size()}));
  }
  state.counters["slides/s"] = benchmark::Counter(static_cast<double>(show.playlist.slides.size()),
                                                  benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(layout)->Unit(benchmark::kMillisecond);

/// Glyphs one after another, none of them painted before.
void raster(benchmark::State& state) {
  const auto glyphs = *text::GlyphRaster::create(the_show().catalog, 0);
  text::GlyphKey key{0, 1000, Px::from(static_cast<int>(state.range(0)))};
  for (auto _ : state) {
    benchmark::DoNotOptimize(glyphs->image(key));
    key.gid = 1000 + (key.gid + 1) % 10000;
  }
}
BENCHMARK(raster)->Arg(24)->Arg(64)->Arg(200)->Unit(benchmark::kMicrosecond);

/// A whole picture whose layers have been painted before.
void paint_warm(benchmark::State& state) {
  Desk desk;
  const scene::Scene scene = desk.scene_at(opening());
  desk.paint(scene, {whole(desk.size)});
  for (auto _ : state) desk.paint(scene, {whole(desk.size)});
}
BENCHMARK(paint_warm)->Unit(benchmark::kMicrosecond);

/// The same by a painter that has only opened its fonts.
void paint_cold(benchmark::State& state) {
  Desk desk;
  const scene::Scene scene = desk.scene_at(opening());
  for (auto _ : state) {
    state.PauseTiming();
    desk.painter = *paint::Painter::create(the_show().catalog);
    state.ResumeTiming();
    desk.paint(scene, {whole(desk.size)});
  }
}
BENCHMARK(paint_cold)->Unit(benchmark::kMicrosecond);

/// The ticker's next frame.
void frame_at(benchmark::State& state) {
  Desk desk;
  Instant t = opening();
  for (auto _ : state) {
    const show::Frame frame = show::frame_at(the_show(), t, *desk.caches);
    benchmark::DoNotOptimize(frame);
    t = frame.valid_until < opening() + seconds(4) ? frame.valid_until : opening();
  }
}
BENCHMARK(frame_at)->Unit(benchmark::kNanosecond);

/// Of two frames of the ticker.
void damage(benchmark::State& state) {
  Desk desk;
  const scene::Scene first = desk.scene_at(opening()), next = desk.scene_at(opening() + milliseconds(100));
  for (auto _ : state) benchmark::DoNotOptimize(scene::damage(first, next));
}
BENCHMARK(damage)->Unit(benchmark::kNanosecond);

/// All files of the show read anew, as after a save.
void reload(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load());
}
BENCHMARK(reload)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace xp::bench
