// SPDX-License-Identifier: MIT
// One figure as large as it fits, and what it is compared with.
#include <algorithm>
#include <array>

#include "kinds/chart_marks.h"
#include "kinds/frame_block.h"
#include "kinds/stroke.h"

namespace xp::kinds {
namespace {

bool check(const Statistics& statistics, toml::TableReader& reader) {
  if (!statistics.value && statistics.display.empty()) {
    reader.report("value", "missing-key", tr(N_("a number chart needs its figure")),
                  tr(N_("add value = 58.3, or display = \"1700余万元\"")));
    return false;
  }
  return check_sides(statistics, reader);
}

/// "2019年 12 起": the label, the figure, its counter, on one baseline.
struct Term {
  TextBlock label, value, counter;
  int gap = 0;
  int width() const {
    return label.width() + gap + value.width() + (counter.empty() ? 0 : gap / 2 + counter.width());
  }
};

Term set_term(Canvas& canvas, const std::string& label, const FigureText& figure, const Sizes& sizes) {
  const TypeScale& type = canvas.theme().type;
  Typesetter& set = canvas.type();
  Term term{set.at_size(label, type.label.role, sizes.small),
            set.at_size(figure.prefix + figure.digits, type.figure.role, sizes.title),
            {},
            sizes.small / 3};
  if (!figure.unit.empty()) term.counter = set.at_size(figure.unit, type.label.role, sizes.small);
  return term;
}

int draw_term(Canvas& canvas, const Term& term, int x, int baseline) {
  draw_on_baseline(canvas.draw(), term.label, x, baseline, canvas.soft_ink());
  x += term.label.width() + term.gap;
  draw_on_baseline(canvas.draw(), term.value, x, baseline, canvas.ink());
  x += term.value.width() + term.gap / 2;
  draw_on_baseline(canvas.draw(), term.counter, x, baseline, canvas.soft_ink());
  return x + term.counter.width();
}

/// Both terms and the arrow between them.
struct Comparison {
  Term before, after;
  Sizes sizes;
  int gap, arrow;
  int width() const { return before.width() + after.width() + 2 * gap + arrow; }
};

Comparison set_comparison(Canvas& canvas, const Statistics& statistics, const Sizes& sizes) {
  const std::array sides{*statistics.before, *statistics.after};
  const std::vector<FigureText> figures = figures_of(sides, statistics.counter);
  return {set_term(canvas, sides[0].label, figures[0], sizes),
          set_term(canvas, sides[1].label, figures[1], sizes), sizes, sizes.small, sizes.title * 2};
}

/// The comparison with its bottom at that of `area`; returns its height.
int draw_comparison(Canvas& canvas, const Statistics& statistics, const Rect& area) {
  Sizes sizes = heading_sizes(canvas.metrics(), canvas.theme());
  Comparison row = set_comparison(canvas, statistics, sizes);
  if (const int width = row.width(); width > area.w) {
    sizes = {sizes.title * area.w / width, std::max(kSmallestText, sizes.small * area.w / width)};
    row = set_comparison(canvas, statistics, sizes);
  }
  const int baseline = area.bottom() - sizes.title / 8;
  const int x = draw_term(canvas, row.before, area.x, baseline) + row.gap;
  const int middle = baseline - static_cast<int>(kCapHeight * sizes.title / 2);
  const auto at = [&](int right) { return Spot{static_cast<double>(right), static_cast<double>(middle)}; };
  draw_arrow(canvas.draw(), at(x), at(x + row.arrow), canvas.px(0.55), canvas.theme().colors.accent);
  draw_term(canvas, row.after, x + row.arrow + row.gap, baseline);
  canvas.close();
  return sizes.title;
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  Rect room = area;
  if (statistics.before && statistics.after) {
    room.h -= draw_comparison(canvas, statistics, area) + canvas.px(canvas.theme().spacing.gap * 1.2);
  }
  const FigureText text = figure_of(statistics.display, statistics.value.value_or(0), statistics.unit);
  const int tallest = static_cast<int>(room.h / (kCapHeight + 0.04));
  const int largest =
      std::min(canvas.px(canvas.theme().type.figure.size * (canvas.metrics().portrait() ? 1.2 : 1)), tallest);
  const bool arrow = statistics.arrow != Direction::none;
  Figure figure = set_figure(canvas, text, largest, room.w);
  if (const int whole = figure.width() + figure.height() * 6 / 5; arrow && whole > room.w)
    figure = set_figure(canvas, text, largest, figure.width() * room.w / whole);
  const int baseline = room.y + (room.h - figure.height()) * 46 / 100 + figure.height();
  const Color color = tone_color(canvas, statistics.tone, canvas.theme().colors.accent);
  draw_counting_figure(canvas, figure, room.x, baseline, color);
  if (!arrow) return;
  const Point beside{room.x + figure.width() + figure.height() / 4, baseline};
  draw_trend_arrow(canvas, statistics.arrow, beside, figure.height(), color);
  canvas.close();
}

}  // namespace

Chart number_chart() { return {"number", Emblem::shown, {0, 0}, Rows::none, check, draw}; }

}  // namespace xp::kinds
