// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "command.h"

namespace xp::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class ScheduleVerb : public testing::Test {
 protected:
  ScheduleVerb() : folder_(testing::TempDir() + "schedule-verb-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ + "/playlist.toml") << R"([campaign]
title = "平安社区"

[[slide]]
id = "always"
kind = "slogan"
text = "多问一句"

[[slide]]
id = "counter"
kind = "slogan"
text = "先核实"
min_per_hour = 4
[slide.schedule]
weekdays = ["working-day"]
hours = ["08:30-17:30"]

[[slide]]
id = "storm"
kind = "slogan"
text = "请绕行"
priority = "urgent"
[slide.schedule]
from = 2025-10-11
until = 2025-10-11
hours = ["16:00-18:00"]
)";
  }
  ~ScheduleVerb() override { std::filesystem::remove_all(folder_); }
  Outcome schedule(std::vector<std::string> options) {
    options.insert(options.begin(), {"schedule", folder_});
    return xuanping(options);
  }
  std::string folder_;
};

TEST_F(ScheduleVerb, SaysWhatPlaysAndWhyTheRestDoesNot) {
  const Outcome outcome = schedule({"--at", "2025-10-01T10:00:00+08:00"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("2025-10-01T10:00:00+08:00 Wednesday"),
                    HasSubstr("▶ always   on the screen, 10:00:00 to 10:00:05"),
                    HasSubstr("– counter  not on this day"), HasSubstr("– storm    from 2025-10-11")));
}

TEST_F(ScheduleVerb, SaysWhichSlogansRunOverAStrip) {
  const Outcome outcome = schedule({"--screen", "led-256x32", "--at", "2025-10-01T10:00:00+08:00"});
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("  always   in turn"), HasSubstr("– counter  not on this day")));
}

TEST_F(ScheduleVerb, PutsUrgentSlidesFirst) {
  const Outcome outcome = schedule({"--at", "2025-10-11T17:00:00+08:00"});
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("▶ storm"),
                                 HasSubstr("– always   an urgent slide is shown instead; next at 18:00:00")));
}

TEST_F(ScheduleVerb, PrintsADayStretchByStretch) {
  const Outcome outcome = schedule({"--day", "2025-10-11"});  // a Saturday that is worked
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("00:00–08:30  always\n"), HasSubstr("08:30–16:00  always, counter\n"),
                    HasSubstr("16:00–18:00  urgent: storm\n"), HasSubstr("18:00–24:00  always\n")));
}

TEST_F(ScheduleVerb, SaysWhatIsPromisedAndKept) {
  EXPECT_THAT(schedule({"--at", "2025-10-11T10:00:00+08:00"}).out,
              HasSubstr("at 10:00:05; at least 359 showings an hour, 4 promised\n"));
  EXPECT_THAT(schedule({"--day", "2025-10-11"}).out,
              HasSubstr("             counter: at least 359 showings an hour, 4 promised\n16:00"));
  const auto at =
      nlohmann::json::parse(schedule({"--at", "2025-10-11T10:00:00+08:00", "--format", "json"}).out);
  EXPECT_EQ(at["zones"][0]["slides"][1]["min_per_hour"], 4);
  EXPECT_EQ(at["zones"][0]["slides"][1]["fewest_an_hour"], 359);
}

TEST_F(ScheduleVerb, IsJsonForPrograms) {
  const auto at =
      nlohmann::json::parse(schedule({"--at", "2025-10-01T10:00:00+08:00", "--format", "json"}).out);
  EXPECT_EQ(at["zones"][0]["slides"][0]["state"], "shown");
  EXPECT_EQ(at["zones"][0]["slides"][1]["state"], "off");
  const auto day = nlohmann::json::parse(schedule({"--day", "2025-10-11", "--format", "json"}).out);
  EXPECT_EQ(day["zones"][0]["stretches"].size(), 4u);
  EXPECT_EQ(day["zones"][0]["stretches"][2]["urgent"], true);
}

TEST_F(ScheduleVerb, RefusesWhatIsNoDay) {
  EXPECT_EQ(schedule({"--day", "15.5.2022"}).code, 2);
  EXPECT_EQ(schedule({"--at", "noon"}).code, 2);
}

/// The playlist's own offset counts, whatever the machine believes.
TEST_F(ScheduleVerb, IsTheSameInEveryTimeZoneOfTheMachine) {
  const char* before = std::getenv("TZ");
  const std::string kept = before ? before : "";
  unsetenv("TZ");
  tzset();
  const std::string expected = schedule({"--day", "2025-10-11"}).out;
  EXPECT_FALSE(expected.empty());
  for (const char* zone : {"UTC", "Asia/Urumqi", "America/New_York", ":/broken/zone"}) {
    setenv("TZ", zone, 1);
    tzset();
    EXPECT_EQ(schedule({"--day", "2025-10-11"}).out, expected) << zone;
  }
  before ? setenv("TZ", kept.c_str(), 1) : unsetenv("TZ");
  tzset();
}

TEST_F(ScheduleVerb, ADayThatIsTooFarAwayIsWrongUsage) {
  for (const char* day : {"9999-12-31", "1677-01-01"}) {
    const Outcome outcome = schedule({"--day", day});
    EXPECT_EQ(outcome.code, cli::kWrongUsage) << day;
    EXPECT_THAT(outcome.err, HasSubstr(day));
  }
}

}  // namespace
}  // namespace xp::test
