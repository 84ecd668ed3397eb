// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <vector>

#include "scene/scene.h"
#include "text/layout.h"

namespace xp::scene {

/// Colours of a text's emphases.
struct Ink {
  Color normal, accent;
};

/// Collects operations and closes them into Ops.
class Builder {
 public:
  Builder& fill(Rect rect, Color color);
  Builder& gradient(GradientOp op);
  Builder& path(std::vector<PathCommand> path, Color color);
  Builder& rounded(RectF rect, Px radius, Color color);
  Builder& disc(PointF center, Px radius, Color color);
  /// A ring sector from angle `start` to `end` (turns, 0 = top, clockwise), with radial edges.
  Builder& ring(PointF center, Px outer, Px inner, double start, double end, Color color);
  /// A laid-out paragraph at `size`. `origin`: top left of its box; lines or columns are `line_height` em
  /// apart; the first line's em box begins at the origin, the first column's at the right or left edge.
  /// Lengths in em become px here and nowhere else, rounded to the nearest 1/64 px (halves upwards).
  Builder& text(const text::Layout& layout, PointF origin, Px size, double line_height, Ink ink);
  Builder& image(std::shared_ptr<const media::Picture> picture, Rect rect);
  Builder& video(VideoOp op);
  Builder& group(std::vector<Layer> layers);

  bool empty() const { return list_.empty(); }
  OpsPtr done();  ///< and starts anew

 private:
  void cover(Rect rect) { bounds_ = unite(bounds_, rect); }
  std::vector<Op> list_;
  Rect bounds_;
};

/// Operations closed into Ops. Nothing is painted outside `bounds`.
OpsPtr make_ops(std::vector<Op> list, Rect bounds);

/// The height of `lines` lines, or the width of columns, at `size`: (lines − 1) · line_height + 1 em.
Px text_height(std::size_t lines, Px size, double line_height);

/// A layer at full opacity.
Layer layer(OpsPtr ops, Point offset, Rect clip);

}  // namespace xp::scene
