// SPDX-License-Identifier: MIT
// Somebody sets the clock of a player, again and again: what it shows is compared with another way to say
// what is due, which shares no code with the program.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <set>

#include "player/loop.h"
#include "soak.h"
#include "theatre.h"

namespace xp::soak {

namespace {

constexpr std::int64_t kDay = 86'400, kChina = 8 * 3600;
constexpr Duration kSoon = seconds(1);

/// A slide and when it may be shown, in numbers. A day is one since 1970-01-01.
struct Turn {
  std::string id;
  int lasts = 0;  ///< s
  std::optional<std::int64_t> from, until;
  std::set<int> weekdays;                    ///< 0: Sunday
  std::optional<std::pair<int, int>> hours;  ///< minutes after midnight
  bool urgent = false;
};

// --- the other way

bool allows_day(const Turn& turn, std::int64_t day) {
  if ((turn.from && day < *turn.from) || (turn.until && day > *turn.until)) return false;
  const int weekday = static_cast<int>(((day + 4) % 7 + 7) % 7);  // the first day was a Thursday
  return turn.weekdays.empty() || turn.weekdays.contains(weekday);
}

/// Hours over midnight belong to the day on which they begin.
bool allows(const Turn& turn, std::int64_t local_minute) {
  const std::int64_t day = local_minute / 1440;
  const int minute = static_cast<int>(local_minute % 1440);
  if (!turn.hours) return allows_day(turn, day);
  const auto [start, end] = *turn.hours;
  if (start < end) return allows_day(turn, day) && start <= minute && minute < end;
  return (allows_day(turn, day) && minute >= start) || (allows_day(turn, day - 1) && minute < end);
}

std::vector<const Turn*> allowed(const std::vector<Turn>& turns, bool urgent, std::int64_t local_minute) {
  std::vector<const Turn*> all;
  for (const Turn& turn : turns)
    if (turn.urgent == urgent && allows(turn, local_minute)) all.push_back(&turn);
  return all;
}

/// What is due at a minute, and since when it has been the same: back to midnight at most.
struct Round {
  std::int64_t minute = -1, begun = 0;
  std::vector<const Turn*> turns;
};

Round round_at(const std::vector<Turn>& turns, std::int64_t local_minute) {
  for (const bool urgent : {true, false}) {
    Round round{local_minute, local_minute, allowed(turns, urgent, local_minute)};
    if (round.turns.empty()) continue;
    while (round.begun % 1440 != 0 && allowed(turns, urgent, round.begun - 1) == round.turns) --round.begun;
    return round;
  }
  return {local_minute, 0, {}};
}

/// Says which slide is due.
class Reckoning {
 public:
  explicit Reckoning(const std::vector<Turn>& turns) : turns_(turns) {}
  /// Its id; empty where none is.
  std::string due_at(std::int64_t unix_ms) {
    const std::int64_t local_ms = unix_ms + kChina * 1000;
    if (round_.minute != local_ms / 60'000) round_ = round_at(turns_, local_ms / 60'000);
    std::int64_t whole = 0;
    for (const Turn* turn : round_.turns) whole += turn->lasts * 1000;
    std::int64_t into = whole ? (local_ms - round_.begun * 60'000) % whole : 0;
    for (const Turn* turn : round_.turns) {
      if (into < turn->lasts * 1000) return turn->id;
      into -= turn->lasts * 1000;
    }
    return {};
  }

 private:
  const std::vector<Turn>& turns_;
  Round round_;
};

// --- the playlist of it

std::string date(std::int64_t day) {
  return format_date(Date{std::chrono::sys_days{std::chrono::days{day}}});
}

std::string toml_of(const Turn& turn) {
  static constexpr std::array kWeekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  std::string text =
      fmt::format("[[slide]]\nid = \"{}\"\nkind = \"slogan\"\ntext = \"多问一句\"\nduration = \"{}s\"\n",
                  turn.id, turn.lasts);
  if (turn.urgent) text += "priority = \"urgent\"\n";
  text += "[slide.schedule]\n";
  if (turn.from) text += "from = " + date(*turn.from) + "\n";
  if (turn.until) text += "until = " + date(*turn.until) + "\n";
  std::string days;
  for (const int weekday : turn.weekdays)
    days += fmt::format("\"{}\", ", kWeekdays[static_cast<std::size_t>(weekday)]);
  if (!days.empty()) text += "weekdays = [" + days + "]\n";
  if (turn.hours)
    text += fmt::format("hours = [\"{:02}:{:02}-{:02}:{:02}\"]\n", turn.hours->first / 60,
                        turn.hours->first % 60, turn.hours->second / 60, turn.hours->second % 60);
  return text + "\n";
}

Turn random_turn(int number, std::mt19937& random) {
  const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
  Turn turn;
  turn.id = fmt::format("slide-{}", number);
  turn.lasts = 3 + below(9);
  turn.urgent = number % 4 == 3;
  if (below(3) == 0) turn.from = below(48'000);  // to 2101
  if (below(3) == 0) turn.until = turn.from.value_or(0) + below(30'000);
  for (int weekday = 0; weekday < 7; ++weekday)
    if (below(3) == 0) turn.weekdays.insert(weekday);
  const int start = below(1440), end = below(1440);
  if (start != end && (turn.urgent || below(2) == 0)) turn.hours = {start, end};
  return turn;
}

// --- the play

/// The monotonic clock runs, the other one is set: every few seconds, and somebody looks at every turn of the
/// loop.
class JumpingWaiter final : public player::Waiter {
 public:
  JumpingWaiter(const std::vector<Turn>& turns, const player::Health& health, const Amount& amount,
                Outcome& outcome)
      : turns_(turns),
        due_(turns),
        health_(health),
        outcome_(outcome),
        random_(amount.seed),
        left_(amount.rounds) {}

  ClockReading now() override {
    return {elapsed_, {(wall_ms_ + since_jump() / milliseconds(1)) * 1'000'000}};
  }
  player::Wake wait(Duration deadline, int) override {
    look();
    const Duration soon = jumped_ + kSoon;
    if (elapsed_ < soon && soon <= deadline && soon <= next_) {
      elapsed_ = soon;
      return {};
    }
    if (deadline < next_) {
      elapsed_ = std::max(elapsed_, deadline);
      return {};
    }
    elapsed_ = next_;
    player::Wake wake;
    if (jumps_ == left_) {
      wake.stop = true;
      return wake;
    }
    jump();
    wake.clock_set = true;
    return wake;
  }

  int jumps() const { return jumps_; }
  int empty() const { return empty_; }
  Duration slowest() const { return slowest_; }
  std::size_t kinds() const { return seen_.size(); }

 private:
  Duration since_jump() const { return elapsed_ - jumped_; }
  std::int64_t unix_ms() { return now().wall.ns / 1'000'000; }
  std::string where() { return fmt::format("{} after jump {}", format_instant(now().wall, {}), jumps_); }

  /// What is on the screen must be due now or have been a moment ago.
  void look() {
    const auto& showing = health_.status().showing;
    const std::string shown = showing.empty() ? std::string{} : showing.front().slide;
    const auto by_id = std::ranges::find(turns_, shown, &Turn::id);
    const std::string id = by_id == turns_.end() ? std::string{} : shown;
    const std::int64_t t = unix_ms();
    const std::string due = due_.due_at(t);
    // Show time joins a clock that is less than 250 ms away little by little.
    const bool right = id == due || id == due_.due_at(t - 250) || id == due_.due_at(t + 250);
    if (right && !right_at_) right_at_ = since_jump();
    if (since_jump() < kSoon) return;
    outcome_.require(right, fmt::format("{}: “{}” is shown, “{}” is due", where(), id, due));
    if (right_at_) slowest_ = std::max(slowest_, *right_at_);
    empty_ += id.empty();
    seen_.insert(id);
    const std::int64_t minute = (t + kChina * 1000) / 60'000;
    outcome_.require(id.empty() || allows(*by_id, minute) || allows(*by_id, minute - 1),
                     fmt::format("{}: “{}” is outside of its dates", where(), id));
  }

  void jump() {
    static constexpr std::array<std::int64_t, 4> kSteps{1, 3600, kDay, 365 * kDay};
    static constexpr std::array<std::int64_t, 4> kLandmarks{0, 2'147'483'647, 4'102'444'799, 1'652'580'000};
    std::int64_t to = unix_ms();
    if (random_() % 8 == 0) {
      to = kLandmarks[random_() % kLandmarks.size()] * 1000 - 2000 +
           static_cast<std::int64_t>(random_() % 4000);
    } else {
      const std::int64_t step = kSteps[random_() % kSteps.size()] * 1000;
      to += random_() % 2 ? step : -step;
    }
    wall_ms_ = std::max<std::int64_t>(to, 0);
    jumped_ = elapsed_;
    next_ = elapsed_ + milliseconds(1500 + random_() % 12'000);
    right_at_.reset();
    ++jumps_;
  }

  const std::vector<Turn>& turns_;
  Reckoning due_;
  const player::Health& health_;
  Outcome& outcome_;
  std::mt19937 random_;
  int left_, jumps_ = 0, empty_ = 0;
  Duration elapsed_{}, jumped_{}, next_ = seconds(5);
  std::int64_t wall_ms_ = 1'652'580'000'000;
  std::optional<Duration> right_at_;
  Duration slowest_{};
  std::set<std::string> seen_;
};

}  // namespace

Outcome clock_jumps(const Amount& amount) {
  std::mt19937 random(amount.seed);
  std::vector<Turn> turns;
  std::string playlist = "[campaign]\ntitle = \"守护钱袋子\"\n\n";
  for (int i = 0; i < 9; ++i) {
    turns.push_back(random_turn(i, random));
    playlist += toml_of(turns.back());
  }
  Outcome outcome;
  player::Health health{{}};
  JumpingWaiter waiter(turns, health, amount, outcome);
  const int code = play_on_stage(playlist, {&waiter, &health});
  outcome.require(code == 0 && waiter.jumps() == amount.rounds, "it did not play to the end");
  outcome.require(waiter.slowest() <= kSoon, "the right slide came late");
  outcome.figures = fmt::format(
      "{} jumps; the right slide at most {} after each; {} slides seen, and {} times none was due",
      waiter.jumps(), format_duration(waiter.slowest()), waiter.kinds(), waiter.empty());
  return outcome;
}

}  // namespace xp::soak
