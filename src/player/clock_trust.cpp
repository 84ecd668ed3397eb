// SPDX-License-Identifier: MIT
#include "player/clock_trust.h"

#include <sys/timex.h>

#include <algorithm>

#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"
#include "player/player_status.h"

namespace xp::player {

namespace {

constexpr Duration kEvery = seconds(10);
constexpr std::size_t kLargestStatus = std::size_t{4} << 20;

bool kernel_is_synchronised() {
  timex state{};
  return ::adjtimex(&state) != TIME_ERROR && !(state.status & STA_UNSYNC);
}

}  // namespace

ClockFacts read_clock_facts(const FileSystem& files) {
  return {files.is_directory("/sys/class/rtc/rtc0"), kernel_is_synchronised()};
}

Instant build_time() {
  const auto day = parse_date(XUANPING_BUILD_DAY);
  return day ? from_civil(*day, 0, 0, 0, UtcOffset{0}) : Instant{};
}

Instant clock_floor(const FileSystem& files, const std::string& state_directory) {
  const auto text = files.read(join_path(state_directory, kStatusFile), kLargestStatus);
  const auto status = text ? parse_status(*text) : Result<PlayerStatus>(text.error());
  const bool certain =
      status && !status->simulated && status->clock == show::ClockState::trusted && status->written != kNever;
  return std::max(build_time(), certain ? status->written : Instant{});
}

show::ClockState judge(const ClockFacts& facts, Instant wall, Instant floor) {
  using enum show::ClockState;
  if (facts.synchronised) return wall >= build_time() ? trusted : untrusted;
  return facts.real_time_clock && wall >= floor ? trusted : untrusted;
}

void ClockWatch::was_set() {
  log(LogLevel::info, "player", tr("the system clock was set"));
  due_ = {};
}

std::optional<show::ClockState> ClockWatch::look(ClockReading reading) {
  if (!judge_ || reading.monotonic < due_) return std::nullopt;
  due_ = reading.monotonic + kEvery;
  const show::ClockState state = judge_(reading.wall);
  if (std::exchange(state_, state) == state) return std::nullopt;
  log(LogLevel::warning, "player",
      state == show::ClockState::trusted
          ? tr("the clock can be trusted now")
          : tr("the clock cannot be trusted: only what has no schedule is shown"));
  return state;
}

}  // namespace xp::player
