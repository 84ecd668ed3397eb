// SPDX-License-Identifier: MIT
// Notices that one of the files a show was read from has changed, appeared or gone. Folders are watched, not
// files: editors save by renaming, deployments swap a symbolic link.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace xp::player {

/// As a file's name: every file of the folder but hidden ones.
inline constexpr const char* kAnyName = "*";

class Watch {
 public:
  virtual ~Watch() = default;
  /// Watches these files from now on and no others. True when one of them was changed since `since` (wall
  /// time), that is between its reading and this call.
  virtual bool watch(const std::vector<std::string>& files, Instant since) = 0;
  /// What happened since the last call: true when it concerned a watched file.
  virtual bool changed() = 0;
  virtual int descriptor() const = 0;
};

Result<std::unique_ptr<Watch>> open_folder_watch();
/// Where folders cannot be watched: the show stays as it was read at the start.
std::unique_ptr<Watch> no_watch();

/// A name in a folder that is worth watching.
struct WatchedName {
  std::string folder, name;
  auto operator<=>(const WatchedName&) const = default;
};
/// For one file: itself in its folder, the folder in its own (it may be replaced), every symbolic link on the
/// way, and the first part of the path that is not there yet.
std::set<WatchedName> watched_names(const std::string& file);

}  // namespace xp::player
