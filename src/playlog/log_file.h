// SPDX-License-Identifier: MIT
// The play log on the disk: play-log.sqlite in the state directory (docs/play-log.md).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "playlog/row.h"
#include "playlog/sqlite.h"
#include "playlog/update.h"

namespace xp::playlog {

inline constexpr const char* kLogFile = "play-log.sqlite";

/// How much is kept. Rows go, oldest first, when they are older than `keep` and the file is larger than
/// `budget`; beyond `ceiling` they go whatever their age.
struct Limits {
  Duration keep = std::chrono::hours(24 * 183);
  std::int64_t budget = std::int64_t{256} << 20;  ///< holds 183 days of slides of 8 s
  std::int64_t ceiling = std::int64_t{1} << 30;   ///< holds 183 days of slides of 1.5 s
  std::int64_t sweep = std::int64_t{1} << 16;     ///< rows after whose going their subjects are looked for
};

enum class Past : std::uint8_t { known, damaged };

/// One writer; another process may read.
class LogFile {
 public:
  /// Opens the log of `directory` or begins one. A damaged file is moved aside as .bad (said), and `past`
  /// becomes damaged, even where no new one can be begun.
  static Result<LogFile> open(const std::string& directory, const Limits& limits = {}, Past* past = nullptr);

  /// The first thing of a run, and of a log that is begun in the midst of one because its past is damaged:
  /// showings that the run before left open are closed as unfinished, and the time in which no player ran, or
  /// the damage, becomes a gap.
  Status begin_run(const Run& run, Moment now, Past past);
  /// All of it or nothing; safe on the disk when it returns.
  Status write(const Run& run, const Update& update);

  std::int64_t head() const { return head_; }
  const Digest& head_hash() const { return head_hash_; }  ///< of the last row
  /// After a failure: what head_hash() is where the disk took it all the same, which the next opening finds
  /// out. Nothing: it cannot have.
  const std::optional<Digest>& in_doubt() const { return in_doubt_; }

 private:
  LogFile(Database database, const Limits& limits) : database_(std::move(database)), limits_(limits) {}
  static Result<LogFile> open_file(const std::string& path, const Limits& limits);
  Status prepare();
  Status read_head();
  Result<std::int64_t> subject_id(const Run& run, const Subject& subject);
  Status append(Row row);
  Status close_unfinished();
  Status append_pause(const Run& run, Moment now, Past past);
  Status replace_open(const std::vector<Row>& open);
  Status remember(const Run& run, Moment now);
  Status trim(Moment now);
  Status drop_before(std::int64_t sequence);
  Status sweep_subjects();
  Status in_transaction(auto&& steps);

  Database database_;
  Limits limits_;
  std::int64_t head_ = 0;
  Digest head_hash_{};
  std::optional<Digest> in_doubt_;
  int since_trim_ = 0;
  std::map<std::pair<Run, Subject>, std::int64_t> subjects_;  ///< ids of this run's
};

}  // namespace xp::playlog
