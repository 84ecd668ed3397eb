// SPDX-License-Identifier: MIT
// Films: slides that go on through transitions and from their end into their beginning.
#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::show {
namespace {

using namespace test;

const Instant kMidnight = *parse_instant("2022-05-15T00:00:00+08:00");

/// A mark that stands as many px down as ticks of the slot are over.
class FilmLaid : public kinds::Laid {
 public:
  explicit FilmLaid(Size box) : box_(Rect::of({}, box)) {}
  void append_layers(const kinds::Moment& moment, std::vector<scene::Layer>& out) const override {
    out.push_back({box_, {}, 255, ground_});
    out.push_back({box_, {0, static_cast<int>(moment.shown() / kTick)}, 255, mark_});
  }
  Instant next_change(const kinds::Moment& moment) const override {
    return moment.now + (kTick - moment.shown() % kTick);
  }
  bool loops() const override { return true; }

 private:
  Rect box_;
  scene::OpsPtr ground_ = scene::Builder().fill({0, 0, 100, 80}, kBlue).done();
  scene::OpsPtr mark_ = scene::Builder().fill({0, 0, 4, 1}, kWhite).done();
};

playlist::Slide film(const std::string& id, Duration duration) {
  static const kinds::SlideKind kind{
      "film",
      "",
      nullptr,
      nullptr,
      [](const kinds::Content&, const kinds::LayoutContext& context) -> kinds::LaidPtr {
        return std::make_shared<FilmLaid>(context.box);
      },
      nullptr,
      nullptr,
      nullptr};
  playlist::Slide slide = fake_slide(id, kBlue, kWhite, duration);
  slide.kind = &kind;
  return slide;
}

class FilmTest : public testing::Test {
 protected:
  Frame at(const ShowPtr& show, Duration since_midnight) {
    return frame_at(*show, kMidnight + since_midnight, *caches_);
  }
  static int tick_of(const scene::Layer& layer) { return layer.offset.y; }
  /// Of the film that fades in.
  static int incoming_tick_of(const Frame& frame) {
    const auto& group = std::get<scene::GroupOp>(frame.scene.layers.back().ops->list.front());
    return tick_of(group.layers.back());
  }
  std::unique_ptr<Caches> caches_ = caches();
};

TEST_F(FilmTest, GoesOnThroughTheTransition) {
  const ShowPtr show =
      make_show(fake_parts({fake_slide("a", kBlue, kGold, seconds(8)), film("b", seconds(1))}));
  EXPECT_EQ(incoming_tick_of(at(show, seconds(8) + 5 * kTick)), 5);
  EXPECT_EQ(tick_of(at(show, seconds(8) + 40 * kTick).scene.layers.back()), 40);
  EXPECT_EQ(at(show, seconds(8) + 5 * kTick).valid_until, kMidnight + seconds(8) + 6 * kTick);
}

TEST_F(FilmTest, StandsAtItsLastFrameWhileItFadesAway) {
  const ShowPtr show =
      make_show(fake_parts({film("a", seconds(1)), fake_slide("b", kRed, kGold, seconds(8))}));
  EXPECT_EQ(tick_of(at(show, seconds(1) + 3 * kTick).scene.layers[1]), 49);
}

TEST_F(FilmTest, FollowedByItselfBeginsAnewWithoutAFade) {
  const ShowPtr show = make_show(fake_parts({film("a", seconds(1))}));
  for (int tick = 40; tick < 70; ++tick) {
    const Frame frame = at(show, tick * kTick);
    ASSERT_EQ(frame.scene.layers.size(), 2u);
    EXPECT_EQ(frame.scene.layers[1].opacity, 255);
    EXPECT_EQ(tick_of(frame.scene.layers[1]), tick % 50);
  }
}

TEST_F(FilmTest, SettledIsItsLastFrame) {
  const ShowPtr show = make_show(fake_parts({film("a", seconds(1))}));
  const auto tick_after = [&](Duration elapsed) {
    return tick_of(frame_of_slide(*show, 0, elapsed, kMidnight, *caches_).scene.layers[1]);
  };
  EXPECT_EQ(tick_after(milliseconds(400)), 20);
  EXPECT_EQ(tick_after(seconds(1)), 49);
}

}  // namespace
}  // namespace xp::show
