// SPDX-License-Identifier: MIT
// Before and after: two figures of one size, the change between them.
#include <algorithm>
#include <array>
#include <cmath>

#include "kinds/chart_marks.h"
#include "kinds/stroke.h"

namespace xp::kinds {
namespace {

constexpr double kLargest = 38;  // vmin
constexpr int kPasses = 64;

bool check(const Statistics& statistics, toml::TableReader& reader) {
  if (!check_sides(statistics, reader)) return false;
  if (!statistics.before) {
    reader.report(
        "before", "missing-key", tr(N_("a comparison needs before and after")),
        tr(N_("add before = { label = \"2019年\", value = 12 } and after = { label = …, value = … }")));
    return false;
  }
  for (const auto& [key, side] : {std::pair{"before", &*statistics.before}, {"after", &*statistics.after}}) {
    if (side->value || !side->display.empty()) continue;
    reader.report(key, "missing-value", trf(N_("“{label}” has no value"), fmt::arg("label", side->label)),
                  tr(N_("add value = …, or display = \"…\"")));
    return false;
  }
  return true;
}

Direction direction_of(const Statistics& statistics) {
  const auto &before = statistics.before->value, &after = statistics.after->value;
  if (!before || !after || *before == *after) return Direction::none;
  return *after > *before ? Direction::up : Direction::down;
}

/// The change in %, rounded to one decimal; what the arrow beside it says is not said twice.
FigureText change_of(const Statistics& statistics) {
  if (!statistics.change.empty()) return split_figure(statistics.change);
  const auto &before = statistics.before->value, &after = statistics.after->value;
  if (!before || !after || *before <= 0 || *before == *after) return {};
  const double percent = std::abs(*after - *before) / *before * 100;
  return format_number(std::round(percent * 10) / 10, "%");
}

/// A figure under its label.
struct Side {
  TextBlock label;
  Figure figure;
  int gap = 0;
  int width() const { return std::max(label.width(), figure.width()); }
  int height() const { return label.size + gap + figure.height(); }
};

struct Plan {
  Side before, after;
  Figure change;
  Direction direction = Direction::none;
  int gap = 0, arrow = 0;  ///< px; the arrow's length
  bool upright = false;    ///< one below the other

