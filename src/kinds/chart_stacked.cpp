// SPDX-License-Identifier: MIT
// Shares of a whole in one bar: figures over their parts, labels below them; where those do not fit side by
// side, in rows.
#include <algorithm>
#include <cmath>

#include "kinds/chart_marks.h"
#include "kinds/shares.h"

namespace xp::kinds {
namespace {

constexpr double kThick = 15;          // vmin
constexpr std::size_t kOneColumn = 4;  // rows

bool check(const Statistics& statistics, toml::TableReader& reader) {
  return check_values(statistics, reader) && check_shares(statistics, reader);
}

/// A part of the bar with its words.
struct Part {
  TextBlock label;
  Figure figure;
  int at = 0;  ///< left edge of the words
  int width() const { return std::max(label.width(), figure.width()); }
};

std::vector<Part> set_parts(Canvas& canvas, const Statistics& statistics, const ChartSizes& sizes) {
  std::vector<Part> parts;
  const std::vector<Datum>& data = statistics.data.value;
  const std::vector<FigureText> figures = figures_of(data, statistics.unit);
  for (std::size_t i = 0; i < data.size(); ++i) {
    parts.push_back({canvas.type().at_size(data[i].label, canvas.theme().type.body.role, sizes.label),
                     set_figure(canvas, figures[i], sizes.value, canvas.box().w)});
  }
  return parts;
}

/// Puts the words over the beginnings of their parts, pushed aside where they would touch; false where they
/// have no room.
bool place(std::vector<Part>& parts, const std::vector<Share>& shares, const Rect& area, int gap) {
  int left = area.x;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].at = std::max(left, area.x + static_cast<int>(std::lround(area.w * shares[i].start)));
    left = parts[i].at + parts[i].width() + gap;
  }
  int right = area.right();
  for (std::size_t i = parts.size(); i-- > 0;) {
    parts[i].at = std::min(parts[i].at, right - parts[i].width());
    right = parts[i].at - gap;
  }
  // Words that begin beyond the end of their part would be taken for the next one's.
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double end = area.x + area.w * shares[i].end, start = area.x + area.w * shares[i].start;
    if (parts[i].at < area.x || parts[i].at >= end || parts[i].at + parts[i].width() <= start) return false;
  }
  return true;
}

void draw_parts(scene::Builder& builder, const Rect& bar, const std::vector<Share>& shares, int hair,
                double until) {
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const auto edge = [&](double share) { return bar.x + static_cast<int>(std::lround(bar.w * share)); };
    const int left = edge(shares[i].start) + (i > 0 ? hair : 0);
    const int right = std::min(edge(shares[i].end), edge(until));
    if (right > left) builder.fill({left, bar.y, right - left, bar.h}, shares[i].color);
  }
}

void draw_bar_of(Canvas& canvas, const Rect& bar, const std::vector<Share>& shares) {
  canvas.draw().fill(bar, canvas.theme().colors.panel);
  canvas.close();
  draw_parts(canvas.draw(), bar, shares, canvas.px(0.3), 1);
  canvas.close({Entrance::Kind::arrive, {-bar.w, 0}, {}}, bar);
}

void draw_words(Canvas& canvas, const std::vector<Part>& parts, const Rect& bar, int gap,
                std::size_t largest) {
  const Palette& colors = canvas.theme().colors;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    draw_figure(canvas.draw(), parts[i].figure, parts[i].at, bar.y - gap,
                i == largest ? colors.accent : colors.text);
    draw_text(canvas.draw(), parts[i].label, {parts[i].at, bar.bottom() + gap}, canvas.ink());
  }
  canvas.close();
}

/// The bar above, the rows below in one column or two.
void draw_with_rows(Canvas& canvas, const Statistics& statistics, const std::vector<Share>& shares,
                    const Rect& area) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const int columns = area.w < area.h || shares.size() <= kOneColumn ? 1 : 2;
  const int rows = (static_cast<int>(shares.size()) + columns - 1) / columns;
  const int thick = std::min(canvas.px(kThick), area.h / 4);
  const int height = rows * share_pitch(canvas, shares.size(), rows, area.h - thick - gap);
  const int top = area.y + (area.h - thick - gap - height) * 2 / 5;
  const Rect bar{area.x, top, area.w, thick};
  draw_bar_of(canvas, bar, shares);
  draw_share_rows(canvas, statistics, shares, {area.x, bar.bottom() + gap, area.w, height}, columns);
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::vector<Share> shares = shares_of(statistics, canvas.theme().colors);
  const ChartSizes sizes = chart_sizes(canvas, statistics.data.value.size());
  const int gap = canvas.px(canvas.theme().spacing.gap * 0.7);
  std::vector<Part> parts = set_parts(canvas, statistics, sizes);
  const int words = parts.front().figure.height() + sizes.label + 2 * gap;
  if (area.w < area.h || words > area.h * 2 / 3 || !place(parts, shares, area, sizes.label))
    return draw_with_rows(canvas, statistics, shares, area);
  const int thick = std::min(canvas.px(kThick * 1.3), area.h - words);
  const int top = area.y + (area.h - words - thick) * 46 / 100 + parts.front().figure.height() + gap;
  const Rect bar{area.x, top, area.w, thick};
  draw_bar_of(canvas, bar, shares);
  draw_words(canvas, parts, bar, gap, largest_of(statistics.data.value));
}

}  // namespace

Chart stacked_chart() { return {"stacked", Emblem::hidden, {1, 8}, Rows::first, check, draw}; }

}  // namespace xp::kinds
