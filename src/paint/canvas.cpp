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

/// The stencil's rows as pixman wants them, at multiples of four bytes; coverage corrected for `ink`.
std::vector<std::uint32_t> rows_of(const Stencil& stencil, int stride, Color ink) {
  std::vector<std::uint32_t> words(static_cast<std::size_t>(stride / 4) * stencil.size.h);
  auto* rows = reinterpret_cast<std::uint8_t*>(words.data());
  const CoverageTable& alpha = coverage_table(ink);
  for (int y = 0; y < stencil.size.h; ++y) {
    const std::uint8_t* from = stencil.pixels + std::ptrdiff_t{y} * stencil.stride;
    std::uint8_t* to = rows + std::ptrdiff_t{y} * stride;
    if (stencil.format == Stencil::Format::a8) {
      correct(from, stencil.size.w, alpha, to);
    } else {
      std::memcpy(to, from, static_cast<std::size_t>(stencil.size.w) * 4);
    }
  }
  return words;
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
  if (stencil.size.empty() || intersect(Rect::of(at, stencil.size), area()).empty()) return;
  note(Rect::of(at, stencil.size));
  const bool coverage = stencil.format == Stencil::Format::a8;
  const int stride = coverage ? (stencil.size.w + 3) / 4 * 4 : stencil.size.w * 4;
  const std::vector<std::uint32_t> rows = rows_of(stencil, stride, color);
  const Image shape(pixman_image_create_bits(coverage ? PIXMAN_a8 : PIXMAN_a8r8g8b8, stencil.size.w,
                                             stencil.size.h, writable(rows.data()), stride));
  const Image ink = solid(coverage ? premultiplied(color) : pack(color.a, 0, 0, 0));
  pixman_image_composite32(PIXMAN_OP_OVER, coverage ? ink.get() : shape.get(),
                           coverage ? shape.get() : ink.get(), image_.get(), 0, 0, 0, 0, at.x, at.y,
                           stencil.size.w, stencil.size.h);
}

}  // namespace xp::paint
