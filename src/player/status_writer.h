// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "player/machine.h"
#include "player/player_status.h"

namespace xp::player {

/// Takes what the player says about itself. publish() never waits for a disk.
class StatusSink {
 public:
  virtual ~StatusSink() = default;
  virtual void publish(PlayerStatus status) = 0;
};

/// status.json and metrics.prom, both whole.
Status write_status(FileSystem& files, const std::string& directory, const PlayerStatus& status);

/// On a thread of its own, with what the machine says added. The latest status wins; what cannot be written
/// is said once and tried again with the next. Ends when the last one is written.
std::unique_ptr<StatusSink> start_status_writer(FileSystem& files, std::string directory, FactsReader facts);

}  // namespace xp::player
