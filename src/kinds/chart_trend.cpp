// SPDX-License-Identifier: MIT
// Periods in a row, from zero, the last one in the accent colour: columns, or a line through points. A period
// that is not known has a dash, and no line passes over it.
#include <algorithm>
#include <string>
#include <utility>

#include "kinds/chart_marks.h"
#include "kinds/intern.h"
#include "kinds/line_labels.h"
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

Spot spot_of(const ColumnGrid& grid, std::size_t i, double value, double progress) {
  return {static_cast<double>(grid.middle(i)), grid.ground - progress * grid.height(value)};
}

/// The stretches of the line between periods that are not known, as far up as they are at `progress`.
void draw_line(scene::Builder& builder, const Canvas& canvas, const ColumnGrid& grid,
               const std::vector<Datum>& data, double progress) {
  const Palette& colors = canvas.theme().colors;
  const double thick = canvas.px(1.0), dot = canvas.px(1.2);
  const auto spot = [&](std::size_t i) { return spot_of(grid, i, *data[i].value, progress); };
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

/// How far the commas hang below the figure.
int drop_of(const Figure& figure) {
  return figure.text.digits.find(',') == std::string::npos ? 0 : figure.digits.size / 6;
}

/// The known points of the line with their figures.
std::vector<LinePoint> line_points(const ColumnGrid& grid, const std::vector<Datum>& data,
                                   const std::vector<Figure>& figures) {
  std::vector<LinePoint> points;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data[i].value)
      points.push_back({spot_of(grid, i, *data[i].value, 1),
                        {figures[i].width(), figures[i].height() + drop_of(figures[i])},
                        i > 0 && data[i - 1].value.has_value()});
  }
  return points;
}

void draw_labels(Canvas& canvas, const ColumnGrid& grid, const Rect& area, const std::vector<Datum>& data,
                 const std::vector<Figure>& figures) {
  const int air = canvas.px(1) + grid.sizes.value / 4;
  const Rect room{area.x, area.y, area.w, grid.ground - air / 2 - area.y};
  const std::vector<LinePoint> points = line_points(grid, data, figures);
  const std::vector<std::optional<Rect>> places = place_figures(points, room, air);
  const Palette& colors = canvas.theme().colors;
  std::size_t known = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (!data[i].value) {
      draw_unknown(canvas, grid, i);
      continue;
    }
    const std::optional<Rect>& place = places[known++];
    if (!place) continue;
    const int baseline = place->bottom() - drop_of(figures[i]);
    draw_figure(canvas.draw(), figures[i], place->x, baseline,
                i + 1 == data.size() ? colors.accent : colors.text);
    // One below its point begins on the ground, not on the labels under it.
    const int rise = std::min(grid.height(*data[i].value), grid.ground - baseline);
    canvas.close({Entrance::Kind::arrive, {0, rise}, {}}, canvas.box());
  }
}

void draw_points(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::vector<Datum>& data = statistics.data.value;
  const ColumnGrid grid = draw_grid(canvas, statistics, area);
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
  const std::vector<Figure> figures =
      set_figures(canvas, figures_of(data, statistics.unit), grid.sizes.value, grid.cell * 9 / 10);
  draw_labels(canvas, grid, area, data, figures);
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::size_t last = statistics.data.value.size() - 1;
  if (needs_rows(canvas, statistics, area)) return draw_rows(canvas, statistics, area, last);
  if (statistics.marks == Marks::line) return draw_points(statistics, canvas, area);
  draw_columns(canvas, statistics, area, last);
}

}  // namespace

Chart trend_chart() { return {"trend", Emblem::hidden, {2, 12}, Rows::latest, check, draw}; }

}  // namespace xp::kinds
