// SPDX-License-Identifier: MIT
// What charts are put together from: bars, words under them, the arrow of a rise or a fall.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kinds/figure.h"
#include "kinds/statistics.h"

namespace xp::kinds {

enum class Growth : std::uint8_t { rightwards, upwards };

/// A layer of its own: a bar with a square foot on the axis and a rounded head, which grows once.
void draw_bar(Canvas& canvas, const Rect& bar, Growth growth, Color color);

/// Short texts of one size that stand side by side or below each other, each in at most `room`.
std::vector<TextBlock> set_labels(Canvas& canvas, const std::vector<std::string>& texts,
                                  const TextRoom& room);

/// Every line centred on `middle`.
void draw_centered(Canvas& canvas, const TextBlock& block, int middle, int top, scene::Ink ink);

/// Figures of one size, each as wide as `width` at most.
std::vector<Figure> set_figures(Canvas& canvas, const std::vector<FigureText>& texts, int largest, int width);

/// Columns over their labels, from a common zero, the one at `accented` in the accent colour. A datum without
/// a value has a dash where its column would stand.
void draw_columns(Canvas& canvas, const Statistics& statistics, const Rect& area, std::size_t accented);

/// Bars below each other, labels before them or above; the one at `accented` in the accent colour.
void draw_rows(Canvas& canvas, const Statistics& statistics, const Rect& area, std::size_t accented);
/// An area too narrow for the figures of so many columns: rows take their place.
bool needs_rows(const Canvas& canvas, const Statistics& statistics, const Rect& area);

/// Where draw_columns() and lines put their parts.
struct ColumnGrid {
  ChartSizes sizes;
  int left = 0, cell = 0, ground = 0, highest = 0;
  double largest = 0;
  int middle(std::size_t i) const { return left + cell * static_cast<int>(i) + cell / 2; }
  int height(double value) const;
};
/// Draws the ground and the labels below it.
ColumnGrid draw_grid(Canvas& canvas, const Statistics& statistics, const Rect& area);
/// The value over its column or point, `height` above the ground; rises with it.
void draw_value(Canvas& canvas, const ColumnGrid& grid, const Figure& figure, std::size_t index, int height,
                Color ink);
/// "Not known", on the ground.
void draw_unknown(Canvas& canvas, const ColumnGrid& grid, std::size_t index);

/// The colour of a change for better or worse; `neutral` where nobody says which.
Color tone_color(const Canvas& canvas, Tone tone, Color neutral);
/// A rounded arrow as high as a figure of `height` px; returns its width.
int draw_trend_arrow(Canvas& canvas, Direction direction, Point bottom_left, int height, Color color);

}  // namespace xp::kinds
