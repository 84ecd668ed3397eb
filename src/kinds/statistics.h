// SPDX-License-Identifier: MIT
// The statistics slide: a sentence, a chart, a source. A chart is one file and one row of statistic_charts().
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/i18n.h"
#include "kinds/canvas.h"
#include "kinds/frame_block.h"
#include "kinds/number_format.h"
#include "toml/field.h"
#include "toml/reader.h"

namespace xp::kinds {

/// A figure with its name.
struct Datum {
  std::string label;
  double value = 0;
  std::string display;
};

struct Statistics {
  std::string chart = "number";
  std::string heading, note;
  std::optional<double> value;
  std::string unit, display, counter;
  std::optional<Datum> before, after;
  std::vector<Datum> data;
  std::string center;
  std::string source;
  std::optional<Date> as_of;

  void hash_into(Hasher& hasher) const;
};

/// A way to draw statistics.
struct Chart {
  std::string_view name;
  Emblem emblem;  ///< behind it
  bool (*check)(const Statistics& statistics,
                toml::TableReader& reader);  ///< rules over several keys; reports
  void (*draw)(const Statistics& statistics, Canvas& canvas, const Rect& area);  ///< below the heading
};
std::span<const Chart> statistic_charts();

Chart number_chart();
Chart bars_chart();
Chart donut_chart();
Chart trend_chart();

/// Reports a chart that has fewer than `least` rows of data.
bool check_data(const Statistics& statistics, toml::TableReader& reader, std::size_t least);
/// The figure of a datum as it is set.
FigureText figure_of(const Datum& datum, const std::string& unit);
/// Index of the largest value.
std::size_t largest_of(const std::vector<Datum>& data);
/// Sizes of a chart's values and labels, px: the fewer, the larger.
struct ChartSizes {
  int value, label;
};
ChartSizes chart_sizes(const Canvas& canvas, std::size_t count);

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Datum> {
  using Datum = xp::kinds::Datum;
  static constexpr auto rows = std::tuple{
      required(field("label", &Datum::label, Length{1, 20}, N_("what the figure counts"))),
      field("value", &Datum::value, Range{0, 1e15}, N_("how much; charts begin at zero")),
      field("display", &Datum::display, Length{1, 20}, N_("shown instead of the value, exactly as written")),
  };
};

template <>
struct xp::toml::FieldsOf<xp::kinds::Statistics> {
  using Statistics = xp::kinds::Statistics;
  static constexpr auto rows = std::tuple{
      field("chart", &Statistics::chart, Choice{[](std::size_t index) {
              const auto charts = xp::kinds::statistic_charts();
              return index < charts.size() ? charts[index].name : std::string_view{};
            }},
            N_("how the figures are drawn")),
      required(field("heading", &Statistics::heading, Length{1, 60},
                     N_("a sentence that says what the figures mean; **accent**"))),
      field("note", &Statistics::note, Length{0, 80}, N_("what is counted, where and since when")),
      field("value", &Statistics::value, Range{0, 1e15}, N_("the figure of a number chart")),
      field("unit", &Statistics::unit, Length{0, 8}, N_("unit of the values, such as \"%\" or \"元\"")),
      field("display", &Statistics::display, Length{1, 20},
            N_("shown instead of the value, exactly as written")),
      field("counter", &Statistics::counter, Length{0, 8}, N_("unit of the comparison, such as \"起\"")),
      field("before", &Statistics::before, N_("number chart: what the figure is compared with")),
      field("after", &Statistics::after, N_("number chart: the later value of the comparison")),
      field("data", &Statistics::data, Length{1, 8}, N_("the rows of a bars, donut or trend chart")),
      field("center", &Statistics::center, Length{0, 12}, N_("donut: the message in the middle")),
      field("source", &Statistics::source, Length{0, 40},
            N_("where the figures come from; the campaign's by default")),
      field("as_of", &Statistics::as_of, N_("the day of the figures; the campaign's by default")),
  };
};
