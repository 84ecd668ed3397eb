// SPDX-License-Identifier: MIT
// Periods in a row, from zero, the last one in the accent colour: columns, or a line through points. A period
// that is not known has a dash, and no line passes over it.
#include <algorithm>
#include <utility>

#include "kinds/chart_marks.h"
#include "kinds/intern.h"
#include "kinds/stroke.h"

namespace xp::kinds {
namespace {

bool check(const Statistics& statistics, toml::TableReader& reader) {
  const std::vector<Datum>& data = statistics.data.value;
  const auto known = std::ranges::count_if(data, [](const Datum& datum) { return datum.value.has_value(); });
  if (known >= 2) return true;
  reader.report("data", "too-few", tr(N_("a trend needs at least two periods with a value")),
                tr(N_("add value = … to the periods that are known")));
  return false;
}

/// The stretches of the line between periods that are not known, as far up as they are at `progress`.
void draw_line(scene::Builder& builder, const Canvas& canvas, const ColumnGrid& grid,
               const std::vector<Datum>& data, double progress) {
  const Palette& colors = canvas.theme().colors;
  const double thick = canvas.px(1.0), dot = canvas.px(1.2);
  const auto spot = [&](std::size_t i) {
    return Spot{static_cast<double>(grid.middle(i)), grid.ground - progress * grid.height(*data[i].value)};
  };
  std::vector<Spot> stretch;
  for (std::size_t i = 0; i <= data.size(); ++i) {
    if (i < data.size() && data[i].value) {
      stretch.push_back(spot(i));
      continue;
    }
    if (stretch.size() > 1) draw_stroke(builder, stretch, thick, colors.second);
    stretch.clear();
  }
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (!data[i].value) continue;
    const Color color = i + 1 == data.size() ? colors.accent : colors.text;
    builder.disc({Px::from(spot(i).x), Px::from(spot(i).y)}, Px::from(i + 1 == data.size() ? dot * 1.4 : dot),
                 color);
  }
}

/// The figure at a point, where the line does not cross it: aside where the line comes down to the point from
/// one side, below where it does from both.
void draw_label(Canvas& canvas, const ColumnGrid& grid, const std::vector<Datum>& data, const Figure& figure,
                std::size_t i, Color ink) {
  const double value = *data[i].value;
  const bool from_left = i > 0 && data[i - 1].value.value_or(value) > value;
  const bool to_right = i + 1 < data.size() && data[i + 1].value.value_or(value) > value;
  const int height = grid.height(value), air = canvas.px(1) + grid.sizes.value / 4;
  const int below = figure.height() + air;
  int x = grid.middle(i) - figure.width() / 2, up = air;
  if (from_left && to_right) {
    const double steepest = std::max(*data[i - 1].value, *data[i + 1].value) - value;
    up = height > below + air / 3 ? -below : air + grid.height(steepest) * figure.width() / 2 / grid.cell;
  } else if (to_right) {
    x = std::max(grid.left, grid.middle(i) + air / 3 - figure.width());
  } else if (from_left) {
    x = grid.middle(i) - air / 3;
  }
  draw_figure(canvas.draw(), figure, x, grid.ground - height - up, ink);
  // One below its point begins on the ground, not on the labels under it.
  canvas.close({Entrance::Kind::arrive, {0, std::min(height, height + up)}, {}}, canvas.box());
}

void draw_points(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::vector<Datum>& data = statistics.data.value;
  const ColumnGrid grid = draw_grid(canvas, statistics, area);
  const Palette& colors = canvas.theme().colors;
  const std::int64_t ticks = canvas.entrance_ticks();
  std::vector<scene::OpsPtr> frames;
  for (std::int64_t tick = 0; tick < ticks; ++tick) {
    scene::Builder builder;
    draw_line(builder, canvas, grid, data, ease_out(tick, ticks));
    frames.push_back(intern(builder.done()));
  }
  draw_line(canvas.draw(), canvas, grid, data, 1);
  canvas.close(ticks > 0 ? Entrance{Entrance::Kind::frames, {}, std::move(frames)} : Entrance{},
               canvas.box());
  std::vector<FigureText> texts;
  for (const Datum& datum : data) texts.push_back(figure_of(datum, statistics.unit));
  const std::vector<Figure> figures = set_figures(canvas, texts, grid.sizes.value, grid.cell * 9 / 10);
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data[i].value) {
      draw_label(canvas, grid, data, figures[i], i, i + 1 == data.size() ? colors.accent : colors.text);
    } else {
      draw_unknown(canvas, grid, i);
    }
  }
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::size_t last = statistics.data.value.size() - 1;
  if (needs_rows(canvas, statistics)) return draw_rows(canvas, statistics, area, last);
  if (statistics.marks == Marks::line) return draw_points(statistics, canvas, area);
  draw_columns(canvas, statistics, area, last);
}

}  // namespace

Chart trend_chart() { return {"trend", Emblem::hidden, {2, 12}, Rows::latest, check, draw}; }

}  // namespace xp::kinds
