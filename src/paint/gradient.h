// SPDX-License-Identifier: MIT
// Gradients in 16 bit, dithered to 8 by a fixed 8×8 ordered matrix: no bands, and the same bytes on every
// machine.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "scene/scene.h"

namespace xp::paint {

class Gradient {
 public:
  explicit Gradient(const scene::GradientOp& op);
  /// Premultiplied pixels of the ops' row `y` from `x` on.
  void paint_row(int x, int y, int width, std::uint32_t* out);

 private:
  static constexpr int kEntries = 4096;

  void build_table(const scene::GradientOp& op);
  void linear_indices(int x, int y, int width);
  void radial_indices(int x, int y, int width);

  scene::GradientOp::Shape shape_;
  float from_x_, from_y_;             ///< px
  float step_x_, step_y_;             ///< linear: table entries a px
  float entries_per_px_;              ///< radial
  std::vector<std::uint64_t> table_;  ///< four channels of 8.8 bits: a r g b
  std::vector<std::int32_t> indices_;
};

}  // namespace xp::paint
