// SPDX-License-Identifier: MIT
#include "show/preparation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fake_show.h"
#include "support/theme.h"

namespace xp::show {
namespace {

using namespace test;

const Instant kMidnight = *parse_instant("2022-05-15T00:00:00+08:00");

ShowPtr three() {
  return make_show(fake_parts({fake_slide("a", kBlue, kGold, seconds(8)),
                               fake_slide("b", kBlue, kWhite, seconds(6), seconds(1)),
                               fake_slide("c", kRed, kGold, seconds(5))}));
}

/// Slides by their place in the playlist.
std::vector<std::size_t> slides(const Show& show, const std::vector<Coming>& all) {
  std::vector<std::size_t> places;
  for (const Coming& coming : all)
    for (std::size_t i = 0; i < show.playlist.slides.size(); ++i)
      if (show.playlist.slides[i].content == coming.content) places.push_back(i);
  return places;
}

TEST(Upcoming, NamesWhatIsShownThenWhatComesSoonestFirst) {
  const ShowPtr show = three();
  const auto all = upcoming(*show, kMidnight + seconds(3), seconds(20));
  EXPECT_EQ(slides(*show, all), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(all[0].due, kMidnight + seconds(3));
  EXPECT_EQ(all[1].due, kMidnight + seconds(8));
  EXPECT_EQ(all[2].due, kMidnight + seconds(14));
  EXPECT_EQ(all[2].stay, seconds(5));
  EXPECT_EQ(all[0].box, (Size{100, 80}));
}

TEST(Upcoming, EndsAtTheHorizon) {
  const ShowPtr show = three();
  EXPECT_EQ(upcoming(*show, kMidnight + seconds(3), seconds(5)).size(), 1u);
  EXPECT_EQ(upcoming(*show, kMidnight + seconds(3), seconds(6)).size(), 2u);
}

TEST(Upcoming, NamesTheOutgoingSlideOfATransition) {
  const ShowPtr show = three();
  EXPECT_EQ(slides(*show, upcoming(*show, kMidnight + milliseconds(8100), Duration(1))),
            (std::vector<std::size_t>{0, 1}));
}

TEST(Upcoming, LooksBeyondATimeWithoutASlide) {
  auto parts = fake_parts({fake_slide("a", kBlue, kGold, seconds(8))});
  parts.playlist.slides[0].schedule = hours(1, 60);
  const ShowPtr show = make_show(parts);
  const auto all = upcoming(*show, kMidnight + seconds(57), seconds(10));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].due, kMidnight + seconds(60));
}

TEST(Upcoming, NamesEachOnce) {
  const ShowPtr show = three();
  EXPECT_EQ(upcoming(*show, kMidnight, std::chrono::hours(1)).size(), 3u);
}

TEST(Upcoming, KeysASlideByItsOwnTheme) {
  const auto key = [](const std::string& theme) {
    auto parts = fake_parts({fake_slide("a", kBlue, kGold, seconds(8))});
    parts.playlist.slides[0].theme.value = theme;
    parts.themes["red"] = test::default_theme();
    parts.themes["red"].hash = hash_bytes("red");
    const ShowPtr show = make_show(parts);
    return upcoming(*show, kMidnight, seconds(1)).at(0).key;
  };
  EXPECT_NE(key("red"), key(""));
}

class StandsStill : public testing::Test {
 protected:
  /// The first of what is upcoming.
  bool at(const ShowPtr& show, Duration into) {
    const Coming now = upcoming(*show, kMidnight + into, Duration::zero()).at(0);
    return stands_still(now, *memo_->laid(*show, now.request()));
  }
  std::unique_ptr<Caches> memo_ = caches();
};

TEST_F(StandsStill, ASlideThatHasEntered) {
  EXPECT_TRUE(at(three(), seconds(3)));
  EXPECT_FALSE(at(three(), milliseconds(8700))) << "on its way in";
  EXPECT_TRUE(at(three(), milliseconds(9600)));
}

TEST_F(StandsStill, NotOneThatFadesIn) {
  const ShowPtr show = three();
  const auto now = upcoming(*show, kMidnight + milliseconds(14'100), Duration::zero());
  ASSERT_EQ(now.size(), 2u);
  EXPECT_TRUE(stands_still(now[0], *memo_->laid(*show, now[0].request()))) << "the one that leaves";
  EXPECT_FALSE(stands_still(now[1], *memo_->laid(*show, now[1].request())));
}

TEST_F(StandsStill, NotWhereTheLightChanges) {
  auto parts =
      fake_parts({fake_slide("a", kBlue, kGold, seconds(8)), fake_slide("b", kRed, kGold, seconds(8))});
  parts.screen.brightness = {{0, 100}, {12 * 60, 40}};
  EXPECT_FALSE(at(make_show(parts), seconds(3)));
}

TEST_F(StandsStill, NotWhereThePanelIsSwitched) {
  auto parts =
      fake_parts({fake_slide("a", kBlue, kGold, seconds(8)), fake_slide("b", kRed, kGold, seconds(60))});
  parts.screen.power = {hours(0, 1)};
  const ShowPtr show = make_show(parts);
  EXPECT_TRUE(at(show, seconds(3)));
  EXPECT_FALSE(at(show, seconds(30)));
}

TEST_F(StandsStill, NotUnderAnotherZone) {
  auto parts =
      fake_parts({fake_slide("a", kBlue, kGold, seconds(8)), fake_slide("b", kRed, kGold, seconds(8))});
  parts.screen.zones.push_back(parts.screen.zones.front());
  parts.screen.zones.back().name = "above";
  parts.screen.zones.back().rect = {0, 0, 10, 10};
  EXPECT_FALSE(at(make_show(parts), seconds(3)));
}

TEST(BeginsAsItStands, WhatHasNoEntrance) {
  const ShowPtr show = three();
  const auto memo = caches();
  const auto begins = [&](Duration into) {
    const Coming now = upcoming(*show, kMidnight + into, Duration::zero()).at(0);
    return begins_as_it_stands(now, *memo->laid(*show, now.request()));
  };
  EXPECT_TRUE(begins(seconds(3)));
  EXPECT_FALSE(begins(seconds(10))) << "it moves in when it comes again";
}

TEST(IsPrepared, WhenNothingIsLeftToLayOut) {
  const ShowPtr show = three();
  const auto main = caches(), worker = caches();
  const Instant t = kMidnight + milliseconds(8100);
  EXPECT_FALSE(is_prepared(*show, t, *main));
  for (const Coming& c : upcoming(*show, t, Duration(1)))
    main->adopt(c.key, worker->laid(*show, c.request()));
  EXPECT_TRUE(is_prepared(*show, t, *main));
  const int before = layouts_made();
  (void)frame_at(*show, t, *main);
  EXPECT_EQ(layouts_made(), before);
}

TEST(OpsOf, AreThoseTheFrameShows) {
  const ShowPtr show = three();
  const auto memo = caches();
  for (const Coming& c : upcoming(*show, kMidnight, std::chrono::hours(1))) {
    const auto laid = memo->laid(*show, c.request());
    const auto ops = ops_of(c, *laid);
    EXPECT_EQ(ops.size(), 2u);
    const Instant settled = c.due + c.stay - Duration(1);
    for (const scene::OpsPtr& shown : ops_of(frame_at(*show, settled, *memo)))
      if (c.due > kMidnight) {
        EXPECT_NE(std::ranges::find(ops, shown), ops.end());
      }
  }
}

}  // namespace
}  // namespace xp::show
