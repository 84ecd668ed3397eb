// SPDX-License-Identifier: MIT
// A parsed TOML 1.0 file as a plain tree in which every key and value knows its place. toml++ stays behind document.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "base/time.h"

namespace xp::toml {

struct Place {
  int line = 0, column = 0, length = 1;  ///< 1-based, in code points
};

struct Value;
struct Entry;
using Array = std::vector<Value>;

struct Table {
  std::vector<Entry> entries;  ///< in file order
  Place at;
  const Entry* find(std::string_view key) const;
};

struct LocalTime {
  int hour = 0, minute = 0, second = 0;
};
/// A date-time of any TOML kind, kept as its text: no key of ours takes one, the reader says what to write.
struct DateTimeText {
  std::string text;
};

struct Value {
  std::variant<std::string, std::int64_t, double, bool, Date, LocalTime, DateTimeText, Array, Table> data;
  Place at;
};

struct Entry {
  std::string key;
  Place at;  ///< of the key
  Value value;
};

struct Document {
  std::shared_ptr<const SourceFile> file;
  Table root;
};

/// Reads and parses. Nothing when the file is missing, unreadable, too large, not UTF-8 (GBK is named as such), empty
/// where `text` holds nothing, too deep or no TOML: `diagnostics` then says which, where and what to do.
std::optional<Document> load(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);
std::optional<Document> parse(std::string name, std::string bytes, Diagnostics& diagnostics);

Location location(const Document& document, Place place);

}  // namespace xp::toml
