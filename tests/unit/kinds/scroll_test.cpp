// SPDX-License-Identifier: MIT
#include "kinds/scroll.h"

#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

const Size kStrip{1920, 114};

LaidPtr fed(const char* kind, const ZoneFeed& feed, Size box) {
  const SlideKind& row = *find_kind(kind);
  return Stage::get().lay(row, *row.feed(feed), box);
}

LaidPtr ticker() { return fed("ticker", {{"陌生来电要验证码，一个字都别给", "求助请拨打110"}, {}}, kStrip); }

TEST(Scroll, OffsetsAreWholeStepsThatComeBackAfterThePeriod) {
  EXPECT_EQ(scroll_offset(0, 4, 1000), 0);
  EXPECT_EQ(scroll_offset(1, 4, 1000), 4);
  EXPECT_EQ(scroll_offset(250, 4, 1000), 0);
  EXPECT_EQ(scroll_offset(-1, 4, 1000), 996);
  for (const std::int64_t tick : {0L, 7L, 123456789L, 99999999999L}) {
    EXPECT_EQ(scroll_offset(tick, 7, 1001), scroll_offset(tick + 1001, 7, 1001));
    EXPECT_EQ((scroll_offset(tick, 7, 1001) + 7) % 1001, scroll_offset(tick + 1, 7, 1001));
  }
}

TEST(Scroll, StepIsWholePixelsAndAtLeastOne) {
  Theme theme;
  Surroundings around;
  EXPECT_EQ(scroll_step(theme, around), 4);  // 22 vmin of 1080 px a second at 60 Hz
  around.screen_vmin_px = 2160;
  EXPECT_EQ(scroll_step(theme, around), 8);
  around.screen_vmin_px = 16;
  EXPECT_EQ(scroll_step(theme, around), 1);
}

TEST(Scroll, TilesCoverTheBandWithoutGapOrOverlap) {
  Stage::get().around.screen_vmin_px = 1080;
  const LaidPtr laid = ticker();
  for (int tick = 0; tick < 600; tick += 7) {
    const auto layers = layers_at(*laid, milliseconds(tick * 1000 / 60 + 1));
    ASSERT_GE(layers.size(), 2u);
    int x = 0;
    for (std::size_t i = 1; i < layers.size(); ++i) {
      EXPECT_EQ(layers[i].clip.x, x);
      EXPECT_TRUE(scene::is_opaque(layers[i]));
      x = layers[i].clip.right();
    }
    EXPECT_EQ(x, kStrip.w);
  }
}

TEST(Scroll, AnIdenticalPictureComesBackAfterOnePeriod) {
  const LaidPtr laid = ticker();
  const auto first = layers_at(*laid, Duration::zero());
  // The period is where the first tile is at the left edge again; steps and period meet after `period` ticks
  // at most.
  bool found = false;
  for (std::int64_t tick = 1; tick < 6000 && !found; ++tick) {
    const TickGrid grid{kNow, 60};
    const auto layers = layers_at(*laid, grid.start_of(tick) - kNow);
    found = layers == first;
  }
  EXPECT_TRUE(found);
}

TEST(Scroll, ChangesAtEveryTickAndOnlyThere) {
  const LaidPtr laid = ticker();
  Moment moment{Duration::zero(), kNow};
  for (int i = 0; i < 120; ++i) {
    const Instant next = laid->next_change(moment);
    ASSERT_GT(next, moment.now);
    const auto now = layers_at(*laid, moment.now - kNow),
               before = layers_at(*laid, next - kNow - Duration{1}), after = layers_at(*laid, next - kNow);
    EXPECT_EQ(now, before);
    EXPECT_NE(now, after);
    moment.now = next;
  }
}

TEST(Scroll, ShortLinesAreRepeatedToFillTheBand) {
  const LaidPtr laid = fed("ticker", {{"短"}, {}}, kStrip);
  EXPECT_GT(layers_at(*laid, Duration::zero()).size(), 10u);
}

TEST(Scroll, WithoutLinesTheBandStandsStill) {
  const LaidPtr laid = fed("ticker", {}, kStrip);
  EXPECT_EQ(layers_at(*laid, Duration::zero()).size(), 1u);
  EXPECT_EQ(laid->next_change({Duration::zero(), kNow}), kNever);
}

TEST(Scroll, LongLinesAreSplitIntoPaintableTiles) {
  std::string line;
  for (int i = 0; i < 1200; ++i) line += "警惕高息";
  Stage& stage = Stage::get();
  const LayoutContext context{kStrip, stage.theme, stage.around, *stage.engine};
  Typesetter type(context);
  const ScrollStyle style{{0, 0, 1920, 114}, "title", 54, {}, {255, 207, 92, 255}, 54, 27};
  const auto tiles = scroll_tiles(type, {line}, style);
  EXPECT_GT(tiles.size(), 1u);
  std::size_t glyphs = 0;
  int width = 0;
  for (const ScrollTile& tile : tiles) {
    EXPECT_LE(tile.ops->bounds.w, scene::kMaxSurface);
    width += tile.width;
    for (const scene::Op& op : tile.ops->list) {
      if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) glyphs += group->glyphs.size();
    }
  }
  EXPECT_EQ(glyphs, 4800u);
  EXPECT_EQ(width, 4800 * 54 + 2 * 54 + 27);
}

TEST(Marquee, SetsSmoothTextOn32PixelsAndTheBitmapOn16) {
  Stage& stage = Stage::get();
  stage.around.led = true;
  for (const auto& [box, size] : {std::pair{Size{256, 32}, 24}, std::pair{Size{320, 16}, 16}}) {
    const LaidPtr laid = fed("marquee", {{}, {"天上不会掉馅饼"}}, box);
    const auto layers = layers_at(*laid, seconds(1));
    int seen = 0;
    for (const scene::Layer& layer : layers) {
      for (const scene::Op& op : layer.ops->list) {
        if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) {
          EXPECT_EQ(group->size, Px::whole(size));
          ++seen;
        }
        if (const auto* fill = std::get_if<scene::FillOp>(&op)) {
          EXPECT_EQ(fill->color, (Color{0, 0, 0, 255}));
        }
      }
    }
    EXPECT_GT(seen, 0);
  }
  stage.around.led = false;
}

TEST(Marquee, ReadsSloganLinesOn) {
  const auto joined = [](const std::string& text) {
    const ReadSlide slide = read_slide("kind = \"slogan\"\ntext = \"" + text + "\"");
    return slide.kind->marquee_text(*slide.content);
  };
  EXPECT_EQ(joined("天上不会**掉馅饼**\\n地上处处**有陷阱**"), "天上不会掉馅饼，地上处处有陷阱");
  EXPECT_EQ(joined("先核实！\\n再付款"), "先核实！再付款");
  EXPECT_EQ(joined("不要点"), "不要点");
}

}  // namespace
}  // namespace xp::kinds
