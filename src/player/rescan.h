// SPDX-License-Identifier: MIT
// A second look at the files of a show: notifications are lost on network shares, sticks and full queues, and
// a screen must not go on for weeks with what was replaced long ago.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/time.h"

namespace xp::player {

/// Of what the files hold now: small ones by their content, large ones by size, time of change and inode,
/// folders
/// (".../*") by their names, missing ones as such. Reads the disk: not on the main thread.
Hash fingerprint(const std::vector<std::string>& files);

/// When to look, and whether what is there is still what was read. One thread.
class Rescan {
 public:
  static constexpr Duration kEvery = seconds(60);

  /// A show was read from these files: the next fingerprint is what they held then.
  void read(std::vector<std::string> files, Duration now);
  /// When begin() will give something to look at; nothing: a look is under way, or there is nothing.
  std::optional<Duration> due() const;
  /// The files to look at now; empty: it is not time.
  std::vector<std::string> begin(Duration now);
  /// True: the files have changed since they were read.
  bool looked(const Hash& print, Duration now);

 private:
  std::vector<std::string> files_;
  std::optional<Hash> held_;
  std::optional<Duration> due_;
};

}  // namespace xp::player
