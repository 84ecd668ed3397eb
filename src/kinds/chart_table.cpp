// SPDX-License-Identifier: MIT
// Up to eight rows of two to four cells: labels at the left, figures at the right of their columns.
#include <algorithm>
#include <optional>
#include <utility>

#include "kinds/chart_marks.h"

namespace xp::kinds {
namespace {

constexpr int kPasses = 24;
constexpr double kPitch = 1.95;         // em between rows, at most
constexpr double kUprightPitch = 3;     // em: in an area taller than wide
constexpr double kTightest = 1.35;      // em
constexpr double kLineHeight = 1.25;    // em between the lines of a cell
constexpr double kWorthWrapping = 1.2;  // of the size in one line
constexpr double kHeaderSize = 0.8;     // of the rows'
constexpr double kColumnGap = 1.2;      // em

bool report_cells(const Statistics& statistics, toml::TableReader& reader) {
  for (std::size_t i = 0; i < statistics.rows.size(); ++i) {
    const std::size_t cells = statistics.rows[i].size();
    if (cells == statistics.columns.size()) continue;
    reader.report("rows", "row-length",
                  trf(N_("row {row} has {cells} cells, the table {columns} columns"), fmt::arg("row", i + 1),
                      fmt::arg("cells", cells), fmt::arg("columns", statistics.columns.size())),
                  tr(N_("write a cell for each of the columns; \"\" leaves one empty")));
    return true;
  }
  return false;
}

bool check(const Statistics& statistics, toml::TableReader& reader) {
  if (statistics.rows.empty() || statistics.columns.empty()) {
    reader.report(statistics.columns.empty() ? "columns" : "rows", "missing-key",
                  tr(N_("a table needs columns and rows")),
                  tr(N_("add columns = [\"类型\", \"起数\"] and rows = [[\"金融诈骗\", \"56\"], …]")));
    return false;
  }
  return !report_cells(statistics, reader);
}

bool is_dash(const std::string& cell) { return cell == "—" || cell == "-" || cell == "–" || cell == "——"; }

/// A column of figures, whatever single cells say instead: "持平", a dash.
bool is_figures(const Statistics& statistics, std::size_t column) {
  std::size_t figures = 0, words = 0;
  for (const auto& row : statistics.rows) {
    const std::string& cell = row[column];
    if (cell.empty() || is_dash(cell)) continue;
    ++(cell.find_first_of("0123456789") != std::string::npos ? figures : words);
  }
  return column > 0 && (figures > words || words == 0);
}

/// A table at one size: the header is row 0.
struct Grid {
  int size = 0, pitch = 0;  ///< of rows of one line
  std::vector<std::vector<TextBlock>> rows;
  std::vector<int> widths;
  std::vector<bool> right;  ///< columns of figures
  int gap = 0;

  int width() const {
    int width = -gap;
    for (const int one : widths) width += one + gap;
    return width;
  }
  /// What the second lines of a row add to it.
  int extra(std::size_t row) const {
    std::size_t lines = 1;
    for (const TextBlock& cell : rows[row])
      if (!cell.empty()) lines = std::max(lines, cell.layout->lines.size());
    return lines > 1 ? static_cast<int>(size * kLineHeight) : 0;
  }
  int extra() const {
    int sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) sum += extra(i);
    return sum;
  }
};

const std::string& role_of(const Canvas& canvas, const Grid& grid, std::size_t column, bool header) {
  const TypeScale& type = canvas.theme().type;
  return grid.right[column] && !header ? type.figure.role : type.body.role;
}

std::vector<TextBlock> set_row(Canvas& canvas, const std::vector<std::string>& cells, const Grid& grid,
                               bool header) {
  std::vector<TextBlock> row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int size = header ? static_cast<int>(grid.size * kHeaderSize) : grid.size;
    row.push_back(cells[i].empty() ? TextBlock{}
                                   : canvas.type().at_size(cells[i], role_of(canvas, grid, i, header),
                                                           std::max(kSmallestText, size)));
  }
  return row;
}

void measure(Grid& grid) {
  grid.widths.assign(grid.right.size(), 0);
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) grid.widths[i] = std::max(grid.widths[i], row[i].width());
  }
}

/// Every cell in one line.
Grid set_grid(Canvas& canvas, const Statistics& statistics, int size) {
  Grid grid;
  grid.size = size;
  grid.gap = static_cast<int>(size * kColumnGap);
  for (std::size_t i = 0; i < statistics.columns.size(); ++i) grid.right.push_back(is_figures(statistics, i));
  grid.rows.push_back(set_row(canvas, statistics.columns, grid, true));
  for (const auto& cells : statistics.rows) grid.rows.push_back(set_row(canvas, cells, grid, false));
  measure(grid);
  return grid;
}

/// The width that columns of words are cut down to so that all have room; nothing where even halves have
/// none.
std::optional<int> widest_words(const Grid& grid, int room) {
  int fixed = grid.gap * (static_cast<int>(grid.widths.size()) - 1);
  std::vector<int> words;
  for (std::size_t i = 0; i < grid.widths.size(); ++i) {
    if (grid.right[i]) fixed += grid.widths[i];
    if (!grid.right[i]) words.push_back(grid.widths[i]);
  }
  std::ranges::sort(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int each = (room - fixed) / static_cast<int>(words.size() - i);
    if (words[i] > each) return each * 2 >= words.back() ? std::optional(each) : std::nullopt;
    fixed += words[i];
  }
  return room;
}

