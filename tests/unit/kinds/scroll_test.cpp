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

ZoneFeed lines(std::vector<TickerText> ticker) { return {std::move(ticker), {}, {}, {}}; }
ZoneFeed slogans(std::vector<std::string> texts, MarqueeMotion motion = MarqueeMotion::scroll) {
  return {{}, std::move(texts), {}, motion};
}

LaidPtr ticker() {
  return fed("ticker", lines({{"陌生来电要验证码，一个字都别给"}, {"求助请拨打110"}}), kStrip);
}

/// All drawn in a band at some instant of a minute.
std::vector<scene::Op> ops_of_a_minute(const Laid& laid) {
  std::vector<scene::Op> ops;
  for (int i = 0; i < 60; ++i)
    for (const scene::Layer& layer : layers_at(laid, seconds(i)))
      ops.insert(ops.end(), layer.ops->list.begin(), layer.ops->list.end());
  return ops;
}

/// The colours of the glyphs among them.
std::vector<Color> inks_of(const std::vector<scene::Op>& ops) {
  std::vector<Color> inks;
  for (const scene::Op& op : ops)
    if (const auto* group = std::get_if<scene::GlyphsOp>(&op);
        group && std::ranges::find(inks, group->color) == inks.end())
      inks.push_back(group->color);
  return inks;
}

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
  const LaidPtr laid = fed("ticker", lines({{"短"}}), kStrip);
  EXPECT_GT(layers_at(*laid, Duration::zero()).size(), 10u);
}

TEST(Ticker, UrgentLinesPassFirstInTheirOwnColours) {
  Stage& stage = Stage::get();
  const Palette& colors = stage.theme.colors;
  const LaidPtr laid = fed("ticker", lines({{"平常的一条"}, {"紧急的一条", true}}), kStrip);
  const auto grid = TickGrid{stage.around.anchor, 60};
  const Instant start = grid.start_of(0);  // the line begins at the left edge
  std::vector<scene::Layer> layers;
  laid->append_layers({Duration::zero(), start}, layers);
  ASSERT_GE(layers.size(), 3u);
  EXPECT_EQ(std::get<scene::FillOp>(layers[1].ops->list.front()).color, colors.urgent);
  EXPECT_EQ(inks_of(layers[1].ops->list), std::vector{colors.urgent}) << "the tag, on a patch of the ink";
  EXPECT_EQ(inks_of(layers[2].ops->list), std::vector{colors.on_urgent});
  EXPECT_EQ(std::get<scene::FillOp>(layers[3].ops->list.front()).color, colors.accent);
}

TEST(Ticker, WithoutLinesThereIsNothingToFillAZoneWith) {
  EXPECT_EQ(find_kind("ticker")->feed({}), nullptr);
  EXPECT_EQ(find_kind("marquee")->feed({}), nullptr);
}

TEST(Marquee, WithoutSlogansShowsTheCampaign) {
  const ContentPtr content = find_kind("marquee")->feed({{}, {}, "平安社区", {}});
  ASSERT_TRUE(content);
  EXPECT_EQ(find_kind("marquee")->reading_text(*content), "平安社区");
}

/// A strip of 256 × 32 lamps at 60 Hz.
LaidPtr on_strip(const std::vector<std::string>& texts, MarqueeMotion motion) {
  Stage& stage = Stage::get();
  stage.around.led = true;
  LaidPtr laid = fed("marquee", slogans(texts, motion), {256, 32});
  stage.around.led = false;
  return laid;
}

TEST(Marquee, WhatFitsStandsInTheMiddle) {
  const LaidPtr laid = on_strip({"先核实"}, MarqueeMotion::automatic);
  EXPECT_EQ(laid->next_change({Duration::zero(), kNow}), kNever);
  const auto layers = layers_at(*laid, seconds(1));
  ASSERT_EQ(layers.size(), 2u);
  const auto& group = std::get<scene::GlyphsOp>(layers[1].ops->list.back());
  const double left = group.glyphs.front().x.value();
  EXPECT_NEAR(left, (256 - 3 * 24) / 2.0, 3);
}

