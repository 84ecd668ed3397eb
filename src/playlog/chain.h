// SPDX-License-Identifier: MIT
// Every row holds the hash of the row before it: whoever kept the last hash can prove all rows up to it.
#pragma once

#include <string>

#include "playlog/row.h"

namespace xp::playlog {

/// What is hashed: the hash of the row before in hex, then every field as `length:text,` in the order of
/// docs/play-log.md.
std::string chained_text(const Row& row, const Digest& previous);
Digest chained_hash(const Row& row, const Digest& previous);

/// Follows the rows of a log in order.
class ChainCheck {
 public:
  /// `sequence`, `hash`: of the row before the first; 0 and zeros when none was ever dropped.
  ChainCheck(std::int64_t sequence, Digest hash) : sequence_(sequence), hash_(hash) {}
  void follow(const Row& row);
  bool holds() const { return broken_at_ == 0; }
  std::int64_t broken_at() const { return broken_at_; }  ///< the first row that does not fit; 0: none
  std::int64_t head() const { return sequence_; }
  const Digest& head_hash() const { return hash_; }

 private:
  std::int64_t sequence_;
  Digest hash_;
  std::int64_t broken_at_ = 0;
};

}  // namespace xp::playlog
