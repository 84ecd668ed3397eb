// SPDX-License-Identifier: MIT
// What the floor programs share: a borderless window as large as asked, the time, the end.
#pragma once

#include <SDL.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace floors {

[[noreturn]] inline void fail(const char* what) {
  std::fprintf(stderr, "%s: %s\n", what, SDL_GetError());
  std::exit(1);
}

/// Shown by the X server's shared memory, not through a texture: there is no GPU.
inline SDL_Window* open_window(int width, int height) {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) fail("SDL_Init");
  SDL_Window* window =
      SDL_CreateWindow("floor", 0, 0, width, height, SDL_WINDOW_BORDERLESS | SDL_WINDOW_SHOWN);
  return window ? window : (fail("SDL_CreateWindow"), nullptr);
}

inline std::int64_t now_ns() {
  timespec t{};
  clock_gettime(CLOCK_MONOTONIC, &t);
  return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

inline void sleep_until(std::int64_t ns) {
  const timespec t{ns / 1'000'000'000, static_cast<long>(ns % 1'000'000'000)};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, nullptr);
}

/// The start of refresh `frame` at 60 Hz.
inline std::int64_t refresh_ns(std::int64_t begin, std::int64_t frame) {
  return begin + frame * 1'000'000'000 / 60;
}

inline std::uint32_t* row(SDL_Surface* surface, int y) {
  return reinterpret_cast<std::uint32_t*>(static_cast<char*>(surface->pixels) +
                                          std::ptrdiff_t{y} * surface->pitch);
}

inline int number(const char* text) { return std::atoi(text); }

}  // namespace floors
