// SPDX-License-Identifier: MIT
#include "kinds/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace xp::kinds {
namespace {

struct Scale {
  double factor;
  std::string_view word;
};
constexpr std::array kScales{Scale{1e12, "万亿"}, Scale{1e8, "亿"}, Scale{1e4, "万"}, Scale{1, ""}};
constexpr std::size_t kUnscaled = kScales.size() - 1;
constexpr double kMostScaled = 1e7;    // larger figures are not read but counted
constexpr double kLeastScaled = 0.01;  // smaller ones are nothing but zeros
constexpr int kDigits = 4, kMostDigits = 8;
constexpr std::array<std::string_view, 7> kMeasures{"%", "‰", "年", "岁", "倍", "℃", "°C"};

bool is_measure(std::string_view unit) {
  for (const std::string_view measure : kMeasures) {
    if (unit == measure) return true;
  }
  return false;
}

double rounded(double value, int decimals) {
  const double power = std::pow(10.0, decimals);
  // The addend makes halves of the decimal that was written go up although its binary form lies a hair below.
  return std::floor(std::abs(value) * power + 0.5 + 1e-7) / power * (value < 0 ? -1 : 1);
}

std::string group(std::string digits) {
  const std::size_t point = digits.find('.');
  std::size_t at = point == std::string::npos ? digits.size() : point;
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  while (at > first + 3) digits.insert(at -= 3, ",");
  return digits;
}

std::string without_trailing_zeros(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string plain(double value, int decimals) {
  return without_trailing_zeros(fmt::format("{:.{}f}", rounded(value, decimals), decimals));
}

/// Of a figure with so many significant digits, if it has decimals at all.
int decimals_of(double value, int digits) {
  int decimals = digits;
  for (; value >= 1 && decimals > 0; value /= 10) --decimals;
  return decimals;
}

/// The largest scale that the figure has at least one of.
std::size_t scale_of(double size) {
  for (std::size_t i = 0; i < kUnscaled; ++i) {
    // What rounding lifts to the scale belongs to it: 99,999,999 is 1亿, not 10000万.
    const double below = kScales[i].factor / 1e4;
    const int decimals = kScales[i].factor > 1e4 ? 0 : 2;
    if (rounded(size / below, decimals) * below >= kScales[i].factor) return i;
  }
  return kUnscaled;
}

/// How all the figures of a chart are written.
struct Notation {
  std::size_t scale = kUnscaled;
  bool grouped = true;  ///< thousands
  int digits = kDigits;
};

Notation notation_of(std::span<const double> values) {
  double smallest = 0, largest = 0;
  for (const double value : values) {
    const double size = std::abs(value);
    largest = std::max(largest, size);
    if (size > 0) smallest = smallest > 0 ? std::min(smallest, size) : size;
  }
  Notation notation{scale_of(smallest)};
  while (notation.scale > 0 && largest / kScales[notation.scale].factor >= kMostScaled) --notation.scale;
  notation.grouped = notation.scale == kUnscaled || largest / kScales[notation.scale].factor >= 1e4;
  return notation;
}

FigureText written(double value, std::string_view unit, const Notation& notation) {
  const Scale& scale = kScales[notation.scale];
  const double scaled = std::abs(value) / scale.factor;
  if (scaled > 0 && scaled < kLeastScaled && notation.scale != kUnscaled) return format_number(value, unit);
  const int decimals = notation.scale == kUnscaled ? 2 : decimals_of(scaled, notation.digits);
  const std::string digits = plain(value < 0 ? -scaled : scaled, decimals);
  return {"", notation.grouped ? group(digits) : digits, std::string(scale.word).append(unit)};
}

bool are_told_apart(std::span<const double> values, const std::vector<FigureText>& figures) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (values[i] != values[j] && figures[i] == figures[j]) return false;
  }
  return true;
}

}  // namespace

FigureText format_number(double value, std::string_view unit) {
  return format_numbers(std::span(&value, 1), unit).front();
}

std::vector<FigureText> format_numbers(std::span<const double> values, std::string_view unit) {
  std::vector<FigureText> figures;
  if (is_measure(unit)) {
    const Notation notation{kUnscaled, unit != "年"};
    for (const double value : values) figures.push_back(written(value, unit, notation));
    return figures;
  }
  for (Notation notation = notation_of(values); notation.digits <= kMostDigits; ++notation.digits) {
    figures.clear();
    for (const double value : values) figures.push_back(written(value, unit, notation));
    if (notation.scale == kUnscaled || are_told_apart(values, figures)) break;
  }
  return figures;
}

FigureText split_figure(std::string_view display) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t first = display.find_first_of(kDigits);
  if (first == std::string_view::npos) return {"", std::string(display), ""};
  std::size_t end = first;
  while (end < display.size()) {
    const bool inside = (display[end] == '.' || display[end] == ',') && end + 1 < display.size() &&
                        kDigits.find(display[end + 1]) != std::string_view::npos;
    if (!inside && kDigits.find(display[end]) == std::string_view::npos) break;
    ++end;
  }
  return {std::string(display.substr(0, first)), std::string(display.substr(first, end - first)),
          std::string(display.substr(end))};
}

FigureText figure_of(std::string_view display, double value, std::string_view unit) {
  return display.empty() ? format_number(value, unit) : split_figure(display);
}

std::optional<Counter> Counter::of(std::string_view digits) {
  Counter counter;
  counter.digits_ = digits;
  bool after_point = false;
  std::size_t count = 0;
  for (const char c : digits) {
    if (c == ',' && !after_point) {
      counter.grouped_ = true;
    } else if (c == '.' && !after_point) {
      after_point = true;
    } else if (c >= '0' && c <= '9') {
      counter.scaled_ = counter.scaled_ * 10 + (c - '0');
      if (after_point) ++counter.decimals_;
      if (++count > 15) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (count == 0) return std::nullopt;
  return counter;
}

std::string Counter::at(double fraction) const {
  if (fraction >= 1) return digits_;
  const auto now =
      static_cast<std::int64_t>(std::floor(static_cast<double>(scaled_) * std::max(0.0, fraction)));
  std::string digits = fmt::format("{:0{}}", now, decimals_ + 1);
  if (decimals_ > 0) digits.insert(digits.size() - decimals_, ".");
  return grouped_ ? group(digits) : digits;
}

}  // namespace xp::kinds
