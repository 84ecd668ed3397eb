// SPDX-License-Identifier: MIT
// When a device is opened. What is heard and when is told by ClipSound's tests.
#include "player/sound.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "scene/builder.h"
#include "support/clip.h"
#include "support/golden.h"

namespace xp::player {
namespace {

scene::Scene film(int volume) {
  const std::string path = ::xp::test::scratch_directory() + "/film.mp4";
  ::xp::test::ClipSpec spec;
  spec.size = {64, 36};
  spec.tone = 440;
  EXPECT_TRUE(::xp::test::write_clip(path, spec));
  const auto facts = media::clip_facts(real_files(), path);
  EXPECT_TRUE(facts);
  const Rect all{0, 0, 64, 36};
  const scene::VideoOp video{media::make_clip({*facts}), {}, all, media::Fit::fill, {0, 0, 0, 255}, volume};
  return {all.size(), {scene::layer(scene::Builder().video(video).done(), {}, all)}};
}

bool has_device() { return SDL_WasInit(SDL_INIT_AUDIO) != 0; }

class SoundTest : public testing::Test {
 protected:
  SoundTest() { setenv("SDL_AUDIODRIVER", "dummy", 1); }
  std::unique_ptr<Sound> sound = loudspeakers();
};

TEST_F(SoundTest, OpensNoDeviceForSilence) {
  sound->follow(film(0), {});
  sound->follow({{64, 36}, {}}, {});
  sound->mute();
  EXPECT_FALSE(has_device());
}

TEST_F(SoundTest, OpensOneWhenSomethingIsToBeHeard) {
  sound->follow(film(60), {});
  EXPECT_TRUE(has_device());
  sound->follow(film(60), {});
  sound->follow(film(0), {});
  sound->mute();
  EXPECT_TRUE(has_device()) << "kept for the next time";
  sound.reset();
  EXPECT_FALSE(has_device()) << "closed with the player";
}

TEST_F(SoundTest, LooksForADeviceEveryMinuteAndSaysOnceThatThereIsNone) {
  setenv("SDL_AUDIODRIVER", "none-such", 1);
  testing::internal::CaptureStderr();
  sound->follow(film(60), {});
  sound->follow(film(60), Sound::kAgain);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_NE(said.find("without sound"), std::string::npos) << said;
  EXPECT_EQ(said.find("without sound"), said.rfind("without sound")) << said;
  EXPECT_FALSE(has_device());
  setenv("SDL_AUDIODRIVER", "dummy", 1);
  sound->follow(film(60), 2 * Sound::kAgain - seconds(1));
  EXPECT_FALSE(has_device());
  sound->follow(film(60), 2 * Sound::kAgain);
  EXPECT_TRUE(has_device());
}

TEST_F(SoundTest, ADeviceThatWasTakenAwayIsOpenedAnew) {
  constexpr SDL_AudioDeviceID kFirst = 2;  // 1 is SDL's old interface
  sound->follow(film(60), {});
  ASSERT_EQ(SDL_GetAudioDeviceStatus(kFirst), SDL_AUDIO_PLAYING);
  SDL_CloseAudioDevice(kFirst);
  sound->follow(film(60), Sound::kAgain);
  EXPECT_EQ(SDL_GetAudioDeviceStatus(kFirst), SDL_AUDIO_PLAYING);
}

}  // namespace
}  // namespace xp::player
