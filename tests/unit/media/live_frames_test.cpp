// SPDX-License-Identifier: MIT
// Clips that play: under a time that the tests move, waiting for frames and never for a clock.
#include "media/live_frames.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "media_clips.h"

namespace xp::media {
namespace {

class Live : public testing::Test {
 protected:
  /// The number of the frame at `time` once it is there.
  int at(const ClipPtr& clip, Duration time) {
    EXPECT_TRUE(live_.wait_for({clip, kView}, time));
    return number_of(live_.frame(clip, time, kView));
  }
  LiveFrames live_;
};

TEST_F(Live, ShowsEveryFrameInOrderOverTheLoopPoint) {
  const ClipPtr clip = clip_of({made({})});
  for (int index = 0; index < 120; ++index) ASSERT_EQ(at(clip, index * kFrame), index % 50) << index;
}

TEST_F(Live, IsReadyForTheLoopBeforeItBegins) {
  const ClipPtr clip = clip_of({made({})});
  ASSERT_EQ(at(clip, 49 * kFrame), 49);
  ASSERT_TRUE(live_.wait_for({clip, kView}, 50 * kFrame));
  ASSERT_TRUE(live_.wait_for({clip, kView}, 52 * kFrame)) << "three frames ahead";
  EXPECT_EQ(number_of(live_.frame(clip, 49 * kFrame, kView)), 49) << "not shown before its time";
  EXPECT_EQ(number_of(live_.frame(clip, 50 * kFrame, kView)), 0);
}

TEST_F(Live, GoesFromFileToFile) {
  ClipSpec second;
  second.size = {160, 120};
  second.first_number = 1000;
  second.frames = 10;
  const ClipPtr clip = clip_of({made({}), made(second, "second.mkv")});
  for (int index = 40; index < 130; ++index) {
    const int in_loop = index % 60;
    ASSERT_EQ(at(clip, index * kFrame), in_loop < 50 ? in_loop : 1000 + in_loop - 50);
  }
}

TEST_F(Live, ShowsTheNewestFrameNotLater) {
  const ClipPtr clip = clip_of({made({})});
  ASSERT_TRUE(live_.wait_for({clip, kView}, 2 * kFrame));
  EXPECT_EQ(number_of(live_.frame(clip, 2 * kFrame + milliseconds(15), kView)), 2);
  EXPECT_EQ(number_of(live_.frame(clip, 2 * kFrame - milliseconds(10), kView)), 2) << "never backwards";
}

TEST_F(Live, FollowsAJump) {
  const ClipPtr clip = clip_of({made({})});
  EXPECT_EQ(at(clip, {}), 0);
  EXPECT_EQ(at(clip, 30 * kFrame), 30);
  EXPECT_EQ(at(clip, 2 * kFrame), 2);
  EXPECT_EQ(at(clip, 3 * kFrame), 3);
}

TEST_F(Live, CatchesUpWhenNobodyAskedForAWhile) {
  const ClipPtr clip = clip_of({made({})});
  EXPECT_EQ(at(clip, {}), 0);
  EXPECT_EQ(at(clip, 20 * kFrame), 20) << "less than a second late: decoded, not sought";
  EXPECT_EQ(at(clip, 21 * kFrame), 21);
}

TEST_F(Live, AClipOfOneFrameStands) {
  ClipSpec still;
  still.frames = 1;
  still.first_number = 77;
  const ClipPtr clip = clip_of({made(still)});
  for (int index = 0; index < 5; ++index) EXPECT_EQ(at(clip, index * kFrame), 77);
}

TEST_F(Live, IsPreparedAtItsBeginningForTheNextTime) {
  const ClipPtr clip = clip_of({made({})});
  EXPECT_EQ(at(clip, 30 * kFrame), 30);
  live_.prepare({clip, kView}, {});
  ASSERT_TRUE(live_.wait_for({clip, kView}, {}));
  EXPECT_EQ(number_of(live_.frame(clip, {}, kView)), 0);
  EXPECT_EQ(live_.count(), 1u);
}

TEST_F(Live, WhatBreaksOffKeepsItsLastFrameAndTheOthersGoOn) {
  const std::string path = made({}, "broken.avi");
  ClipSpec second;
  second.first_number = 1000;
  second.frames = 10;
  const ClipPtr clip = clip_of({path, made(second, "second.mp4")});
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  int last = 0;
  for (int index = 0; index < 50; ++index) {
    const int number = at(clip, index * kFrame);
    ASSERT_GE(number, last) << index;
    last = number;
  }
  EXPECT_GT(last, 10);
  EXPECT_LT(last, 49);
  for (int index = 50; index < 60; ++index) ASSERT_EQ(at(clip, index * kFrame), 1000 + index - 50);
  EXPECT_EQ(at(clip, 60 * kFrame), 0);
}

TEST_F(Live, AMissingFileIsPassedOver) {
  const std::string path = made({});
  ClipSpec second;
  second.first_number = 1000;
  const ClipPtr clip = clip_of({path, made(second, "second.mp4")});
  std::filesystem::remove(path);
  EXPECT_EQ(at(clip, 10 * kFrame), 1049) << "the frame before it";
  EXPECT_EQ(at(clip, 50 * kFrame), 1000);
}

TEST_F(Live, SaysWhenNothingCanBeDecoded) {
  const std::string path = made({});
  const ClipPtr clip = clip_of({path});
  std::filesystem::remove(path);
  EXPECT_FALSE(live_.wait_for({clip, kView}, {}));
  EXPECT_EQ(live_.frame(clip, {}, kView), nullptr);
}

TEST_F(Live, EndsTheDecodersOfWhatIsNotKept) {
  const ClipPtr a = clip_of({made({})}), b = clip_of({made({}, "other.mp4")});
  at(a, {}), at(b, {});
  EXPECT_EQ(live_.count(), 2u);
  live_.keep({{b, kView}});
  EXPECT_EQ(live_.count(), 1u);
  live_.keep({});
  EXPECT_EQ(live_.count(), 0u);
}

}  // namespace
}  // namespace xp::media
