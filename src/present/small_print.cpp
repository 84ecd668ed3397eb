// SPDX-License-Identifier: MIT
#include "present/small_print.h"

#include <SDL.h>
#include <SDL_ttf.h>

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace xp::present {

namespace {

struct FontFile {
  const char* path;
  int index;  ///< of the simplified Chinese face in a collection
};

// Where Debian and its relatives put fonts that have all of GB 2312, best first. The catalogue is not asked:
// it may be what is broken.
constexpr FontFile kBold[] = {{"/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2},
                              {"/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc", 2}};
constexpr FontFile kRegular[] = {{"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2},
                                 {"/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2},
                                 {"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0},
                                 {"/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0},
                                 {"/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", 0},
                                 {"/usr/share/fonts/opentype/unifont/unifont.otf", 0}};

template <std::size_t n>
TTF_Font* open_first(const FontFile (&files)[n], int size_px) {
  for (const FontFile& file : files) {
    if (TTF_Font* font = TTF_OpenFontIndex(file.path, size_px, file.index)) return font;
  }
  return nullptr;
}

std::uint32_t blend(std::uint32_t below, SDL_Color color, std::uint32_t alpha) {
  const auto channel = [&](int shift, std::uint32_t top) {
    const std::uint32_t bottom = below >> shift & 0xFF;
    return ((top * alpha + bottom * (255 - alpha) + 127) / 255) << shift;
  };
  return 0xFF000000 | channel(16, color.r) | channel(8, color.g) | channel(0, color.b);
}

}  // namespace

struct SmallPrint::State {
  TTF_Font* font = nullptr;
  ~State() {
    if (font) TTF_CloseFont(font);
    TTF_Quit();  // counted by SDL2_ttf
  }
};

std::unique_ptr<SmallPrint> SmallPrint::open(int size_px, Weight weight) {
  if (TTF_Init() != 0) return nullptr;
  auto state = std::make_unique<State>();
  const int size = std::clamp(size_px, 6, 512);
  if (weight == Weight::bold) state->font = open_first(kBold, size);
  if (!state->font) state->font = open_first(kRegular, size);
  if (!state->font) return nullptr;
  return std::unique_ptr<SmallPrint>(new SmallPrint(std::move(state)));
}

SmallPrint::SmallPrint(std::unique_ptr<State> state) : state_(std::move(state)) {}
SmallPrint::~SmallPrint() = default;

int SmallPrint::width(const std::string& line) const {
  int w = 0;
  TTF_SizeUTF8(state_->font, line.c_str(), &w, nullptr);
  return w;
}

int SmallPrint::line_height() const { return TTF_FontLineSkip(state_->font); }

Rect SmallPrint::ink(const std::string& line) const {
  SDL_Surface* text =
      line.empty() ? nullptr : TTF_RenderUTF8_Blended(state_->font, line.c_str(), {255, 255, 255, 255});
  if (!text) return {};
  int left = text->w, right = 0, top = text->h, bottom = 0;
  for (int y = 0; y < text->h; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(static_cast<const char*>(text->pixels) +
                                                             std::ptrdiff_t{y} * text->pitch);
    for (int x = 0; x < text->w; ++x) {
      if (row[x] >> 24 < 128) continue;
      left = std::min(left, x), right = std::max(right, x + 1);
      top = std::min(top, y), bottom = y + 1;
    }
  }
  SDL_FreeSurface(text);
  return right <= left ? Rect{} : Rect{left, top, right - left, bottom - top};
}

std::vector<std::string> SmallPrint::wrap(std::string_view text, int width, std::size_t max_lines) const {
  std::vector<std::string> lines;
  std::u32string rest = decode_utf8(text);
  while (!rest.empty() && lines.size() < max_lines) {
    const std::size_t newline = rest.find(U'\n');
    const std::string first = encode_utf8(rest.substr(0, newline));
    int extent = 0, count = 0;
    TTF_MeasureUTF8(state_->font, first.c_str(), width, &extent, &count);
    const std::size_t end = std::min(newline, rest.size());
    const std::size_t fits = std::min(end, static_cast<std::size_t>(std::max(count, 1)));
    lines.push_back(encode_utf8(rest.substr(0, fits)));
    rest.erase(0, fits == newline ? fits + 1 : fits);
  }
  if (!rest.empty() && !lines.empty()) {
    std::u32string last = decode_utf8(lines.back());
    if (!last.empty()) last.pop_back();
    last += U'…';
    lines.back() = encode_utf8(last);
  }
  return lines;
}

void SmallPrint::draw(const paint::Target& target, Point top_left, const std::string& line,
                      Color color) const {
  const SDL_Color ink{color.r, color.g, color.b, 255};
  SDL_Surface* text = line.empty() ? nullptr : TTF_RenderUTF8_Blended(state_->font, line.c_str(), ink);
  if (!text) return;
  const Rect part = intersect({top_left.x, top_left.y, text->w, text->h}, Rect::of({}, target.size));
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto* from = reinterpret_cast<const std::uint32_t*>(static_cast<const char*>(text->pixels) +
                                                              std::ptrdiff_t{y - top_left.y} * text->pitch);
    std::uint32_t* to = target.row(y);
    for (int x = part.x; x < part.right(); ++x) {
      to[x] = blend(to[x], ink, (from[x - top_left.x] >> 24) * color.a / 255);
    }
  }
  SDL_FreeSurface(text);
}

}  // namespace xp::present
