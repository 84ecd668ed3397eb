// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "player/engines.h"
#include "show/frame.h"
#include "show/show.h"

namespace xp::player {

/// Writes <slide id>.png into a folder: every slide as it looks at the end of its slot, once.
class SettledFrames {
 public:
  explicit SettledFrames(std::string directory) : directory_(std::move(directory)) {}
  Status observe(const show::Show& show, const std::vector<show::Showing>& showing, Engines& engines);

 private:
  std::string directory_;  ///< empty: nothing is written
  std::set<std::string> written_;
};

}  // namespace xp::player
