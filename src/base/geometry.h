// SPDX-License-Identifier: MIT
// Whole pixels (Point, Size, Rect) and 26.6 fixed point (Px). Origin top left, y grows downwards.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace xp::inline base {

struct Point {
  int x = 0, y = 0;
  bool operator==(const Point&) const = default;
  Point operator+(Point o) const { return {x + o.x, y + o.y}; }
  Point operator-(Point o) const { return {x - o.x, y - o.y}; }
};

struct Size {
  int w = 0, h = 0;
  bool operator==(const Size&) const = default;
  bool empty() const { return w <= 0 || h <= 0; }
};

/// Half-open: covers x … x+w-1 and y … y+h-1.
struct Rect {
  int x = 0, y = 0, w = 0, h = 0;
  bool operator==(const Rect&) const = default;
  static Rect of(Point p, Size s) { return {p.x, p.y, s.w, s.h}; }
  bool empty() const { return w <= 0 || h <= 0; }
  int right() const { return x + w; }
  int bottom() const { return y + h; }
  Point origin() const { return {x, y}; }
  Size size() const { return {w, h}; }
  Rect moved(Point by) const { return {x + by.x, y + by.y, w, h}; }
  Rect inset(int by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  bool contains(const Rect& o) const {
    return o.empty() || (o.x >= x && o.y >= y && o.right() <= right() && o.bottom() <= bottom());
  }
};

/// The common part; empty (w = h = 0) when there is none.
constexpr Rect intersect(const Rect& a, const Rect& b) {
  const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  const int r = std::min(a.x + a.w, b.x + b.w), t = std::min(a.y + a.h, b.y + b.h);
  return r > x && t > y ? Rect{x, y, r - x, t - y} : Rect{};
}

/// The smallest rectangle that covers both; an empty one covers nothing.
constexpr Rect unite(const Rect& a, const Rect& b) {
  if (a.w <= 0 || a.h <= 0) return b;
  if (b.w <= 0 || b.h <= 0) return a;
  const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

/// A length in 1/64 px, as FreeType and pixman count. Range ±33 million px.
struct Px {
  std::int32_t raw = 0;
  static constexpr Px whole(int px) { return {px * 64}; }
  static Px from(double px) { return {static_cast<std::int32_t>(px * 64 + (px < 0 ? -0.5 : 0.5))}; }
  constexpr int floor() const { return raw >> 6; }
  constexpr int ceil() const { return (raw + 63) >> 6; }
  constexpr int round() const { return (raw + 32) >> 6; }
  constexpr double value() const { return raw / 64.0; }
  constexpr auto operator<=>(const Px&) const = default;
  constexpr Px operator+(Px o) const { return {raw + o.raw}; }
  constexpr Px operator-(Px o) const { return {raw - o.raw}; }
  constexpr Px operator-() const { return {-raw}; }
};

struct PointF {
  Px x, y;
  bool operator==(const PointF&) const = default;
};
struct RectF {
  Px x, y, w, h;
  bool operator==(const RectF&) const = default;
  static RectF of(const Rect& r) { return {Px::whole(r.x), Px::whole(r.y), Px::whole(r.w), Px::whole(r.h)}; }
};

}  // namespace xp::inline base
