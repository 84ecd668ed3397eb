// SPDX-License-Identifier: MIT
#include "kinds/chart_marks.h"

#include <algorithm>
#include <cmath>

#include "kinds/stroke.h"

namespace xp::kinds {
namespace {

constexpr std::size_t kFewColumns = 4;
constexpr double kNarrowestCell = 14;   // vmin
constexpr double kColumn = 0.58;        // of its cell
constexpr double kLabelRoom = 0.92;     // of its cell
constexpr double kWorthOneLine = 0.62;  // of the largest size: a short label is not broken
constexpr double kLabelHeight = 1.35;   // em between the lines of a label

TextBlock one_line(const TextBlock& block, std::size_t index) {
  auto line = std::make_shared<text::Layout>();
  line->lines = {block.layout->lines[index]};
  line->lines.front().indent = {};
  return {line, block.size, block.line_height, block.layout->lines[index].width.value(), block.side};
}

std::vector<std::string> labels_of(const std::vector<Datum>& data) {
  std::vector<std::string> labels;
  for (const Datum& datum : data) labels.push_back(datum.label);
  return labels;
}

/// Columns have their cells' width for their words, which rows share with the bars; of the height the columns
/// get their part.
ChartSizes column_sizes(Canvas& canvas, std::size_t count, int height) {
  const ChartSizes few = chart_sizes(canvas, 1);
  const int fifths = count <= kFewColumns ? 5 : 4;
  const ChartSizes sizes{std::min(few.value * fifths / 5, height / 4),
                         std::min(few.label * fifths / 5, height / 6)};
  if (std::min(sizes.value, sizes.label) < kSmallestText) canvas.type().report_overflow();
  return {std::max(kSmallestText, sizes.value), std::max(kSmallestText, sizes.label)};
}

}  // namespace

void draw_bar(Canvas& canvas, const Rect& bar, Growth growth, Color color) {
  if (bar.empty()) return;
  const int radius = std::min({canvas.px(canvas.theme().spacing.radius * 0.6), bar.w / 2, bar.h / 2});
  canvas.draw().rounded(RectF::of(bar), Px::whole(radius), color);
  const bool upwards = growth == Growth::upwards;
  canvas.draw().fill(upwards ? Rect{bar.x, bar.y + radius, bar.w, bar.h - radius}
                             : Rect{bar.x, bar.y, bar.w - radius, bar.h},
                     color);
  canvas.close({Entrance::Kind::arrive, upwards ? Point{0, bar.h} : Point{-bar.w, 0}, {}}, bar);
}

std::vector<TextBlock> set_labels(Canvas& canvas, const std::vector<std::string>& texts,
                                  const TextRoom& room) {
  const TypeLevel level{canvas.theme().type.body.role, 0, kLabelHeight};
  TextRoom shared = room;
  std::vector<TextBlock> labels;
  for (int pass = 0; pass < 2; ++pass) {
    labels.clear();
    for (const std::string& text : texts) {
      TextBlock label = canvas.type().at_size(text, level.role, shared.largest);
      if (label.width() > shared.box.w) {
        const int fits = shared.largest * shared.box.w / label.width();
        label = fits >= room.largest * kWorthOneLine
                    ? canvas.type().line(text, level.role, shared.largest, shared.box.w)
                    : canvas.type().sentence(text, level, shared);
      }
      labels.push_back(std::move(label));
      shared.largest = std::max(shared.smallest, std::min(shared.largest, labels.back().size));
    }
  }
  return labels;
}

void draw_centered(Canvas& canvas, const TextBlock& block, int middle, int top, scene::Ink ink) {
  for (std::size_t i = 0; i < block.layout->lines.size(); ++i) {
    const TextBlock line = one_line(block, i);
    const int down = static_cast<int>(std::lround(static_cast<double>(i) * block.line_height * block.size));
    draw_text(canvas.draw(), line, {middle - line.width() / 2, top + down}, ink);
  }
}

std::vector<Figure> set_figures(Canvas& canvas, const std::vector<FigureText>& texts, int largest,
                                int width) {
  std::vector<Figure> figures;
  int size = largest;
  for (const FigureText& text : texts) {
    figures.push_back(set_figure(canvas, text, size, width));
    size = std::min(size, figures.back().digits.size);
  }
  for (Figure& figure : figures) {
    if (figure.digits.size != size) figure = set_figure(canvas, figure.text, size, width);
  }
  return figures;
}

int ColumnGrid::height(double value) const {
  return static_cast<int>(std::lround(highest * value / largest));
}

ColumnGrid draw_grid(Canvas& canvas, const Statistics& statistics, const Rect& area) {
  const std::vector<Datum>& data = statistics.data.value;
  ColumnGrid grid{column_sizes(canvas, data.size(), area.h)};
  grid.left = area.x;
  grid.cell = area.w / static_cast<int>(data.size());
  grid.largest = std::max(1e-9, data[largest_of(data)].value.value_or(0));
  const int hair = canvas.px(0.25);
  const std::vector<TextBlock> labels =
      set_labels(canvas, labels_of(data),
                 {{static_cast<int>(grid.cell * kLabelRoom), static_cast<int>(grid.sizes.label * 2.4)},
                  grid.sizes.label,
                  kSmallestText,
                  2});
  int label_h = 0;
  for (const TextBlock& label : labels) label_h = std::max(label_h, label.height());
  grid.ground = area.bottom() - label_h - grid.sizes.label / 3 - hair;
  grid.highest = grid.ground - area.y - grid.sizes.value * 27 / 20;
  Color faint = canvas.theme().colors.secondary;
  faint.a = 0x80;
  canvas.draw().fill({area.x, grid.ground, area.w, hair}, faint);
  for (std::size_t i = 0; i < labels.size(); ++i)
    draw_centered(canvas, labels[i], grid.middle(i), grid.ground + hair + grid.sizes.label / 3, canvas.ink());
  canvas.close();
  return grid;
}

void draw_value(Canvas& canvas, const ColumnGrid& grid, const Figure& figure, std::size_t index, int height,
                Color ink) {
  draw_figure(canvas.draw(), figure, grid.middle(index) - figure.width() / 2,
              grid.ground - height - grid.sizes.value / 4, ink);
  canvas.close({Entrance::Kind::arrive, {0, height}, {}}, canvas.box());
}

void draw_unknown(Canvas& canvas, const ColumnGrid& grid, std::size_t index) {
  const int half = std::min(grid.cell / 6, grid.sizes.value / 3), thick = canvas.px(0.5);
  const Rect dash{grid.middle(index) - half, grid.ground - grid.sizes.value / 2 - thick, 2 * half, thick};
  canvas.draw().rounded(RectF::of(dash), Px::whole(thick / 2), canvas.theme().colors.secondary);
  canvas.close();
}

void draw_columns(Canvas& canvas, const Statistics& statistics, const Rect& area, std::size_t accented) {
  const std::vector<Datum>& data = statistics.data.value;
  const ColumnGrid grid = draw_grid(canvas, statistics, area);
  const Palette& colors = canvas.theme().colors;
  const std::vector<Figure> figures = set_figures(canvas, figures_of(data, statistics.unit), grid.sizes.value,
                                                  static_cast<int>(grid.cell * kLabelRoom));
  const int width = std::min(static_cast<int>(grid.cell * kColumn), canvas.px(26));
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (!data[i].value) {
      draw_unknown(canvas, grid, i);
      continue;
    }
    const int height = grid.height(*data[i].value);
    const bool accent = i == accented;
    draw_bar(canvas, {grid.middle(i) - width / 2, grid.ground - height, width, height}, Growth::upwards,
             accent ? colors.accent : colors.second);
    draw_value(canvas, grid, figures[i], i, height, accent ? colors.accent : colors.text);
  }
}

bool needs_rows(const Canvas& canvas, const Statistics& statistics, const Rect& area) {
  const std::size_t count = statistics.data.value.size();
  return count > kFewColumns && area.w / static_cast<int>(count) < canvas.px(kNarrowestCell);
}

Color tone_color(const Canvas& canvas, Tone tone, Color neutral) {
  switch (tone) {
    case Tone::neutral:
      return neutral;
    case Tone::good:
      return canvas.theme().colors.gain;
    case Tone::bad:
      return canvas.theme().colors.loss;
  }
  return neutral;
}

int draw_trend_arrow(Canvas& canvas, Direction direction, Point bottom_left, int height, Color color) {
  const double thick = height / 6.5, middle = bottom_left.x + height * 0.44;
  const Spot low{middle, static_cast<double>(bottom_left.y)},
      high{middle, static_cast<double>(bottom_left.y - height)};
  const bool up = direction == Direction::up;
  draw_arrow(canvas.draw(), up ? low : high, up ? high : low, thick, color);
  return static_cast<int>(std::lround(height * 0.88));
}

}  // namespace xp::kinds
