// SPDX-License-Identifier: MIT
#include "player/ahead.h"

#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::player {

using namespace test;

namespace {

/// Keeps what it is asked for.
class Listening final : public Worker {
 public:
  void submit(Job job) override {
    if (auto* prepare = std::get_if<PrepareJob>(&job)) jobs.push_back(std::move(*prepare));
    if (auto* paint = std::get_if<PaintJob>(&job)) {
      ++to_paint;
      orders = std::move(paint->orders);
    }
  }
  std::vector<Finished> take() override { return {}; }
  int descriptor() const override { return -1; }
  std::vector<PrepareJob> jobs;
  int to_paint = 0;
  std::vector<PaintJob::Order> orders;  ///< the last ones
};

/// One slide with a line that passes, laid out.
class Moving : public testing::Test {
 protected:
  Moving() {
    EXPECT_TRUE(engines.use(show->catalog));
    for (const show::Coming& now : show::upcoming(*show, kStart, Duration::zero()))
      engines.caches().laid(*show, now.request());
  }
  show::ShowPtr show = fake_show({{.id = "a", .duration = seconds(60), .patterned = true, .passing = true}});
  Engines engines;
  Listening worker;
  Ahead ahead{engines};
};

/// Two slides that fade into each other after eight seconds, not laid out.
class AheadOfAFade : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(engines.use(show->catalog)); }
  const Instant change = kStart + seconds(8);
  show::ShowPtr show =
      fake_show({{.id = "a", .patterned = true}, {.id = "b", .patterned = true}}, kStart, milliseconds(500));
  Engines engines;
  Listening worker;
  Ahead ahead{engines};
};

/// The slides that are asked for while the first is shown.
std::size_t asked_for(const show::ShowPtr& show) {
  Engines engines;
  EXPECT_TRUE(engines.use(show->catalog));
  for (const show::Coming& now : show::upcoming(*show, kStart, Duration::zero()))
    engines.caches().laid(*show, now.request());
  Listening worker;
  Ahead(engines).prepare(show, kStart, kStart + seconds(2), worker);
  std::size_t slides = 0;
  for (const PrepareJob& job : worker.jobs) slides += job.coming.size();
  return slides;
}

}  // namespace

TEST(Ahead, AsksForWhatIsMissingOfTheShownSlideAndOfTheNext) {
  EXPECT_EQ(
      asked_for(fake_show({{.id = "a", .patterned = true, .passing = true}, {.id = "b", .patterned = true}})),
      2u);
}

TEST(Ahead, WhatStandsOnTheScreenIsNotPaintedAgain) {
  EXPECT_EQ(asked_for(fake_show({{.id = "a", .patterned = true}, {.id = "b", .patterned = true}})), 1u);
  EXPECT_EQ(asked_for(fake_show({{.id = "a", .patterned = true}})), 0u);
}

TEST(Ahead, WhatStandsOnTheScreenGivesItsPixelsBack) {
  const show::ShowPtr show = fake_show({{.id = "a", .patterned = true}, {.id = "b", .patterned = true}});
  Engines engines;
  ASSERT_TRUE(engines.use(show->catalog));
  Ahead ahead(engines);
  const show::Frame frame = show::frame_at(*show, kStart + seconds(1), engines.caches());
  for (const scene::OpsPtr& ops : show::ops_of(frame)) engines.painter().raster(ops);
  ASSERT_FALSE(engines.painter().painted().empty());
  ahead.tidy(*show, frame, kStart + seconds(1));
  EXPECT_TRUE(engines.painter().painted().empty());
}

TEST_F(Moving, KeepsItsPixels) {
  const show::Frame frame = show::frame_at(*show, kStart, engines.caches());
  for (const scene::OpsPtr& ops : show::ops_of(frame)) engines.painter().raster(ops);
  ahead.tidy(*show, frame, kStart);
  EXPECT_EQ(engines.painter().painted().size(), 1u);
}

TEST_F(Moving, IsLookedAtAgainUntilItStandsStill) {
  ahead.prepare(show, kStart, kStart + seconds(60), worker);
  const show::Frame frame = show::frame_at(*show, kStart, engines.caches());
  ahead.tidy(*show, frame, kStart + seconds(1));
  EXPECT_EQ(ahead.tidy_at(), kStart + seconds(2));
}

TEST(Ahead, ASlideIsPreparedShortlyBeforeItComes) {
  const show::ShowPtr show =
      fake_show({{.id = "a", .duration = seconds(60)}, {.id = "b", .patterned = true}});
  Engines engines;
  ASSERT_TRUE(engines.use(show->catalog));
  const Instant change = kStart + seconds(60);
  Listening worker;
  Ahead ahead(engines);
  const auto asked = [&] { return worker.jobs.empty() ? 0 : worker.jobs.back().coming.size(); };
  for (const show::Coming& now : show::upcoming(*show, kStart + seconds(1), Duration::zero()))
    engines.caches().laid(*show, now.request());
  ahead.prepare(show, kStart + seconds(1), change, worker);
  EXPECT_EQ(asked(), 0u);
  EXPECT_EQ(ahead.due(), change - seconds(4));
  ahead.turn(show, change - seconds(4), worker);
  EXPECT_EQ(asked(), 1u);
}

