// SPDX-License-Identifier: MIT
// A second look at the files of a show: notifications are lost on network shares, sticks and full queues, and
// a screen must not go on for weeks with what was replaced long ago.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/time.h"
#include "player/progress.h"

namespace xp::player {

/// Whether every change of this file's content gives the file another time of change (ctime), which nobody
/// can set back.
using TellsChanges = bool (*)(const std::string& path);
/// As the local file systems of Linux do. Network shares, FAT and what goes through FUSE do not: coarse
/// times, somebody else's clock, facts that are remembered for a while.
bool on_a_disk_that_tells(const std::string& path);

/// Of what the files hold now: where changes are told, and of large files, by size, times and inode; other
/// files by their content, folders (".../*") by their names, missing ones as such. Reads the disk: not on the
/// main thread. `progress`: a step for each of them; null: nobody asks how far it is.
Hash fingerprint(const std::vector<std::string>& files, TellsChanges tells_changes = on_a_disk_that_tells,
                 Progress* progress = nullptr);

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
