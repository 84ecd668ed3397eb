// SPDX-License-Identifier: MIT
#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

LaidPtr lay(const std::string& keys) {
  return Stage::get().lay(read_slide("kind = \"countdown\"\nheading = \"还有\"\nafter = \"到了\"\n" + keys),
                          {1920, 1080});
}

std::vector<scene::Layer> at(const Laid& laid, const char* instant) {
  return layers_at(laid, Duration::zero(), *parse_instant(instant));
}

Instant change_after(const Laid& laid, const char* instant) {
  return laid.next_change({Duration::zero(), *parse_instant(instant), {}, kStay});
}

TEST(Countdown, DaysChangeAtLocalMidnight) {
  const LaidPtr laid = lay("to = 2027-05-15");
  EXPECT_EQ(change_after(*laid, "2027-05-13T10:24:00+08:00"), *parse_instant("2027-05-14T00:00:00+08:00"));
  EXPECT_EQ(at(*laid, "2027-05-13T00:00:00+08:00"), at(*laid, "2027-05-13T23:59:59+08:00"));
  EXPECT_NE(at(*laid, "2027-05-13T23:59:59+08:00"), at(*laid, "2027-05-14T00:00:00+08:00"));
}

TEST(Countdown, OnTheDayItShowsWhatFollowsAndRests) {
  const LaidPtr laid = lay("to = 2027-05-15");
  EXPECT_EQ(change_after(*laid, "2027-05-14T23:59:59+08:00"), *parse_instant("2027-05-15T00:00:00+08:00"));
  EXPECT_EQ(change_after(*laid, "2027-05-15T00:00:00+08:00"), kNever);
  EXPECT_EQ(at(*laid, "2027-05-15T00:00:00+08:00"), at(*laid, "2030-01-01T00:00:00+08:00"));
}

TEST(Countdown, SmallUnitsChangeExactlyWhenTheirFigureDoes) {
  const LaidPtr seconds = lay("to = 2027-05-15\ntime = \"09:30\"\nunit = \"seconds\"");
  EXPECT_EQ(change_after(*seconds, "2027-05-15T09:29:57.250+08:00"),
            *parse_instant("2027-05-15T09:29:58+08:00"));
  EXPECT_EQ(change_after(*seconds, "2027-05-15T09:29:59+08:00"), *parse_instant("2027-05-15T09:30:00+08:00"));
  EXPECT_EQ(change_after(*seconds, "2027-05-15T09:30:00+08:00"), kNever);
  const LaidPtr minutes = lay("to = 2027-05-15\nunit = \"minutes\"");
  EXPECT_EQ(change_after(*minutes, "2027-05-14T10:24:30+08:00"), *parse_instant("2027-05-14T10:25:00+08:00"));
}

/// Where the units stand: the glyphs in the colour of text, without the heading.
std::vector<Px> unit_places(const std::vector<scene::Layer>& layers) {
  std::vector<Px> places;
  for (const scene::Op& op : layers.back().ops->list) {
    const auto* group = std::get_if<scene::GlyphsOp>(&op);
    if (group && group->color == Stage::get().theme.colors.text) places.push_back(group->glyphs.front().x);
  }
  return places;
}

TEST(Countdown, FiguresStandStillWhileTheyChange) {
  const LaidPtr laid = lay("to = 2027-05-15\nunit = \"seconds\"");
  const std::vector<Px> places = unit_places(at(*laid, "2027-05-03T10:24:30+08:00"));
  ASSERT_EQ(places.size(), 4u);
  for (const char* instant :
       {"2027-05-03T10:24:41+08:00", "2027-05-03T22:11:11+08:00", "2027-05-04T00:48:52+08:00"})
    EXPECT_EQ(unit_places(at(*laid, instant)), places) << instant;
}

}  // namespace
}  // namespace xp::kinds
