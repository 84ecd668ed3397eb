// SPDX-License-Identifier: MIT
#include "scene/op_facts.h"

#include <algorithm>

namespace xp::scene {
namespace {

struct Covers {
  const Rect& area;

  bool operator()(const FillOp& op) const { return op.color.a == 255 && op.rect.contains(area); }
  bool operator()(const GradientOp& op) const {
    const auto solid = [](const GradientStop& stop) { return stop.color.a == 255; };
    return !op.stops.empty() && op.rect.contains(area) &&
           std::all_of(op.stops.begin(), op.stops.end(), solid);
  }
  bool operator()(const ImageOp& op) const { return op.picture->opaque && op.rect.contains(area); }
  bool operator()(const VideoOp& op) const { return op.ground.a == 255 && op.rect.contains(area); }
  bool operator()(const GroupOp& op) const {
    const auto hides = [this](const Layer& layer) {
      return is_opaque(layer) && visible_area(layer).contains(area);
    };
    return std::any_of(op.layers.begin(), op.layers.end(), hides);
  }
  bool operator()(const MaskOp&) const { return false; }
  bool operator()(const GlyphsOp&) const { return false; }
};

struct Add {
  Hasher& hasher;

  void add(Color c) const { hasher.add(c.r).add(c.g).add(c.b).add(c.a); }
  void add(Point p) const { hasher.add(p.x).add(p.y); }
  void add(const Rect& r) const { hasher.add(r.x).add(r.y).add(r.w).add(r.h); }
  void add(PointF p) const { hasher.add(p.x.raw).add(p.y.raw); }

  void operator()(const FillOp& op) const { add(op.rect), add(op.color); }
  void operator()(const GradientOp& op) const {
    add(op.rect), hasher.add(op.shape), add(op.from), add(op.to), hasher.add(op.stops.size());
    for (const GradientStop& stop : op.stops) hasher.add(stop.at), add(stop.color);
  }
  void operator()(const MaskOp& op) const {
    add(op.color), hasher.add(op.path.size());
    for (const PathCommand& command : op.path) {
      hasher.add(command.verb), add(command.a), add(command.b), add(command.c);
    }
  }
  void operator()(const GlyphsOp& op) const {
    hasher.add(op.face).add(op.size.raw).add(op.turned).add(op.squeeze.raw), add(op.color);
    hasher.add(op.glyphs.size());
    for (const GlyphAt& glyph : op.glyphs) hasher.add(glyph.gid).add(glyph.x.raw).add(glyph.y.raw);
  }
  void operator()(const ImageOp& op) const { hasher.add(op.picture->hash), add(op.rect); }
  void operator()(const VideoOp& op) const {
    hasher.add(op.clip->hash).add(op.media_time.count()).add(op.fit).add(op.volume);
    add(op.rect), add(op.ground);
  }
  void operator()(const GroupOp& op) const {
    hasher.add(op.layers.size());
    for (const Layer& layer : op.layers) {
      add(layer.clip), add(layer.offset), hasher.add(layer.opacity).add(layer.ops ? layer.ops->hash : Hash{});
    }
  }
};

template <class Kind>
const Kind* lone(const Ops& ops) {
  return ops.list.size() == 1 ? std::get_if<Kind>(&ops.list.front()) : nullptr;
}

}  // namespace

bool covers_opaquely(const Op& op, const Rect& area) { return std::visit(Covers{area}, op); }

bool is_live(const Op& op) {
  if (const auto* group = std::get_if<GroupOp>(&op)) {
    return std::any_of(group->layers.begin(), group->layers.end(),
                       [](const Layer& layer) { return layer.ops && layer.ops->live; });
  }
  return std::holds_alternative<VideoOp>(op);
}

const FillOp* lone_fill(const Ops& ops) {
  const auto* fill = lone<FillOp>(ops);
  return fill && fill->rect.contains(ops.bounds) ? fill : nullptr;
}

const GradientOp* lone_gradient(const Ops& ops) { return ops.opaque ? lone<GradientOp>(ops) : nullptr; }

const VideoOp* lone_video(const Ops& ops) { return lone<VideoOp>(ops); }

const GroupOp* lone_group(const Ops& ops) { return lone<GroupOp>(ops); }

void add_to(Hasher& hasher, const Op& op) {
  hasher.add(op.index());
  std::visit(Add{hasher}, op);
}

}  // namespace xp::scene
