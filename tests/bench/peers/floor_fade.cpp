// SPDX-License-Identifier: MIT
// The least that a full-screen cross-fade costs with SDL2: two pictures blended straight into the window's
// surface, once each refresh; says how many frames it showed.
//   floor_fade WIDTH HEIGHT SECONDS
#include <vector>

#include "floor.h"

namespace {

using Picture = std::vector<std::uint32_t>;

Picture picture(int width, int height, unsigned seed) {
  Picture out(std::size_t(width) * std::size_t(height));
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = 0xFF000000u | unsigned(i * seed);
  return out;
}

/// Plain enough for the compiler to make vectors of it.
void blend(std::uint8_t* __restrict to, const std::uint8_t* __restrict a, const std::uint8_t* __restrict b,
           std::size_t bytes, unsigned weight) {
  const auto of_b = static_cast<std::uint16_t>(weight), of_a = static_cast<std::uint16_t>(256 - weight);
  for (std::size_t i = 0; i < bytes; ++i)
    to[i] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(a[i] * of_a + b[i] * of_b) >> 8);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("floor_fade WIDTH HEIGHT SECONDS\n", stderr), 2;
  const int width = floors::number(argv[1]), height = floors::number(argv[2]);
  SDL_Window* window = floors::open_window(width, height);
  SDL_Surface* surface = SDL_GetWindowSurface(window);
  if (!surface) floors::fail("SDL_GetWindowSurface");
  const Picture a = picture(width, height, 2654435761u), b = picture(width, height, 40503u);
  const std::int64_t begin = floors::now_ns(), end = begin + floors::number(argv[3]) * 1'000'000'000LL;
  std::int64_t frames = 0;
  for (std::int64_t refresh = 0; floors::now_ns() < end; ++frames) {
    const auto bytes = std::size_t(width) * 4;
    for (int y = 0; y < height; ++y) {
      const std::size_t from = std::size_t(y) * std::size_t(width);
      blend(reinterpret_cast<std::uint8_t*>(floors::row(surface, y)),
            reinterpret_cast<const std::uint8_t*>(&a[from]), reinterpret_cast<const std::uint8_t*>(&b[from]),
            bytes, static_cast<unsigned>(refresh % 257));
    }
    SDL_UpdateWindowSurface(window);
    SDL_PumpEvents();
    do ++refresh;
    while (floors::refresh_ns(begin, refresh) < floors::now_ns());
    floors::sleep_until(floors::refresh_ns(begin, refresh));
  }
  std::printf("%lld frames\n", static_cast<long long>(frames));
  return 0;
}
