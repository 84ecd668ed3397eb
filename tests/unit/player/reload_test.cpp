// SPDX-License-Identifier: MIT
#include "player/reload.h"

#include <gtest/gtest.h>

namespace xp::player {

TEST(Reload, NothingIsDueWithoutAChange) {
  Reload reload;
  EXPECT_FALSE(reload.due());
  EXPECT_FALSE(reload.begin(seconds(100)));
}

TEST(Reload, WaitsUntilTheFilesRest) {
  Reload reload;
  reload.changed(seconds(10));
  EXPECT_EQ(reload.due(), seconds(10) + Reload::kRest);
  reload.changed(seconds(10) + milliseconds(100));
  EXPECT_FALSE(reload.begin(seconds(10) + Reload::kRest));
  EXPECT_TRUE(reload.begin(seconds(10) + milliseconds(100) + Reload::kRest));
}

TEST(Reload, DoesNotWaitForEver) {
  Reload reload;
  for (Duration t{}; t <= Reload::kPatience; t += milliseconds(50)) reload.changed(t);
  EXPECT_TRUE(reload.begin(Reload::kPatience));
}

TEST(Reload, ReadsOnceAtATime) {
  Reload reload;
  reload.changed({});
  ASSERT_TRUE(reload.begin(seconds(1)));
  EXPECT_FALSE(reload.begin(seconds(2)));
  reload.changed(seconds(2));
  EXPECT_FALSE(reload.begin(seconds(9)));
  reload.finished();
  EXPECT_TRUE(reload.begin(seconds(9)));
}

TEST(Reload, NoChangeEndsItsRest) {
  Reload reload;
  reload.rests_until(seconds(100));
  reload.changed({});
  EXPECT_EQ(reload.due(), seconds(100));
  EXPECT_FALSE(reload.begin(seconds(99)));
  EXPECT_TRUE(reload.begin(seconds(100)));
}

TEST(Reload, AReadingEndsTheWait) {
  Reload reload;
  reload.changed({});
  ASSERT_TRUE(reload.begin(seconds(1)));
  reload.finished();
  EXPECT_FALSE(reload.due());
}

}  // namespace xp::player
