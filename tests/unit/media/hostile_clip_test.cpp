// SPDX-License-Identifier: MIT
// Clips that are cut off or damaged anywhere: an error or frames, never a crash, always an end.
#include <gtest/gtest.h>

#include <random>

#include "media/live_frames.h"
#include "media/sound_reader.h"
#include "media_clips.h"

namespace xp::media {
namespace {

constexpr int kRounds = 60;

class HostileClip : public testing::TestWithParam<const char*> {
 protected:
  HostileClip() {
    ClipSpec spec;
    spec.size = {64, 36};
    spec.frames = 20;
    spec.tone = 440;
    good_ = test::read_file(made(spec, GetParam()));
  }
  /// Whatever can be had of such a file is asked for.
  void survives(const std::string& bytes) {
    const std::string path = test::scratch_directory() + "/" + GetParam();
    ASSERT_TRUE(real_files().write_atomically(path, bytes));
    const auto facts = clip_facts(real_files(), path);
    if (!facts) {
      EXPECT_FALSE(facts.error().message.empty());
      return;
    }
    EXPECT_GT(facts->length, Duration::zero());
    EXPECT_FALSE(facts->size.empty());
    const ClipPtr clip = make_clip({*facts});
    const auto frames = exact_frames();
    for (const int index : {0, 7, 19, 3}) frames->frame(clip, index * kFrame, {{32, 18}, Fit::fill});
    const auto sound = open_sound(path);
    for (int block = 0; sound && block < 100 && !sound->next().empty(); ++block) {
    }
  }
  std::string good_;
};

TEST_P(HostileClip, CutOffAnywhere) {
  std::mt19937 random(11);
  for (int round = 0; round < kRounds; ++round) survives(good_.substr(0, random() % good_.size()));
}

TEST_P(HostileClip, WithOtherBytesAnywhere) {
  std::mt19937 random(12);
  for (int round = 0; round < kRounds; ++round) {
    std::string bytes = good_;
    for (int i = 0; i < 1 << round % 6; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    survives(bytes);
  }
}

TEST_P(HostileClip, WithADamagedHead) {
  std::mt19937 random(13);
  for (int round = 0; round < kRounds; ++round) {
    std::string bytes = good_;
    for (int i = 0; i < 4; ++i) bytes[random() % 600 % bytes.size()] = static_cast<char>(random());
    survives(bytes);
  }
}

TEST_P(HostileClip, PlayedLiveComesToAnEnd) {
  std::mt19937 random(14);
  for (int round = 0; round < 12; ++round) {
    const std::string path = test::scratch_directory() + "/" + GetParam();
    ASSERT_TRUE(real_files().write_atomically(path, good_));
    const ClipPtr clip = clip_of({path});
    std::string bytes = good_;
    for (int i = 0; i < 40; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    ASSERT_TRUE(real_files().write_atomically(path, bytes));
    LiveFrames live;
    for (int index = 0; index < 40; index += 3) {
      live.wait_for({clip, kView}, index * kFrame);
      live.frame(clip, index * kFrame, kView);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Containers, HostileClip, testing::Values("clip.mp4", "clip.mkv", "clip.avi"),
                         [](const auto& name) { return std::string(name.param).substr(5); });

}  // namespace
}  // namespace xp::media
