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

/// The rows' labels and figures, each in one size.
struct ShareTexts {
  std::vector<Figure> values;
  std::vector<TextBlock> labels;
};

/// As large as the widest row allows.
ShareTexts set_rows(Canvas& canvas, const Statistics& statistics, Slice slice, const ChartSizes& sizes,
                    int width) {
  const std::vector<Datum>& data = statistics.data.value;
  const int key = sizes.label * 2 / 3;
  const std::vector<FigureText> all = figures_of(data, statistics.unit);
  const std::vector<FigureText> texts(all.begin() + static_cast<std::ptrdiff_t>(slice.first),
                                      all.begin() + static_cast<std::ptrdiff_t>(slice.end));
  ShareTexts rows{set_figures(canvas, texts, sizes.value, width / 2), {}};
  int size = sizes.label;
  for (int pass = 0; pass < 2; ++pass) {
    rows.labels.clear();
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
      const int room = width - rows.values[i].width() - 3 * key;
      rows.labels.push_back(
          canvas.type().line(data[slice.first + i].label, canvas.theme().type.body.role, size, room));
    }
    for (const TextBlock& label : rows.labels) size = std::min(size, label.size);
  }
  return rows;
}

}  // namespace

void draw_share_rows(Canvas& canvas, const Statistics& statistics, Slice slice, std::span<const Share> shares,
                     const Rect& area) {
  const std::vector<Datum>& data = statistics.data.value;
  const int count = static_cast<int>(slice.end - slice.first);
  const ChartSizes sizes = chart_sizes(canvas, data.size());
  const int pitch = std::min(area.h / count, sizes.value * 9 / 5);
  const int top = area.y + (area.h - pitch * count) / 2;
  const int key = sizes.label * 2 / 3, hair = canvas.px(0.15);
  const Palette& colors = canvas.theme().colors;
  const std::size_t largest = largest_of(data);
  const ShareTexts rows =
      set_rows(canvas, statistics, slice, {std::min(sizes.value, pitch), sizes.label}, area.w);
  for (int i = 0; i < count; ++i) {
    const std::size_t row = static_cast<std::size_t>(i), index = slice.first + row;
    const int middle = top + pitch * i + pitch / 2;
    const Figure& value = rows.values[row];
    const TextBlock& label = rows.labels[row];
    canvas.draw().rounded(RectF::of({area.x, middle - key / 2, key, key}), Px::whole(key / 5),
                          shares[index].color);
    draw_text(canvas.draw(), label, {area.x + key * 2, middle - label.size / 2}, canvas.ink());
    draw_figure(canvas.draw(), value, area.right() - value.width(), middle + value.height() / 2,
                index == largest ? colors.accent : colors.text);
    if (i > 0) canvas.draw().fill({area.x, top + pitch * i - hair, area.w, hair}, colors.panel);
  }
  canvas.close();
}

}  // namespace xp::kinds
