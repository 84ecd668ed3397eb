// SPDX-License-Identifier: MIT
#include "paint/outline_mask.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

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
        add(command.a, FT_CURVE_TAG_ON);
        break;
      case Verb::line:
        add(command.a, FT_CURVE_TAG_ON);
        break;
      case Verb::cubic:
        add(command.a, FT_CURVE_TAG_CUBIC);
        add(command.b, FT_CURVE_TAG_CUBIC);
        add(command.c, FT_CURVE_TAG_ON);
        break;
      case Verb::close:
        end_contour();
        break;
    }
  }

  void add(PointF p, int tag) {
    points_.push_back({p.x.raw - left_, bottom_ - p.y.raw});
    tags_.push_back(static_cast<char>(tag));
  }

  void end_contour() {
    const auto last = static_cast<short>(points_.size() - 1);
    if (!points_.empty() && (ends_.empty() || ends_.back() != last)) ends_.push_back(last);
  }

  FT_Pos left_, bottom_;
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
