// SPDX-License-Identifier: MIT
#include "paint/ink.h"

#include <algorithm>
#include <cstddef>

namespace xp::paint {
namespace {

constexpr int kBand = 16;  ///< rows

}  // namespace

Ink::Ink(Size size) : size_(size), bands_(static_cast<std::size_t>((size.h + kBand - 1) / kBand)) {}

void Ink::add(const Rect& rect) {
  const Rect part = intersect(rect, Rect::of({}, size_));
  if (part.empty()) return;
  for (int band = part.y / kBand; band * kBand < part.bottom(); ++band) {
    Span& span = bands_[static_cast<std::size_t>(band)];
    const bool fresh = span.left == span.right;
    span = fresh ? Span{part.x, part.right()}
                 : Span{std::min(span.left, part.x), std::max(span.right, part.right())};
  }
}

std::vector<Rect> Ink::rects() const {
  std::vector<Rect> rects;
  Span last;
  int y = 0;
  for (const Span& span : bands_) {
    const int height = std::min(kBand, size_.h - y);
    if (span.left < span.right) {
      const bool goes_on = span == last;
      goes_on ? void(rects.back().h += height)
              : rects.push_back({span.left, y, span.right - span.left, height});
    }
    last = span;
    y += height;
  }
  return rects;
}

}  // namespace xp::paint
