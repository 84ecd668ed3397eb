// SPDX-License-Identifier: MIT
// The statistics slide: a sentence, a chart, a source. A chart is one file and one row of statistic_charts().
#pragma once

#include <cstdint>
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
  std::optional<double> value;  ///< absent: not known
  std::string display;
};

enum class Direction : std::uint8_t { none, up, down };
enum class Tone : std::uint8_t { neutral, good, bad };
enum class Lie : std::uint8_t { horizontal, vertical };
enum class Marks : std::uint8_t { columns, line };

/// How often figures come out.
enum class Period : std::uint8_t { none, week, month, quarter, year };

struct Statistics {
  std::string chart = "number";
  std::string heading, note;
  std::optional<double> value;
  std::string unit, display, counter;
  std::optional<Datum> before, after;
  std::string change;
  Direction arrow = Direction::none;
  Tone tone = Tone::neutral;
  toml::OrFile<std::vector<Datum>> data;
  Lie direction = Lie::horizontal;
  Marks marks = Marks::columns;
  bool partial = false;
  std::string center;
  std::string label_column, value_column, display_column;  ///< of a CSV; empty: the usual names
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::string source;
  std::optional<Date> as_of, valid_until;
  Period period = Period::none;
  bool usable = true;  ///< false: its CSV is not; the chart is left out

  void hash_into(Hasher& hasher) const;
};

/// How many data a chart shows.
struct DataCount {
  std::size_t least = 0, most = 0;
};

/// What a chart takes out of a CSV: nothing, its first rows, its last ones, its cells as they are.
enum class Rows : std::uint8_t { none, first, latest, cells };

/// A way to draw statistics.
struct Chart {
  std::string_view name;
  Emblem emblem;  ///< behind it
  DataCount data;
  Rows rows = Rows::none;
  bool (*check)(const Statistics& statistics,
                toml::TableReader& reader);  ///< rules over several keys; reports
  void (*draw)(const Statistics& statistics, Canvas& canvas, const Rect& area);  ///< below the heading
};
std::span<const Chart> statistic_charts();

Chart number_chart();
Chart compare_chart();
Chart bars_chart();
Chart stacked_chart();
Chart donut_chart();
Chart trend_chart();
Chart table_chart();

/// Reports a datum without a value; charts that leave no gap for it use this.
bool check_values(const Statistics& statistics, toml::TableReader& reader);
/// Reports before without after, and the reverse.
bool check_sides(const Statistics& statistics, toml::TableReader& reader);
/// What a slide of this kind says; null for slides of other kinds.
const Statistics* statistics_of(const SlideKind* kind, const Content* content);
/// The figures of one chart as they are set, in one unit; nothing where nothing is known.
std::vector<FigureText> figures_of(std::span<const Datum> data, const std::string& unit);
/// Index of the largest value.
std::size_t largest_of(const std::vector<Datum>& data);
/// Sizes of a chart's values and labels, px: the fewer, the larger.
struct ChartSizes {
  int value = 0, label = 0;
};
ChartSizes chart_sizes(const Canvas& canvas, std::size_t count);

}  // namespace xp::kinds

template <>
struct xp::toml::EnumNames<xp::kinds::Direction> {
  static constexpr std::pair<std::string_view, xp::kinds::Direction> names[] = {
      {"none", xp::kinds::Direction::none},
      {"up", xp::kinds::Direction::up},
      {"down", xp::kinds::Direction::down}};
};

template <>
struct xp::toml::EnumNames<xp::kinds::Tone> {
  static constexpr std::pair<std::string_view, xp::kinds::Tone> names[] = {
      {"neutral", xp::kinds::Tone::neutral}, {"good", xp::kinds::Tone::good}, {"bad", xp::kinds::Tone::bad}};
};

template <>
struct xp::toml::EnumNames<xp::kinds::Lie> {
  static constexpr std::pair<std::string_view, xp::kinds::Lie> names[] = {
      {"horizontal", xp::kinds::Lie::horizontal}, {"vertical", xp::kinds::Lie::vertical}};
};

template <>
struct xp::toml::EnumNames<xp::kinds::Marks> {
  static constexpr std::pair<std::string_view, xp::kinds::Marks> names[] = {
      {"columns", xp::kinds::Marks::columns}, {"line", xp::kinds::Marks::line}};
};

template <>
struct xp::toml::EnumNames<xp::kinds::Period> {
  static constexpr std::pair<std::string_view, xp::kinds::Period> names[] = {
      {"none", xp::kinds::Period::none},
      {"week", xp::kinds::Period::week},
      {"month", xp::kinds::Period::month},
      {"quarter", xp::kinds::Period::quarter},
      {"year", xp::kinds::Period::year}};
};

template <>
struct xp::toml::FieldsOf<xp::kinds::Datum> {
  using Datum = xp::kinds::Datum;
  static constexpr auto rows = std::tuple{
      required(field("label", &Datum::label, Length{1, 20}, N_("what the figure counts"))),
      field("value", &Datum::value, Range{0, 1e15},
            N_("how much; charts begin at zero; trend: without it the period is not known")),
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
      field("before", &Statistics::before, N_("number and compare: what the figure is compared with")),
      field("after", &Statistics::after, N_("number and compare: the later value of the comparison")),
      field(
          "change", &Statistics::change, Length{0, 12},
          N_("compare: what is written for the change between the two; computed from the values by default")),
      field("arrow", &Statistics::arrow, N_("number: an arrow beside the figure")),
      field("tone", &Statistics::tone,
            N_("number and compare: whether the change is good or bad; its colour")),
      field("data", &Statistics::data, Length{1, 12},
            N_("the rows of a bars, stacked, donut or trend chart, or the name of a CSV file beside the "
               "playlist")),
      field("direction", &Statistics::direction, N_("bars: which way they lie")),
      field("marks", &Statistics::marks, N_("trend: columns, or a line through points")),
      field("partial", &Statistics::partial,
            N_("stacked and donut: the shares are not meant to make 100 %; the rest stays open")),
      field("center", &Statistics::center, Length{0, 12}, N_("donut: the message in the middle")),
      field("label_column", &Statistics::label_column, Length{1, 40},
            N_("CSV: the column of the labels; “label” or “名称” by default")),
      field("value_column", &Statistics::value_column, Length{1, 40},
            N_("CSV: the column of the values; “value” or “数值” by default")),
      field("display_column", &Statistics::display_column, Length{1, 40},
            N_("CSV: the column of what is shown instead of the value; “display” or “显示” by default")),
      field("columns", &Statistics::columns, Length{2, 4},
            N_("table: the words above the columns; of a CSV file, which columns are shown")),
      field("rows", &Statistics::rows, Length{1, 8},
            N_("table: the cells of each row as they are shown, a label first")),
      field("source", &Statistics::source, Length{0, 40},
            N_("where the figures come from; the campaign's by default")),
      field("as_of", &Statistics::as_of, N_("the day of the figures; the campaign's by default")),
      field("valid_until", &Statistics::valid_until,
            N_("the last day on which the figures hold; `check` says when it is over")),
      field("period", &Statistics::period,
            N_("how often the figures come out, such as \"month\"; `check` says when they are older")),
  };
};
