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
  void submit(Job job) override { jobs.push_back(std::get<PrepareJob>(std::move(job))); }
  std::vector<Finished> take() override { return {}; }
  int descriptor() const override { return -1; }
  std::vector<PrepareJob> jobs;
};

/// The slides that are asked for while the first is shown.
std::size_t asked_for(const show::ShowPtr& show) {
  Engines engines;
  EXPECT_TRUE(engines.use(show->catalog));
  for (const show::Coming& now : show::upcoming(*show, kStart, Duration::zero()))
    engines.caches().laid(*show, now.request());
  Listening worker;
  Ahead(engines).prepare(show, kStart, worker);
  std::size_t slides = 0;
  for (const PrepareJob& job : worker.jobs) slides += job.coming.size();
  return slides;
}

}  // namespace

TEST(Ahead, AsksForWhatIsMissingOfTheShownSlideAndOfTheNext) {
  EXPECT_EQ(asked_for(fake_show({{.id = "a", .patterned = true}, {.id = "b", .patterned = true}})), 2u);
}

TEST(Ahead, AGroundIsNotPaintedForNothingWhereNoSlideFollows) {
  EXPECT_EQ(asked_for(fake_show({{.id = "a", .graded = true}})), 0u);
  EXPECT_EQ(asked_for(fake_show({{.id = "a", .patterned = true}})), 1u);
}

TEST(Ahead, AGroundIsPaintedBeforeItFades) {
  EXPECT_EQ(asked_for(fake_show({{.id = "a", .graded = true}, {.id = "b"}})), 2u);
}

}  // namespace xp::player
