// SPDX-License-Identifier: MIT
// Videos as a painter sees them: frames that come from elsewhere, bars around them.
#include <gtest/gtest.h>

#include <algorithm>

#include "media/video_frame.h"
#include "unit/paint/surface.h"

namespace xp::paint {
namespace {

using namespace test;
using scene::Builder;

constexpr Rect kAll{0, 0, 40, 30};
constexpr Color kGround{0, 0, 255, 255};
constexpr std::uint32_t kGroundPixel = 0xff0000ff;

/// Frames of one colour, a shade of red that says which was asked for.
class RedFrames : public media::VideoFrames {
 public:
  media::VideoFramePtr frame(const media::ClipPtr& clip, Duration time,
                             const media::VideoView& view) override {
    ++asked;
    if (!ready) return nullptr;
    const Rect area =
        intersect(media::placed(clip->files[0].size, view.box, view.fit), Rect::of({}, view.box));
    auto frame = std::make_shared<media::VideoFrame>(area);
    for (int y = 0; y < area.h; ++y) std::fill_n(frame->row(y), area.w, pixel(time));
    return frame;
  }
  static std::uint32_t pixel(Duration time) {
    return 0xff000000 | static_cast<std::uint32_t>(time / milliseconds(40)) << 16;
  }
  bool ready = true;
  int asked = 0;
};

scene::OpsPtr video(Duration time, media::Fit fit = media::Fit::letterbox) {
  static const auto clip = media::make_clip({{"film.mp4", seconds(2), {10, 10}, {}, false, {}}});
  return Builder().video({clip, time, kAll, fit, kGround, 0}).done();
}

class Video : public testing::Test {
 protected:
  Video() { painter_->take_frames_from(frames_); }
  Surface shown(const scene::OpsPtr& ops, std::uint8_t opacity = 255) {
    return painted(*painter_, over_grey(kAll.size(), ops, opacity));
  }
  std::shared_ptr<RedFrames> frames_ = std::make_shared<RedFrames>();
  std::unique_ptr<Painter> painter_ = painter();
};

TEST_F(Video, ShowsTheFrameBetweenBars) {
  const Surface surface = shown(video(milliseconds(400)));
  EXPECT_EQ(surface.at(4, 15), kGroundPixel);
  EXPECT_EQ(surface.at(5, 0), RedFrames::pixel(milliseconds(400)));
  EXPECT_EQ(surface.at(34, 29), RedFrames::pixel(milliseconds(400)));
  EXPECT_EQ(surface.at(35, 15), kGroundPixel);
}

TEST_F(Video, FillsItsBox) {
  const Surface surface = shown(video(milliseconds(400), media::Fit::fill));
  EXPECT_EQ(std::ranges::count(surface.pixels, RedFrames::pixel(milliseconds(400))), 1200);
}

TEST_F(Video, WithoutAFrameIsGround) {
  frames_->ready = false;
  EXPECT_EQ(std::ranges::count(shown(video({})).pixels, kGroundPixel), 1200);
}

TEST_F(Video, IsNeverKept) {
  const scene::OpsPtr ops = video({});
  const scene::OpsPtr group = scene::flatten(
      {scene::layer(ops, {}, kAll), scene::layer(Builder().fill({0, 0, 2, 2}, kGround).done(), {}, kAll)});
  frames_->ready = false;
  shown(ops), shown(group);
  frames_->ready = true;
  EXPECT_EQ(shown(ops).at(20, 15), RedFrames::pixel({}));
  EXPECT_EQ(shown(group).at(20, 15), RedFrames::pixel({}));
  EXPECT_EQ(frames_->asked, 4);
}

TEST_F(Video, FadesLikeAnythingElse) {
  const Surface surface = shown(video(milliseconds(4000)), 128);
  const Surface group = shown(scene::flatten({scene::layer(video(milliseconds(4000)), {}, kAll)}), 128);
  EXPECT_EQ(surface.pixels, group.pixels);
  EXPECT_NEAR(channel(surface.at(20, 15), 16), (90 * 127 + 100 * 128) / 255, 1);
  EXPECT_NEAR(channel(surface.at(20, 15), 8), 45, 1);
}

TEST_F(Video, ByDamageGivesTheBytesOfTheWhole) {
  const scene::OpsPtr title = Builder().fill({8, 20, 20, 6}, {255, 255, 255, 128}).done();
  const auto at = [&](Duration time) {
    scene::Scene scene = over_grey(kAll.size(), video(time));
    scene.layers.push_back(scene::layer(title, {}, kAll));
    return scene;
  };
  Surface surface = painted(*painter_, at({}));
  painter_->paint(at(milliseconds(80)), scene::damage(at({}), at(milliseconds(80))), surface.target());
  EXPECT_EQ(surface.pixels, painted(*painter_, at(milliseconds(80))).pixels);
  EXPECT_TRUE(scene::damage(at(milliseconds(80)), at(milliseconds(80))).empty());
}

TEST_F(Video, UnderOpaqueLayersSideBySideIsNotPainted) {
  const auto tile = [](Rect rect) {
    return scene::layer(Builder().fill({0, 0, 9, 9}, kGround).fill(kAll, {9, 9, 9, 255}).done(), {}, rect);
  };
  scene::Scene scene = over_grey(kAll.size(), video({}));
  scene.layers.push_back(tile({0, 0, 25, 30}));
  painted(*painter_, scene);
  EXPECT_GT(frames_->asked, 0);
  frames_->asked = 0;
  scene.layers.push_back(tile({25, 0, 15, 30}));
  EXPECT_EQ(painted(*painter_, scene).at(39, 29), 0xff090909);
  EXPECT_EQ(frames_->asked, 0);
}

}  // namespace
}  // namespace xp::paint
