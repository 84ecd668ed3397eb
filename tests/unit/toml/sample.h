// SPDX-License-Identifier: MIT
// A table with a key of every type, as its readers write them: the struct in a namespace of its own, FieldsOf
// outside.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "toml/reader.h"
#include "toml/schema.h"

namespace sample {

enum class Chart { number, bars, donut };

struct Bar {
  std::string label;
  double value = 0;
};

struct Level {
  std::string role = "body";
  double size = 4;
};

struct Slide {
  std::string id;
  std::string text = "…";
  xp::toml::Located<std::string> zone{"main", {}};
  std::optional<xp::Duration> duration;
  xp::Duration fade = xp::milliseconds(500);
  int weight = 1;
  std::int64_t serial = 0;
  bool enabled = true;
  double value = 0;
  xp::Color color{0xff, 0xcf, 0x5c};
  std::optional<xp::Date> as_of;
  xp::UtcOffset offset;
  Chart chart = Chart::number;
  std::optional<Chart> second_chart;
  std::array<int, 2> size{1920, 1080};
  std::array<double, 2> distance{5, 50};
  std::vector<std::string> files;
  std::vector<xp::toml::Located<std::string>> clips;
  std::string kind;
  std::vector<Bar> bars;
  Level level{"headline", 21};
};

inline std::string_view kind_name(std::size_t index) {
  constexpr std::string_view names[] = {"slogan", "statistics", "case", {}};
  return names[index];
}

}  // namespace sample

template <>
struct xp::toml::EnumNames<sample::Chart> {
  static constexpr std::pair<std::string_view, sample::Chart> names[] = {
      {"number", sample::Chart::number}, {"bars", sample::Chart::bars}, {"donut", sample::Chart::donut}};
};

template <>
struct xp::toml::FieldsOf<sample::Bar> {
  static constexpr auto rows =
      std::tuple{required(field("label", &sample::Bar::label, Length{1, 4}, "what the bar counts")),
                 required(field("value", &sample::Bar::value, Range{0, 1e15}, "how much"))};
};

template <>
struct xp::toml::FieldsOf<sample::Level> {
  static constexpr auto rows = std::tuple{field("role", &sample::Level::role, "font role"),
                                          field("size", &sample::Level::size, Range{1, 60}, "in vmin")};
};

template <>
struct xp::toml::FieldsOf<sample::Slide> {
  using S = sample::Slide;
  static constexpr auto rows =
      std::tuple{required(field("id", &S::id, Identifier{}, "name of the slide")),
                 field("text", &S::text, Length{1, 10}, "the text"),
                 field("zone", &S::zone, Identifier{}, "where it plays"),
                 field("duration", &S::duration, Range{1, 3600}, "how long it stays"),
                 field("fade", &S::fade, Range{0, 0.6}, "cross-fade"),
                 field("weight", &S::weight, Range{1, 10}, "appearances in a cycle"),
                 field("serial", &S::serial, "a large number"),
                 field("enabled", &S::enabled, "whether it plays"),
                 field("value", &S::value, Range{0, 100}, "the figure"),
                 field("color", &S::color, "of the figure"),
                 field("as_of", &S::as_of, "day of the figures"),
                 field("offset", &S::offset, "from UTC"),
                 field("chart", &S::chart, "how it is drawn"),
                 field("second_chart", &S::second_chart, "a further one"),
                 field("size", &S::size, Range{16, 16384}, "px"),
                 field("distance", &S::distance, "near and far"),
                 field("files", &S::files, Length{1, 3}, "pictures"),
                 field("clips", &S::clips, "videos"),
                 field("kind", &S::kind, Choice{sample::kind_name}, "kind of slide"),
                 field("bars", &S::bars, Length{1, 2}, "the bars"),
                 field("level", &S::level, "a level of type")};
};
