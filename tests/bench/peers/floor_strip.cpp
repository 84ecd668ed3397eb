// SPDX-License-Identifier: MIT
// The least that a ticker at 60 Hz costs with SDL2: a strip painted once, copied to the window's surface a
// step further each refresh, over a picture that is painted once. With 0 px a refresh: a still picture.
//   floor_strip WIDTH HEIGHT BAND_HEIGHT PX_A_REFRESH SECONDS
#include <algorithm>
#include <cstring>
#include <vector>

#include "floor.h"

namespace {

using floors::row;

void wait_for_the_end(std::int64_t end) {
  while (floors::now_ns() < end) {
    SDL_PumpEvents();
    floors::sleep_until(std::min(end, floors::now_ns() + 10'000'000'000));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return std::fputs("floor_strip WIDTH HEIGHT BAND_HEIGHT PX_A_REFRESH SECONDS\n", stderr), 2;
  const int width = floors::number(argv[1]), height = floors::number(argv[2]);
  const int band = floors::number(argv[3]), step = floors::number(argv[4]);
  SDL_Window* window = floors::open_window(width, height);
  SDL_Surface* surface = SDL_GetWindowSurface(window);
  if (!surface) floors::fail("SDL_GetWindowSurface");
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) row(surface, y)[x] = 0xFF000000u | unsigned(x * 7 ^ y * 3);
  SDL_UpdateWindowSurface(window);

  const std::int64_t begin = floors::now_ns(), end = begin + floors::number(argv[5]) * 1'000'000'000LL;
  if (step == 0) return wait_for_the_end(end), 0;
  const int length = 2 * width;  // the second half is the first again
  std::vector<std::uint32_t> strip(std::size_t(length) * std::size_t(band));
  for (int y = 0; y < band; ++y)
    for (int x = 0; x < length; ++x)
      strip[std::size_t(y) * std::size_t(length) + std::size_t(x)] =
          0xFF000000u | unsigned((x % width) * 5 ^ y * 11);
  const SDL_Rect damage{0, height - band, width, band};
  for (std::int64_t frame = 0; floors::now_ns() < end; ++frame) {
    const auto offset = static_cast<std::size_t>(frame * step % width);
    for (int y = 0; y < band; ++y)
      std::memcpy(row(surface, damage.y + y), &strip[std::size_t(y) * std::size_t(length) + offset],
                  std::size_t(width) * 4);
    SDL_UpdateWindowSurfaceRects(window, &damage, 1);
    SDL_PumpEvents();
    floors::sleep_until(floors::refresh_ns(begin, frame + 1));
  }
  return 0;
}
