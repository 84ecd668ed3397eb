// SPDX-License-Identifier: MIT
#include <set>

#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

const SlideKind& clock_row() { return *find_kind("clock"); }

/// Baselines of what a clock over the picture shows.
std::set<Px> baselines(Size box, Instant now) {
  const LaidPtr laid = Stage::get().lay(clock_row(), *clock_row().feed({}), box);
  std::set<Px> baselines;
  for (const scene::Layer& layer : layers_at(*laid, Duration::zero(), now))
    for (const scene::Op& op : layer.ops->list)
      if (const auto* group = std::get_if<scene::GlyphsOp>(&op))
        for (const scene::GlyphAt& glyph : group->glyphs) baselines.insert(glyph.y);
  return baselines;
}

TEST(Clock, InAZoneHasTheLunarDateBelowTheDateWhereItCanBeRead) {
  EXPECT_EQ(baselines({488, 80}, kNow).size(), 3u);  // time, date, lunar date
  EXPECT_EQ(baselines({488, 40}, kNow).size(), 1u);
}

TEST(Clock, EveryDayOfSomeYearsFitsItsZone) {
  const LaidPtr laid = Stage::get().lay(clock_row(), *clock_row().feed({}), {488, 80});
  for (int day = 0; day < 3 * 366; ++day) {
    const Instant now = kNow + std::chrono::hours(24 * day);
    for (const scene::Layer& layer : layers_at(*laid, Duration::zero(), now))
      for (const scene::Op& op : layer.ops->list)
        if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) {
          ASSERT_GE(group->glyphs.front().x.value(), 0) << format_instant(now, {});
          ASSERT_LE(group->glyphs.back().x.value(), 488) << format_instant(now, {});
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
