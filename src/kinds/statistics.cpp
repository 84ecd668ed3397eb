// SPDX-License-Identifier: MIT
#include "kinds/statistics.h"

#include <algorithm>
#include <array>

#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/slide_kind.h"
#include "kinds/statistics_data.h"

namespace xp::kinds {
namespace {

constexpr std::size_t kFew = 4;  // so many data are shown large

void add_datum(Hasher& hasher, const Datum& datum) {
  hasher.add(datum.label).add(datum.value.has_value()).add(datum.value.value_or(0)).add(datum.display);
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

/// A chart has as many data as it can show.
bool check_count(const Chart& chart, const Statistics& statistics, toml::TableReader& reader) {
  const std::size_t count = statistics.data.value.size();
  const auto name = fmt::arg("chart", statistics.chart);
  if (count < chart.data.least) {
    reader.report("data", count == 0 ? "missing-key" : "too-few",
                  trf(N_("the chart “{chart}” needs at least {least} rows of data"), name,
                      fmt::arg("least", chart.data.least)),
                  tr(N_("add data = [{ label = \"…\", value = 1 }, …]")));
    return false;
  }
  if (chart.data.most > 0 && count > chart.data.most) {
    reader.report("data", "too-long",
                  trf(N_("the chart “{chart}” shows {most} rows of data at most; here are {count}"), name,
                      fmt::arg("most", chart.data.most), fmt::arg("count", count)),
                  tr(N_("delete those that matter least")));
    return false;
  }
  return true;
}

ContentPtr read(toml::TableReader& reader, const ReadContext& context) {
  Statistics statistics;
  statistics.source = context.defaults.source;
  statistics.as_of = context.defaults.as_of;
  if (!reader.read(statistics)) return nullptr;
  const Chart& chart = *find_chart(statistics.chart);
  const bool from_file = !statistics.data.file.value.empty();
  if (from_file) reader.narrow_to_slide();
  const bool fine = (!from_file || read_data_file(statistics, chart, reader, context)) &&
                    check_count(chart, statistics, reader) && chart.check(statistics, reader);
  if (!fine && !from_file) return nullptr;
  statistics.usable = fine;
  return std::make_shared<ContentOf<Statistics>>(std::move(statistics));
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Statistics& statistics = values_of<Statistics>(content);
  const Chart& chart = *find_chart(statistics.chart);
  Canvas canvas(context);
  Rect area = draw_frame(canvas, chart.emblem, source_line(statistics.source, statistics.as_of));
  area = draw_heading(canvas, area, statistics.heading, statistics.note);
  if (!area.empty() && statistics.usable) chart.draw(statistics, canvas, area);
  return canvas.finish();
}

void add_data(std::vector<std::string>& lines, std::span<const Datum> data, const std::string& unit) {
  const std::vector<FigureText> figures = figures_of(data, unit);
  for (std::size_t i = 0; i < data.size(); ++i) lines.push_back(data[i].label + figures[i].joined());
}

std::string reading_text(const Content& content) {
  const Statistics& statistics = values_of<Statistics>(content);
  std::vector<std::string> lines{statistics.heading, statistics.note};
  if (statistics.value || !statistics.display.empty()) {
    lines.push_back(figure_of(statistics.display, statistics.value.value_or(0), statistics.unit).joined());
  }
  if (statistics.before && statistics.after)
    add_data(lines, std::array{*statistics.before, *statistics.after}, statistics.counter);
  lines.push_back(statistics.change);
  lines.push_back(statistics.center);
  add_data(lines, statistics.data.value, statistics.unit);
  lines.insert(lines.end(), statistics.columns.begin(), statistics.columns.end());
  for (const auto& row : statistics.rows) lines.insert(lines.end(), row.begin(), row.end());
  return reading_lines(lines);
}

}  // namespace

void Statistics::hash_into(Hasher& hasher) const {
  hasher.add(chart).add(heading).add(note);
  hasher.add(value.has_value()).add(value.value_or(0));
  hasher.add(unit).add(display).add(counter);
  add_datum(hasher, before);
  add_datum(hasher, after);
  hasher.add(change).add(arrow).add(tone).add(direction).add(marks).add(partial);
  hasher.add(data.value.size());
  for (const Datum& datum : data.value) add_datum(hasher, datum);
  hasher.add(usable);
  add_strings(hasher, columns);
  hasher.add(rows.size());
  for (const auto& row : rows) add_strings(hasher, row);
  hasher.add(center).add(source);
  add_date(hasher, as_of);
}

std::span<const Chart> statistic_charts() {
  static const std::array charts{number_chart(), compare_chart(), bars_chart(), stacked_chart(),
                                 donut_chart(),  trend_chart(),   table_chart()};
  return charts;
}

bool check_values(const Statistics& statistics, toml::TableReader& reader) {
  for (const Datum& datum : statistics.data.value) {
    if (datum.value) continue;
    reader.report("data", "missing-value", trf(N_("“{label}” has no value"), fmt::arg("label", datum.label)),
                  tr(N_("add value = …, which the chart is drawn from; display is only what is written")));
    return false;
  }
  return true;
}

bool check_sides(const Statistics& statistics, toml::TableReader& reader) {
  if (statistics.before.has_value() == statistics.after.has_value()) return true;
  reader.report(statistics.before ? "before" : "after", "missing-key",
                tr(N_("a comparison needs both before and after")),
                tr(N_("add the other one, or leave both out")));
  return false;
}

const Statistics* statistics_of(const SlideKind* kind, const Content* content) {
  return kind && content && kind->name == "statistics" ? &values_of<Statistics>(*content) : nullptr;
}

std::vector<FigureText> figures_of(std::span<const Datum> data, const std::string& unit) {
  const auto by_value = [](const Datum& datum) { return datum.display.empty() && datum.value; };
  std::vector<double> values;
  for (const Datum& datum : data)
    if (by_value(datum)) values.push_back(*datum.value);
  std::vector<FigureText> figures, formatted = format_numbers(values, unit);
  auto next = formatted.begin();
  for (const Datum& datum : data) {
    if (by_value(datum)) {
      figures.push_back(std::move(*next++));
    } else {
      figures.push_back(datum.display.empty() ? FigureText{} : split_figure(datum.display));
    }
  }
  return figures;
}

std::size_t largest_of(const std::vector<Datum>& data) {
  const auto largest = std::max_element(data.begin(), data.end(), [](const Datum& a, const Datum& b) {
    return a.value.value_or(-1) < b.value.value_or(-1);
  });
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
