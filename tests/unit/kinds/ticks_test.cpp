// SPDX-License-Identifier: MIT
#include "kinds/ticks.h"

#include <gtest/gtest.h>

namespace xp::kinds {
namespace {

const Instant kAnchor = *parse_instant("2022-05-15T00:00:00+08:00");

TEST(TickGrid, CountsRefreshesFromTheAnchor) {
  const TickGrid grid{kAnchor, 60};
  EXPECT_EQ(grid.tick_at(kAnchor), 0);
  EXPECT_EQ(grid.tick_at(kAnchor + milliseconds(16)), 0);
  EXPECT_EQ(grid.tick_at(kAnchor + milliseconds(17)), 1);
  EXPECT_EQ(grid.tick_at(kAnchor + seconds(1)), 60);
  EXPECT_EQ(grid.tick_at(kAnchor - Duration{1}), -1);
  EXPECT_EQ(grid.tick_at(kAnchor - seconds(1)), -60);
}

TEST(TickGrid, StartsOfTicksLieInTheirTick) {
  for (const int refresh : {24, 25, 30, 50, 60, 75, 144}) {
    const TickGrid grid{kAnchor, refresh};
    for (std::int64_t tick = -300; tick < 300; ++tick) {
      ASSERT_EQ(grid.tick_at(grid.start_of(tick)), tick) << refresh;
      ASSERT_EQ(grid.tick_at(grid.start_of(tick) - Duration{1}), tick - 1) << refresh;
    }
  }
}

TEST(TickGrid, HoldsForDecadesFromAnAnchorAtTheEpoch) {
  const TickGrid grid{{}, 60};
  const Instant now = *parse_instant("2072-05-15T10:24:00+08:00");
  EXPECT_EQ(grid.tick_at(now), now.ns / 1'000'000'000 * 60);
  EXPECT_EQ(grid.start_of(grid.tick_at(now)), now);
}

TEST(TickGrid, RoundsDurationsToTicks) {
  const TickGrid grid{kAnchor, 60};
  EXPECT_EQ(grid.ticks_in(seconds(1)), 60);
  EXPECT_EQ(grid.ticks_in(milliseconds(500)), 30);
  EXPECT_EQ(grid.ticks_in(milliseconds(1200)), 72);
  EXPECT_EQ(grid.ticks_in(Duration::zero()), 0);
  EXPECT_EQ(grid.ticks_in(milliseconds(17)), 1);
}

}  // namespace
}  // namespace xp::kinds
