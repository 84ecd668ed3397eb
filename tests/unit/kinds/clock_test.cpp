// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

const SlideKind& clock_row() { return *find_kind("clock"); }

/// In a zone of a screen of 1080 px.
LaidPtr clock_in(Size box) {
  Stage& stage = Stage::get();
  stage.around.screen_vmin_px = 1080;
  return clock_row().layout(*clock_row().feed({}), {box, stage.theme, stage.around, *stage.engine});
}

/// What it draws, in order.
std::vector<scene::Op> ops(const Laid& laid, Instant now) {
  std::vector<scene::Op> all;
  for (const scene::Layer& layer : layers_at(laid, Duration::zero(), now))
    all.insert(all.end(), layer.ops->list.begin(), layer.ops->list.end());
  return all;
}

std::vector<scene::GlyphsOp> glyphs(const Laid& laid, Instant now) {
  std::vector<scene::GlyphsOp> all;
  for (const scene::Op& op : ops(laid, now))
    if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) all.push_back(*group);
  return all;
}

std::set<Px> baselines(Size box) {
  std::set<Px> baselines;
  for (const scene::GlyphsOp& group : glyphs(*clock_in(box), kNow))
    for (const scene::GlyphAt& glyph : group.glyphs) baselines.insert(glyph.y);
  return baselines;
}

/// The colours of what is no text.
std::vector<Color> shapes(const Laid& laid) {
  std::vector<Color> colors;
  for (const scene::Op& op : ops(laid, kNow)) {
    if (const auto* path = std::get_if<scene::MaskOp>(&op)) colors.push_back(path->color);
    if (const auto* fill = std::get_if<scene::FillOp>(&op)) colors.push_back(fill->color);
  }
  return colors;
}

TEST(Clock, HasNoPlateOnLampsWhoseGroundIsDark) {
  Stage::get().around.led = true;
  EXPECT_TRUE(shapes(*clock_in({128, 32})).empty());
  Stage::get().around.led = false;
}

/// Films and pictures of any colour may be seen behind it.
class ClockInAZone : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    Diagnostics diagnostics;
    const auto theme =
        read_theme(real_files(), test::source_path("slides/themes/" + std::string(GetParam()) + ".toml"),
                   *Stage::get().catalog, diagnostics);
    ASSERT_TRUE(theme) << format_diagnostics(diagnostics);
    Stage::get().theme = *theme;
  }
  void TearDown() override { Stage::get().theme = Theme(); }
};

TEST_P(ClockInAZone, StandsOnAPlateOnWhichItCanBeReadWhateverIsBehind) {
  const Palette& colors = Stage::get().theme.colors;
  const std::vector<Color> plates = shapes(*clock_in({520, 96}));
  ASSERT_EQ(plates.size(), 1u);
  for (int level = 0; level < 256; level += 5) {
    const auto grey = static_cast<std::uint8_t>(level);
    const Color ground = over(plates.front(), {grey, grey, grey, 255});
    EXPECT_GE(contrast_ratio(colors.text, ground), 7) << level;
    EXPECT_GE(contrast_ratio(colors.secondary, ground), 4.5) << level;
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, ClockInAZone,
                         testing::Values("deep-blue", "warning-red", "light", "high-contrast"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(Clock, TextKeepsAwayFromTheEdgesOfItsPlate) {
  const LaidPtr laid = clock_in({520, 96});
  for (int day = 0; day < 366; ++day) {
    const std::vector<scene::Op> drawn = ops(*laid, kNow + std::chrono::hours(24 * day));
    const auto* plate = std::get_if<scene::MaskOp>(&drawn.front());
    ASSERT_TRUE(plate);
    Px left = Px::whole(520);
    for (const scene::PathCommand& command : plate->path)
      if (command.verb == scene::PathCommand::Verb::line) left = std::min(left, command.a.x);
    for (const scene::Op& op : drawn) {
      if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) {
        ASSERT_GE(group->glyphs.front().x - left, Px::whole(10));
        ASSERT_LE(group->glyphs.back().x, Px::whole(520 - 10)) << "a pen";
      }
    }
  }
}

TEST(Clock, InAZoneHasTheLunarDateBelowTheDateWhereItCanBeRead) {
  EXPECT_EQ(baselines({488, 80}).size(), 3u);  // time, date, lunar date
  EXPECT_EQ(baselines({488, 40}).size(), 1u);
}

TEST(Clock, EveryDayOfSomeYearsFitsItsZone) {
  const LaidPtr laid = clock_in({488, 80});
  for (int day = 0; day < 3 * 366; ++day) {
    const Instant now = kNow + std::chrono::hours(24 * day);
    for (const scene::GlyphsOp& group : glyphs(*laid, now)) {
      ASSERT_GE(group.glyphs.front().x.value(), 0) << format_instant(now, {});
      ASSERT_LE(group.glyphs.back().x.value(), 488) << format_instant(now, {});
    }
  }
}

TEST(Clock, EveryDayOfAYearFitsASlideTallerThanWide) {
  constexpr double kSmallestTime = 300;        // px
  constexpr double kFigure = 0.6, kHan = 1.0;  // em: how wide what ends the time is, and the other lines
  const LaidPtr laid = Stage::get().lay(read_slide("kind = \"clock\"\n"), {1080, 1920});
  for (int day = 0; day < 366; ++day) {
    const Instant now = kNow + std::chrono::hours(24 * day);
    for (const scene::GlyphsOp& group : glyphs(*laid, now)) {
      const double last = group.size.value() > kSmallestTime ? kFigure : kHan;
      ASSERT_LE(group.glyphs.back().x.value() + last * group.size.value(), 1080) << format_instant(now, {});
    }
  }
}

TEST(Clock, ChangesAtTheMinute) {
  const LaidPtr laid = Stage::get().lay(clock_row(), *clock_row().feed({}), {488, 80});
  EXPECT_EQ(laid->next_change({Duration::zero(), kNow + seconds(12)}), kNow + seconds(60));
}

TEST(Clock, TheLunarDateOfASlideCanBeLeftOut) {
  const auto layers = [](const std::string& keys) {
    return layers_at(*Stage::get().lay(read_slide("kind = \"clock\"\n" + keys), {1920, 1080}), seconds(1));
  };
  EXPECT_NE(layers(""), layers("lunar = false"));
}

}  // namespace
}  // namespace xp::kinds
