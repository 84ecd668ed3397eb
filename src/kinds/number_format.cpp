// SPDX-License-Identifier: MIT
#include "kinds/number_format.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace xp::kinds {
namespace {

struct Scale {
  double factor;
  std::string_view word;
};
constexpr std::array kScales{Scale{1e12, "万亿"}, Scale{1e8, "亿"}, Scale{1e4, "万"}};
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

int scaled_decimals(double value) { return value < 10 ? 2 : value < 100 ? 1 : 0; }

}  // namespace

FigureText format_number(double value, std::string_view unit) {
  const double size = std::abs(value);
  if (is_measure(unit)) {
    const std::string digits = plain(value, 2);
    return {"", unit == "年" ? digits : group(digits), std::string(unit)};
  }
  for (const Scale& scale : kScales) {
    // What rounding lifts to the scale belongs to it: 99,999,999 is 1亿, not 10000万.
    const double below = scale.factor / 1e4;
    const int decimals = scale.factor > 1e4 ? 0 : 2;
    if (rounded(size / below, decimals) * below < scale.factor) continue;
    const double scaled = size / scale.factor;
    return {"", (value < 0 ? "-" : "") + plain(scaled, scaled_decimals(scaled)),
            std::string(scale.word).append(unit)};
  }
  return {"", group(plain(value, 2)), std::string(unit)};
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
