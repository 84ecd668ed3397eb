// SPDX-License-Identifier: MIT
#include "kinds/scrim.h"

#include <algorithm>
#include <cstddef>

namespace xp::kinds {
namespace {

constexpr int kStep = 3;               // px from one measured pixel to the next
constexpr std::size_t kMayMiss = 200;  // one in so many
constexpr double kSpare = 1.02;        // for what dithering and rounding take
constexpr double kThin = 0.35;         // of the veil, where there are no words
constexpr double kFade = 0.3;          // of the box: from dense to thin
constexpr double kNearlyAll = 0.8;     // words as wide as that leave no room beside them

Color color_of(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(pixel >> 16), static_cast<std::uint8_t>(pixel >> 8),
          static_cast<std::uint8_t>(pixel), 255};
}

std::vector<Color> sampled(const media::Picture& picture, const Rect& area) {
  const Rect part = intersect(area, Rect::of({}, picture.size));
  std::vector<Color> samples;
  for (int y = part.y; y < part.bottom(); y += kStep)
    for (int x = part.x; x < part.right(); x += kStep)
      samples.push_back(color_of(picture.pixels[static_cast<std::size_t>(y) * picture.size.w + x]));
  return samples;
}

bool readable(const std::vector<Color>& grounds, const OnPicture& words, Color veil) {
  const double ink = luminance(words.ink) + 0.05;
  const auto missed = std::ranges::count_if(grounds, [&](Color ground) {
    const double below = luminance(over(veil, ground)) + 0.05;
    return std::max(ink, below) / std::min(ink, below) < words.contrast * kSpare;
  });
  return static_cast<std::size_t>(missed) * kMayMiss <= grounds.size();
}

/// Where the veil is dense on one axis of the box, px. Where there is no room to thin out it reaches the
/// edge.
struct Span {
  int from, to, length;
};

std::vector<scene::GradientStop> stops_of(const Span& span, Color veil) {
  const auto thin = [veil] {
    Color c = veil;
    c.a = static_cast<std::uint8_t>(veil.a * kThin);
    return c;
  }();
  const auto at = [&](double px) { return std::clamp(px / span.length, 0.0, 1.0); };
  const double fade = kFade * span.length;
  std::vector<scene::GradientStop> stops;
  if (span.from > fade) stops.push_back({at(span.from - fade), thin});
  stops.push_back({at(span.from), veil});
  stops.push_back({at(span.to), veil});
  if (span.to + fade < span.length) stops.push_back({at(span.to + fade), thin});
  return stops;
}

}  // namespace

std::uint8_t veil_alpha(const media::Picture& picture, const std::vector<OnPicture>& words, Color veil) {
  int enough = 0;
  for (const OnPicture& each : words) {
    const std::vector<Color> grounds = sampled(picture, each.area);
    int low = enough, high = 255;
    while (low < high) {
      const int middle = (low + high) / 2;
      veil.a = static_cast<std::uint8_t>(middle);
      readable(grounds, each, veil) ? high = middle : low = middle + 1;
    }
    enough = low;
  }
  return static_cast<std::uint8_t>(enough);
}

std::uint8_t veil_alpha_on_anything(std::vector<OnPicture> words, Color veil) {
  constexpr std::uint32_t kBlack = 0xFF000000, kWhite = 0xFFFFFFFF;
  std::uint8_t alpha = 0;
  for (const std::uint32_t pixel : {kBlack, kWhite}) {
    media::Picture extreme;
    extreme.size = {1, 1};
    extreme.pixels = {pixel};
    for (OnPicture& each : words) each.area = Rect::of({}, extreme.size);
    alpha = std::max(alpha, veil_alpha(extreme, words, veil));
  }
  return alpha;
}

void draw_veil(Canvas& canvas, const Rect& words, Color veil) {
  const Rect box = canvas.box();
  const int air = canvas.px(canvas.theme().spacing.gap);
  scene::GradientOp op;
  op.rect = box;
  if (words.w < kNearlyAll * box.w) {
    op.to = {Px::whole(box.w), Px{}};
    op.stops = stops_of({words.x - air, words.right() + air, box.w}, veil);
  } else {
    op.to = {Px{}, Px::whole(box.h)};
    op.stops = stops_of({words.y - air, words.bottom() + air, box.h}, veil);
  }
  canvas.draw().gradient(std::move(op));
  canvas.close();
}

Color veil_of(const Palette& colors) {
  return contrast_ratio(colors.text, colors.background_deep) >=
                 contrast_ratio(colors.text, colors.background_bright)
             ? colors.background_deep
             : colors.background_bright;
}

}  // namespace xp::kinds
