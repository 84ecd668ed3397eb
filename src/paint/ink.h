// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/geometry.h"

namespace xp::paint {

/// Where a picture was painted, roughly: lines of words leave much of it empty, and what is empty is neither
/// read nor blended later.
class Ink {
 public:
  explicit Ink(Size size);
  void add(const Rect& rect);
  /// Disjoint, from top to bottom.
  std::vector<Rect> rects() const;

 private:
  /// Of one band of rows; empty where nothing was painted.
  struct Span {
    int left = 0, right = 0;
    bool operator==(const Span&) const = default;
  };
  Size size_;
  std::vector<Span> bands_;
};

}  // namespace xp::paint
