// SPDX-License-Identifier: MIT
#include "paint/painter.h"

#include "paint/rasterizer.h"
#include "scene/op_facts.h"

namespace xp::paint {
namespace {

constexpr std::size_t kGlyphBudget =
    8 << 20;  // bytes; whole lines are kept as layers, so few glyphs come again
constexpr std::size_t kLayerBudget = 96 << 20;

}  // namespace

bool needs_pixels(const scene::Ops& ops) {
  return !ops.live && !ops.bounds.empty() && !scene::lone_fill(ops) && !is_ground(ops);
}

bool is_ground(const scene::Ops& ops) { return scene::lone_gradient(ops) != nullptr; }

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
  state_->rasterizer.begin_pass();
  const Rect whole = intersect(Rect::of({}, scene.size), canvas.area());
  for (const Rect& rect : damage) {
    const Rect area = intersect(rect, whole);
    if (!area.empty()) state_->rasterizer.paint(scene.layers, {}, area, canvas);
  }
}

PixmapPtr Painter::raster(const scene::OpsPtr& ops) {
  state_->rasterizer.begin_pass();
  return state_->rasterizer.raster(ops);
}

PixmapPtr Painter::kept(const scene::OpsPtr& ops) {
  const PixmapPtr* known = state_->rasterizer.cache().find(ops);
  return known ? *known : nullptr;
}

media::VideoFramePtr Painter::frame(const scene::VideoOp& video) { return state_->rasterizer.frame(video); }

void Painter::adopt(const scene::OpsPtr& ops, PixmapPtr pixels) {
  if (ops->live) return;
  state_->rasterizer.cache().put(ops, std::move(pixels));
}

void Painter::keep_only(const std::vector<scene::OpsPtr>& ops) {
  std::unordered_set<Hash, HashOf> wanted;
  for (const scene::OpsPtr& each : ops) wanted.insert(each->hash);
  state_->rasterizer.cache().keep_only(wanted);
}

std::unordered_set<Hash, HashOf> Painter::painted() const { return state_->rasterizer.cache().keys(); }

void Painter::take_frames_from(std::shared_ptr<media::VideoFrames> frames) {
  state_->rasterizer.take_frames_from(std::move(frames));
}

void Painter::set_budget(std::size_t bytes) { state_->rasterizer.cache().set_budget(bytes); }

void Painter::give_back_pages() { state_->rasterizer.glyphs().give_back_pages(); }

std::vector<MemoryUse> Painter::memory() const {
  const PixmapCache& layers = state_->rasterizer.cache();
  return {{"glyphs", state_->rasterizer.glyphs().bytes(), kGlyphBudget},
          {"layers", layers.bytes(), layers.budget()}};
}

}  // namespace xp::paint
