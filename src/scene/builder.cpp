// SPDX-License-Identifier: MIT
#include "scene/builder.h"

#include <algorithm>
#include <cassert>

#include "scene/op_facts.h"
#include "scene/path.h"

namespace xp::scene {
namespace {

/// `em` of a font at `size`, to the nearest 1/64 px, halves upwards.
Px to_px(text::Em em, Px size) {
  return {static_cast<std::int32_t>((std::int64_t{em.raw} * size.raw + 32768) >> 16)};
}

/// Covers any sane glyph with its pen at `pen`: overhang, stacked accents and wide ligatures (by the advance)
/// included. Scripts whose letters stack downwards (Tibetan) are set at a size of their own.
Rect safe_box(PointF pen, Px size, Px advance, Px line_size) {
  const int left = (pen.x - Px{size.raw * 6 / 10}).floor() - 1;
  const int right = (pen.x + std::max(Px{size.raw * 16 / 10}, advance + Px{size.raw * 6 / 10})).ceil() + 1;
  const int top = (pen.y - Px{size.raw * 13 / 10}).floor() - 1;
  const int depth = size == line_size ? 6 : 8;  // tenths of the em
  const int bottom = (pen.y + Px{size.raw * depth / 10}).ceil() + 1;
  return {left, top, right - left, bottom - top};
}

/// Finds or opens the group of one face, size and colour.
GlyphsOp& group_of(std::vector<GlyphsOp>& groups, text::FaceId face, Px size, Color color) {
  for (GlyphsOp& group : groups) {
    if (group.face == face && group.size == size && group.color == color) return group;
  }
  return groups.emplace_back(GlyphsOp{face, size, color, {}});
}

Rect within_surface(Rect r) {
  assert(r.w <= kMaxSurface && r.h <= kMaxSurface);
  return {r.x, r.y, std::min(r.w, kMaxSurface), std::min(r.h, kMaxSurface)};
}

}  // namespace

Builder& Builder::fill(Rect rect, Color color) {
  if (rect.empty() || color.a == 0) return *this;
  cover(rect);
  list_.push_back(FillOp{rect, color});
  return *this;
}

Builder& Builder::gradient(GradientOp op) {
  if (op.rect.empty() || op.stops.empty()) return *this;
  cover(op.rect);
  list_.push_back(std::move(op));
  return *this;
}

Builder& Builder::path(std::vector<PathCommand> path, Color color) {
  const Rect area = path_bounds(path);
  if (area.empty() || color.a == 0) return *this;
  cover(area);
  list_.push_back(MaskOp{std::move(path), color});
  return *this;
}

Builder& Builder::rounded(RectF rect, Px radius, Color color) {
  const auto whole = [](Px px) { return px.raw % 64 == 0; };
  if (radius.raw <= 0 && whole(rect.x) && whole(rect.y) && whole(rect.w) && whole(rect.h)) {
    return fill({rect.x.floor(), rect.y.floor(), rect.w.floor(), rect.h.floor()}, color);
  }
  return path(rounded_path(rect, radius), color);
}

Builder& Builder::disc(PointF center, Px radius, Color color) {
  return path(disc_path(center, radius), color);
}

Builder& Builder::ring(PointF center, Px outer, Px inner, double start, double end, Color color) {
  return path(ring_path(center, outer, inner, start, end), color);
}

Builder& Builder::text(const text::Layout& layout, PointF origin, Px size, double line_height, Ink ink) {
  std::vector<GlyphsOp> groups;
  const text::Em step = text::Em::from(line_height);
  std::int64_t down =
      text::kAscent.raw;  // from the origin to the baseline, 1/65,536 em; many lines exceed Em
  for (const text::Line& line : layout.lines) {
    const Px baseline = origin.y + Px{static_cast<std::int32_t>((down * size.raw + 32768) >> 16)};
    for (const text::Glyph& glyph : line.glyphs) {
      const Color color = glyph.emphasis == text::Emphasis::accent ? ink.accent : ink.normal;
      const Px own_size = to_px(glyph.scale, size);
      const PointF pen{origin.x + to_px(line.indent + glyph.x, size), baseline - to_px(glyph.y, size)};
      group_of(groups, glyph.face, own_size, color).glyphs.push_back({glyph.gid, pen.x, pen.y});
      cover(safe_box(pen, own_size, to_px(glyph.advance, size), size));
    }
    down += step.raw;
  }
  for (GlyphsOp& group : groups) list_.push_back(std::move(group));
  return *this;
}

Builder& Builder::image(std::shared_ptr<const media::Picture> picture, Rect rect) {
  if (!picture || picture->size.empty() || rect.empty()) return *this;
  cover(rect);
  list_.push_back(ImageOp{std::move(picture), rect});
  return *this;
}

Builder& Builder::group(std::vector<Layer> layers) {
  Rect area;
  for (const Layer& layer : layers) area = unite(area, visible_area(layer));
  if (area.empty()) return *this;
  cover(area);
  list_.push_back(GroupOp{std::move(layers)});
  return *this;
}

OpsPtr Builder::done() {
  auto ops = std::make_shared<Ops>();
  ops->list = std::move(list_);
  ops->bounds = within_surface(bounds_);
  ops->opaque = std::any_of(ops->list.begin(), ops->list.end(),
                            [&](const Op& op) { return covers_opaquely(op, ops->bounds); });
  Hasher hasher;  // bounds too: they come from advances, which the operations do not keep
  hasher.add(ops->bounds.x).add(ops->bounds.y).add(ops->bounds.w).add(ops->bounds.h);
  for (const Op& op : ops->list) add_to(hasher, op);
  ops->hash = hasher.done();
  list_.clear();
  bounds_ = {};
  return ops;
}

Px text_height(std::size_t lines, Px size, double line_height) {
  if (lines == 0) return {};
  const auto em = static_cast<std::int64_t>(lines - 1) * text::Em::from(line_height).raw + 65536;
  return {static_cast<std::int32_t>((em * size.raw + 32768) >> 16)};
}

Layer layer(OpsPtr ops, Point offset, Rect clip) { return {clip, offset, 255, std::move(ops)}; }

}  // namespace xp::scene