/// Cells of words in two lines where their columns are wider than `room` allows; nothing where two do not do.
std::optional<Grid> set_wrapped(Canvas& canvas, const Statistics& statistics, int size, int room) {
  Grid grid = set_grid(canvas, statistics, size);
  const std::optional<int> widest = widest_words(grid, room);
  if (!widest) return std::nullopt;
  const TypeLevel level{canvas.theme().type.body.role, 0, kLineHeight};
  for (std::size_t r = 1; r < grid.rows.size(); ++r) {
    for (std::size_t c = 0; c < grid.rows[r].size(); ++c) {
      TextBlock& cell = grid.rows[r][c];
      if (cell.width() <= *widest || grid.right[c]) continue;
      const int set = cell.size;
      TextFaults before = canvas.type().take_faults();  // a cell that does not fit is only tried
      cell = canvas.type().headline(statistics.rows[r - 1][c], level, {{*widest, 3 * size}, set, set, 2});
      const bool fits = !canvas.type().take_faults().overflow;
      canvas.type().restore_faults(std::move(before));
      if (!fits) return std::nullopt;
    }
  }
  measure(grid);
  if (grid.width() > room) return std::nullopt;
  return grid;
}

/// With cells in two lines where that makes the text clearly larger, else as it is in one.
Grid fit_wrapped(Canvas& canvas, const Statistics& statistics, const Rect& area, int largest, Grid one_line) {
  const int count = static_cast<int>(one_line.rows.size());
  for (int size = largest; size >= one_line.size * kWorthWrapping; size = size * 15 / 16) {
    std::optional<Grid> grid = set_wrapped(canvas, statistics, size, area.w);
    if (grid && grid->extra() + static_cast<int>(count * size * kTightest) <= area.h) return *std::move(grid);
  }
  return one_line;
}

Grid fit_grid(Canvas& canvas, const Statistics& statistics, const Rect& area) {
  const int count = static_cast<int>(statistics.rows.size()) + 1;
  const ChartSizes sizes = chart_sizes(canvas, statistics.rows.size());
  const int largest = std::clamp(static_cast<int>(area.h / count / kTightest), kSmallestText,
                                 std::max(sizes.label, sizes.value * 4 / 5));
  int size = largest;
  Grid grid = set_grid(canvas, statistics, size);
  for (int pass = 0; pass < kPasses && grid.width() > area.w && size > kSmallestText; ++pass) {
    size = std::max(kSmallestText, std::min(size - 1, size * area.w / grid.width()));
    grid = set_grid(canvas, statistics, size);
  }
  if (grid.width() > area.w || area.h < count * grid.size) canvas.type().report_overflow();
  grid = fit_wrapped(canvas, statistics, area, largest, std::move(grid));
  const double pitch = area.w < area.h ? kUprightPitch : kPitch;
  grid.pitch = std::min((area.h - grid.extra()) / count, static_cast<int>(grid.size * pitch));
  return grid;
}

/// The room that is left goes between the columns.
std::vector<int> edges_of(const Grid& grid, const Rect& area) {
  const int count = static_cast<int>(grid.widths.size());
  const int spare = std::max(0, area.w - grid.width()) / std::max(1, count - 1);
  std::vector<int> edges;
  int x = area.x;
  for (const int width : grid.widths) {
    edges.push_back(x);
    x += width + grid.gap + spare;
  }
  return edges;
}

/// In the middle of its row; one line on the row's baseline.
void draw_cell(Canvas& canvas, const TextBlock& cell, int x, const Grid& grid, int middle, scene::Ink ink) {
  if (!cell.empty() && cell.layout->lines.size() > 1)
    return draw_text(canvas.draw(), cell, {x, middle - cell.height() / 2}, ink);
  draw_on_baseline(canvas.draw(), cell, x, middle + static_cast<int>(grid.size * kCapHeight / 2), ink);
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const Grid grid = fit_grid(canvas, statistics, area);
  const std::vector<int> edges = edges_of(grid, area);
  const int height = grid.pitch * static_cast<int>(grid.rows.size()) + grid.extra();
  const int hair = canvas.px(0.15);
  const Palette& colors = canvas.theme().colors;
  int top = area.y + (area.h - height) * 2 / 5;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const bool header = i == 0;
    const int bottom = top + grid.pitch + grid.extra(i);
    for (std::size_t c = 0; c < grid.rows[i].size(); ++c) {
      const TextBlock& cell = grid.rows[i][c];
      const int x = edges[c] + (grid.right[c] ? grid.widths[c] - cell.width() : 0);
      draw_cell(canvas, cell, x, grid, bottom - (bottom - top) / 2,
                header ? canvas.soft_ink() : canvas.ink());
    }
    Color line = colors.secondary;
    line.a = header ? 0x80 : 0x30;
    if (i + 1 < grid.rows.size())
      canvas.draw().fill({area.x, bottom - hair, area.w, header ? 2 * hair : hair}, line);
    top = bottom;
  }
  canvas.close();
}

}  // namespace

Chart table_chart() { return {"table", Emblem::hidden, {0, 0}, Rows::cells, check, draw}; }

}  // namespace xp::kinds
