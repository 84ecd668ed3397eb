// SPDX-License-Identifier: MIT
#include "playlist/promise.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "playlist/deadlines.h"

namespace xp::playlist {

namespace {

constexpr Duration kHour = std::chrono::hours(1);
/// Of the time between two showings: what the restarts of an hour may cost together.
constexpr int kRestartShare = 8;
/// Plans that are made until one keeps all, as long as they are short.
constexpr int kPlans = 6;
/// Of the promised ones before one turn: some are due again before all have been served.
constexpr int kRounds = 2;

bool is_promised(const Turn& turn) { return turn.promise.per_hour > 0; }

class Planner {
 public:
  /// `gaps`: of the promised ones, in their order; the limits of their promises, or narrower ones.
  Planner(std::span<const Turn> turns, const std::vector<std::size_t>& promised,
          const std::vector<Duration>& gaps)
      : turns_(turns), promised_(promised), gaps_(gaps), number_(turns.size()), deadlines_(lengths()) {
    for (std::size_t p = 0; p < promised_.size(); ++p) {
      number_[promised_[p]] = p;
      deadlines_.put(p, turns_[promised_[p]].promise.first);
      all_of_them_ += turns_[promised_[p]].duration;
      longest_ = std::min(longest_, std::max(Duration::zero(), gaps_[p] - turns_[promised_[p]].duration));
    }
    first_.resize(promised_.size(), Deadlines::kEndless);
  }

  std::vector<std::size_t> plan(const std::vector<std::size_t>& order) {
    for (const std::size_t item : order) {
      serve_before(item);
      place(item);
    }
    serve_before_restart();
    return std::move(order_);
  }

 private:
  std::vector<Duration> lengths() const {
    std::vector<Duration> lengths;
    for (const std::size_t item : promised_) lengths.push_back(turns_[item].duration);
    return lengths;
  }

  void place(std::size_t item) {
    order_.push_back(item);
    if (const auto p = number_[item]) {
      if (first_[*p] == Deadlines::kEndless) first_[*p] = now_;
      deadlines_.put(*p, now_ + gaps_[*p]);
    }
    now_ += turns_[item].duration;
  }

  /// Whether every deadline can be met after `next`. Nothing helps against one that is longer than a gap: it
  /// is taken to be as long as the narrowest gap allows.
  bool is_safe(std::size_t next) {
    const Duration end = now_ + std::min(turns_[next].duration, longest_);
    const auto p = number_[next];
    if (!p) return end <= deadlines_.latest();
    const Duration due = deadlines_.due(*p);
    deadlines_.put(*p, now_ + gaps_[*p]);
    const bool safe = end <= deadlines_.latest();
    deadlines_.put(*p, due);
    return safe;
  }

  /// Those that are due first, until `next` can follow. Where it cannot after two rounds, it never can.
  void serve_before(std::size_t next) {
    const Duration enough = now_ + kRounds * all_of_them_;
    while (now_ < enough && order_.size() < kMostTurns && !is_safe(next)) {
      const auto p = deadlines_.first_but(order_.empty() ? std::nullopt : number_[order_.back()]);
      if (!p || promised_[*p] == next) return;
      place(promised_[*p]);
    }
  }

  /// The cycle begins anew as it began.
  void serve_before_restart() {
    std::vector<std::size_t> waiting(promised_.size());
    std::iota(waiting.begin(), waiting.end(), std::size_t{0});
    const auto latest = [&](std::size_t p) { return deadlines_.due(p) - first_[p]; };
    std::ranges::stable_sort(waiting, {}, latest);
    for (const std::size_t p : waiting) {
      if (latest(p) >= now_ || order_.size() >= kMostTurns) return;
      const std::size_t item = promised_[p];
      if (item != order_.back() && item != order_.front()) place(item);
    }
  }

