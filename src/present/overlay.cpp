// SPDX-License-Identifier: MIT
#include "present/overlay.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "present/canvas.h"
#include "present/small_print.h"

namespace xp::present {

namespace {

constexpr std::uint32_t kGround = 0xFF000000;
constexpr Color kInk{0xff, 0xff, 0xff};

/// Three quarters panel, one quarter picture.
std::uint32_t veil(std::uint32_t picture, std::uint32_t panel) {
  return 0xFF000000 | (((picture >> 2) & 0x3F3F3F) + ((panel >> 2) & 0x3F3F3F) * 3);
}

}  // namespace

void Overlay::set(std::vector<std::string> lines) {
  if (lines == lines_) return;
  lines_ = std::move(lines);
  changed_ = true;
}

void Overlay::render(Size output) {
  output_ = output;
  area_ = {};
  panel_ = {};
  const auto print = lines_.empty()
                         ? nullptr
                         : SmallPrint::open(std::clamp(output.h / 45, 10, 40), SmallPrint::Weight::regular);
  if (!print) return;
  const int margin = print->line_height() / 2;
  int width = 0;
  for (const std::string& line : lines_) width = std::max(width, print->width(line));
  const Size size{width + 2 * margin, static_cast<int>(lines_.size()) * print->line_height() + 2 * margin};
  area_ = intersect({margin, margin, size.w, size.h}, Rect::of({}, output));
  if (area_.empty()) return;
  panel_ = {area_.size(), paint::Pixels(std::size_t(area_.w) * std::size_t(area_.h), kGround), {}};
  const paint::Target target{panel_.size, panel_.pixels.data(), panel_.size.w * 4};
  int y = margin;
  for (const std::string& line : lines_) {
    print->draw(target, {margin, y}, line, kInk);
    y += print->line_height();
  }
}

void Overlay::add_damage(std::vector<Rect>& rects, Size output) {
  if (changed_ || (output != output_ && !lines_.empty())) {
    add_rect(rects, intersect(area_, Rect::of({}, output)));
    render(output);
    changed_ = false;
    add_rect(rects, area_);
    return;
  }
  const bool touched = std::any_of(rects.begin(), rects.end(),
                                   [&](const Rect& rect) { return !intersect(rect, area_).empty(); });
  if (touched) add_rect(rects, area_);
}

void Overlay::draw(const std::vector<Rect>& rects, const paint::Target& output) const {
  const bool painted =
      std::any_of(rects.begin(), rects.end(), [&](const Rect& rect) { return rect.contains(area_); });
  if (area_.empty() || !painted) return;
  for (int y = 0; y < area_.h; ++y) {
    std::uint32_t* to = output.row(area_.y + y) + area_.x;
    const std::uint32_t* from = panel_.pixels.data() + std::size_t(y) * std::size_t(area_.w);
    for (int x = 0; x < area_.w; ++x) to[x] = veil(to[x], from[x]);
  }
}

}  // namespace xp::present
