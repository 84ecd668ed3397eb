// SPDX-License-Identifier: MIT
// What screens show of a playlist with schedules, on a screen of slides and on a strip.
#include <gtest/gtest.h>

#include <fstream>

#include "show/frame.h"
#include "show/load.h"
#include "support/golden.h"

namespace xp::show {
namespace {

Instant at(std::string_view local) { return *parse_instant(std::string(local) + "+08:00"); }

class ScheduledShow : public testing::Test {
 protected:
  ScheduledShow() {
    std::ofstream(folder_ + "/playlist.toml") << R"([campaign]
title = "平安社区"

[[slide]]
id = "morning"
kind = "slogan"
text = "早上好"
[slide.schedule]
hours = ["06:00-09:00"]

[[slide]]
id = "evening"
kind = "slogan"
text = "晚上好"
[slide.schedule]
hours = ["18:00-22:00"]
)";
  }
  void add(const std::string& slide) { std::ofstream(folder_ + "/playlist.toml", std::ios::app) << slide; }
  Frame frame(const std::string& screen, std::string_view local) {
    Diagnostics diagnostics;
    LoadRequest request;
    request.data.roots = {test::source_path("")};
    request.playlist = {folder_, {}};
    request.screen = {screen, {}};
    request.clock = clock_;
    const auto show = load_show(real_files(), request, diagnostics);
    EXPECT_TRUE(show) << format_diagnostics(diagnostics);
    if (!caches_) caches_ = *Caches::create((*show)->catalog);
    return frame_at(**show, at(local), *caches_);
  }
  std::string folder_ = test::scratch_directory();
  std::unique_ptr<Caches> caches_;
  ClockState clock_ = ClockState::trusted;
};

TEST_F(ScheduledShow, ShowsTheCampaignWhereNothingIsActiveUntilSomethingIs) {
  const Frame noon = frame("plaza-1080p", "2022-05-15T12:00:00");
  EXPECT_GE(noon.scene.layers.size(), 2u) << "the ground and the title";
  EXPECT_TRUE(noon.showing.empty() || noon.showing.front().zone != "main") << "the title is no showing";
  EXPECT_LE(noon.valid_until, at("2022-05-15T18:00:00"));
  EXPECT_EQ(frame("plaza-1080p", "2022-05-15T18:00:01").showing.front().slide, "evening");
}

TEST_F(ScheduledShow, WithoutATrustedClockOnlyWhatHasNoTimeIsShown) {
  const std::vector<std::string> only{"main always"};
  const auto shown = [&](const std::string& screen, std::string_view local) {
    std::vector<std::string> out;
    for (const Showing& row : frame(screen, local).showing) out.push_back(row.zone + " " + row.slide);
    return out;
  };
  add("\n[[slide]]\nid = \"always\"\nkind = \"slogan\"\ntext = \"平安\"\n");
  add("\n[[slide]]\nid = \"time\"\nkind = \"clock\"\n");
  add("\n[[slide]]\nid = \"left\"\nkind = \"countdown\"\nheading = \"距离\"\nto = 2030-01-01\nafter = \"到了\"\n");
  clock_ = ClockState::untrusted;
  for (const char* hour : {"07", "12", "20"}) {
    for (const char* second : {"00", "05", "11", "17", "23", "31"})
      EXPECT_EQ(shown("plaza-1080p", fmt::format("1970-01-01T{}:00:{}", hour, second)), only);
  }
  EXPECT_EQ(shown("bank-hall-1080p", "1970-01-01T12:00:00"), only) << "nor a clock in a zone of its own";
  clock_ = ClockState::trusted;
  EXPECT_EQ(shown("bank-hall-1080p", "2022-05-15T12:00:00").size(), 2u);
}

TEST_F(ScheduledShow, WithoutATrustedClockACampaignWithDatesIsItsTitle) {
  add("[campaign.schedule]\nfrom = 2022-05-01\n");
  clock_ = ClockState::untrusted;
  const Frame frame_then = frame("plaza-1080p", "2022-05-15T07:00:00");
  EXPECT_TRUE(frame_then.showing.empty());
  EXPECT_GE(frame_then.scene.layers.size(), 2u);
}

TEST_F(ScheduledShow, AStripRunsOnlyTheSlogansOfTheHour) {
  const Hash morning = frame("led-256x32", "2022-05-15T08:59:59").showing.front().content;
  const Hash noon = frame("led-256x32", "2022-05-15T12:00:00").showing.front().content;
  const Hash evening = frame("led-256x32", "2022-05-15T18:00:00").showing.front().content;
  EXPECT_NE(morning, evening);
  EXPECT_NE(noon, morning);
  EXPECT_NE(noon, evening);
  EXPECT_EQ(frame("led-256x32", "2022-05-16T06:00:00").showing.front().content, morning);
  EXPECT_LE(frame("led-256x32", "2022-05-15T08:59:59").valid_until, at("2022-05-15T09:00:00"));
}

}  // namespace
}  // namespace xp::show
