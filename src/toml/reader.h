// SPDX-License-Identifier: MIT
// Fills structs from tables as their field tables say. Never stops at the first mistake: a bad value is
// reported with its place, the legal values and a remedy, and the member keeps its default.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "toml/document.h"
#include "toml/field.h"
#include "toml/value_type.h"

namespace xp::toml {

namespace detail {
/// A row of a field table without its types.
struct RowFacts {
  std::string_view key;
  const char* doc = nullptr;
  bool needed = false;
  ValueType type = ValueType::string;
  bool list_of_tables = false;
  std::string_view first_word;  ///< of an enum
};
}  // namespace detail

/// Reads one table, in as many parts as it has owners (a slide: the common keys, then its kind's).
class TableReader {
 public:
  TableReader(const Document& document, const Table& table, Diagnostics& diagnostics);

  /// Reads the keys of FieldsOf<T> into `out`. True when nothing about them was wrong.
  template <class T>
  bool read(T& out);

  /// Reports every key that no read() knew, with did-you-mean over all that were. Last.
  void finish();

  /// A mistake of meaning at a key (its value if it is there, else the table): for rules over several keys.
  void report(std::string_view key, std::string id, std::string message, std::string remedy,
              Severity severity = Severity::error);
  /// An error at a key that makes this slide alone unusable: a file that it names.
  void report_defect(std::string_view key, std::string id, std::string message, std::string remedy);
  /// A mistake in another file, which knows its place itself.
  void report(Diagnostic diagnostic);
  /// Whatever is reported from now on makes this slide alone unusable: its values come from a file.
  void narrow_to_slide() { reach_ = Reach::slide; }
  Location at(std::string_view key) const;
  bool has(std::string_view key) const;

 private:
  /// Notes that the key is known. Its value; null where it is absent, after a diagnostic when it is needed.
  const Value* expect(const detail::RowFacts& row);

  const Document& document_;
  const Table& table_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
  Reach reach_ = Reach::file;
};

}  // namespace xp::toml

#include "toml/reader_impl.h"
