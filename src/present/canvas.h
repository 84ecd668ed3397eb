// SPDX-License-Identifier: MIT
// A scene on an output of its own size and orientation, painted by damage. What `cpu` and `png` share, so
// that both show the same bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "base/panel.h"
#include "paint/painter.h"
#include "paint/pixmap.h"
#include "scene/scene.h"

namespace xp::present {

/// Where the picture falls on the output.
struct Placement {
  Size scene;
  Rect picture;      ///< output px, turned and scaled
  int rotation = 0;  ///< degrees clockwise: 0, 90, 180, 270
  bool operator==(const Placement&) const = default;
};

/// Pixel for pixel from `region` on.
Placement exact_placement(Size scene, Point region, int rotation);
/// As large as the output allows, in its middle, with the scene's proportions: preview windows.
Placement fitted_placement(Size scene, int rotation, Size output);

/// The output px that show `rect` of the scene.
Rect to_output(const Placement& placement, const Rect& rect);

/// Adds a rectangle to a list of disjoint ones; those that it meets become one with it.
void add_rect(std::vector<Rect>& list, Rect rect);

class Canvas {
 public:
  explicit Canvas(Panel panel = Panel::full) : panel_(panel) {}

  void place(const Placement& placement);
  /// As Presenter::set_white(): another level is painted everywhere.
  void set_white(std::uint8_t level);
  /// The output's pixels were lost: everything is painted next.
  void invalidate() { valid_ = false; }
  /// Output rectangles where the scene differs from the one painted last; disjoint. The whole output when
  /// pixels were lost.
  std::vector<Rect> changed(const scene::Scene& scene, Size output) const;
  /// Paints `rects` (at least those of changed(), disjoint) with the light of set_white(); black outside the
  /// picture.
  void paint(const scene::Scene& scene, paint::Painter& painter, const std::vector<Rect>& rects,
             const paint::Target& output);

 private:
  bool direct() const;
  void paint_stage(const scene::Scene& scene, paint::Painter& painter);
  void copy_stage(const Rect& rect, const paint::Target& output) const;

  Panel panel_;
  Placement placement_;
  scene::Scene last_;
  bool valid_ = false;
  std::uint8_t white_ = 255;
  paint::Pixmap stage_;  ///< the scene as it is, where the output turns or scales it
  bool stage_valid_ = false;
};

}  // namespace xp::present
