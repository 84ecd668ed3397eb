// SPDX-License-Identifier: MIT
#include "present/standby_card.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/hash.h"
#include "paint/pixmap.h"
#include "present/small_print.h"
#include "scene/builder.h"

namespace xp::present {

namespace {

// Passers-by read it, in China: both whatever the language of messages.
constexpr const char *kHeadline = "节目准备中", *kEnglish = "Please stand by";
constexpr int kSmallestEnglishPx = 12;  ///< below it LED strips show Chinese alone
constexpr Color kTop{0x14, 0x3f, 0x7d}, kBottom{0x07, 0x1b, 0x3f};
constexpr Color kText{0xf3, 0xf7, 0xff}, kSecondary{0xb9, 0xcd, 0xf0}, kAccent{0xff, 0xcf, 0x5c};
constexpr std::size_t kReasonLines = 4;
constexpr int kSmallestReasonPx =
    12;  ///< below it nobody can read the reason: LED strips show the headline alone

/// A 4 × 4 ordered matrix: the ground shows no bands.
constexpr int kDither[4][4] = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};

std::uint32_t mixed(int y, int height, int threshold) {
  const auto channel = [&](int top, int bottom) {
    const int sixteenths = top * 16 + (bottom - top) * 16 * y / std::max(height - 1, 1);
    return static_cast<std::uint32_t>((sixteenths + threshold) / 16);
  };
  return 0xFF000000 | channel(kTop.r, kBottom.r) << 16 | channel(kTop.g, kBottom.g) << 8 |
         channel(kTop.b, kBottom.b);
}

void draw_ground(const paint::Target& target) {
  for (int y = 0; y < target.size.h; ++y) {
    std::uint32_t four[4];
    for (int x = 0; x < 4; ++x) four[x] = mixed(y, target.size.h, kDither[y % 4][x]);
    std::uint32_t* row = target.row(y);
    for (int x = 0; x < target.size.w; ++x) row[x] = four[x % 4];
  }
}

void fill(const paint::Target& target, Rect rect, Color color) {
  const std::uint32_t pixel =
      0xFF000000u | std::uint32_t{color.r} << 16 | std::uint32_t{color.g} << 8 | color.b;
  rect = intersect(rect, Rect::of({}, target.size));
  for (int y = rect.y; y < rect.bottom(); ++y) std::fill_n(target.row(y) + rect.x, rect.w, pixel);
}

/// Returns the room above the reason.
int draw_reason(const paint::Target& target, std::string_view reason, int vmin) {
  const int size = std::max(vmin / 45, kSmallestReasonPx);
  const auto print =
      vmin >= 12 * kSmallestReasonPx ? SmallPrint::open(size, SmallPrint::Weight::regular) : nullptr;
  if (!print || reason.empty()) return target.size.h;
  const int margin = vmin / 20;
  const auto lines = print->wrap(reason, target.size.w - 2 * margin, kReasonLines);
  const int top = target.size.h - margin - static_cast<int>(lines.size()) * print->line_height();
  int y = top;
  for (const std::string& line : lines) {
    print->draw(target, {margin, y}, line, kSecondary);
    y += print->line_height();
  }
  return top - margin;
}

/// The two languages one above the other, with a rule between.
struct Block {
  std::unique_ptr<SmallPrint> headline, english;
  Rect headline_ink, english_ink;  ///< from where they are drawn
  int rule = 0, gap = 0;           ///< heights

  int height() const { return headline_ink.h + (english ? 2 * gap + rule + english_ink.h : 0); }
};

/// Chinese alone where English would be too small to read.
Block block_in(Size size) {
  const int px =
      std::min(size.h / 5 < kSmallestEnglishPx * 3 ? size.h * 17 / 20 : size.h / 5, size.w * 10 / 66);
  const int english_px = px * 3 / 8;
  Block block;
  block.headline = SmallPrint::open(px, SmallPrint::Weight::bold);
  if (!block.headline) return block;
  block.headline_ink = block.headline->ink(kHeadline);
  if (english_px < kSmallestEnglishPx) return block;
  block.rule = std::max(px / 20, 2);
  block.gap = px * 2 / 5;
  block.english = SmallPrint::open(english_px, SmallPrint::Weight::regular);
  if (!block.english) return block;
  block.english_ink = block.english->ink(kEnglish);
  if (block.english_ink.w > size.w * 9 / 10 || block.height() > size.h * 9 / 10) block.english = nullptr;
  return block;
}

void draw_block(const paint::Target& target, int room) {
  const Block block = block_in({target.size.w, room});
  if (!block.headline) return;
  const auto draw = [&](const SmallPrint& print, const Rect& ink, int y, const char* line, Color color) {
    print.draw(target, {(target.size.w - ink.w) / 2 - ink.x, y - ink.y}, line, color);
  };
  int y = (room - block.height()) / 2;
  draw(*block.headline, block.headline_ink, y, kHeadline, kText);
  if (!block.english) return;
  y += block.headline_ink.h + block.gap;
  const int width = block.headline_ink.w / 4;
  fill(target, {(target.size.w - width) / 2, y, width, block.rule}, kAccent);
  y += block.rule + block.gap;
  draw(*block.english, block.english_ink, y, kEnglish, kSecondary);
}

}  // namespace

std::shared_ptr<const media::Picture> standby_card(Size size, std::string_view reason) {
  auto card = std::make_shared<media::Picture>();
  card->size = size;
  card->opaque = true;
  card->hash = Hasher().add("standby").add(size.w).add(size.h).add(reason).done();
  card->pixels.resize(std::size_t(size.w) * std::size_t(size.h));
  const paint::Target target{size, card->pixels.data(), size.w * 4};
  draw_ground(target);
  draw_block(target, draw_reason(target, reason, std::min(size.w, size.h)));
  return card;
}

scene::Scene standby_scene(Size size, std::string_view reason) {
  const Rect whole = Rect::of({}, size);
  scene::Builder builder;
  builder.image(standby_card(size, reason), whole);
  return {size, {{whole, {}, 255, builder.done()}}};
}

}  // namespace xp::present
