// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

struct hb_blob_t;

namespace xp::text {

/// The font files of a catalogue: each is mapped once, for all threads that set or draw with it, and stays so
/// while the catalogue lives. Any thread may ask.
class FontFiles {
 public:
  /// Never null; empty where the file cannot be read.
  std::shared_ptr<hb_blob_t> map(const std::string& path);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<hb_blob_t>> mapped_;  // by path
};

}  // namespace xp::text
