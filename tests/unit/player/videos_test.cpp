// SPDX-License-Identifier: MIT
// Which decoders there are: of what is shown, and of what comes next.
#include "player/videos.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "scene/builder.h"
#include "scene/damage.h"
#include "support/clip.h"
#include "support/golden.h"

namespace xp::player {
namespace {

using State = media::LiveFrames::State;

constexpr Rect kAll{0, 0, 64, 36};

scene::VideoOp video(const std::string& name, Duration time = {}) {
  const std::string path = ::xp::test::scratch_directory() + "/" + name;
  ::xp::test::ClipSpec spec;
  spec.size = kAll.size();
  EXPECT_TRUE(::xp::test::write_clip(path, spec));
  const auto facts = media::clip_facts(real_files(), path);
  EXPECT_TRUE(facts);
  return {media::make_clip({*facts}), time, kAll, media::Fit::fill, {0, 0, 0, 255}, 0};
}

scene::Scene showing(const scene::VideoOp& video) {
  const scene::Layer layer = scene::layer(scene::Builder().video(video).done(), {}, kAll);
  return {kAll.size(), {layer}};
}

media::VideoUse use_of(const scene::VideoOp& video) { return {video.clip, {video.rect.size(), video.fit}}; }

class VideosTest : public testing::Test {
 protected:
  std::shared_ptr<media::LiveFrames> frames_ = std::make_shared<media::LiveFrames>();
  Videos videos_{frames_};
};

TEST_F(VideosTest, WhatComesNextIsDecodedBeforeItIsDue) {
  const auto next = video("next.mp4");
  EXPECT_EQ(videos_.state({next}), State::waiting);
  videos_.prepare({next});
  EXPECT_EQ(frames_->count(), 1u);
  ASSERT_TRUE(frames_->wait_for(use_of(next), {}));
  EXPECT_EQ(videos_.state({next}), State::ready);
}

TEST_F(VideosTest, WhatIsNeitherShownNorNextHasNoDecoder) {
  const auto a = video("a.mp4"), b = video("b.mp4"), c = video("c.mp4");
  videos_.show(showing(a));
  frames_->frame(a.clip, {}, {kAll.size(), a.fit});
  videos_.prepare({b});
  EXPECT_EQ(frames_->count(), 2u);
  videos_.show(showing(b));
  videos_.prepare({c});
  EXPECT_EQ(frames_->count(), 2u);
  EXPECT_EQ(frames_->state(use_of(a), {}), State::waiting) << "gone";
  videos_.show({kAll.size(), {}});
  videos_.prepare({});
  EXPECT_EQ(frames_->count(), 0u);
}

TEST_F(VideosTest, AFilmThatFollowsItselfIsNotWoundBack) {
  const auto film = video("film.mp4");
  ASSERT_TRUE(frames_->wait_for(use_of(film), milliseconds(1000)));
  ASSERT_TRUE(frames_->frame(film.clip, milliseconds(1000), {kAll.size(), film.fit}));
  videos_.show(showing(film));
  videos_.prepare({film});
  EXPECT_EQ(frames_->state(use_of(film), milliseconds(1000)), State::ready);
  EXPECT_EQ(videos_.state({film}), State::ready) << "it is on the screen";
}

TEST_F(VideosTest, ThoseInAFadeCount) {
  const auto film = video("film.mp4");
  const scene::Scene fading{kAll.size(), {scene::layer(scene::flatten(showing(film).layers), {}, kAll)}};
  frames_->frame(film.clip, {}, {kAll.size(), film.fit});
  videos_.show(fading);
  videos_.prepare({});
  EXPECT_EQ(frames_->count(), 1u);
}

TEST_F(VideosTest, WhatCannotBeDecodedIsToldApart) {
  const auto film = video("film.mp4");
  std::filesystem::remove(film.clip->files[0].path);
  videos_.prepare({film});
  EXPECT_FALSE(frames_->wait_for(use_of(film), {}));
  EXPECT_EQ(videos_.state({film}), State::failed);
}

TEST(VideosOffscreen, AreAlwaysReady) {
  Videos videos(nullptr);
  const auto film = video("film.mp4");
  videos.show(showing(film));
  videos.prepare({film});
  EXPECT_EQ(videos.state({film}), State::ready);
}

}  // namespace
}  // namespace xp::player
