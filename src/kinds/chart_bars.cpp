// SPDX-License-Identifier: MIT
// Bars from a common zero, the largest in the accent colour, label and value at each.
#include <algorithm>
#include <cmath>

#include "kinds/figure.h"
#include "kinds/statistics.h"

namespace xp::kinds {
namespace {

constexpr double kWidestLabels = 0.34;  // of the area: longer labels stand above their bars

bool check(const Statistics& statistics, toml::TableReader& reader) {
  return check_data(statistics, reader, 1);
}

struct Row {
  TextBlock label;
  Figure value;
  double share = 0;  ///< of the largest
};

struct Plan {
  std::vector<Row> rows;
  ChartSizes sizes;
  int label_w = 0, value_w = 0, gap = 0;
  bool stacked = false;  ///< labels above the bars
};

Plan plan_rows(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  Plan plan;
  plan.sizes = chart_sizes(canvas, statistics.data.size());
  plan.gap = canvas.px(canvas.theme().spacing.gap * 0.8);
  const double largest = statistics.data[largest_of(statistics.data)].value;
  for (const Datum& datum : statistics.data) {
    Row row{canvas.type().line(datum.label, canvas.theme().type.body.role, plan.sizes.label, area.w),
            set_figure(canvas, figure_of(datum, statistics.unit), plan.sizes.value, area.w / 3),
            largest > 0 ? datum.value / largest : 0};
    plan.label_w = std::max(plan.label_w, row.label.width());
    plan.value_w = std::max(plan.value_w, row.value.width());
    plan.rows.push_back(std::move(row));
  }
  plan.stacked = canvas.metrics().portrait() || plan.label_w > area.w * kWidestLabels;
  return plan;
}

/// A bar with a square foot on the axis and a rounded head.
void draw_bar(Canvas& canvas, const Rect& bar, Color color) {
  if (bar.empty()) return;
  const int radius = std::min({canvas.px(canvas.theme().spacing.radius * 0.6), bar.w / 2, bar.h / 2});
  canvas.draw().rounded(RectF::of(bar), Px::whole(radius), color);
  canvas.draw().fill({bar.x, bar.y, bar.w - radius, bar.h}, color);
  canvas.close({Entrance::Kind::arrive, {-bar.w, 0}, {}}, bar);
}

void draw_row(Canvas& canvas, const Plan& plan, const Row& row, const Rect& place, Color color, Color ink) {
  const int label_h = plan.stacked ? row.label.height() + plan.sizes.label / 4 : 0;
  const int axis = place.x + (plan.stacked ? 0 : plan.label_w + plan.gap);
  const int longest = place.right() - axis - plan.gap - plan.value_w;
  const Rect bar{axis, place.y + label_h, static_cast<int>(std::lround(longest * row.share)),
                 place.h - label_h};
  const int middle = bar.y + bar.h / 2;
  const Point label_at = plan.stacked
                             ? Point{place.x, place.y}
                             : Point{axis - plan.gap - row.label.width(), middle - row.label.size / 2};
  draw_text(canvas.draw(), row.label, label_at, canvas.ink());
  canvas.close();
  draw_bar(canvas, bar, color);
  draw_figure(canvas.draw(), row.value, bar.right() + plan.gap, middle + row.value.height() / 2, ink);
  canvas.close({Entrance::Kind::arrive, {-bar.w, 0}, {}}, canvas.box());
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const Plan plan = plan_rows(statistics, canvas, area);
  const int count = static_cast<int>(plan.rows.size());
  const int label_h = plan.stacked ? plan.sizes.label * 5 / 4 : 0;
  const int pitch = std::min(area.h / count, plan.sizes.value * (plan.stacked ? 23 : 19) / 10 + label_h);
  const int thick = std::min(pitch - plan.sizes.value / 4, plan.sizes.value + label_h);
  const int top = area.y + (area.h - (pitch * (count - 1) + thick)) * 2 / 5;
  const Palette& colors = canvas.theme().colors;
  if (!plan.stacked) {
    const int axis = area.x + plan.label_w + plan.gap, hair = canvas.px(0.2);
    Color faint = colors.secondary;
    faint.a = 0x80;
    const int over = plan.sizes.value / 4;
    canvas.draw().fill({axis - hair, top - over, hair, pitch * (count - 1) + thick + 2 * over}, faint);
    canvas.close();
  }
  const std::size_t largest = largest_of(statistics.data);
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const Rect place{area.x, top + pitch * static_cast<int>(i), area.w, thick};
    draw_row(canvas, plan, plan.rows[i], place, i == largest ? colors.accent : colors.second,
             i == largest ? colors.accent : colors.text);
  }
}

}  // namespace

Chart bars_chart() { return {"bars", Emblem::hidden, check, draw}; }

}  // namespace xp::kinds
