// SPDX-License-Identifier: MIT
#include "paint/painter.h"

#include "paint/rasterizer.h"

namespace xp::paint {
namespace {

constexpr std::size_t kGlyphBudget =
    8 << 20;  // bytes; whole lines are kept as layers, so few glyphs come again
constexpr std::size_t kLayerBudget = 96 << 20;

}  // namespace

struct Painter::State {
  Rasterizer rasterizer;
};

Painter::Painter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Painter::~Painter() = default;

Result<std::unique_ptr<Painter>> Painter::create(std::shared_ptr<const text::FontCatalog> catalog) {
  auto glyphs = text::GlyphRaster::create(catalog, kGlyphBudget);
  if (!glyphs) return glyphs.error();
  auto outlines = OutlineRaster::create();
  if (!outlines) return outlines.error();
  auto state = std::make_unique<State>(
      State{Rasterizer(std::move(catalog), *std::move(glyphs), *std::move(outlines), kLayerBudget)});
  return std::unique_ptr<Painter>(new Painter(std::move(state)));
}

void Painter::paint(const scene::Scene& scene, const std::vector<Rect>& damage, const Target& target) {
  Canvas canvas(target);
  state_->rasterizer.cache().begin_pass();
  const Rect whole = intersect(Rect::of({}, scene.size), canvas.area());
  for (const Rect& rect : damage) {
    const Rect area = intersect(rect, whole);
    if (!area.empty()) state_->rasterizer.paint(scene.layers, {}, area, canvas);
  }
}

PixmapPtr Painter::raster(const scene::OpsPtr& ops) {
  state_->rasterizer.cache().begin_pass();
  return state_->rasterizer.raster(ops);
}

media::VideoFramePtr Painter::frame(const scene::VideoOp& video) { return state_->rasterizer.frame(video); }

void Painter::adopt(const scene::OpsPtr& ops, PixmapPtr pixels) {
  if (ops->live) return;
  state_->rasterizer.cache().put(ops, std::move(pixels));
}

void Painter::take_frames_from(std::shared_ptr<media::VideoFrames> frames) {
  state_->rasterizer.take_frames_from(std::move(frames));
}

void Painter::set_budget(std::size_t bytes) { state_->rasterizer.cache().set_budget(bytes); }

}  // namespace xp::paint
