// SPDX-License-Identifier: MIT
#include "player/reload.h"

#include <algorithm>

namespace xp::player {

void Reload::changed(Duration now) {
  if (!first_) first_ = now;
  last_ = now;
}

std::optional<Duration> Reload::due() const {
  if (!first_ || reading_) return std::nullopt;
  return std::max(not_before_, std::min(*last_ + kRest, *first_ + kPatience));
}

bool Reload::begin(Duration now) {
  const auto when = due();
  if (!when || now < *when) return false;
  first_.reset();
  last_.reset();
  return reading_ = true;
}

}  // namespace xp::player
