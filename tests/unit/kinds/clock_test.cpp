// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "kinds/scrim.h"
#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

const SlideKind& clock_row() { return *find_kind("clock"); }

/// What a clock over the picture draws, in order.
std::vector<scene::GlyphsOp> glyphs(Size box, Instant now) {
  const LaidPtr laid = Stage::get().lay(clock_row(), *clock_row().feed({}), box);
  std::vector<scene::GlyphsOp> all;
  for (const scene::Layer& layer : layers_at(*laid, Duration::zero(), now))
    for (const scene::Op& op : layer.ops->list)
      if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) all.push_back(*group);
  return all;
}

Color halo_color() { return veil_of(Stage::get().theme.colors); }

bool is_halo(const scene::GlyphsOp& group) {
  const Color halo = halo_color();
  return group.color.r == halo.r && group.color.g == halo.g && group.color.b == halo.b;
}

/// Of the characters themselves.
std::set<Px> baselines(Size box, Instant now) {
  std::set<Px> baselines;
  for (const scene::GlyphsOp& group : glyphs(box, now))
    if (!is_halo(group))
      for (const scene::GlyphAt& glyph : group.glyphs) baselines.insert(glyph.y);
  return baselines;
}

/// Films and pictures of any colour may lie below: each character stands on a ring in the theme's ground.
TEST(Clock, InAZoneEveryCharacterHasAHaloAllAround) {
  std::map<std::uint32_t, int> rings, characters;
  bool begun = false;
  for (const scene::GlyphsOp& group : glyphs({488, 80}, kNow)) {
    const bool halo = is_halo(group);
    EXPECT_FALSE(halo && begun) << "a halo lies below every character";
    begun = begun || !halo;
    for (const scene::GlyphAt& glyph : group.glyphs) ++(halo ? rings : characters)[glyph.gid];
  }
  ASSERT_FALSE(characters.empty());
  for (const auto& [id, count] : characters) EXPECT_EQ(rings[id], 24 * count);
  EXPECT_GE(contrast_ratio(Stage::get().theme.colors.text, halo_color()), 7);
  EXPECT_GE(contrast_ratio(Stage::get().theme.colors.secondary, halo_color()), 4.5);
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
        if (const auto* group = std::get_if<scene::GlyphsOp>(&op); group && !is_halo(*group)) {
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
