// SPDX-License-Identifier: MIT
// Sound in step with its picture, pulled by the tests as a device would.
#include "media/clip_sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "media_clips.h"

namespace xp::media {
namespace {

constexpr Duration kLatency = milliseconds(20);

/// Two seconds; silence up to the middle, then a tone.
ClipPtr late_tone() {
  ClipSpec spec;
  spec.tone = 440;
  spec.sound_from = 1;
  return clip_of({made(spec)});
}

bool loud(const Samples& samples) {
  return std::ranges::any_of(samples, [](std::int16_t s) { return std::abs(s) > 2000; });
}

/// Takes blocks of 20 ms while the picture goes on, the sound decoded well ahead.
Samples taken(ClipSound& sound, Duration length) {
  Samples all;
  for (Duration at{}; at < length; at += milliseconds(20)) {
    sound.wait_for(milliseconds(100));
    Samples block(static_cast<std::size_t>(pairs_in(milliseconds(20))) * 2);
    sound.take(block);
    all.insert(all.end(), block.begin(), block.end());
  }
  return all;
}

/// When the tone begins.
Duration onset(const Samples& samples) {
  const auto first = std::ranges::find_if(samples, [](std::int16_t s) { return std::abs(s) > 2000; });
  return duration_of(Samples(samples.begin(), first));
}

TEST(ClipSound, IsHeardWhenThePictureIsThere) {
  ClipSound sound(late_tone(), {}, kLatency);
  EXPECT_NEAR(static_cast<double>(onset(taken(sound, milliseconds(1600))).count()) / 1e6, 980, 5)
      << "20 ms before the picture, for the way to the ear";
}

TEST(ClipSound, BeginsAnewWithThePicture) {
  ClipSound sound(late_tone(), milliseconds(1500), kLatency);
  const Samples samples = taken(sound, milliseconds(2200));
  EXPECT_TRUE(loud({samples.begin(), samples.begin() + pairs_in(milliseconds(400)) * 2}));
  EXPECT_FALSE(loud({samples.begin() + pairs_in(milliseconds(520)) * 2,
                     samples.begin() + pairs_in(milliseconds(1400)) * 2}));
  EXPECT_TRUE(loud({samples.begin() + pairs_in(milliseconds(1500)) * 2, samples.end()}));
}

TEST(ClipSound, LeavesOutWhatIsLate) {
  ClipSound sound(late_tone(), {}, kLatency);
  taken(sound, milliseconds(200));
  sound.follow(milliseconds(200));  // in step
  sound.follow(milliseconds(300));  // 100 ms late
  EXPECT_NEAR(static_cast<double>(onset(taken(sound, milliseconds(1000))).count()) / 1e6, 680, 5);
}

TEST(ClipSound, WaitsInSilenceWhereItIsEarly) {
  ClipSound sound(late_tone(), {}, kLatency);
  taken(sound, milliseconds(200));
  sound.follow(milliseconds(100));
  EXPECT_NEAR(static_cast<double>(onset(taken(sound, milliseconds(1200))).count()) / 1e6, 880, 5);
}

TEST(ClipSound, SmallErrorsAreLeftAlone) {
  ClipSound sound(late_tone(), {}, kLatency);
  taken(sound, milliseconds(200));
  sound.follow(milliseconds(235));
  sound.follow(milliseconds(165));
  EXPECT_NEAR(static_cast<double>(onset(taken(sound, milliseconds(1000))).count()) / 1e6, 780, 5);
}

TEST(ClipSound, FollowsAJump) {
  ClipSound sound(late_tone(), {}, kLatency);
  taken(sound, milliseconds(100));
  sound.follow(milliseconds(900));
  EXPECT_NEAR(static_cast<double>(onset(taken(sound, milliseconds(400))).count()) / 1e6, 80, 5);
}

TEST(ClipSound, WithoutSoundIsSilence) {
  ClipSound sound(clip_of({made({})}), {}, kLatency);
  EXPECT_FALSE(loud(taken(sound, milliseconds(300))));
}

}  // namespace
}  // namespace xp::media
