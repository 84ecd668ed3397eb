// SPDX-License-Identifier: MIT
#include "player/clock_trust.h"

#include <gtest/gtest.h>

#include "player/player_status.h"

namespace xp::player {

using enum show::ClockState;

namespace {

constexpr ClockFacts kServer{false, true}, kBattery{true, false}, kBoth{true, true}, kNeither{false, false};

std::string status_of(show::ClockState clock, Instant written, bool simulated = false) {
  PlayerStatus status;
  status.clock = clock;
  status.written = written;
  status.simulated = simulated;
  return to_json(status);
}

}  // namespace

TEST(ClockTrust, NeedsAReasonToBelieveAndNoReasonNotTo) {
  const Instant built = build_time(), floor = built + std::chrono::hours(1000);
  struct Case {
    ClockFacts facts;
    Instant wall;
    show::ClockState expected;
  };
  for (const Case& c : {
           Case{kServer, floor, trusted},
           Case{kBattery, floor, trusted},  // a bank's intranet has clocks but no time server
           Case{kNeither, floor, untrusted},
           Case{kBattery, floor - Duration{1}, untrusted},
           Case{kServer, floor - Duration{1}, trusted},  // the floor may come from a clock that was wrong
           Case{kBoth, built - Duration{1}, untrusted},
           Case{kBoth, Instant{0}, untrusted},
       })
    EXPECT_EQ(judge(c.facts, c.wall, floor), c.expected)
        << c.facts.real_time_clock << c.facts.synchronised << ' ' << format_instant(c.wall, {});
}

TEST(ClockTrust, TheFloorIsWhatAPlayerKnewLast) {
  MemoryFiles files;
  EXPECT_EQ(clock_floor(files, "state"), build_time());
  const Instant later = build_time() + std::chrono::hours(5000);
  files.files["state/status.json"] = status_of(trusted, later);
  EXPECT_EQ(clock_floor(files, "state"), later);
  files.files["state/status.json"] = status_of(untrusted, later);
  EXPECT_EQ(clock_floor(files, "state"), build_time()) << "it did not know";
  files.files["state/status.json"] = status_of(trusted, later, true);
  EXPECT_EQ(clock_floor(files, "state"), build_time()) << "its time was made up";
  for (const char* text :
       {"", "{}", "{\"clock\": \"trusted\"}", "{\"clock\": \"trusted\", \"written\": null}"}) {
    files.files["state/status.json"] = text;
    EXPECT_EQ(clock_floor(files, "state"), build_time()) << text;
  }
}

TEST(ClockTrust, TheBuildTimeIsADayOfThisProgram) {
  EXPECT_GT(build_time(), *parse_instant("2026-01-01T00:00:00Z"));
  EXPECT_EQ(build_time(), local_midnight(build_time(), UtcOffset{0}));
}

}  // namespace xp::player
