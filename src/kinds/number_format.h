// SPDX-License-Identifier: MIT
// Numbers in the Chinese way.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xp::kinds {

/// A number as it is set: the digits large, what stands before and after them smaller on the same baseline.
struct FigureText {
  std::string prefix;  ///< "约"
  std::string digits;  ///< "1.6"
  std::string unit;    ///< "亿余元"
  std::string joined() const { return prefix + digits + unit; }
  bool operator==(const FigureText&) const = default;
};

/// From 10,000 on in 万, from 100,000,000 on in 亿, from 1,000,000,000,000 on in 万亿: 20370000 元 is
/// 2037万元, 9406000 条 940.6万条. Such figures have four significant digits; smaller ones at most two
/// decimals, and thousands are grouped: 3,500. Halves are rounded away from zero, trailing zeros dropped.
/// Units of measure (%, ‰, 年, 岁, 倍, ℃, °C) are never scaled, and years not grouped.
FigureText format_number(double value, std::string_view unit);

/// The figures of one chart, which are compared: all in the scale of the smallest, unless the largest would
/// have more than seven digits there. Figures that differ have as many digits as tell them apart.
std::vector<FigureText> format_numbers(std::span<const double> values, std::string_view unit);

/// What an author wrote, split at its first number: "约1.6亿余元" → 约, 1.6, 亿余元. Without a digit all of
/// it is `digits`.
FigureText split_figure(std::string_view display);

/// `display` as written, else the value.
FigureText figure_of(std::string_view display, double value, std::string_view unit);

/// A figure that can count up: an integer of `decimals` decimals, grouped or not.
class Counter {
 public:
  /// Nothing for digits that are no plain number ("2022.5.13", "六成").
  static std::optional<Counter> of(std::string_view digits);
  /// The digits at a fraction (0 … 1) of the value; at 1 exactly those it was made of.
  std::string at(double fraction) const;

 private:
  std::string digits_;
  std::int64_t scaled_ = 0;
  std::size_t decimals_ = 0;
  bool grouped_ = false;
};

}  // namespace xp::kinds
