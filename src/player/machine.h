// SPDX-License-Identifier: MIT
// What only the machine knows. Reading it may take as long as a disk takes: not on the main thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/file.h"

namespace xp::player {

struct MachineFacts {
  std::optional<std::uint64_t> rss_bytes;
  std::optional<std::uint64_t> disk_free_bytes;  ///< for this user, where the player writes
  std::optional<bool> display_connected;         ///< nothing where the kernel knows no connectors
};
using FactsReader = std::function<MachineFacts()>;

MachineFacts read_machine_facts(const std::string& state_directory);

/// Of /proc/self/statm; nothing for anything else.
std::optional<std::uint64_t> rss_of_statm(std::string_view statm, std::uint64_t page_size);

/// Whether one of the connectors under `folder` (kConnectors) has a display; nothing where there are none.
std::optional<bool> any_display_connected(const FileSystem& files, const std::string& folder);

inline constexpr const char* kConnectors = "/sys/class/drm";
/// The connectors under `folder` with their state and what is connected, as a text: another one when displays
/// come, go or change.
std::string connectors(const FileSystem& files, const std::string& folder);

/// Of this start of the machine; empty where the kernel does not say.
std::string boot_id(const FileSystem& files);

}  // namespace xp::player
