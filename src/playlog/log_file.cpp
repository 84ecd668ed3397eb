// SPDX-License-Identifier: MIT
#include "playlog/log_file.h"

#include <algorithm>
#include <filesystem>

#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"
#include "playlog/chain.h"
#include "playlog/schema.h"
#include "playlog/stored.h"

namespace xp::playlog {

namespace {

constexpr int kTrimEvery = 256;             ///< rows
constexpr std::int64_t kTrimAtOnce = 1024;  ///< rows: a writing takes no longer for it
constexpr std::size_t kSubjects = 1024;     ///< remembered ids

void move_aside(const std::string& path) {
  for (const char* end : {"", "-wal", "-shm"}) {
    std::error_code ignored;  // what cannot be moved is found damaged again
    if (std::filesystem::exists(path + end, ignored))
      std::filesystem::rename(path + end, path + ".bad" + end, ignored);
  }
}

}  // namespace

Result<LogFile> LogFile::open(const std::string& directory, const Limits& limits, Past* past) {
  const std::string path = join_path(directory, kLogFile);
  auto file = open_file(path, limits);
  if (file || !is_damage(file.error())) return file;
  log(LogLevel::error, "playlog",
      trf("{path} is damaged ({reason}); it is kept as {path}.bad and a new log is begun",
          fmt::arg("path", path), fmt::arg("reason", file.error().message)));
  move_aside(path);
  if (past) *past = Past::damaged;
  return open_file(path, limits);
}

Result<LogFile> LogFile::open_file(const std::string& path, const Limits& limits) {
  auto database = Database::open(path);
  if (!database) return database.error();
  LogFile file(std::move(*database), limits);
  if (const Status ready = file.prepare(); !ready) return ready.error();
  return file;
}

Status LogFile::prepare() {
  if (Status set = database_.run(kSettings); !set) return set;
  const auto version = database_.integer("PRAGMA user_version");
  if (!version) return version.error();
  if (*version == 0) {
    if (Status made = in_transaction([&] { return database_.run(kSchema); }); !made) return made;
  } else if (*version != kSchemaVersion) {
    return damage(trf("it has layout {version}, this program knows {known}", fmt::arg("version", *version),
                      fmt::arg("known", kSchemaVersion)));
  }
  return read_head();
}

/// The last row fits its predecessor, so that what is appended rests on something.
Status LogFile::read_head() {
  auto rows = database_.prepare(std::string(kSelectRows) +
                                " WHERE sequence > (SELECT max(sequence) - 2 FROM log) ORDER BY sequence");
  if (!rows) return rows.error();
  auto anchor = read_anchor(database_);
  if (!anchor) return anchor.error();
  head_ = anchor->sequence;
  head_hash_ = anchor->hash;
  for (int n = 0;; ++n) {
    const auto more = rows->step();
    if (!more) return more.error();
    if (!*more) return Done{};
    const Row row = read_row(*rows);
    const bool follows = row.sequence == head_ + 1;
    if ((n > 0 || follows) && chained_hash(row, head_hash_) != row.hash)
      return damage(trf("row {n} does not fit the row before", fmt::arg("n", row.sequence)));
    head_ = row.sequence;
    head_hash_ = row.hash;
  }
}

Status LogFile::in_transaction(auto&& steps) {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  const std::int64_t head = head_;
  const Digest hash = head_hash_;
  Status done = steps();
  if (done) {
    const Digest reached = head_hash_;
    done = transaction->commit();
    if (!done) in_doubt_ = reached;
  }
  if (!done) {
    head_ = head;
    head_hash_ = hash;
    subjects_.clear();  // those that were new are gone
  }
  return done;
}

Status LogFile::begin_run(const Run& run, Moment now, Past past) {
  return in_transaction([&] {
    Status done = close_unfinished();
    if (done && !run.simulated) done = append_pause(run, now, past);
    if (done) done = remember(run, now);
    return done;
  });
}

Status LogFile::write(const Run& run, const Update& update) {
  return in_transaction([&]() -> Status {
    for (const Row& row : update.ended) {
      if (Status done = append(row); !done) return done;
    }
    if (update.lost.count > 0) {
      Row gap;
      gap.kind = RowKind::gap;
      gap.reason = update.lost.reason;
      gap.run = run;
      gap.clock = update.now.clock;
      gap.begin = update.lost.begin;
      gap.end = update.lost.end;
      gap.lost = update.lost.count;
      if (Status done = append(gap); !done) return done;
    }
    if (Status done = replace_open(update.open); !done) return done;
    if (Status done = remember(run, update.now); !done) return done;
    return since_trim_ >= kTrimEvery ? trim(update.now) : Status(Done{});
  });
}

Result<std::int64_t> LogFile::subject_id(const Run& run, const Subject& subject) {
  const std::pair key(run, subject);
  if (const auto found = subjects_.find(key); found != subjects_.end()) return found->second;
  auto insert = database_.prepare(kInsertSubject);
  if (!insert) return insert.error();
  bind_subject(*insert, run, subject);
  if (Status done = insert->run(); !done) return done.error();
  if (subjects_.size() >= kSubjects) subjects_.clear();
  return subjects_[key] = database_.last_id();
}

Status LogFile::append(Row row) {
  row.sequence = head_ + 1;
  row.hash = chained_hash(row, head_hash_);
  const auto subject = subject_id(row.run, row.subject);
  if (!subject) return subject.error();
  auto insert = database_.prepare(kInsertRow);
  if (!insert) return insert.error();
  bind_row(*insert, row, *subject);
  if (Status done = insert->run(); !done) return done;
  head_ = row.sequence;
  head_hash_ = row.hash;
  ++since_trim_;
  return Done{};
}

Status LogFile::close_unfinished() {
  auto open = read_open(database_);
  if (!open) return open.error();
  for (const Row& row : *open) {
    if (Status done = append(row); !done) return done;
  }
  return database_.run("DELETE FROM open");
}

Status LogFile::append_pause(const Run& run, Moment now, Past past) {
  Row gap;
  gap.kind = RowKind::gap;
  gap.reason = Reason::not_running;
  gap.run = run;
  gap.clock = now.clock;
  gap.begin = gap.end = now.at;
  if (past == Past::damaged) {
    gap.reason = Reason::damaged;
    return append(gap);
  }
  const auto seen = read_seen(database_);
  if (!seen) return seen.error();
  if (seen->at.wall.ns == 0) return Done{};  // the first run of all
  gap.begin.wall = seen->at.wall;
  if (seen->boot == run.boot) gap.begin.monotonic = seen->at.monotonic;
  return append(gap);
}

Status LogFile::replace_open(const std::vector<Row>& open) {
  if (Status done = database_.run("DELETE FROM open"); !done) return done;
  for (const Row& row : open) {
    const auto subject = subject_id(row.run, row.subject);
    if (!subject) return subject.error();
    auto insert = database_.prepare(kInsertOpen);
    if (!insert) return insert.error();
    bind_open(*insert, row, *subject);
    if (Status done = insert->run(); !done) return done;
  }
  return Done{};
}

/// When the player was last seen, and the floor of the clock. Simulated time says nothing about either.
Status LogFile::remember(const Run& run, Moment now) {
  if (run.simulated) return Done{};
  auto update = database_.prepare(now.clock == ClockState::trusted ? kRememberTrusted : kRemember);
  if (!update) return update.error();
  return update->bind(1, stored_ms(now.at.wall)).bind(2, stored_ms(now.at.monotonic)).bind(3, run.boot).run();
}

Status LogFile::trim(Moment now) {
  since_trim_ = 0;
  const auto bytes = database_.integer(
      "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, "
      "pragma_page_size");
  if (!bytes) return bytes.error();
  if (*bytes <= limits_.budget) return Done{};
  const bool any_age = *bytes > limits_.ceiling;
  if (!any_age && now.clock != ClockState::trusted) return Done{};
  const auto first = database_.integer("SELECT min(sequence) FROM log");
  if (!first) return first.error();
  const std::int64_t last = std::min(*first + kTrimAtOnce, head_);
  const auto drop = [&](std::int64_t stays) {
    Status done = drop_before(stays);
    return done && *first / limits_.sweep != stays / limits_.sweep ? sweep_subjects() : done;
  };
  if (any_age) return drop(last);
  auto young = database_.prepare("SELECT min(sequence) FROM log WHERE sequence < ? AND end_wall >= ?");
  if (!young) return young.error();
  const auto row = young->bind(1, last).bind(2, stored_ms(now.at.wall - limits_.keep)).step();
  if (!row) return row.error();
  const std::int64_t stays = *row ? young->integer(0) : 0;
  return drop(stays > 0 ? stays : last);
}

/// The hash of the last row that goes stays, so that the rest can be verified.
Status LogFile::drop_before(std::int64_t sequence) {
  auto keep = database_.prepare(
      "UPDATE state SET (trimmed, trimmed_hash) = (SELECT sequence, hash FROM log WHERE sequence = ?1 - 1) "
      "WHERE EXISTS (SELECT 1 FROM log WHERE sequence = ?1 - 1)");
  if (!keep) return keep.error();
  if (Status done = keep->bind(1, sequence).run(); !done) return done;
  auto drop = database_.prepare("DELETE FROM log WHERE sequence < ?");
  if (!drop) return drop.error();
  return drop->bind(1, sequence).run();
}

/// Subjects that no row has any more. It reads the whole log: not each time rows go.
Status LogFile::sweep_subjects() {
  subjects_.clear();  // one that goes may come again
  return database_.run(
      "DELETE FROM subject WHERE id NOT IN (SELECT subject FROM log UNION SELECT subject FROM open)");
}

}  // namespace xp::playlog
