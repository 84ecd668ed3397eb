// SPDX-License-Identifier: MIT
#include "present/canvas.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

#include "base/pages.h"
#include "paint/dim.h"
#include "paint/panel_colors.h"
#include "present/turned_copy.h"
#include "scene/damage.h"

namespace xp::present {

namespace {

constexpr std::uint32_t kBlack = 0xFF000000;

bool sideways(int rotation) { return rotation == 90 || rotation == 270; }

Size turned(Size size, int rotation) { return sideways(rotation) ? Size{size.h, size.w} : size; }

/// The picture's size before it is turned.
Size upright(const Placement& placement) { return turned(placement.picture.size(), placement.rotation); }

int scale_down(std::int64_t value, int to, int from) { return static_cast<int>(value * to / from); }
int scale_up(std::int64_t value, int to, int from) {
  return static_cast<int>((value * to + from - 1) / from);
}

/// `rect` of an upright picture of `size`, turned clockwise.
Rect turn(const Rect& rect, Size size, int rotation) {
  switch (rotation) {
    case 90:
      return {size.h - rect.bottom(), rect.x, rect.h, rect.w};
    case 180:
      return {size.w - rect.right(), size.h - rect.bottom(), rect.w, rect.h};
    case 270:
      return {rect.y, size.w - rect.right(), rect.h, rect.w};
    default:
      return rect;
  }
}

/// The pixel of the upright picture of `size` that a pixel of the turned one shows.
Point turn_back(Point p, Size size, int rotation) {
  switch (rotation) {
    case 90:
      return {p.y, size.h - 1 - p.x};
    case 180:
      return {size.w - 1 - p.x, size.h - 1 - p.y};
    case 270:
      return {size.w - 1 - p.y, p.x};
    default:
      return p;
  }
}

void fill_black(const paint::Target& output, const Rect& rect) {
  for (int y = rect.y; y < rect.bottom(); ++y) std::fill_n(output.row(y) + rect.x, rect.w, kBlack);
}

/// The mean of the pixels of `box`.
std::uint32_t mean(const paint::Pixmap& from, const Rect& box) {
  std::uint32_t r = 0, g = 0, b = 0;
  for (int y = box.y; y < box.bottom(); ++y) {
    const std::uint32_t* pixel = from.pixels.data() + std::size_t(y) * std::size_t(from.size.w) + box.x;
    for (int x = 0; x < box.w; ++x, ++pixel) {
      r += *pixel >> 16 & 0xFF;
      g += *pixel >> 8 & 0xFF;
      b += *pixel & 0xFF;
    }
  }
  const auto count = static_cast<std::uint32_t>(box.w * box.h), half = count / 2;
  return kBlack | (r + half) / count << 16 | (g + half) / count << 8 | (b + half) / count;
}

/// The upright picture, turned, inside `rect` of the output.
void turn_pixels(const paint::Pixmap& from, const Placement& placement, const Rect& rect,
                 const paint::Target& output) {
  const auto at = [&](Point p) {
    const Point source = turn_back(p - placement.picture.origin(), from.size, placement.rotation);
    return std::ptrdiff_t{source.y} * from.size.w + source.x;
  };
  const Point corner = rect.origin();
  const std::ptrdiff_t first = at(corner);
  copy_turned(
      {from.pixels.data() + first, at(corner + Point{1, 0}) - first, at(corner + Point{0, 1}) - first}, rect,
      output);
}

/// The scene px that one pixel of the upright picture stands for.
Rect source_box(Point p, Size scene, Size picture) {
  const int x = scale_down(p.x, scene.w, picture.w), y = scale_down(p.y, scene.h, picture.h);
  const int right = std::max(x + 1, scale_down(p.x + 1, scene.w, picture.w));
  const int bottom = std::max(y + 1, scale_down(p.y + 1, scene.h, picture.h));
  return {x, y, right - x, bottom - y};
}

}  // namespace

Placement exact_placement(Size scene, Point region, int rotation) {
  return {scene, Rect::of(region, turned(scene, rotation)), rotation};
}

Placement fitted_placement(Size scene, int rotation, Size output) {
  const Size size = turned(scene, rotation);
  Size fit = output;
  if (std::int64_t{output.w} * size.h > std::int64_t{output.h} * size.w) {
    fit.w = std::max(1, scale_down(output.h, size.w, size.h));
  } else {
    fit.h = std::max(1, scale_down(output.w, size.h, size.w));
  }
  return {scene, {(output.w - fit.w) / 2, (output.h - fit.h) / 2, fit.w, fit.h}, rotation};
}

Rect to_output(const Placement& placement, const Rect& rect) {
  const Size size = upright(placement), scene = placement.scene;
  const int x = scale_down(rect.x, size.w, scene.w), y = scale_down(rect.y, size.h, scene.h);
  const int right = scale_up(rect.right(), size.w, scene.w),
            bottom = scale_up(rect.bottom(), size.h, scene.h);
  return turn({x, y, right - x, bottom - y}, size, placement.rotation).moved(placement.picture.origin());
}

void add_rect(std::vector<Rect>& list, Rect rect) {
  if (rect.empty()) return;
  for (std::size_t i = 0; i < list.size();) {
    if (intersect(list[i], rect).empty()) {
      ++i;
      continue;
    }
    rect = unite(list[i], rect);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;  // the larger one may meet those that were passed
  }
  list.push_back(rect);
}

void Canvas::place(const Placement& placement) {
  if (placement == placement_) return;
  placement_ = placement;
  stage_valid_ = valid_ = false;
}

void Canvas::set_white(std::uint8_t level) {
  if (std::exchange(white_, level) != level) valid_ = false;
}

bool Canvas::direct() const {
  const Rect& picture = placement_.picture;
  return placement_.rotation == 0 && picture.size() == placement_.scene && picture.x >= 0 && picture.y >= 0;
}

std::vector<Rect> Canvas::changed(const scene::Scene& scene, Size output) const {
  const Rect whole = Rect::of({}, output);
  if (!valid_ || scene.size != last_.size) return {whole};
  std::vector<Rect> rects;
  for (const Rect& rect : scene::damage(last_, scene))
    add_rect(rects, intersect(to_output(placement_, rect), whole));
  return rects;
}

void Canvas::paint(const scene::Scene& scene, paint::Painter& painter, const std::vector<Rect>& rects,
                   const paint::Target& output) {
  assert(scene.size == placement_.scene);
  const Rect visible = intersect(placement_.picture, Rect::of({}, output.size));
  if (!direct()) paint_stage(scene, painter);
  std::vector<Rect> in_scene, shown;
  for (const Rect& rect : rects) {
    if (!visible.contains(rect)) fill_black(output, intersect(rect, Rect::of({}, output.size)));
    const Rect part = intersect(rect, visible);
    if (part.empty()) continue;
    shown.push_back(part);
    if (direct()) {
      in_scene.push_back(part.moved(Point{} - visible.origin()));
    } else {
      copy_stage(part, output);
    }
  }
  if (!in_scene.empty()) {
    const paint::Target picture{visible.size(), output.row(visible.y) + visible.x, output.stride};
    painter.paint(scene, in_scene, picture);
    paint::show_on_panel(panel_, in_scene, picture);
  }
  paint::dim(white_, shown, output);
  last_ = scene;
  valid_ = true;
}

void Canvas::paint_stage(const scene::Scene& scene, paint::Painter& painter) {
  const bool whole = !stage_valid_ || stage_.size != scene.size || last_.size != scene.size;
  if (whole) {
    stage_ = {scene.size, paint::pixels_for(scene.size), {}};
    populate_pages(stage_.pixels.data(), stage_.pixels.size() * sizeof(std::uint32_t));
  }
  const auto damage = whole ? std::vector<Rect>{Rect::of({}, scene.size)} : scene::damage(last_, scene);
  const paint::Target target{stage_.size, stage_.pixels.data(), stage_.size.w * 4};
  if (!damage.empty()) painter.paint(scene, damage, target);
  paint::show_on_panel(panel_, damage, target);
  stage_valid_ = true;
}

void Canvas::copy_stage(const Rect& rect, const paint::Target& output) const {
  const Size picture = upright(placement_);
  const Point origin = placement_.picture.origin();
  if (picture == placement_.scene) {
    turn_pixels(stage_, placement_, rect, output);
    return;
  }
  for (int y = rect.y; y < rect.bottom(); ++y) {
    std::uint32_t* to = output.row(y) + rect.x;
    for (int x = rect.x; x < rect.right(); ++x) {
      const Point p = turn_back(Point{x, y} - origin, picture, placement_.rotation);
      *to++ = mean(stage_, source_box(p, placement_.scene, picture));
    }
  }
}

}  // namespace xp::present
