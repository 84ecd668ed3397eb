// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "playlog/journal.h"
#include "playlog/update.h"

namespace xp::playlog {

/// Takes what the player shows. take() never waits for a disk.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void take(Update update) = 0;
  /// Why what it took is not written but waits; empty: it does not.
  virtual std::string trouble() const { return {}; }
};

/// Writes on a thread of its own. Ends when what waits is written, or cannot be.
std::unique_ptr<Sink> start_writer(std::string directory, Run run, Limits limits = {});

}  // namespace xp::playlog
