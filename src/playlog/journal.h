// SPDX-License-Identifier: MIT
// What waits for the play log's file, and when it is tried again. Time comes in from outside.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "playlog/log_file.h"
#include "playlog/update.h"

namespace xp::playlog {

/// Held by the one process that may write the log of a state directory.
class LogLock {
 public:
  static Result<LogLock> take(const std::string& directory);
  LogLock(LogLock&& other) noexcept;
  LogLock& operator=(LogLock&&) = delete;
  ~LogLock();

 private:
  explicit LogLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

class Journal {
 public:
  static constexpr Duration kRetry = seconds(30);  ///< after a failure; never fatal

  Journal(std::string directory, Run run, Limits limits = {});
  void take(Update update);
  /// When write() has something to do, on the monotonic clock; nothing: nothing waits.
  std::optional<Duration> due() const;
  /// Tries; what could not be written waits on. Rows for which there was no room become one gap.
  void write(Duration now);
  void flush(Duration now);  ///< the same, whenever it failed last
  /// Why the last try failed; empty: it did not.
  const std::string& trouble() const { return trouble_; }

 private:
  /// Of a writing that failed as it was made final: the file may have it all the same.
  struct Doubt {
    Digest head;     ///< of a log that has it
    bool beginning;  ///< of the run; else these:
    std::size_t ended;
    Lost lost;
  };
  Status try_to_write();
  void settle(const Doubt& doubt);
  void begun();
  void lose();

  std::string directory_;
  Run run_;
  Limits limits_;
  std::optional<LogLock> lock_;
  std::optional<LogFile> file_;
  bool begun_ = false;           ///< the run is in the file
  Past past_ = Past::known;      ///< what the run, or a new log in the midst of it, comes after
  std::optional<Moment> since_;  ///< the run began; later: the last that was written
  std::optional<Update> waiting_;
  std::optional<Doubt> doubt_;
  std::string trouble_;
  Duration retry_at_{};
};

}  // namespace xp::playlog
