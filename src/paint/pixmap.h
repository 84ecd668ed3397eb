// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#include "base/geometry.h"

namespace xp::paint {

/// Gives memory that is zero already. The system gives a page of a large block when it is first written: what
/// stays transparent costs none, and nothing is written twice.
template <class T>
struct ZeroedMemory {
  using value_type = T;
  ZeroedMemory() = default;
  template <class U>
  ZeroedMemory(const ZeroedMemory<U>&) {}
  T* allocate(std::size_t count) {
    if (void* memory = std::calloc(count, sizeof(T))) return static_cast<T*>(memory);
    throw std::bad_alloc();
  }
  void deallocate(T* memory, std::size_t) { std::free(memory); }
  template <class U>
  void construct(U*) {}
  template <class U, class... Values>
  void construct(U* at, Values&&... values) {
    ::new (static_cast<void*>(at)) U(std::forward<Values>(values)...);
  }
  bool operator==(const ZeroedMemory&) const = default;
};

/// Zero where no value is given. Made in its size: one that shrinks and grows again keeps old values.
using Pixels = std::vector<std::uint32_t, ZeroedMemory<std::uint32_t>>;
inline Pixels pixels_for(Size size) {
  return Pixels(static_cast<std::size_t>(size.w) * static_cast<std::size_t>(size.h));
}

/// Premultiplied ARGB32 (0xAARRGGBB), rows without padding. Immutable once shared.
struct Pixmap {
  Size size;
  Pixels pixels;
  /// Disjoint, in rows from top to bottom: where it is not transparent. Empty: nothing is known of that.
  std::vector<Rect> ink;
};
using PixmapPtr = std::shared_ptr<const Pixmap>;

/// Borrowed pixels of the same kind to paint from. `stride` in px.
struct Bitmap {
  Size size;
  const std::uint32_t* pixels = nullptr;
  int stride = 0;
};
inline Bitmap view_of(const Pixmap& pixmap) { return {pixmap.size, pixmap.pixels.data(), pixmap.size.w}; }

/// Somebody else's pixels to paint into: a window surface, a pixmap. `stride` in bytes, whole
/// pixels.
struct Target {
  Size size;
  std::uint32_t* pixels = nullptr;
  int stride = 0;
  std::uint32_t* row(int y) const { return pixels + std::ptrdiff_t{y} * (stride / 4); }
};

}  // namespace xp::paint
