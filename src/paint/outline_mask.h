// SPDX-License-Identifier: MIT
// Filled outlines as a8 coverage, by FreeType's rasteriser.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "scene/scene.h"

namespace xp::paint {

struct Mask {
  Rect area;       ///< px of the ops
  int stride = 0;  ///< a multiple of four
  std::vector<std::uint8_t> coverage;
};

/// One thread.
class OutlineRaster {
 public:
  static Result<std::unique_ptr<OutlineRaster>> create();
  ~OutlineRaster();
  /// The part of the shape inside `clip`; empty where there is none.
  Mask mask(const std::vector<scene::PathCommand>& path, const Rect& clip);

 private:
  struct Library;
  explicit OutlineRaster(std::unique_ptr<Library> library);
  std::unique_ptr<Library> library_;
};

}  // namespace xp::paint
