// SPDX-License-Identifier: MIT
#include "paint/coverage.h"

#include <cmath>
#include <cstddef>
#include <mutex>

namespace xp::paint {
namespace {

constexpr int kLevels = 32;  // of the ink's lightness

/// The inverse of light_of_value().
double to_stored(double light) {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

/// For ink of this lightness on a ground that is as far from the middle on the other side.
CoverageTable table_for(double ink) {
  CoverageTable table{};
  const double ground = 1 - ink;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double coverage = static_cast<double>(i) / 255;
    const double light = coverage * light_of_value(ink) + (1 - coverage) * light_of_value(ground);
    const double alpha = ink == ground ? coverage : (to_stored(light) - ground) / (ink - ground);
    table[i] = static_cast<std::uint8_t>(alpha * 255 + 0.5);
  }
  return table;
}

/// Made when it is first asked for: a campaign has a few colours. Any thread.
const CoverageTable& table_of(std::size_t level) {
  static std::array<std::once_flag, kLevels + 1> made;
  static std::array<CoverageTable, kLevels + 1> tables;
  std::call_once(made[level], [level] { tables[level] = table_for(static_cast<double>(level) / kLevels); });
  return tables[level];
}

}  // namespace

const CoverageTable& coverage_table(Color ink) {
  const Color opaque{ink.r, ink.g, ink.b, 255};
  const double light = (contrast_ratio(opaque, {0, 0, 0, 255}) - 1) * 0.05;
  const double lightness = 0.5 + (to_stored(light) - 0.5) * ink.a / 255;
  return table_of(static_cast<std::size_t>(lightness * kLevels + 0.5));
}

}  // namespace xp::paint