  std::span<const Turn> turns_;
  const std::vector<std::size_t>& promised_;
  const std::vector<Duration>& gaps_;
  std::vector<std::optional<std::size_t>> number_;  ///< of an item among the promised ones
  Deadlines deadlines_;
  std::vector<Duration> first_;
  Duration all_of_them_{}, longest_ = Deadlines::kEndless, now_{};
  std::vector<std::size_t> order_;
};

std::vector<std::size_t> promised_of(std::span<const Turn> turns) {
  std::vector<std::size_t> promised;
  for (std::size_t i = 0; i < turns.size(); ++i)
    if (is_promised(turns[i])) promised.push_back(i);
  return promised;
}

/// Where the turns of an item are in a cycle that goes on and on.
struct Spread {
  std::optional<Duration> first, last;
  Duration widest{};  ///< from the begin of one to the begin of the next
};

/// One for each of the promised ones.
std::vector<Spread> spreads_in(const std::vector<std::size_t>& order, std::span<const Turn> turns,
                               const std::vector<std::size_t>& promised) {
  std::vector<Spread> all(turns.size());
  Duration at{};
  for (const std::size_t item : order) {
    Spread& spread = all[item];
    if (spread.last) spread.widest = std::max(spread.widest, at - *spread.last);
    if (!spread.first) spread.first = at;
    spread.last = at;
    at += turns[item].duration;
  }
  std::vector<Spread> spreads;
  for (const std::size_t item : promised) {
    Spread& spread = spreads.emplace_back(all[item]);
    spread.widest = std::max(spread.widest, at - *spread.last + *spread.first);
  }
  return spreads;
}

/// By how much a turn comes too late at the worst.
Duration delay_of(const Spread& spread, const Promise& promise) {
  return std::max({Duration::zero(), spread.widest - promise.gap, *spread.first - promise.first});
}

/// What is promised takes more than all of the time.
bool is_hopeless(std::span<const Turn> turns, const std::vector<std::size_t>& promised) {
  double load = 0;
  for (const std::size_t item : promised)
    load += static_cast<double>(turns[item].duration.count()) /
            static_cast<double>(turns[item].promise.gap.count());
  return load > 1;
}

}  // namespace

void set_limits(std::span<Turn> turns, const std::vector<std::size_t>& order, int restarts) {
  std::vector<std::size_t> promised = promised_of(turns);
  std::ranges::stable_sort(promised, std::ranges::greater(),
                           [&](std::size_t item) { return turns[item].promise.per_hour; });
  const std::vector<Spread> spreads = spreads_in(order, turns, promised);
  Duration before{};
  for (std::size_t p = 0; p < promised.size(); ++p) {
    Promise& promise = turns[promised[p]].promise;
    const Duration even = kHour / promise.per_hour;
    promise.first = std::max(before, even / kRestartShare / std::max(1, restarts));
    const Duration as_it_is = std::max(promise.first, *spreads[p].first);
    if (promise.per_hour * spreads[p].widest + restarts * as_it_is <= kHour) promise.first = as_it_is;
    promise.gap = std::max(even / 2, (kHour - restarts * promise.first) / promise.per_hour);
    before += turns[promised[p]].duration;
  }
}

std::vector<std::size_t> with_promises(std::vector<std::size_t> order, std::span<const Turn> turns) {
  const std::vector<std::size_t> promised = promised_of(turns);
  if (promised.empty()) return order;
  std::vector<Duration> gaps;
  for (const std::size_t item : promised) gaps.push_back(turns[item].promise.gap);
  std::vector<std::size_t> best;
  Duration least = Deadlines::kEndless;
  std::size_t planned = 0;
  for (int plans = is_hopeless(turns, promised) ? 1 : kPlans;
       plans > 0 && planned < kMostTurns && least > Duration::zero(); --plans) {
    std::vector<std::size_t> plan = Planner(turns, promised, gaps).plan(order);
    planned += plan.size();
    const std::vector<Spread> spreads = spreads_in(plan, turns, promised);
    Duration late{};
    for (std::size_t p = 0; p < promised.size(); ++p) {
      const Promise& promise = turns[promised[p]].promise;
      const Duration delay = delay_of(spreads[p], promise);
      late += delay;
      gaps[p] = std::max(gaps[p] - delay, promise.gap / 2);
    }
    if (late < least) least = late, best = std::move(plan);
  }
  return best;
}

int fewest_an_hour(std::span<const Duration> starts, Duration cycle, int restarts) {
  if (starts.empty() || cycle <= Duration::zero()) return 0;
  const Duration window = std::max(Duration::zero(), kHour - restarts * starts.front());
  const auto laps = static_cast<std::size_t>(window / cycle);
  const Duration rest = window % cycle;
  std::size_t fewest = starts.size();
  // `end`: the first start behind (starts[i], starts[i] + rest].
  for (std::size_t i = 0, end = 0; i < starts.size(); ++i) {
    const auto start = [&](std::size_t n) {
      return starts[n % starts.size()] + cycle * static_cast<int>(n / starts.size());
    };
    end = std::max(end, i + 1);
    while (start(end) <= starts[i] + rest) ++end;
    fewest = std::min(fewest, end - i - 1);
  }
  return static_cast<int>(laps * starts.size() + fewest);
}

}  // namespace xp::playlist