TEST(Marquee, TextsTakeTurnsAndOnlyTheLongOnePasses) {
  const LaidPtr laid =
      on_strip({"先核实", "共享屏幕等于把银行卡和密码一起交给陌生人", "再转账"}, MarqueeMotion::automatic);
  Moment moment{Duration::zero(), kNow};
  int stands = 0, passes = 0;
  for (int i = 0; i < 4000 && moment.now < kNow + seconds(60); ++i) {
    const Instant next = laid->next_change(moment);
    ASSERT_GT(next, moment.now);
    EXPECT_EQ(layers_at(*laid, moment.now - kNow), layers_at(*laid, next - kNow - Duration{1}));
    (next - moment.now > milliseconds(100) ? stands : passes) += 1;
    moment.now = next;
  }
  EXPECT_GE(stands, 4);
  EXPECT_GT(passes, 500);
}

TEST(Marquee, AMovingEdgeBringsTheNextText) {
  const LaidPtr laid = on_strip({"先核实", "再转账"}, MarqueeMotion::wipe);
  int edges = 0, last = 0;
  for (int tick = 0; tick < 12 * 60; ++tick) {
    const auto layers = layers_at(*laid, milliseconds(tick * 1000 / 60 + 1));
    if (layers.size() == 2) {
      last = 0;
      continue;
    }
    ASSERT_EQ(layers.size(), 3u);
    EXPECT_EQ(layers[1].clip.right(), layers[2].clip.x);
    EXPECT_EQ(layers[2].clip.right(), 256);
    EXPECT_GT(layers[1].clip.w, last);
    last = layers[1].clip.w;
    ++edges;
  }
  EXPECT_GE(edges, 2 * 28);
  EXPECT_LE(edges, 3 * 33);
}

TEST(Marquee, HoldSetsALittleTooLongTextSmaller) {
  const auto changes = [](MarqueeMotion motion) {
    Stage& stage = Stage::get();
    const LaidPtr laid = fed("marquee", slogans({"守好钱袋子过好小日子平平安安"}, motion), {640, 64});
    stage.around.led = false;
    return laid->next_change({Duration::zero(), kNow});
  };
  EXPECT_NE(changes(MarqueeMotion::automatic), kNever);
  EXPECT_EQ(changes(MarqueeMotion::hold), kNever);
}

TEST(Marquee, AccentWordsHaveAColourOfTheirOwnWhereThePanelHasOne) {
  Stage& stage = Stage::get();
  const Palette& colors = stage.theme.colors;
  const auto inks = [](const std::string& text) {
    return inks_of(ops_of_a_minute(*on_strip({text}, MarqueeMotion::automatic)));
  };
  EXPECT_EQ(inks("先**核实**"), (std::vector{colors.text, colors.accent}));
  stage.around.panel = Panel::red_green;
  EXPECT_EQ(inks("先**核实**"), (std::vector{Color{255, 0, 0}, colors.accent}));
  stage.around.panel = Panel::full;
}

TEST(Scroll, LongLinesAreSplitIntoPaintableTiles) {
  std::string line;
  for (int i = 0; i < 1200; ++i) line += "警惕高息";
  Stage& stage = Stage::get();
  const LayoutContext context{kStrip, stage.theme, stage.around, *stage.engine};
  Typesetter type(context);
  const ScrollStyle style{{0, 0, 1920, 114}, "title", 54, {}, {255, 207, 92, 255}, 54, 27, {}};
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
    const LaidPtr laid = fed("marquee", slogans({"天上不会掉馅饼"}), box);
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
  EXPECT_EQ(joined("天上不会**掉馅饼**\\n地上处处**有陷阱**"), "天上不会**掉馅饼**，地上处处**有陷阱**");
  EXPECT_EQ(joined("先核实！\\n再付款"), "先核实！再付款");
  EXPECT_EQ(joined("**先核实！**\\n再付款"), "**先核实！**再付款");
  EXPECT_EQ(joined("不要点"), "不要点");
}

}  // namespace
}  // namespace xp::kinds
