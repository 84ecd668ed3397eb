// SPDX-License-Identifier: MIT
// When to read the files anew after a change: once they have come to rest, one reading at a time.
#pragma once

#include <optional>

#include "base/time.h"

namespace xp::player {

class Reload {
 public:
  static constexpr Duration kRest = milliseconds(150);  ///< without a further change
  static constexpr Duration kPatience = seconds(2);     ///< then it is read although changes go on

  /// Nothing is read before `time`, whatever changes.
  void rests_until(Duration time) { not_before_ = time; }
  void changed(Duration now);
  /// When begin() will say yes; nothing: no reading is due.
  std::optional<Duration> due() const;
  /// True: read now. The reading lasts until finished().
  bool begin(Duration now);
  void finished() { reading_ = false; }
  bool reading() const { return reading_; }

 private:
  std::optional<Duration> first_, last_;  ///< changes not yet read
  Duration not_before_ = Duration::min();
  bool reading_ = false;
};

}  // namespace xp::player
