// SPDX-License-Identifier: MIT
// How the watchdog tells slow work from stuck work: whoever works counts the steps.
#pragma once

#include <atomic>
#include <cstdint>

#include "base/file.h"

namespace xp::player {

/// Steps done; any thread.
class Progress {
 public:
  void step() { ++steps_; }
  std::uint64_t steps() const { return steps_; }

 private:
  std::atomic<std::uint64_t> steps_{0};
};

/// Files of which every access is a step.
class SteppingFiles final : public FileSystem {
 public:
  SteppingFiles(FileSystem& files, Progress& progress) : files_(files), progress_(progress) {}

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    progress_.step();
    return files_.read(path, limit);
  }
  Status write_atomically(const std::string& path, std::string_view content) override {
    progress_.step();
    return files_.write_atomically(path, content);
  }
  bool is_file(const std::string& path) const override {
    progress_.step();
    return files_.is_file(path);
  }
  bool is_directory(const std::string& path) const override {
    progress_.step();
    return files_.is_directory(path);
  }

 private:
  FileSystem& files_;
  Progress& progress_;
};

}  // namespace xp::player
