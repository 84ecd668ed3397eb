// SPDX-License-Identifier: MIT
#include "playlog/stored.h"

#include <algorithm>

#include "base/i18n.h"
#include "playlog/schema.h"

namespace xp::playlog {

namespace {

constexpr std::int64_t kMs = 1'000'000;

Digest digest_of(const std::string& bytes) {
  Digest digest{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
  return digest;
}

Reason reason_of(std::int64_t stored) {
  return stored >= 0 && stored < kReasons ? static_cast<Reason>(stored) : Reason::unfinished;
}

/// The columns that kSelectRows and kSelectOpen share.
Row read_common(const Statement& row) {
  Row out;
  out.run = {row.text(0), row.text(1), row.integer(2) != 0};
  out.subject = {row.text(3), row.text(4), row.text(5), row.text(6),
                 row.text(7), row.text(8), row.text(9), static_cast<std::int32_t>(row.integer(10))};
  out.clock = row.integer(11) == 0 ? ClockState::trusted : ClockState::untrusted;
  out.begin = {Duration(row.integer(14) * kMs), Instant{row.integer(12) * kMs}};
  out.end = {Duration(row.integer(15) * kMs), Instant{row.integer(13) * kMs}};
  out.on_screen = Duration(row.integer(16) * kMs);
  return out;
}

}  // namespace

std::int64_t stored_ms(Duration time) { return time.count() / kMs; }
std::int64_t stored_ms(Instant time) { return time.ns / kMs; }

void bind_subject(Statement& statement, const Run& run, const Subject& s) {
  statement.bind(1, run.boot).bind(2, run.version).bind(3, std::int64_t{run.simulated});
  statement.bind(4, s.screen).bind(5, s.show).bind(6, s.zone).bind(7, s.slide).bind(8, s.kind);
  statement.bind(9, s.title).bind(10, s.content).bind(11, std::int64_t{s.utc_offset});
}

void bind_row(Statement& statement, const Row& row, std::int64_t subject) {
  statement.bind(1, row.sequence).bind(2, subject);
  statement.bind(3, std::int64_t{row.kind == RowKind::gap}).bind(4, std::int64_t(row.reason));
  statement.bind(5, std::int64_t{row.clock == ClockState::untrusted});
  statement.bind(6, stored_ms(row.begin.wall)).bind(7, stored_ms(row.end.wall));
  statement.bind(8, stored_ms(row.begin.monotonic)).bind(9, stored_ms(row.end.monotonic));
  statement.bind(10, stored_ms(row.on_screen)).bind(11, row.lost);
  statement.bind_bytes(12, {reinterpret_cast<const char*>(row.hash.data()), row.hash.size()});
}

void bind_open(Statement& statement, const Row& row, std::int64_t subject) {
  statement.bind(1, subject).bind(2, std::int64_t{row.clock == ClockState::untrusted});
  statement.bind(3, stored_ms(row.begin.wall)).bind(4, stored_ms(row.end.wall));
  statement.bind(5, stored_ms(row.begin.monotonic)).bind(6, stored_ms(row.end.monotonic));
  statement.bind(7, stored_ms(row.on_screen));
}

Row read_row(const Statement& row) {
  Row out = read_common(row);
  out.sequence = row.integer(17);
  out.kind = row.integer(18) == 0 ? RowKind::showing : RowKind::gap;
  out.reason = reason_of(row.integer(19));
  out.lost = row.integer(20);
  out.hash = digest_of(row.bytes(21));
  return out;
}

Result<std::vector<Row>> read_open(Database& database) {
  auto rows = database.prepare(kSelectOpen);
  if (!rows) return rows.error();
  std::vector<Row> open;
  for (;;) {
    const auto more = rows->step();
    if (!more) return more.error();
    if (!*more) return open;
    open.push_back(read_common(*rows));
    open.back().reason = Reason::unfinished;
  }
}

Result<Anchor> read_anchor(Database& database) {
  auto row = database.prepare("SELECT trimmed, trimmed_hash FROM state");
  if (!row) return row.error();
  const auto found = row->step();
  if (!found) return found.error();
  if (!*found) return damage(tr("its state is missing"));
  return Anchor{row->integer(0), digest_of(row->bytes(1))};
}

Result<Seen> read_seen(Database& database) {
  auto row = database.prepare("SELECT seen_wall, seen_monotonic, seen_boot, floor_wall FROM state");
  if (!row) return row.error();
  const auto found = row->step();
  if (!found) return found.error();
  if (!*found) return damage(tr("its state is missing"));
  return Seen{{Duration(row->integer(1) * kMs), Instant{row->integer(0) * kMs}},
              row->text(2),
              Instant{row->integer(3) * kMs}};
}

}  // namespace xp::playlog
