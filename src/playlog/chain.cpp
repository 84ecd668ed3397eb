// SPDX-License-Identifier: MIT
#include "playlog/chain.h"

#include <fmt/format.h>

#include <iterator>

namespace xp::playlog {

namespace {

class Fields {
 public:
  explicit Fields(const Digest& previous) : text_(hex(previous)) {}
  Fields& add(std::string_view value) {
    fmt::format_to(std::back_inserter(text_), "{}:{},", value.size(), value);
    return *this;
  }
  Fields& add(std::int64_t value) { return add(std::string_view(fmt::format_int(value).c_str())); }
  Fields& add_ms(Duration value) { return add(value.count() / 1'000'000); }
  std::string done() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string chained_text(const Row& row, const Digest& previous) {
  Fields fields(previous);
  fields.add(row.sequence).add(row.kind == RowKind::showing ? "showing" : "gap").add(word_of(row.reason));
  fields.add(row.run.boot).add(row.run.version).add(row.run.simulated ? "simulated" : "real");
  const Subject& s = row.subject;
  fields.add(s.screen).add(s.show).add(s.zone).add(s.slide).add(s.kind).add(s.title).add(s.content);
  fields.add(s.utc_offset).add(word_of(row.clock));
  fields.add_ms(Duration(row.begin.wall.ns)).add_ms(Duration(row.end.wall.ns));
  fields.add_ms(row.begin.monotonic).add_ms(row.end.monotonic).add_ms(row.on_screen);
  return fields.add(row.lost).done();
}

Digest chained_hash(const Row& row, const Digest& previous) { return sha256(chained_text(row, previous)); }

void ChainCheck::follow(const Row& row) {
  const bool fits = row.sequence == sequence_ + 1 && row.hash == chained_hash(row, hash_);
  if (!fits && holds()) broken_at_ = row.sequence;
  sequence_ = row.sequence;
  hash_ = row.hash;
}

}  // namespace xp::playlog
