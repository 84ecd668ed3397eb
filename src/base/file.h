// SPDX-License-Identifier: MIT
// Every access to files goes through this seam; tests put a memory file system or a failing one in its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace xp::inline base {

class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The whole file. More than `limit` bytes, a directory or a special file is an error.
  virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
  /// Temporary file, fsync, rename, fsync of the directory: readers see the old or the new content, whole. A
  /// link stays, what it points to is replaced; a device or a pipe is written to.
  virtual Status write_atomically(const std::string& path, std::string_view content) = 0;
  virtual bool is_file(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
};

/// The machine's own. Any thread.
FileSystem& real_files();

/// Files in memory, for tests.
class MemoryFiles : public FileSystem {
 public:
  std::map<std::string, std::string> files;
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  Status write_atomically(const std::string& path, std::string_view content) override;
  bool is_file(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
};

}  // namespace xp::inline base
