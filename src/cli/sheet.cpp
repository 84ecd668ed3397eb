// SPDX-License-Identifier: MIT
#include "cli/sheet.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "scene/builder.h"

namespace xp::cli {

namespace {

constexpr int kGap = 24, kCaption = 22, kSheetWidth = 2040, kStripHeight = 64;
constexpr Color kGround{0x20, 0x23, 0x29}, kInk{0xd8, 0xdc, 0xe4};

struct Grid {
  Size cell;
  int columns;
};

Grid grid_of(Size picture, std::size_t count) {
  if (picture.h < kStripHeight) {
    const int times = std::max(1, (kSheetWidth - 2 * kGap) / picture.w);
    return {{picture.w * times, picture.h * times}, 1};
  }
  const bool portrait = picture.h > picture.w;
  const int width = std::min(picture.w, portrait ? kThumbnailWidth / 2 : kThumbnailWidth);
  const int columns = std::max(1, (kSheetWidth - kGap) / (width + kGap));
  return {{width, width * picture.h / picture.w}, std::min(columns, static_cast<int>(count))};
}

scene::Layer caption(const std::string& text, Point at, Rect sheet, text::Engine& engine) {
  text::ParagraphStyle style;
  const auto layout = engine.layout({decode_utf8(text), {}}, style);
  scene::Builder builder;
  builder.text(*layout, {}, Px::whole(kCaption), 1.0, {kInk, kInk});
  return {sheet, at, 255, builder.done()};
}

}  // namespace

scene::Scene contact_sheet(const std::vector<Thumbnail>& thumbnails, text::Engine& engine) {
  if (thumbnails.empty()) return {};
  const Grid grid = grid_of(thumbnails.front().picture->size, thumbnails.size());
  const int rows = (static_cast<int>(thumbnails.size()) + grid.columns - 1) / grid.columns;
  const int pitch = grid.cell.h + kCaption + 2 * kGap;
  scene::Scene scene{{kGap + grid.columns * (grid.cell.w + kGap), kGap + rows * pitch}, {}};
  const Rect sheet = Rect::of({}, scene.size);
  scene::Builder builder;
  scene.layers.push_back({sheet, {}, 255, builder.fill(sheet, kGround).done()});
  for (int i = 0; i < static_cast<int>(thumbnails.size()); ++i) {
    const Thumbnail& item = thumbnails[static_cast<std::size_t>(i)];
    const Point at{kGap + i % grid.columns * (grid.cell.w + kGap), kGap + i / grid.columns * pitch};
    const Rect cell = Rect::of(at, grid.cell);
    scene.layers.push_back({sheet, at, 255, builder.image(item.picture, Rect::of({}, grid.cell)).done()});
    scene.layers.push_back(caption(item.caption, {cell.x, cell.bottom() + 8}, sheet, engine));
  }
  return scene;
}

}  // namespace xp::cli
