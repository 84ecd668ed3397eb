// SPDX-License-Identifier: MIT
#include "player/worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <utility>

#include "fake_show.h"

namespace xp::player {

using namespace test;

namespace {

ReadShow read_two(const show::LoadRequest& request, Diagnostics& diagnostics) {
  diagnostics.add({Severity::warning, "noted", {}, "noted", {}});
  return {fake_show({{"a"}, {"b"}}, request.anchor), {"playlist.toml"}};
}

PrepareJob job_for(const show::ShowPtr& show) {
  return {show, show::upcoming(*show, kStart, seconds(20)), {}};
}

/// Until `count` pieces of work are done.
std::vector<Finished> wait_for(Worker& worker, std::size_t count) {
  std::vector<Finished> all;
  while (all.size() < count) {
    pollfd descriptor{worker.descriptor(), POLLIN, 0};
    if (worker.descriptor() >= 0) poll(&descriptor, 1, -1);
    for (Finished& f : worker.take()) all.push_back(std::move(f));
  }
  return all;
}

std::unique_ptr<Worker> threaded(ShowReader reader) {
  auto started = start_worker(std::move(reader));
  EXPECT_TRUE(started);
  return *std::move(started);
}

class Workers : public testing::TestWithParam<const char*> {
 protected:
  static std::unique_ptr<Worker> make(ShowReader reader) {
    return GetParam() == std::string_view("threaded") ? threaded(std::move(reader))
                                                      : inline_worker(std::move(reader));
  }
};

}  // namespace

TEST_P(Workers, ReadsAShow) {
  const auto worker = make(read_two);
  LoadJob job;
  job.request.anchor = kStart;
  worker->submit(job);
  const auto finished = wait_for(*worker, 1);
  const auto& result = std::get<LoadedShow>(finished.at(0));
  ASSERT_TRUE(result.read.show);
  EXPECT_EQ(result.read.files, std::vector<std::string>{"playlist.toml"});
  EXPECT_EQ(result.diagnostics.list().size(), 1u);
  EXPECT_EQ(result.anchor, kStart);
}

TEST_P(Workers, MovesTheAnchorToKeepTheSlide) {
  const auto worker = make(read_two);
  LoadJob job;
  job.request.anchor = kStart;
  job.keep = Keep{"b", seconds(3), kStart + seconds(1)};
  worker->submit(job);
  const auto finished = wait_for(*worker, 1);
  const auto& result = std::get<LoadedShow>(finished.at(0));
  EXPECT_EQ(result.anchor, kStart + seconds(1) - seconds(3) - seconds(8));
  EXPECT_EQ(keep_of(*result.read.show, kStart + seconds(1))->slide, "b");
  EXPECT_EQ(result.diagnostics.list().size(), 1u) << "said once, not for each reading";
}

TEST_P(Workers, PreparesWhatItIsAskedFor) {
  const auto worker = make(read_two);
  const auto show = fake_show({{.id = "a", .patterned = true}, {.id = "b", .patterned = true}});
  const PrepareJob job = job_for(show);
  worker->submit(job);
  const auto finished = wait_for(*worker, 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& slide = std::get<PreparedSlide>(finished.at(i));
    EXPECT_EQ(slide.key, job.coming[i].key);
    ASSERT_TRUE(slide.laid);
    ASSERT_EQ(slide.pixels.size(), 1u);
    ASSERT_TRUE(slide.pixels[0].second);
    EXPECT_EQ(slide.pixels[0].second->size, kScreen);
  }
}

TEST_P(Workers, PaintsOnlyWhatIsNotPaintedYet) {
  const auto worker = make(read_two);
  const auto show = fake_show({{.id = "a", .patterned = true}, {.id = "b"}});
  PrepareJob job = job_for(show);
  for (int i = 0; i < 2; ++i) {
    worker->submit(job);
    const auto finished = wait_for(*worker, 2);
    const auto& patterned = std::get<PreparedSlide>(finished.at(0)).pixels;
    EXPECT_EQ(patterned.size(), i == 0 ? 1u : 0u);
    for (const auto& [ops, pixels] : patterned) job.painted.insert(ops->hash);
    EXPECT_TRUE(std::get<PreparedSlide>(finished.at(1)).pixels.empty()) << "a fill has no pixels of its own";
  }
}

TEST_P(Workers, SayWhatTheirGlyphsTake) {
  const auto worker = make(read_two);
  worker->submit(job_for(fake_show({{.id = "a", .patterned = true}})));
  wait_for(*worker, 1);
  EXPECT_THAT(worker->memory(),
              testing::ElementsAre(testing::AllOf(testing::Field(&MemoryUse::store, "worker-glyphs"),
                                                  testing::Field(&MemoryUse::limit, testing::Gt(0u)))));
}

INSTANTIATE_TEST_SUITE_P(BothForms, Workers, testing::Values("threaded", "inline"));

TEST(ThreadWorker, EndsWithWorkLeft) {
  const auto worker = threaded(read_two);
  const auto show = fake_show({{"a"}, {"b"}});
  for (int i = 0; i < 50; ++i) worker->submit(job_for(show));
}

TEST(ThreadWorker, IsBusyAndTakesNoStepsWhileItIsStuck) {
  std::promise<void> reached, let_go;
  const auto worker = threaded([&](const show::LoadRequest& request, Diagnostics& diagnostics) {
    reached.set_value();
    let_go.get_future().wait();
    return read_two(request, diagnostics);
  });
  EXPECT_FALSE(worker->pulse().busy);
  EXPECT_FALSE(worker->pulse().on_files);
  worker->submit(LoadJob{});
  reached.get_future().wait();
  const Pulse stuck = worker->pulse();
  EXPECT_TRUE(stuck.busy);
  EXPECT_TRUE(stuck.on_files) << "that it reads";
  EXPECT_EQ(worker->pulse().steps, stuck.steps);
  let_go.set_value();
  wait_for(*worker, 1);
  EXPECT_GT(worker->pulse().steps, stuck.steps);
}

TEST(ThreadWorker, WorksBehindThePresentingThreadOnceTheFirstShowIsRead) {
  std::vector<std::pair<int, int>> seen;  // scheduling policy and nice value
  const auto worker = threaded([&](const show::LoadRequest& request, Diagnostics& diagnostics) {
    seen.emplace_back(sched_getscheduler(0), getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())));
    return read_two(request, diagnostics);
  });
  const std::pair own{sched_getscheduler(0), getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()))};
  for (int i = 0; i < 2; ++i) worker->submit(LoadJob{});
  wait_for(*worker, 2);
  EXPECT_EQ(seen.at(0), own);
  EXPECT_EQ(seen.at(1), (std::pair{SCHED_BATCH, std::max(own.second, 10)}));
}

TEST(ThreadWorker, IsQuietWithoutWork) {
  const auto worker = threaded(read_two);
  worker->submit(LoadJob{});
  wait_for(*worker, 1);
  pollfd descriptor{worker->descriptor(), POLLIN, 0};
  EXPECT_EQ(poll(&descriptor, 1, 0), 0);
  EXPECT_TRUE(worker->take().empty());
}

}  // namespace xp::player
