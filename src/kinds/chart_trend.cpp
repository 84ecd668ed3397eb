// SPDX-License-Identifier: MIT
// Columns over periods, from zero; the last one in the accent colour.
#include <algorithm>
#include <cmath>

#include "kinds/figure.h"
#include "kinds/statistics.h"

namespace xp::kinds {
namespace {

bool check(const Statistics& statistics, toml::TableReader& reader) {
  return check_data(statistics, reader, 2);
}

/// A column with a square foot and a rounded head.
void draw_column(Canvas& canvas, const Rect& column, Color color) {
  if (column.empty()) return;
  const int radius = std::min({canvas.px(canvas.theme().spacing.radius * 0.6), column.w / 2, column.h / 2});
  canvas.draw().rounded(RectF::of(column), Px::whole(radius), color);
  canvas.draw().fill({column.x, column.y + radius, column.w, column.h - radius}, color);
  canvas.close({Entrance::Kind::arrive, {0, column.h}, {}}, column);
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const ChartSizes sizes = chart_sizes(canvas, statistics.data.size());
  const Palette& colors = canvas.theme().colors;
  const int count = static_cast<int>(statistics.data.size());
  const int cell = area.w / count;
  const int width = std::min(cell * 58 / 100, canvas.px(26));
  const int label_h = sizes.label * 3 / 2;
  const int hair = canvas.px(0.25);
  const int ground = area.bottom() - label_h - hair;
  const int value_h = sizes.value * 11 / 10;
  const int highest = ground - area.y - value_h - sizes.value / 4;
  const double largest = std::max(1e-9, statistics.data[largest_of(statistics.data)].value);

  Color faint = colors.secondary;
  faint.a = 0x80;
  canvas.draw().fill({area.x, ground, area.w, hair}, faint);
  for (int i = 0; i < count; ++i) {
    const Datum& datum = statistics.data[static_cast<std::size_t>(i)];
    const int middle = area.x + cell * i + cell / 2;
    const TextBlock label =
        canvas.type().line(datum.label, canvas.theme().type.body.role, sizes.label, cell * 9 / 10);
    draw_text(canvas.draw(), label, {middle - label.width() / 2, ground + hair + sizes.label / 3},
              canvas.ink());
  }
  canvas.close();
  for (int i = 0; i < count; ++i) {
    const Datum& datum = statistics.data[static_cast<std::size_t>(i)];
    const int middle = area.x + cell * i + cell / 2;
    const int height = static_cast<int>(std::lround(highest * datum.value / largest));
    const bool last = i + 1 == count;
    draw_column(canvas, {middle - width / 2, ground - height, width, height},
                last ? colors.accent : colors.second);
    const Figure value = set_figure(canvas, figure_of(datum, statistics.unit), sizes.value, cell * 9 / 10);
    draw_figure(canvas.draw(), value, middle - value.width() / 2, ground - height - sizes.value / 4,
                last ? colors.accent : colors.text);
    canvas.close({Entrance::Kind::arrive, {0, height}, {}}, canvas.box());
  }
}

}  // namespace

Chart trend_chart() { return {"trend", Emblem::hidden, check, draw}; }

}  // namespace xp::kinds
