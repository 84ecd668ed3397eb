// SPDX-License-Identifier: MIT
// Bars from a common zero, the largest in the accent colour, label and value at each.
#include <algorithm>
#include <cmath>

#include "kinds/chart_marks.h"

namespace xp::kinds {
namespace {

constexpr double kWidestLabels = 0.34;   // of the area: longer labels stand above their bars
constexpr std::size_t kStackedRows = 8;  // more have no room for labels above them
constexpr double kWorthStacking = 0.75;  // of the sizes: labels beside the bars cost less than that

bool check(const Statistics& statistics, toml::TableReader& reader) {
  return check_values(statistics, reader);
}

struct Row {
  TextBlock label;
  Figure value;
  std::optional<double> share;  ///< of the largest; absent: not known
};

struct Plan {
  std::vector<Row> rows;
  ChartSizes sizes;
  int label_w = 0, value_w = 0, gap = 0;
  bool stacked = false;  ///< labels above the bars

  int label_h() const { return stacked ? sizes.label * 5 / 4 : 0; }
  /// The least height of a row in which nothing touches the next one.
  int least_pitch() const {
    return stacked ? label_h() + sizes.value * 11 / 10
                   : std::max(sizes.value * 19 / 20, sizes.label * 11 / 10);
  }
};

/// Labels of one size, as large as `width` allows.
std::vector<TextBlock> set_bar_labels(Canvas& canvas, const std::vector<Datum>& data, int size, int width) {
  std::vector<TextBlock> labels;
  for (int pass = 0; pass < 2; ++pass) {
    labels.clear();
    for (const Datum& datum : data)
      labels.push_back(canvas.type().line(datum.label, canvas.theme().type.body.role, size, width));
    for (const TextBlock& label : labels) size = std::min(size, label.size);
  }
  return labels;
}

Plan set_plan(const Statistics& statistics, Canvas& canvas, const Rect& area, Plan plan) {
  const std::vector<Datum>& data = statistics.data.value;
  const double largest = *data[largest_of(data)].value;
  const int width = plan.stacked ? area.w : static_cast<int>(area.w * kWidestLabels);
  const std::vector<TextBlock> labels = set_bar_labels(canvas, data, plan.sizes.label, width);
  std::vector<Figure> figures =
      set_figures(canvas, figures_of(data, statistics.unit), plan.sizes.value, area.w / 3);
  for (std::size_t i = 0; i < data.size(); ++i) {
    Row row{labels[i], std::move(figures[i]), data[i].value};
    if (row.share) *row.share = largest > 0 ? *row.share / largest : 0;
    plan.label_w = std::max(plan.label_w, row.label.width());
    plan.value_w = std::max(plan.value_w, row.value.width());
    plan.rows.push_back(std::move(row));
  }
  return plan;
}

/// Whether a label in its full size is wider than what bars leave it.
bool has_wide_labels(const Statistics& statistics, Canvas& canvas, const Rect& area, int size) {
  return std::ranges::any_of(statistics.data.value, [&](const Datum& datum) {
    return canvas.type().at_size(datum.label, canvas.theme().type.body.role, size).width() >
           area.w * kWidestLabels;
  });
}

/// Labels stand above their bars where the area is narrow and high enough; sizes are what the rows' height
/// allows.
Plan plan_rows(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::size_t count = statistics.data.value.size();
  const int room = area.h / static_cast<int>(count);
  Plan plan;
  plan.sizes = chart_sizes(canvas, count);
  plan.gap = canvas.px(canvas.theme().spacing.gap * 0.8);
  const bool narrow = area.w < area.h && count <= kStackedRows;
  plan.stacked = narrow || has_wide_labels(statistics, canvas, area, plan.sizes.label);
  if (plan.stacked && plan.least_pitch() * kWorthStacking > room) plan.stacked = false;
  if (const int least = plan.least_pitch(); least > room) {
    plan.sizes = {plan.sizes.value * room / least, plan.sizes.label * room / least};
    if (std::min(plan.sizes.value, plan.sizes.label) < kSmallestText) canvas.type().report_overflow();
    plan.sizes = {std::max(kSmallestText, plan.sizes.value), std::max(kSmallestText, plan.sizes.label)};
  }
  return set_plan(statistics, canvas, area, std::move(plan));
}

void draw_dash(Canvas& canvas, Point at) {
  const int thick = canvas.px(0.5);
  canvas.draw().rounded(RectF::of({at.x, at.y - thick / 2, canvas.px(3), thick}), Px::whole(thick / 2),
                        canvas.theme().colors.secondary);
  canvas.close();
}

void draw_row(Canvas& canvas, const Plan& plan, const Row& row, const Rect& place, Color color, Color ink) {
  const int label_h = plan.label_h();
  const int axis = place.x + (plan.stacked ? 0 : plan.label_w + plan.gap);
  const int longest = place.right() - axis - plan.gap - plan.value_w;
  const Rect bar{axis, place.y + label_h, static_cast<int>(std::lround(longest * row.share.value_or(0))),
                 place.h - label_h};
  const int middle = bar.y + bar.h / 2;
  const Point label_at = plan.stacked
                             ? Point{place.x, place.y}
                             : Point{axis - plan.gap - row.label.width(), middle - row.label.size / 2};
  draw_text(canvas.draw(), row.label, label_at, canvas.ink());
  canvas.close();
  draw_bar(canvas, bar, Growth::rightwards, color);
  if (!row.share) return draw_dash(canvas, {axis + plan.gap, middle});
  draw_figure(canvas.draw(), row.value, bar.right() + plan.gap, middle + row.value.height() / 2, ink);
  canvas.close({Entrance::Kind::arrive, {-bar.w, 0}, {}}, canvas.box());
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::size_t largest = largest_of(statistics.data.value);
  const bool upright = statistics.direction == Lie::vertical && !needs_rows(canvas, statistics, area);
  (upright ? draw_columns : draw_rows)(canvas, statistics, area, largest);
}

}  // namespace

void draw_rows(Canvas& canvas, const Statistics& statistics, const Rect& area, std::size_t accented) {
  const Plan plan = plan_rows(statistics, canvas, area);
  const int count = static_cast<int>(plan.rows.size());
  const int label_h = plan.label_h();
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
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const Rect place{area.x, top + pitch * static_cast<int>(i), area.w, thick};
    draw_row(canvas, plan, plan.rows[i], place, i == accented ? colors.accent : colors.second,
             i == accented ? colors.accent : colors.text);
  }
}

Chart bars_chart() { return {"bars", Emblem::hidden, {1, 8}, Rows::first, check, draw}; }

}  // namespace xp::kinds