TEST(Ahead, AGroundIsPaintedAheadForAPresenterThatDrawsItOnly) {
  const show::ShowPtr show = fake_show({{.id = "a"}, {.id = "b", .graded = true}});
  const auto asked = [&](paint::Grounds grounds) {
    Engines engines;
    EXPECT_TRUE(engines.use(show->catalog));
    for (const show::Coming& each : show::upcoming(*show, kStart, seconds(10)))
      engines.caches().laid(*show, each.request());
    Listening worker;
    Ahead ahead(engines);
    ahead.set_grounds(grounds);
    ahead.prepare(show, kStart + seconds(5), kStart + seconds(8), worker);
    return worker.jobs.size();
  };
  EXPECT_EQ(asked(paint::Grounds::in_place), 0u);
  EXPECT_EQ(asked(paint::Grounds::from_pixels), 1u);
}

TEST_F(Moving, GivesAWorkerThatIsBehindNoMoreToPaint) {
  for (int second = 2; second < 60; ++second) ahead.look(show, kStart + seconds(second), worker);
  EXPECT_EQ(worker.to_paint, 1);
  ahead.painted();
  ahead.look(show, kStart + seconds(2), worker);
  EXPECT_EQ(worker.to_paint, 2);
}

TEST_F(Moving, IsNotPaintedAheadWhatIsSeenForAMomentOnly) {
  const Instant end_of_a_piece = kStart + 2 * kPiece - milliseconds(1);
  ahead.look(show, end_of_a_piece - seconds(2), worker);
  EXPECT_EQ(worker.to_paint, 0);
}

TEST_F(AheadOfAFade, OrdersItsPicturesWithWhatIsPaintedOfThem) {
  std::vector<scene::OpsPtr> slides;
  const Instant now = kStart + seconds(1);
  for (const show::Coming& coming : show::upcoming(*show, now, seconds(10))) {
    const auto laid = engines.caches().laid(*show, coming.request());
    for (const scene::OpsPtr& ops : show::ops_of(coming, *laid)) {
      engines.painter().raster(ops);
      slides.push_back(ops);
    }
  }
  ahead.prepare(show, now, change, worker);
  ahead.turn(show, kStart + seconds(4), worker);
  EXPECT_EQ(ahead.due(), kStart + seconds(7));
  ahead.turn(show, kStart + seconds(7), worker);
  ASSERT_EQ(worker.orders.size(), 1u) << "one layer that leaves is painted already";
  ASSERT_EQ(worker.orders[0].parts.size(), 1u);
  EXPECT_EQ(worker.orders[0].parts[0].first->hash, slides.at(1)->hash) << "the slide that comes";
  EXPECT_EQ(ahead.due(), kNever);
}

TEST_F(AheadOfAFade, KeepsItsPicturesUntilItIsOver) {
  for (const show::Coming& coming : show::upcoming(*show, change, Duration::zero()))
    engines.caches().laid(*show, coming.request());
  ahead.prepare(show, change - seconds(1), change, worker);
  for (const show::Coming& coming : show::upcoming(*show, change, Duration::zero()))
    ahead.finished(coming.key);
  ahead.turn(show, change - seconds(1), worker);
  ASSERT_EQ(worker.orders.size(), 2u) << "the slide that leaves and the group of the one that comes";
  for (const PaintJob::Order& order : worker.orders) engines.painter().raster(order.ops);
  const Hash group = worker.orders.back().ops->hash;
  const show::Frame standing = show::frame_at(*show, change - seconds(1), engines.caches());
  ahead.tidy(*show, standing, change);
  EXPECT_TRUE(engines.painter().painted().contains(group));
  ahead.tidy(*show, standing, change + seconds(2));
  EXPECT_FALSE(engines.painter().painted().contains(group));
}

TEST_F(AheadOfAFade, PaintsItsPicturesOnceTheSlidesAreThere) {
  const Instant now = kStart + seconds(7);
  ahead.prepare(show, now, change, worker);
  EXPECT_EQ(ahead.due(), kNever) << "the worker has the slides";
  for (const show::Coming& coming : show::upcoming(*show, now, seconds(2))) {
    engines.caches().laid(*show, coming.request());
    ahead.finished(coming.key);
  }
  EXPECT_LE(ahead.due(), now);
  ahead.turn(show, now, worker);
  EXPECT_EQ(worker.to_paint, 1);
}

TEST(Ahead, LeavesThePicturesOfAFadeToTheScreenWhereSomethingIsNotLaidOut) {
  const show::ShowPtr show =
      fake_show({{.id = "a"}, {.id = "b", .patterned = true}}, kStart, milliseconds(500));
  Engines engines;
  ASSERT_TRUE(engines.use(show->catalog));
  Listening worker;
  Ahead ahead(engines);
  ahead.prepare(show, kStart, kStart + seconds(1), worker);
  EXPECT_EQ(worker.to_paint, 0);
}

}  // namespace xp::player
