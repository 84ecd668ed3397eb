// SPDX-License-Identifier: MIT
#include "playlog/log_reader.h"

#include <cerrno>

#include "base/file.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "playlog/chain.h"
#include "playlog/log_file.h"
#include "playlog/schema.h"
#include "playlog/stored.h"

namespace xp::playlog {

namespace {

Result<Database> open_log(const std::string& directory) {
  const std::string path = join_path(directory, kLogFile);
  constexpr std::size_t kNothing = 0;  // whether it may be read; SQLite reads it
  const auto tried = real_files().read(path, kNothing);
  const int code = tried ? 0 : tried.error().code;
  if (code != 0 && code != EFBIG && code != ENOENT && code != ENOTDIR) return tried.error();
  if (!real_files().is_file(path))
    return Error{trf("there is no play log in {directory}", fmt::arg("directory", directory))};
  return Database::open_to_read(path);
}

Status read_rows(Database& database, ChainCheck& chain, LogFacts& facts,
                 const std::function<void(const Row&)>& take) {
  auto rows = database.prepare(std::string(kSelectRows) + " ORDER BY sequence");
  if (!rows) return rows.error();
  for (;;) {
    const auto more = rows->step();
    if (!more) return more.error();
    if (!*more) return Done{};
    const Row row = read_row(*rows);
    if (facts.first == 0) facts.first = row.sequence;
    chain.follow(row);
    take(row);
  }
}

}  // namespace

Result<LogFacts> read_log(const std::string& directory, const std::function<void(const Row&)>& take) {
  auto database = open_log(directory);
  if (!database) return database.error();
  if (Status begun = database->run("BEGIN"); !begun) return begun.error();
  const auto anchor = read_anchor(*database);
  if (!anchor) return anchor.error();
  LogFacts facts;
  ChainCheck chain(anchor->sequence, anchor->hash);
  if (Status done = read_rows(*database, chain, facts, take); !done) return done.error();
  auto open = read_open(*database);
  if (!open) return open.error();
  facts.open = std::move(*open);
  facts.last = facts.first == 0 ? 0 : chain.head();
  facts.broken_at = chain.broken_at();
  facts.head = chain.head_hash();
  return facts;
}

std::optional<Instant> last_logged_time(const std::string& directory) {
  auto database = open_log(directory);
  const auto seen = database ? read_seen(*database) : Result<Seen>(database.error());
  return seen && seen->floor.ns > 0 ? std::optional(seen->floor) : std::nullopt;
}

}  // namespace xp::playlog
