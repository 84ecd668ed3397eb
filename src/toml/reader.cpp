// SPDX-License-Identifier: MIT
#include "toml/reader.h"

#include <algorithm>

#include "base/i18n.h"
#include "toml/values.h"

namespace xp::toml {
namespace {

constexpr std::size_t kUnknownKeysListed = 20;

std::string example_line(const detail::RowFacts& row) {
  if (row.list_of_tables) return fmt::format("[[{}]]", row.key);
  if (row.type == ValueType::table) return fmt::format("[{}]", row.key);
  if (!row.first_word.empty()) return fmt::format("{} = \"{}\"", row.key, row.first_word);
  return fmt::format("{} = {}", row.key, example_of(row.type));
}

}  // namespace

TableReader::TableReader(const Document& document, const Table& table, Diagnostics& diagnostics)
    : document_(document), table_(table), diagnostics_(diagnostics) {}

const Value* TableReader::expect(const detail::RowFacts& row) {
  if (std::ranges::find(known_, row.key) == known_.end()) known_.push_back(row.key);
  if (const Entry* entry = table_.find(row.key)) return &entry->value;
  if (row.needed) {
    detail::add_mistake(diagnostics_, {Severity::error, "missing-key", location(document_, table_.at),
                                       trf("the key “{key}” is missing here", fmt::arg("key", row.key)),
                                       trf("add {example} ({doc})", fmt::arg("example", example_line(row)),
                                           fmt::arg("doc", tr(row.doc)))});
  }
  return nullptr;
}

void TableReader::finish() {
  std::size_t unknown = 0;
  for (const Entry& entry : table_.entries) {
    if (std::ranges::find(known_, entry.key) != known_.end()) continue;
    if (++unknown > kUnknownKeysListed) {
      detail::add_mistake(diagnostics_, {Severity::error, "unknown-key", location(document_, entry.at),
                                         tr("from here on further keys of this table are unknown"),
                                         tr("is this the right file for its place?")});
      return;
    }
    detail::add_mistake(diagnostics_, {Severity::error, "unknown-key", location(document_, entry.at),
                                       trf("unknown key “{key}”", fmt::arg("key", entry.key)),
                                       detail::suggestion(entry.key, known_)});
  }
}

void TableReader::report(std::string_view key, std::string id, std::string message, std::string remedy,
                         Severity severity) {
  detail::add_mistake(diagnostics_,
                      {severity, std::move(id), at(key), std::move(message), std::move(remedy), reach_});
}

void TableReader::report(Diagnostic diagnostic) { detail::add_mistake(diagnostics_, std::move(diagnostic)); }

void TableReader::report_defect(std::string_view key, std::string id, std::string message,
                                std::string remedy) {
  diagnostics_.add(
      {Severity::error, std::move(id), at(key), std::move(message), std::move(remedy), Reach::slide});
}

Location TableReader::at(std::string_view key) const {
  const Entry* entry = table_.find(key);
  return location(document_, entry ? entry->value.at : table_.at);
}

bool TableReader::has(std::string_view key) const { return table_.find(key) != nullptr; }

}  // namespace xp::toml
