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

/// The same box turned with its glyph.
Rect turned_box(PointF pen, Px size, Px advance, Px line_size) {
  const Rect box = safe_box({}, size, advance, line_size);
  return {pen.x.floor() - (box.y + box.h), pen.y.floor() + box.x, box.h + 1, box.w + 1};
}

/// Puts the lines of a paragraph on the canvas.
class Placement {
 public:
  Placement(const text::Layout& layout, PointF origin, Px size, double line_height)
      : progression_(layout.progression), origin_(origin), size_(size), step_(text::Em::from(line_height)) {
    const auto between = static_cast<std::int64_t>(layout.lines.size()) - 1;
    const std::int64_t last = between * step_.raw;
    switch (progression_) {
      case text::Progression::down:
        across_ = text::kAscent.raw;
        break;
      case text::Progression::leftwards:
        across_ = last + kMiddle;
        break;
      case text::Progression::rightwards:
        across_ = kMiddle;
        break;
    }
  }

  void next_line() { across_ += progression_ == text::Progression::leftwards ? -step_.raw : step_.raw; }

  /// `along` and `up` as text::Glyph has them.
  PointF at(text::Em along, text::Em up) const {
    const Px line{static_cast<std::int32_t>((across_ * size_.raw + 32768) >> 16)};  // many lines exceed Em
    if (progression_ == text::Progression::down)
      return {origin_.x + to_px(along, size_), origin_.y + line - to_px(up, size_)};
    return {origin_.x + line + to_px(up, size_), origin_.y + to_px(along, size_)};
  }

 private:
  static constexpr std::int64_t kMiddle = 32768;
  text::Progression progression_;
  PointF origin_;
  Px size_;
  text::Em step_;
  std::int64_t across_ = 0;  // from the origin to the line's baseline or a column's middle, 1/65,536 em
};

/// Finds or opens the group of one face, size, posture and colour.
GlyphsOp& group_of(std::vector<GlyphsOp>& groups, const GlyphsOp& like) {
  for (GlyphsOp& group : groups) {
    if (group.face == like.face && group.size == like.size && group.color == like.color &&
        group.turned == like.turned && group.squeeze == like.squeeze)
      return group;
  }
  return groups.emplace_back(like);
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
  Placement placement(layout, origin, size, line_height);
  for (const text::Line& line : layout.lines) {
    const auto color_of = [&](text::Emphasis emphasis) {
      return emphasis == text::Emphasis::accent ? ink.accent : ink.normal;
    };
    for (const text::Glyph& glyph : line.glyphs) {
      const Px own_size = to_px(glyph.scale, size), advance = to_px(glyph.advance, size);
      const PointF pen = placement.at(line.indent + glyph.x, glyph.y);
      group_of(groups, {glyph.face, own_size, color_of(glyph.emphasis), glyph.turned, glyph.squeeze, {}})
          .glyphs.push_back({glyph.gid, pen.x, pen.y});
      cover(glyph.turned ? turned_box(pen, own_size, advance, size) : safe_box(pen, own_size, advance, size));
    }
    for (const text::Dot& dot : line.dots) {
      disc(placement.at(line.indent + dot.x, dot.y), to_px(text::kDotRadius, size), color_of(dot.emphasis));
    }
    placement.next_line();
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

Builder& Builder::video(VideoOp op) {
  if (!op.clip || op.rect.empty()) return *this;
  cover(op.rect);
  list_.push_back(std::move(op));
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

OpsPtr make_ops(std::vector<Op> list, Rect bounds) {
  auto ops = std::make_shared<Ops>();
  ops->list = std::move(list);
  ops->bounds = within_surface(bounds);
  ops->opaque = std::any_of(ops->list.begin(), ops->list.end(),
                            [&](const Op& op) { return covers_opaquely(op, ops->bounds); });
  ops->live = std::any_of(ops->list.begin(), ops->list.end(), is_live);
  Hasher hasher;  // bounds too: they come from advances, which the operations do not keep
  hasher.add(ops->bounds.x).add(ops->bounds.y).add(ops->bounds.w).add(ops->bounds.h);
  for (const Op& op : ops->list) add_to(hasher, op);
  ops->hash = hasher.done();
  return ops;
}

OpsPtr Builder::done() {
  OpsPtr ops = make_ops(std::move(list_), bounds_);
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
