// SPDX-License-Identifier: MIT
// A CSV file as a spreadsheet saves it: a header, then rows. Every cell knows its place, for diagnostics.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace xp::kinds {

inline constexpr std::size_t kMaxTableBytes = 4 * 1024 * 1024;  ///< id too-large
inline constexpr std::size_t kMaxTableRows = 10'000;            ///< id too-many-rows
inline constexpr std::size_t kMaxTableColumns = 64;             ///< id too-many-columns

/// A cell without the blanks around it.
struct Cell {
  std::string text;
  int line = 0, column = 0, length = 1;  ///< in the file; 1-based, in code points
};

/// As many cells in every row as in the header; rows without any text are left out.
struct DataTable {
  std::shared_ptr<const SourceFile> file;
  std::vector<Cell> header;
  std::vector<std::vector<Cell>> rows;

  Location at(const Cell& cell) const { return {file, cell.line, cell.column, cell.length}; }
  std::vector<std::string_view> names() const;
  std::optional<std::size_t> find(std::string_view name) const;
};

/// RFC 4180, with `,` `;` or tab between the cells, any line ends, any charset of to_utf8(). Nothing after an
/// error, which has Reach::slide.
std::optional<DataTable> parse_table(std::string name, std::string_view bytes, Diagnostics& diagnostics);

/// "1,234", "１２．５", "37.1%", "56起" where `unit` is 起. Nothing for what is no number.
std::optional<double> parse_number(std::string_view text, std::string_view unit);
/// What stands for "not known": nothing, or a dash.
bool is_unknown(std::string_view text);

}  // namespace xp::kinds
