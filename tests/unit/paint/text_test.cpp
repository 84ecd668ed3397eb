// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/fonts.h"
#include "support/golden.h"
#include "text/engine.h"
#include "unit/paint/surface.h"

namespace xp::paint {
namespace {

using namespace test;
using scene::Builder;

constexpr Color kWhite{255, 255, 255, 255};

class TextPainting : public ::testing::Test {
 protected:
  TextPainting() {
    auto engine = text::Engine::create(test_fonts());
    auto made = Painter::create(test_fonts());
    EXPECT_TRUE(engine && made);
    engine_ = *std::move(engine);
    painter_ = *std::move(made);
  }

  scene::OpsPtr line(const char* words, const char* role, PointF origin, Px size) {
    text::ParagraphStyle style;
    style.role = role;
    const auto layout = engine_->layout(text::parse_markup(words), style);
    return Builder().text(*layout, origin, size, 1.24, {kWhite, kWhite}).done();
  }

  /// How much of the way from the ground's light to the ink's the px go, in px: the area of the ink that is
  /// seen.
  double seen_area(Color ink, Color ground) {
    text::ParagraphStyle style;
    const auto layout = engine_->layout(text::parse_markup("警"), style);
    constexpr Size kBox{40, 40};
    scene::Scene scene{kBox, {}};
    const Rect whole = Rect::of({}, kBox);
    scene.layers.push_back({whole, {}, 255, Builder().fill(whole, ground).done()});
    const auto text =
        Builder().text(*layout, {Px::whole(4), Px::whole(4)}, Px::whole(30), 1, {ink, ink}).done();
    scene.layers.push_back({whole, {}, 255, text});
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(kBox.w * kBox.h));
    painter_->paint(scene, {whole}, {kBox, pixels.data(), kBox.w * 4});
    const auto light = [](Color c) { return 0.05 * (contrast_ratio(c, {0, 0, 0}) - 1); };
    double sum = 0;
    for (const std::uint32_t p : pixels) {
      const Color color{static_cast<std::uint8_t>(p >> 16), static_cast<std::uint8_t>(p >> 8),
                        static_cast<std::uint8_t>(p), 255};
      sum += (light(color) - light(ground)) / (light(ink) - light(ground));
    }
    return sum;
  }

  /// The px that have ink, in the ops' own px.
  Rect ink(const scene::OpsPtr& ops) {
    const auto pixmap = painter_->raster(ops);
    Rect area;
    for (int y = 0; y < pixmap->size.h; ++y) {
      for (int x = 0; x < pixmap->size.w; ++x) {
        if (pixmap->pixels[static_cast<std::size_t>(y * pixmap->size.w + x)] >> 24)
          area = unite(area, {x, y, 1, 1});
      }
    }
    return area.moved(ops->bounds.origin());
  }

  std::unique_ptr<text::Engine> engine_;
  std::unique_ptr<Painter> painter_;
};

TEST_F(TextPainting, HanFillsItsEmBox) {
  const Rect area = ink(line("警国", "headline", {}, Px::whole(100)));
  EXPECT_TRUE((Rect{-2, -2, 204, 104}).contains(area))
      << area.x << ',' << area.y << ' ' << area.w << 'x' << area.h;
  EXPECT_GT(area.w, 180);
  EXPECT_GT(area.h, 85);
}

TEST_F(TextPainting, LightOnDarkIsAsHeavyAsDarkOnLight) {
  const Color black{0, 0, 0}, cream{0xf3, 0xf7, 0xff}, blue{0x0c, 0x2d, 0x63};
  EXPECT_NEAR(seen_area(kWhite, black) / seen_area(black, kWhite), 1, 0.03);
  EXPECT_NEAR(seen_area(cream, blue) / seen_area(blue, cream), 1, 0.06);
  EXPECT_NEAR(seen_area(cream, blue) / seen_area(kWhite, black), 1, 0.06);
}

TEST_F(TextPainting, BoundsCoverOverhangAndAccents) {
  for (const char* words : {"fjÅǺ", "g̈́ẫ", "——……", "ﷺ", "བསྒྲུབས", "ཧཱུྂ"}) {
    const auto ops = line(words, "body", {}, Px::whole(64));
    const Rect area = ink(ops);
    EXPECT_TRUE(ops->bounds.inset(1).contains(area)) << words << ": the ink touches the bounds";
  }
}

TEST_F(TextPainting, MovesWithItsOrigin) {
  const auto here = line("防诈骗", "body", {}, Px::whole(48));
  const auto there = line("防诈骗", "body", {Px::whole(13), Px::whole(7)}, Px::whole(48));
  EXPECT_EQ(here->bounds.moved({13, 7}), there->bounds);
  EXPECT_EQ(painter_->raster(here)->pixels, painter_->raster(there)->pixels);
}

TEST_F(TextPainting, QuartersOfAPxShowAndLessDoesNot) {
  const auto at = [this](int raw) { return line("骗", "body", {Px{raw}, {}}, Px::whole(40)); };
  const auto pixels = [this](const scene::OpsPtr& ops) {
    return painted(*painter_, over_grey({64, 64}, ops)).pixels;
  };
  EXPECT_EQ(pixels(at(0)), pixels(at(7)));
  EXPECT_NE(pixels(at(0)), pixels(at(16)));
  EXPECT_EQ(pixels(at(16)), pixels(at(20)));
}

TEST_F(TextPainting, BitmapFacesKeepToWholePx) {
  const auto at = [this](int raw) { return line("防", "led-16", {Px{raw}, {}}, Px::whole(16)); };
  const auto pixels = [this](const scene::OpsPtr& ops) {
    return painted(*painter_, over_grey({32, 32}, ops)).pixels;
  };
  EXPECT_EQ(pixels(at(0)), pixels(at(24)));
  for (const std::uint32_t pixel : pixels(at(24))) EXPECT_TRUE(pixel == 0xff5a5a5a || pixel == 0xffffffff);
}

TEST_F(TextPainting, PictureOfBitmapText) {
  expect_golden("pixels/bitmap-text.txt",
                ascii_art(*painter_->raster(line("防诈 110", "led-16", {}, Px::whole(16)))));
}

TEST_F(TextPainting, AStripPaintedWhileItMovesIsTheWholePicture) {
  const auto strip = line("不听不信不转账，遇事先打 110。", "body", {}, Px::whole(24));
  scene::Scene last = over_grey({200, 60}, strip);
  last.layers[1].clip = {0, 20, 200, 40};
  Surface surface = painted(*painter_, last);
  for (int x = 0; x > -40; x -= 4) {
    scene::Scene next = last;
    next.layers[1].offset = {x, 24};
    painter_->paint(next, scene::damage(last, next), surface.target());
    ASSERT_EQ(surface.pixels, painted(*painter_, next).pixels) << x;
    last = next;
  }
}

}  // namespace
}  // namespace xp::paint
