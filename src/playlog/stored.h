// SPDX-License-Identifier: MIT
// Between rows and the columns of the file.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "playlog/row.h"
#include "playlog/sqlite.h"

namespace xp::playlog {

std::int64_t stored_ms(Duration time);
std::int64_t stored_ms(Instant time);

// For kInsertSubject, kInsertRow and kInsertOpen.
void bind_subject(Statement& statement, const Run& run, const Subject& subject);
void bind_row(Statement& statement, const Row& row, std::int64_t subject);
void bind_open(Statement& statement, const Row& row, std::int64_t subject);

Row read_row(const Statement& row);  ///< of kSelectRows
/// The showings that were left open, as rows that ended unfinished when they were last seen.
Result<std::vector<Row>> read_open(Database& database);

/// Of the last row that was dropped; 0 and zeros when none was.
struct Anchor {
  std::int64_t sequence = 0;
  Digest hash{};
};
Result<Anchor> read_anchor(Database& database);

/// When a real player last wrote; zeros when none did.
struct Seen {
  ClockReading at;
  std::string boot;
  Instant floor;  ///< the same, of a clock that was trusted
};
Result<Seen> read_seen(Database& database);

}  // namespace xp::playlog
