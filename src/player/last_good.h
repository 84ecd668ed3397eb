// SPDX-License-Identifier: MIT
// A copy of the campaign that played well last, in the state directory: what is shown when its successor
// makes the player crash.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/hash.h"
#include "base/result.h"
#include "base/time.h"

namespace xp::player {

inline constexpr Duration kGoodAfter = std::chrono::minutes(10);  ///< of playing without a crash

// What is copied; everything beyond is a link to where it lies.
inline constexpr std::size_t kLargestCopy = std::size_t{16} << 20;    ///< of a file
inline constexpr std::size_t kLargestCopies = std::size_t{64} << 20;  ///< together

struct LastGood {
  std::string playlist;  ///< the file
  Hash hash;             ///< Playlist::hash of what was copied
};
/// The one kept in `state`; nothing where there is none.
std::optional<LastGood> find_last_good(const std::string& state);

/// Copies the folder of `playlist` with all that is in it. Afterwards the old one or the new one is there,
/// whole.
Status keep_last_good(const std::string& state, const std::string& playlist, const Hash& hash);

/// Copies aside: nobody waits for it.
class LastGoodKeeper {
 public:
  virtual ~LastGoodKeeper() = default;
  /// One at a time: ignored while another copy is made.
  virtual void keep(const std::string& playlist, const Hash& hash) = 0;
};
/// On a thread of its own, in `state`. What fails is said.
std::unique_ptr<LastGoodKeeper> start_last_good_keeper(std::string state);

}  // namespace xp::player
