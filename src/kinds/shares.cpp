// SPDX-License-Identifier: MIT
#include "kinds/shares.h"

#include <algorithm>
#include <cmath>

#include "kinds/chart_marks.h"
#include "kinds/series.h"

namespace xp::kinds {
namespace {

constexpr double kRounding = 0.5;  // at least so much more than the whole comes from rounding

/// Half a unit in the last decimal that is written.
double half_step(double value) {
  double step = 1;
  for (int decimals = 0; decimals < 3 && std::abs(value / step - std::round(value / step)) > 1e-6; ++decimals)
    step /= 10;
  return step / 2;
}

}  // namespace

double sum_of(std::span<const Datum> shares) {
  double sum = 0;
  for (const Datum& datum : shares) sum += datum.value.value_or(0);
  return sum;
}

double rounding_of(std::span<const Datum> shares) {
  double finest = kRounding;
  for (const Datum& datum : shares) finest = std::min(finest, half_step(datum.value.value_or(0)));
  return finest * static_cast<double>(shares.size()) - 1e-6;
}

bool check_shares(const Statistics& statistics, toml::TableReader& reader) {
  const double sum = sum_of(statistics.data.value);
  if (statistics.unit == "%" && sum > 100 + std::max(kRounding, rounding_of(statistics.data.value))) {
    reader.report("data", "sum",
                  trf(N_("the shares add up to {sum} %"), fmt::arg("sum", format_number(sum, "").digits)),
                  tr(N_("shares of one whole are 100 % at most; for figures that overlap use bars")));
    return false;
  }
  if (sum <= 0) {
    reader.report("data", "sum", tr(N_("all the shares are 0")),
                  tr(N_("a chart of shares needs one that is greater than 0")));
    return false;
  }
  return true;
}

std::vector<Share> shares_of(const Statistics& statistics, const Palette& palette) {
  const std::vector<Datum>& data = statistics.data.value;
  const double sum = sum_of(data);
  const double whole = statistics.unit == "%" ? std::max(100.0, sum) : sum;
  const std::size_t largest = largest_of(data);
  const std::vector<Color> colors = series_colors(palette, data.size());
  std::vector<Share> shares;
  std::size_t rank = 1;
  double at = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const double end = at + data[i].value.value_or(0) / whole;
    shares.push_back({at, end, colors[i == largest ? 0 : rank++]});
    at = end;
  }
  return shares;
}

namespace {

constexpr double kLeastLabels = 0.7;                   // of their size beside full figures
constexpr double kValueRoom = 0.9, kLabelRoom = 0.75;  // of the pitch: more would touch the next row

/// The rows' labels and figures, each in one size.
struct ShareTexts {
  std::vector<Figure> values;
  std::vector<TextBlock> labels;
};

/// The sizes at which the widest row has room: labels give way to their figures, but not by much.
ChartSizes sizes_in(Canvas& canvas, const Statistics& statistics, const ChartSizes& free, int width) {
  const std::vector<Datum>& data = statistics.data.value;
  const std::vector<Figure> values =
      set_figures(canvas, figures_of(data, statistics.unit), free.value, canvas.box().w);
  double labels = 1, both = 1;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const int label = canvas.type().at_size(data[i].label, canvas.theme().type.body.role, free.label).width();
    const int keys = 2 * free.label, value = values[i].width();
    labels = std::min(labels, (width - value - keys) / std::max(1.0, 1.0 * label));
    both = std::min(both, 1.0 * width / (label + value + keys));
  }
  if (labels >= kLeastLabels) return free;
  return {std::max(kSmallestText, static_cast<int>(free.value * both)),
          std::max(kSmallestText, static_cast<int>(free.label * both))};
}

/// As large as the widest row allows.
ShareTexts set_rows(Canvas& canvas, const Statistics& statistics, const ChartSizes& sizes, int width) {
  const std::vector<Datum>& data = statistics.data.value;
  const int key = sizes.label * 2 / 3;
  ShareTexts rows{set_figures(canvas, figures_of(data, statistics.unit), sizes.value, width / 2), {}};
  int size = sizes.label;
  for (int pass = 0; pass < 2; ++pass) {
    rows.labels.clear();
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
      const int room = width - rows.values[i].width() - 3 * key;
      rows.labels.push_back(canvas.type().line(data[i].label, canvas.theme().type.body.role, size, room));
    }
    for (const TextBlock& label : rows.labels) size = std::min(size, label.size);
  }
  return rows;
}

/// The sizes of rows so far apart.
ChartSizes row_sizes(Canvas& canvas, const ChartSizes& free, int pitch) {
  const ChartSizes sizes{std::min(free.value, static_cast<int>(pitch * kValueRoom)),
                         std::min(free.label, static_cast<int>(pitch * kLabelRoom))};
  if (std::min(sizes.value, sizes.label) < kSmallestText) canvas.type().report_overflow();
  return {std::max(kSmallestText, sizes.value), std::max(kSmallestText, sizes.label)};
}

}  // namespace

int share_pitch(const Canvas& canvas, std::size_t count, int rows, int height) {
  return std::min(height / rows, chart_sizes(canvas, count).value * 9 / 5);
}

void draw_share_rows(Canvas& canvas, const Statistics& statistics, std::span<const Share> shares,
                     const Rect& area, int columns) {
  const int count = static_cast<int>(shares.size()), rows = (count + columns - 1) / columns;
  const int pitch = share_pitch(canvas, shares.size(), rows, area.h);
  const int gap = 3 * canvas.px(canvas.theme().spacing.gap);
  const int width = (area.w - (columns - 1) * gap) / columns;
  const int top = area.y + (area.h - pitch * rows) / 2, hair = canvas.px(0.15);
  const ChartSizes sizes =
      sizes_in(canvas, statistics, row_sizes(canvas, chart_sizes(canvas, shares.size()), pitch), width);
  const int key = sizes.label * 2 / 3;
  const Palette& colors = canvas.theme().colors;
  const std::size_t largest = largest_of(statistics.data.value);
  const ShareTexts texts = set_rows(canvas, statistics, sizes, width);
  for (int i = 0; i < count; ++i) {
    const std::size_t index = static_cast<std::size_t>(i);
    const Rect row{area.x + i / rows * (width + gap), top + pitch * (i % rows), width, pitch};
    const int middle = row.y + pitch / 2;
    const Figure& value = texts.values[index];
    const TextBlock& label = texts.labels[index];
    canvas.draw().rounded(RectF::of({row.x, middle - key / 2, key, key}), Px::whole(key / 5),
                          shares[index].color);
    draw_text(canvas.draw(), label, {row.x + key * 2, middle - label.size / 2}, canvas.ink());
    draw_figure(canvas.draw(), value, row.right() - value.width(), middle + value.height() / 2,
                index == largest ? colors.accent : colors.text);
    if (i % rows > 0) canvas.draw().fill({row.x, row.y - hair, width, hair}, colors.panel);
  }
  canvas.close();
}

}  // namespace xp::kinds
