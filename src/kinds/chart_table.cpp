// SPDX-License-Identifier: MIT
// Up to eight rows of two to four cells: labels at the left, figures at the right of their columns.
#include <algorithm>
#include <array>

#include "kinds/chart_marks.h"

namespace xp::kinds {
namespace {

constexpr int kPasses = 24;
constexpr double kPitch = 1.95;      // em between rows, at most
constexpr double kTightest = 1.35;   // em
constexpr double kHeaderSize = 0.8;  // of the rows'
constexpr double kColumnGap = 1.2;   // em

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

bool is_figure(const std::string& cell) {
  return cell.empty() || cell.find_first_of("0123456789") != std::string::npos || cell == "—" || cell == "-";
}

bool is_figures(const Statistics& statistics, std::size_t column) {
  return column > 0 &&
         std::ranges::all_of(statistics.rows, [&](const auto& row) { return is_figure(row[column]); });
}

/// A table at one size: the header is row 0.
struct Grid {
  int size = 0, pitch = 0;
  std::vector<std::vector<TextBlock>> rows;
  std::vector<int> widths;
  std::vector<bool> right;  ///< columns of figures
  int gap = 0;
  int width() const {
    int width = -gap;
    for (const int one : widths) width += one + gap;
    return width;
  }
};

std::vector<TextBlock> set_row(Canvas& canvas, const std::vector<std::string>& cells, const Grid& grid,
                               bool header) {
  const TypeScale& type = canvas.theme().type;
  std::vector<TextBlock> row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& role = grid.right[i] && !header ? type.figure.role : type.body.role;
    const int size = header ? static_cast<int>(grid.size * kHeaderSize) : grid.size;
    row.push_back(cells[i].empty() ? TextBlock{}
                                   : canvas.type().at_size(cells[i], role, std::max(kSmallestText, size)));
  }
  return row;
}

Grid set_grid(Canvas& canvas, const Statistics& statistics, int size) {
  Grid grid;
  grid.size = size;
  grid.gap = static_cast<int>(size * kColumnGap);
  grid.widths.assign(statistics.columns.size(), 0);
  for (std::size_t i = 0; i < statistics.columns.size(); ++i) grid.right.push_back(is_figures(statistics, i));
  grid.rows.push_back(set_row(canvas, statistics.columns, grid, true));
  for (const auto& cells : statistics.rows) grid.rows.push_back(set_row(canvas, cells, grid, false));
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) grid.widths[i] = std::max(grid.widths[i], row[i].width());
  }
  return grid;
}

Grid fit_grid(Canvas& canvas, const Statistics& statistics, const Rect& area) {
  const int count = static_cast<int>(statistics.rows.size()) + 1;
  const ChartSizes sizes = chart_sizes(canvas, statistics.rows.size());
  int size = std::clamp(static_cast<int>(area.h / count / kTightest), kSmallestText,
                        std::max(sizes.label, sizes.value * 4 / 5));
  Grid grid = set_grid(canvas, statistics, size);
  for (int pass = 0; pass < kPasses && grid.width() > area.w && size > kSmallestText; ++pass) {
    size = std::max(kSmallestText, std::min(size - 1, size * area.w / grid.width()));
    grid = set_grid(canvas, statistics, size);
  }
  if (grid.width() > area.w) canvas.type().report_overflow();
  grid.pitch = std::min(area.h / count, static_cast<int>(grid.size * kPitch));
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

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const Grid grid = fit_grid(canvas, statistics, area);
  const std::vector<int> edges = edges_of(grid, area);
  const int height = grid.pitch * static_cast<int>(grid.rows.size());
  const int top = area.y + (area.h - height) * 2 / 5;
  const int hair = canvas.px(0.15);
  const Palette& colors = canvas.theme().colors;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const bool header = i == 0;
    const int bottom = top + grid.pitch * static_cast<int>(i + 1);
    const int baseline = bottom - grid.pitch / 2 + static_cast<int>(grid.size * kCapHeight / 2);
    for (std::size_t c = 0; c < grid.rows[i].size(); ++c) {
      const TextBlock& cell = grid.rows[i][c];
      const int x = edges[c] + (grid.right[c] ? grid.widths[c] - cell.width() : 0);
      draw_on_baseline(canvas.draw(), cell, x, baseline, header ? canvas.soft_ink() : canvas.ink());
    }
    Color line = colors.secondary;
    line.a = header ? 0x80 : 0x30;
    if (i + 1 < grid.rows.size())
      canvas.draw().fill({area.x, bottom - hair, area.w, header ? 2 * hair : hair}, line);
  }
  canvas.close();
}

}  // namespace

Chart table_chart() { return {"table", Emblem::hidden, {0, 0}, Rows::cells, check, draw}; }

}  // namespace xp::kinds
