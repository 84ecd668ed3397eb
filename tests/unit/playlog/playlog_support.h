// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "playlog/log_reader.h"
#include "playlog/row.h"
#include "playlog/update.h"

namespace xp::playlog::test {

/// 2026-05-15T10:00:00+08:00
inline constexpr Instant kStart{1'778'810'400'000'000'000};
inline const Run kRun{"boot-1", "0.4", false};

/// `since`: since the start, on both clocks.
inline Moment at(Duration since) { return {{since, kStart + since}, ClockState::trusted}; }

inline Subject subject(const std::string& slide, const std::string& zone = "main") {
  Subject s;
  s.screen = "plaza-1080p";
  s.show = "show-1";
  s.zone = zone;
  s.slide = slide;
  s.kind = "slogan";
  s.title = "守好您的钱袋子";
  s.content = "content of " + slide;
  return s;
}

inline Row showing(const std::string& slide, Duration from, Duration until) {
  Row row;
  row.run = kRun;
  row.subject = subject(slide);
  row.begin = at(from).at;
  row.end = at(until).at;
  row.on_screen = until - from;
  return row;
}

/// `count` showings of 8 s from `from` on.
inline Update update_of(int count, Duration from = {}) {
  Update update;
  for (int i = 0; i < count; ++i, from += seconds(8))
    update.ended.push_back(showing(i % 2 ? "b" : "a", from, from + seconds(8)));
  update.now = at(from);
  return update;
}

/// A folder of its own, gone afterwards.
class Folder {
 public:
  Folder()
      : path_(testing::TempDir() + "playlog-" + std::to_string(::getpid()) + "-" + std::to_string(next_++)) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  static inline int next_ = 0;
  std::string path_;
};

struct Log {
  std::vector<Row> rows;
  LogFacts facts;
  std::string error;  ///< empty: it can be read
};

inline Log read(const std::string& directory) {
  Log log;
  auto facts = read_log(directory, [&](const Row& row) { log.rows.push_back(row); });
  if (facts)
    log.facts = std::move(*facts);
  else
    log.error = facts.error().message;
  return log;
}

/// "a:slot-over"; gaps: "gap:not-running".
inline std::vector<std::string> story(const std::vector<Row>& rows) {
  std::vector<std::string> out;
  for (const Row& row : rows)
    out.push_back((row.kind == RowKind::gap ? "gap" : row.subject.slide) + ":" +
                  std::string(word_of(row.reason)));
  return out;
}

}  // namespace xp::playlog::test
