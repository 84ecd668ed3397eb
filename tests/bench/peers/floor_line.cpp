// SPDX-License-Identifier: MIT
// The least that a start costs: a window, one line of text in one font, shaped by HarfBuzz and painted by
// FreeType, shown. Says how many milliseconds after the process began, then ends.
//   floor_line WIDTH HEIGHT FONT_FILE FACE_INDEX TEXT
#include <hb-ft.h>
#include <hb.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

#include "floor.h"

namespace {

/// When this process began, on the clock of now_ns(), to the kernel's tick.
std::int64_t process_began_ns() {
  std::ifstream file("/proc/self/stat");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string field;
  for (int i = 0; i < 20; ++i) fields >> field;
  return std::stoll(field) * 1'000'000'000 / sysconf(_SC_CLK_TCK);
}

void draw(SDL_Surface* surface, const FT_Bitmap& bitmap, int left, int top) {
  for (int y = 0; y < int(bitmap.rows); ++y) {
    if (top + y < 0 || top + y >= surface->h) continue;
    for (int x = 0; x < int(bitmap.width); ++x) {
      if (left + x < 0 || left + x >= surface->w) continue;
      const unsigned a = bitmap.buffer[y * bitmap.pitch + x];
      if (a) floors::row(surface, top + y)[left + x] = 0xFF000000u | a * 0x010101u;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return std::fputs("floor_line WIDTH HEIGHT FONT_FILE FACE_INDEX TEXT\n", stderr), 2;
  const int width = floors::number(argv[1]), height = floors::number(argv[2]);
  SDL_Window* window = floors::open_window(width, height);
  SDL_Surface* surface = SDL_GetWindowSurface(window);
  if (!surface) floors::fail("SDL_GetWindowSurface");
  SDL_FillRect(surface, nullptr, 0xFF102050);

  FT_Library library = nullptr;
  FT_Face face = nullptr;
  if (FT_Init_FreeType(&library) || FT_New_Face(library, argv[3], floors::number(argv[4]), &face))
    return std::fputs("no font\n", stderr), 1;
  FT_Set_Pixel_Sizes(face, 0, unsigned(height / 10));
  hb_font_t* font = hb_ft_font_create_referenced(face);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, argv[5], -1, 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(font, buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  int pen = width / 20 * 64;
  for (unsigned i = 0; i < count; pen += places[i++].x_advance) {
    if (FT_Load_Glyph(face, glyphs[i].codepoint, FT_LOAD_RENDER | FT_LOAD_NO_HINTING)) continue;
    draw(surface, face->glyph->bitmap, pen / 64 + face->glyph->bitmap_left,
         height / 2 - face->glyph->bitmap_top);
  }
  SDL_UpdateWindowSurface(window);
  SDL_PumpEvents();
  timespec boot{};
  clock_gettime(CLOCK_BOOTTIME, &boot);
  const std::int64_t now = std::int64_t{boot.tv_sec} * 1'000'000'000 + boot.tv_nsec;
  std::printf("%.0f ms\n", double(now - process_began_ns()) / 1e6);
  std::fflush(stdout);
  _exit(0);
}
