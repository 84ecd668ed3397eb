// SPDX-License-Identifier: MIT
#include "base/diagnostic.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "base/i18n.h"
#include "base/utf8.h"

namespace xp::inline base {
namespace {

constexpr int kTabStop = 4;
constexpr int kExcerptColumns = 100;  ///< longer lines are shown around the place
constexpr int kColumnsBefore = 40;    ///< shown before the place where a line is cut
constexpr std::string_view kIndent = "    ";
constexpr std::string_view kEllipsis = "…";

const char* label(Severity severity) {
  switch (severity) {
    case Severity::info:
      return tr("info");
    case Severity::warning:
      return tr("warning");
    case Severity::error:
      return tr("error");
  }
  return "";
}

std::string_view line_of(std::string_view text, int number) {
  for (int i = 1; i < number; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// What a terminal obeys instead of showing it: control characters but the tab, marks that turn the direction
/// of text.
bool is_obeyed(char32_t c) {
  return (c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// A character of the source line as it is shown: tabs as spaces, control characters (which a terminal would
/// obey) as U+FFFD.
struct Cell {
  std::string shown;
  int columns = 0;
};

std::vector<Cell> cells_of(std::u32string_view characters) {
  std::vector<Cell> cells;
  int column = 0;
  for (const char32_t c : characters) {
    Cell cell{encode_utf8({&c, 1}), 0};
    if (c == U'\t') cell.shown = std::string(static_cast<std::size_t>(kTabStop - column % kTabStop), ' ');
    if (is_obeyed(c)) cell.shown = "\uFFFD";
    cell.columns = display_columns(cell.shown);
    column += cell.columns;
    cells.push_back(std::move(cell));
  }
  return cells;
}

int width(std::span<const Cell> cells) {
  int columns = 0;
  for (const Cell& cell : cells) columns += cell.columns;
  return columns;
}

/// How many cells, counted from the front, fill no more than `columns`.
std::size_t fitting(std::span<const Cell> cells, int columns) {
  std::size_t count = 0;
  while (count < cells.size() && (columns -= cells[count].columns) >= 0) ++count;
  return count;
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

std::string marker(int columns) {
  return "^" + std::string(static_cast<std::size_t>(std::max(columns, 1) - 1), '~');
}

/// The part of a line that is worth looking at: endless ones are cut at some distance from the place.
struct Neighbourhood {
  std::u32string characters;
  std::size_t place = 0;  ///< index into them
  bool cut_before = false, cut_behind = false;
};

Neighbourhood neighbourhood(const Location& at) {
  constexpr std::size_t kReach = 2 * kExcerptColumns;
  std::u32string line = decode_utf8(line_of(at.file->text, at.line));
  const std::size_t place = std::min(static_cast<std::size_t>(std::max(at.column, 1) - 1), line.size());
  const std::size_t first = place > kReach ? place - kReach : 0;
  const bool cut_behind = line.size() - place > kReach;
  return {line.substr(first, place - first + kReach), place - first, first > 0, cut_behind};
}

/// The line and the caret under it.
std::string excerpt(const Location& at) {
  const Neighbourhood near = neighbourhood(at);
  const std::vector<Cell> all = cells_of(near.characters);
  std::size_t first = 0;
  if (near.cut_before || near.cut_behind || width(all) > kExcerptColumns) {
    while (width(std::span(all).subspan(first, near.place - first)) > kColumnsBefore) ++first;
  }
  const bool cut_before = near.cut_before || first > 0;
  const std::span<const Cell> rest = std::span(all).subspan(first);
  const std::span<const Cell> shown = rest.first(fitting(rest, kExcerptColumns));
  const std::size_t caret = std::min(near.place - first, shown.size());
  const std::size_t marked = std::min(static_cast<std::size_t>(std::max(at.length, 1)), shown.size() - caret);
  std::string text(kIndent);
  if (cut_before) text += kEllipsis;
  for (const Cell& cell : shown) text += cell.shown;
  if (near.cut_behind || shown.size() < rest.size()) text += kEllipsis;
  text.erase(text.find_last_not_of(' ') + 1);
  text += '\n';
  text += kIndent;
  text += spaces(width(shown.first(caret)) + (cut_before ? 1 : 0));
  return text + marker(width(shown.subspan(caret, marked))) + '\n';
}

std::string heading(const Diagnostic& diagnostic) {
  const Location& at = diagnostic.at;
  std::string text;
  if (at.file) text += at.file->name + (at.line > 0 ? fmt::format(":{}:{}: ", at.line, at.column) : ": ");
  return text + fmt::format("{}[{}]: {}\n", label(diagnostic.severity), diagnostic.id, diagnostic.message);
}

}  // namespace

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count(list_, severity, &Diagnostic::severity));
}

std::size_t Diagnostics::blocking() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      list_, [](const Diagnostic& d) { return d.severity == Severity::error && d.reach == Reach::file; }));
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string text = heading(diagnostic);
  if (diagnostic.at.file && diagnostic.at.line > 0) text += excerpt(diagnostic.at);
  if (!diagnostic.remedy.empty())
    text += trf("  help: {remedy}", fmt::arg("remedy", diagnostic.remedy)) + '\n';
  return text;
}

std::string format_diagnostics(const Diagnostics& diagnostics) {
  std::vector<std::string> files;  // in the order in which they were first spoken of
  struct Placed {
    std::ptrdiff_t file;
    const Diagnostic* diagnostic;
  };
  std::vector<Placed> order;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const std::string name = diagnostic.at.file ? diagnostic.at.file->name : "";
    auto found = std::ranges::find(files, name);
    if (found == files.end()) found = files.insert(files.end(), name);
    order.push_back({found - files.begin(), &diagnostic});
  }
  std::ranges::stable_sort(order, {}, [](const Placed& placed) {
    return std::tuple(placed.file, placed.diagnostic->at.line, placed.diagnostic->at.column);
  });
  std::string text;
  for (const Placed& placed : order) text += format_diagnostic(*placed.diagnostic);
  return text;
}

}  // namespace xp::inline base
