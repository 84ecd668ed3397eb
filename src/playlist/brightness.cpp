// SPDX-License-Identifier: MIT
#include "playlist/brightness.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace xp::playlist {
namespace {

constexpr double kGamma = 2.2;  ///< of screens: light is the level to its power

/// A straight part of the curve, on the day of `midnight`; it may begin on the day before or end on the next.
struct Part {
  Instant begin, end;
  int from = 100, to = 100;
};

Part part_at(const std::vector<BrightnessPoint>& curve, Instant midnight, Instant t) {
  const auto moment = [&](const BrightnessPoint& p) { return midnight + std::chrono::minutes(p.minute); };
  const auto after = std::ranges::upper_bound(curve, t, {}, moment);
  const bool first = after == curve.begin(), last = after == curve.end();
  const BrightnessPoint& before = first ? curve.back() : *std::prev(after);
  const BrightnessPoint& next = last ? curve.front() : *after;
  return {moment(before) - (first ? kDay : Duration{}), moment(next) + (last ? kDay : Duration{}),
          before.percent, next.percent};
}

}  // namespace

std::uint8_t white_of(double percent) {
  return static_cast<std::uint8_t>(std::lround(255 * std::pow(percent / 100, 1 / kGamma)));
}

Brightness brightness_at(const std::vector<BrightnessPoint>& curve, Instant t, UtcOffset offset) {
  if (curve.empty()) return {};
  const Part part = part_at(curve, local_midnight(t, offset), t);
  if (part.from == part.to) return {white_of(part.from), part.end};
  const auto steps = (t - part.begin) / kBrightnessStep;
  const double share = static_cast<double>(steps) * kBrightnessStep.count() /
                       static_cast<double>((part.end - part.begin).count());
  return {white_of(part.from + share * (part.to - part.from)),
          std::min(part.begin + (steps + 1) * kBrightnessStep, part.end)};
}

}  // namespace xp::playlist