  int down() const { return change.text.digits.empty() ? arrow : change.height(); }
  int trend() const { return direction == Direction::none ? 0 : change.height() * 11 / 10; }
  int change_width() const { return change.text.digits.empty() ? 0 : trend() + change.width(); }
  int width() const {
    if (upright) return std::max({before.width(), after.width(), change_width()});
    return before.width() + after.width() + 2 * gap + std::max(arrow, change_width());
  }
  int height() const {
    if (!upright) return std::max(before.height(), after.height());
    return before.height() + after.height() + 2 * gap + down();
  }
};

Side set_side(Canvas& canvas, const std::string& label, const FigureText& figure, int size) {
  const Sizes sizes = heading_sizes(canvas.metrics(), canvas.theme());
  return {canvas.type().at_size(label, canvas.theme().type.body.role, sizes.title),
          set_figure(canvas, figure, size, canvas.box().w), std::max(sizes.title / 2, size / 6)};
}

Plan set_plan(Canvas& canvas, const Statistics& statistics, int size) {
  const Sizes sizes = heading_sizes(canvas.metrics(), canvas.theme());
  Plan plan;
  plan.upright = canvas.metrics().portrait();
  const std::array sides{*statistics.before, *statistics.after};
  const std::vector<FigureText> figures = figures_of(sides, statistics.unit);
  plan.before = set_side(canvas, sides[0].label, figures[0], size);
  plan.after = set_side(canvas, sides[1].label, figures[1], size);
  const FigureText change = change_of(statistics);
  plan.change.text = change;
  if (!change.digits.empty())
    plan.change = set_figure(canvas, change, std::max(size * 2 / 5, sizes.title), canvas.box().w);
  plan.direction = direction_of(statistics);
  plan.gap = std::max(canvas.px(canvas.theme().spacing.gap), size / 4);
  plan.arrow = std::max(canvas.px(plan.upright ? 12 : 16), size * (plan.upright ? 2 : 3) / 5);
  return plan;
}

/// As large as the area allows.
Plan fit_plan(Canvas& canvas, const Statistics& statistics, const Rect& area) {
  int size = canvas.px(kLargest);
  Plan plan = set_plan(canvas, statistics, size);
  for (int pass = 0; pass < kPasses && (plan.width() > area.w || plan.height() > area.h); ++pass) {
    size = std::max(kSmallestText, size * 19 / 20);
    plan = set_plan(canvas, statistics, size);
  }
  if (plan.width() > area.w || plan.height() > area.h) canvas.type().report_overflow();
  return plan;
}

void draw_change(Canvas& canvas, const Plan& plan, Tone tone, int x, int baseline) {
  if (plan.change.text.digits.empty()) return;
  const Color color = tone_color(canvas, tone, canvas.theme().colors.text);
  if (plan.direction != Direction::none)
    draw_trend_arrow(canvas, plan.direction, {x, baseline}, plan.change.height(), color);
  draw_figure(canvas.draw(), plan.change, x + plan.trend(), baseline, color);
  canvas.close();
}

void draw_side(Canvas& canvas, const Side& side, Point at, Color color) {
  draw_text(canvas.draw(), side.label, at, canvas.soft_ink());
  canvas.close();
  draw_counting_figure(canvas, side.figure, at.x, at.y + side.height(), color);
}

void draw_beside(Canvas& canvas, const Statistics& statistics, const Plan& plan, const Rect& area) {
  const Palette& colors = canvas.theme().colors;
  const int top = area.y + (area.h - plan.height()) * 46 / 100;
  const int between = std::max(plan.arrow, plan.change_width());
  const int x = area.x + plan.before.width() + plan.gap;
  const int thick = canvas.px(0.9);
  draw_side(canvas, plan.before, {area.x, top}, colors.text);
  draw_side(canvas, plan.after, {x + between + plan.gap, top}, colors.accent);
  const int middle = top + plan.before.height() - plan.before.figure.height() / 2;
  const double y = plan.change.text.digits.empty() ? middle : middle + plan.change.height() * 0.55;
  draw_arrow(canvas.draw(), {1.0 * x, y}, {1.0 * x + between, y}, thick, colors.secondary);
  canvas.close();
  draw_change(canvas, plan, statistics.tone, x + (between - plan.change_width()) / 2,
              static_cast<int>(y) - plan.change.height() / 2 - thick);
}

void draw_below(Canvas& canvas, const Statistics& statistics, const Plan& plan, const Rect& area) {
  const Palette& colors = canvas.theme().colors;
  const int top = area.y + (area.h - plan.height()) * 46 / 100;
  const int thick = canvas.px(0.9), x = area.x + thick * 3;
  draw_side(canvas, plan.before, {area.x, top}, colors.text);
  const int y = top + plan.before.height() + plan.gap;
  if (plan.change.text.digits.empty()) {
    draw_arrow(canvas.draw(), {1.0 * x, 1.0 * y}, {1.0 * x, 1.0 * y + plan.arrow}, thick, colors.secondary);
    canvas.close();
  }
  draw_change(canvas, plan, statistics.tone, area.x, y + plan.down());
  draw_side(canvas, plan.after, {area.x, y + plan.down() + plan.gap}, colors.accent);
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const Plan plan = fit_plan(canvas, statistics, area);
  (plan.upright ? draw_below : draw_beside)(canvas, statistics, plan, area);
}

}  // namespace

Chart compare_chart() { return {"compare", Emblem::hidden, {0, 0}, Rows::none, check, draw}; }

}  // namespace xp::kinds
