// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/time.h"

namespace xp::player {

/// How long frames took to compute and present, since the last take().
class FrameTimes {
 public:
  struct Summary {
    std::int64_t count = 0;
    Duration mean{}, worst{};
  };
  void add(Duration d) {
    ++count_;
    sum_ += d;
    worst_ = std::max(worst_, d);
  }
  Summary take() {
    const Summary summary{count_, count_ ? sum_ / count_ : Duration{}, worst_};
    *this = {};
    return summary;
  }

 private:
  std::int64_t count_ = 0;
  Duration sum_{}, worst_{};
};

}  // namespace xp::player
