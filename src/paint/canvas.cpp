// SPDX-License-Identifier: MIT
#include "paint/canvas.h"

#include <pixman.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "paint/coverage.h"
#include "paint/mix.h"
#include "paint/pixel.h"

namespace xp::paint {
namespace {

std::uint32_t* writable(const void* pixels) {
  // pixman takes sources by a pointer to non-const; it only reads them.
  return static_cast<std::uint32_t*>(const_cast<void*>(pixels));
}

/// A row of coverage as alpha. Nothing and everything stay what they are, and most of a large shape is one of
/// them: eight at a time.
void correct(const std::uint8_t* coverage, int width, const CoverageTable& alpha, std::uint8_t* to) {
  const auto one_by_one = [&](int from, int end) {
    std::transform(coverage + from, coverage + end, to + from, [&](std::uint8_t c) { return alpha[c]; });
  };
  int x = 0;
  for (; x + 8 <= width; x += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, coverage + x, sizeof eight);
    if (eight == 0 || eight == ~std::uint64_t{0}) {
      std::memcpy(to + x, &eight, sizeof eight);
    } else {
      one_by_one(x, x + 8);
    }
  }
  one_by_one(x, width);
}

/// Bytes of a stencil that are made ready at a time: they stay in the nearest caches.
constexpr int kBandBytes = 32 << 10;

/// `count` rows of the stencil from `first` on, `stride` bytes each as pixman wants them; coverage corrected
/// by `alpha`.
void copy_rows(const Stencil& stencil, int first, int count, const CoverageTable* alpha, int stride,
               std::uint8_t* to) {
  for (int y = first; y < first + count; ++y, to += stride) {
    const std::uint8_t* from = stencil.pixels + std::ptrdiff_t{y} * stencil.stride;
    if (alpha) {
      correct(from, stencil.size.w, *alpha, to);
    } else {
      std::memcpy(to, from, static_cast<std::size_t>(stencil.size.w) * 4);
    }
  }
}

}  // namespace

void Canvas::Unref::operator()(pixman_image* image) const { pixman_image_unref(image); }

Canvas::Canvas(const Target& target)
    : target_(target),
      image_(pixman_image_create_bits(PIXMAN_a8r8g8b8, target.size.w, target.size.h, target.pixels,
                                      target.stride)) {}

Canvas::Canvas(const Target& target, Ink& ink) : Canvas(target) { ink_ = &ink; }

Canvas::Image Canvas::solid(std::uint32_t pixel) {
  const auto wide = [](std::uint32_t channel) { return static_cast<std::uint16_t>((channel & 255) * 257); };
  const pixman_color_t color{wide(pixel >> 16), wide(pixel >> 8), wide(pixel), wide(pixel >> 24)};
  return Image(pixman_image_create_solid_fill(&color));
}

void Canvas::fill(const Rect& rect, Color color, std::uint8_t opacity) {
  const Rect part = intersect(rect, area());
  if (part.empty()) return;
  note(part);
  const std::uint32_t pixel = faded(premultiplied(color), opacity);
  if (pixel >> 24 == 255) {
    pixman_fill(target_.pixels, target_.stride / 4, 32, part.x, part.y, part.w, part.h, pixel);
  } else {
    pixman_image_composite32(PIXMAN_OP_OVER, solid(pixel).get(), nullptr, image_.get(), 0, 0, 0, 0, part.x,
                             part.y, part.w, part.h);
  }
}

void Canvas::draw(const Placed& picture, Kind kind, const Rect& clip, std::uint8_t opacity) {
  const Rect part = intersect(intersect(picture.area(), clip), area());
  if (part.empty()) return;
  note(part);
  if (kind == Kind::opaque) {
    for (int y = part.y; y < part.bottom(); ++y) {
      const std::uint32_t* source = picture.at({part.x, y});
      std::uint32_t* to = row(y) + part.x;
      if (opacity == 255) {
        std::memcpy(to, source, static_cast<std::size_t>(part.w) * 4);
      } else {
        mix(to, source, opacity, part.w, to);
      }
    }
    return;
  }
  const Image image(pixman_image_create_bits(PIXMAN_a8r8g8b8, part.w, part.h,
                                             writable(picture.at(part.origin())), picture.pixels.stride * 4));
  const Image mask = opacity == 255 ? nullptr : solid(pack(opacity, 0, 0, 0));
  pixman_image_composite32(PIXMAN_OP_OVER, image.get(), mask.get(), image_.get(), 0, 0, 0, 0, part.x, part.y,
                           part.w, part.h);
}

void Canvas::draw_mixed(const Placed& below, const Placed& above, std::uint8_t opacity, const Rect& clip) {
  const Rect part = intersect(intersect(intersect(below.area(), above.area()), clip), area());
  if (part.empty()) return;
  note(part);
  for (int y = part.y; y < part.bottom(); ++y)
    mix(below.at({part.x, y}), above.at({part.x, y}), opacity, part.w, row(y) + part.x);
}

void Canvas::stamp(const Stencil& stencil, Point at, Color color) {
  const Rect seen = intersect(Rect::of(at, stencil.size), area());
  if (stencil.size.empty() || seen.empty()) return;
  note(seen);
  const bool coverage = stencil.format == Stencil::Format::a8;
  const CoverageTable* alpha = coverage ? &coverage_table(color) : nullptr;
  const int stride = coverage ? (stencil.size.w + 3) / 4 * 4 : stencil.size.w * 4;
  const int rows = std::min(std::max(kBandBytes / stride, 1), seen.h);
  std::vector<std::uint32_t> band(static_cast<std::size_t>(stride / 4) * static_cast<std::size_t>(rows));
  const Image shape(pixman_image_create_bits(coverage ? PIXMAN_a8 : PIXMAN_a8r8g8b8, stencil.size.w, rows,
                                             band.data(), stride));
  const Image ink = solid(coverage ? premultiplied(color) : pack(color.a, 0, 0, 0));
  for (int y = seen.y; y < seen.bottom(); y += rows) {
    const int count = std::min(rows, seen.bottom() - y);
    copy_rows(stencil, y - at.y, count, alpha, stride, reinterpret_cast<std::uint8_t*>(band.data()));
    pixman_image_composite32(PIXMAN_OP_OVER, coverage ? ink.get() : shape.get(),
                             coverage ? shape.get() : ink.get(), image_.get(), 0, 0, 0, 0, at.x, y,
                             stencil.size.w, count);
  }
}

}  // namespace xp::paint
