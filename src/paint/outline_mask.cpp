// SPDX-License-Identifier: MIT
#include "paint/outline_mask.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "base/i18n.h"
#include "scene/path.h"

namespace xp::paint {
namespace {

using Verb = scene::PathCommand::Verb;

/// FreeType's form of a path: y upwards, the clip's bottom left corner at (0, 0).
class Outline {
 public:
  Outline(const std::vector<scene::PathCommand>& path, const Rect& clip)
      : left_(clip.x * FT_Pos{64}), bottom_(clip.bottom() * FT_Pos{64}) {
    for (const scene::PathCommand& command : path) add(command);
    end_contour();
  }

  bool fits() const { return points_.size() <= static_cast<std::size_t>(std::numeric_limits<short>::max()); }

  FT_Outline get() {
    FT_Outline outline{};
    outline.n_points = static_cast<short>(points_.size());
    outline.n_contours = static_cast<short>(ends_.size());
    outline.points = points_.data();
    outline.tags = tags_.data();
    outline.contours = ends_.data();
    return outline;
  }

 private:
  void add(const scene::PathCommand& command) {
    switch (command.verb) {
      case Verb::move:
        end_contour();
        add(command.a);
        break;
      case Verb::line:
        add(command.a);
        break;
      case Verb::cubic:
        add_cubic(command);
        break;
      case Verb::close:
        end_contour();
        break;
    }
  }

  void add(PointF p) {
    points_.push_back({p.x.raw - left_, bottom_ - p.y.raw});
    tags_.push_back(FT_CURVE_TAG_ON);
    pen_ = p;
  }

  /// As lines within 1/64 px of the curve: FreeType's own flattening takes 0.08 px off a disc of 50 px.
  void add_cubic(const scene::PathCommand& c) {
    const auto bend = [](Px p, Px q, Px r) { return std::abs((p.raw - q.raw) - (q.raw - r.raw)) / 64.0; };
    const double first = std::hypot(bend(pen_.x, c.a.x, c.b.x), bend(pen_.y, c.a.y, c.b.y));
    const double second = std::hypot(bend(c.a.x, c.b.x, c.c.x), bend(c.a.y, c.b.y, c.c.y));
    const int pieces =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(48 * std::max(first, second)))), 1, 256);
    const PointF start = pen_;
    for (int i = 1; i < pieces; ++i) {
      const double t = i / static_cast<double>(pieces), u = 1 - t;
      const auto at = [t, u](Px p0, Px p1, Px p2, Px p3) {
        return Px::from(u * u * (u * p0.value() + 3 * t * p1.value()) +
                        t * t * (3 * u * p2.value() + t * p3.value()));
      };
      add({at(start.x, c.a.x, c.b.x, c.c.x), at(start.y, c.a.y, c.b.y, c.c.y)});
    }
    add(c.c);
  }

  void end_contour() {
    const auto last = static_cast<short>(points_.size() - 1);
    if (!points_.empty() && (ends_.empty() || ends_.back() != last)) ends_.push_back(last);
  }

  FT_Pos left_, bottom_;
  PointF pen_;
  std::vector<FT_Vector> points_;
  std::vector<char> tags_;
  std::vector<short> ends_;
};

}  // namespace

struct OutlineRaster::Library {
  FT_Library handle = nullptr;
  ~Library() { FT_Done_FreeType(handle); }
};

OutlineRaster::OutlineRaster(std::unique_ptr<Library> library) : library_(std::move(library)) {}
OutlineRaster::~OutlineRaster() = default;

Result<std::unique_ptr<OutlineRaster>> OutlineRaster::create() {
  auto library = std::make_unique<Library>();
  if (FT_Init_FreeType(&library->handle) != 0) return Error{tr("cannot start FreeType")};
  return std::unique_ptr<OutlineRaster>(new OutlineRaster(std::move(library)));
}

Mask OutlineRaster::mask(const std::vector<scene::PathCommand>& path, const Rect& clip) {
  Mask mask;
  mask.area = intersect(scene::path_bounds(path), clip);
  Outline outline(path, mask.area);
  if (mask.area.empty() || !outline.fits()) return {};
  mask.stride = (mask.area.w + 3) / 4 * 4;
  mask.coverage.resize(static_cast<std::size_t>(mask.stride) * mask.area.h);
  FT_Bitmap bitmap{};
  bitmap.rows = static_cast<unsigned>(mask.area.h);
  bitmap.width = static_cast<unsigned>(mask.area.w);
  bitmap.pitch = mask.stride;
  bitmap.buffer = mask.coverage.data();
  bitmap.num_grays = 256;
  bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
  FT_Outline shape = outline.get();
  if (FT_Outline_Get_Bitmap(library_->handle, &shape, &bitmap) != 0) return {};
  return mask;
}

}  // namespace xp::paint
