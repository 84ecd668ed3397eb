// SPDX-License-Identifier: MIT
#include "kinds/statistics.h"

#include <algorithm>
#include <array>

#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/slide_kind.h"

namespace xp::kinds {
namespace {

constexpr std::size_t kFew = 4;  // so many data are shown large

void add_datum(Hasher& hasher, const Datum& datum) {
  hasher.add(datum.label).add(datum.value).add(datum.display);
}

void add_datum(Hasher& hasher, const std::optional<Datum>& datum) {
  hasher.add(datum.has_value());
  if (datum) add_datum(hasher, *datum);
}

const Chart* find_chart(std::string_view name) {
  for (const Chart& chart : statistic_charts()) {
    if (chart.name == name) return &chart;
  }
  return nullptr;
}

ContentPtr read(toml::TableReader& reader, const ReadContext& context) {
  Statistics statistics;
  statistics.source = context.defaults.source;
  statistics.as_of = context.defaults.as_of;
  if (!reader.read(statistics)) return nullptr;
  if (!find_chart(statistics.chart)->check(statistics, reader)) return nullptr;
  return std::make_shared<ContentOf<Statistics>>(std::move(statistics));
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Statistics& statistics = values_of<Statistics>(content);
  const Chart& chart = *find_chart(statistics.chart);
  Canvas canvas(context);
  Rect area = draw_frame(canvas, chart.emblem, source_line(statistics.source, statistics.as_of));
  area = draw_heading(canvas, area, statistics.heading, statistics.note);
  if (!area.empty()) chart.draw(statistics, canvas, area);
  return canvas.finish();
}

std::string reading_text(const Content& content) {
  const Statistics& statistics = values_of<Statistics>(content);
  std::vector<std::string> lines{statistics.heading, statistics.note};
  if (statistics.value || !statistics.display.empty()) {
    lines.push_back(figure_of(statistics.display, statistics.value.value_or(0), statistics.unit).joined());
  }
  for (const auto& datum : {statistics.before, statistics.after}) {
    if (datum) lines.push_back(datum->label + figure_of(*datum, statistics.counter).joined());
  }
  lines.push_back(statistics.center);
  for (const Datum& datum : statistics.data) {
    lines.push_back(datum.label + figure_of(datum, statistics.unit).joined());
  }
  return reading_lines(lines);
}

}  // namespace

void Statistics::hash_into(Hasher& hasher) const {
  hasher.add(chart).add(heading).add(note);
  hasher.add(value.has_value()).add(value.value_or(0));
  hasher.add(unit).add(display).add(counter);
  add_datum(hasher, before);
  add_datum(hasher, after);
  hasher.add(data.size());
  for (const Datum& datum : data) add_datum(hasher, datum);
  hasher.add(center).add(source);
  add_date(hasher, as_of);
}

std::span<const Chart> statistic_charts() {
  static const std::array charts{number_chart(), bars_chart(), donut_chart(), trend_chart()};
  return charts;
}

bool check_data(const Statistics& statistics, toml::TableReader& reader, std::size_t least) {
  if (statistics.data.size() >= least) return true;
  reader.report("data", statistics.data.empty() ? "missing-key" : "too-few",
                trf(N_("the chart “{chart}” needs at least {least} rows of data"),
                    fmt::arg("chart", statistics.chart), fmt::arg("least", least)),
                tr(N_("add data = [{ label = \"…\", value = 1 }, …]")));
  return false;
}

FigureText figure_of(const Datum& datum, const std::string& unit) {
  return figure_of(datum.display, datum.value, unit);
}

std::size_t largest_of(const std::vector<Datum>& data) {
  const auto largest = std::max_element(data.begin(), data.end(),
                                        [](const Datum& a, const Datum& b) { return a.value < b.value; });
  return static_cast<std::size_t>(largest - data.begin());
}

ChartSizes chart_sizes(const Canvas& canvas, std::size_t count) {
  const Sizes sizes = heading_sizes(canvas.metrics(), canvas.theme());
  if (count > kFew) return {sizes.title, sizes.small};
  return {sizes.title * 8 / 5, sizes.title};
}

SlideKind statistics_kind() {
  return {"statistics",
          N_("a figure, or a few of them as a chart"),
          toml::describe<Statistics>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr};
}

}  // namespace xp::kinds
