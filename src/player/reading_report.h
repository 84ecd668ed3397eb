// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace xp::player {

/// Logs what a reading of the files found, unless the reading before found the same.
class ReadingReport {
 public:
  void say(const Diagnostics& diagnostics);

 private:
  std::string last_;
};

}  // namespace xp::player
