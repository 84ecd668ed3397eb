// SPDX-License-Identifier: MIT
#include "playlog/row.h"

#include <array>

namespace xp::playlog {

std::string_view word_of(Reason reason) {
  static constexpr std::array<std::string_view, kReasons> kWords{
      "slot-over",    "pre-empted",  "reload",  "stop",        "unfinished", "clock-set",
      "display-lost", "not-running", "standby", "not-written", "too-many",   "damaged"};
  return kWords.at(static_cast<std::size_t>(reason));
}

std::string_view word_of(ClockState state) { return state == ClockState::trusted ? "trusted" : "untrusted"; }

}  // namespace xp::playlog
