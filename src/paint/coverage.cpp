// SPDX-License-Identifier: MIT
#include "paint/coverage.h"

#include <cmath>
#include <cstddef>

namespace xp::paint {
namespace {

constexpr int kLevels = 32;  // of the ink's lightness

double to_light(double stored) {
  return stored <= 0.04045 ? stored / 12.92 : std::pow((stored + 0.055) / 1.055, 2.4);
}

double to_stored(double light) {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

/// For ink of this lightness on a ground that is as far from the middle on the other side.
CoverageTable table_for(double ink) {
  CoverageTable table{};
  const double ground = 1 - ink;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double coverage = static_cast<double>(i) / 255;
    const double light = coverage * to_light(ink) + (1 - coverage) * to_light(ground);
    const double alpha = ink == ground ? coverage : (to_stored(light) - ground) / (ink - ground);
    table[i] = static_cast<std::uint8_t>(alpha * 255 + 0.5);
  }
  return table;
}

std::array<CoverageTable, kLevels + 1> all_tables() {
  std::array<CoverageTable, kLevels + 1> tables{};
  for (int level = 0; level <= kLevels; ++level)
    tables[static_cast<std::size_t>(level)] = table_for(static_cast<double>(level) / kLevels);
  return tables;
}

}  // namespace

const CoverageTable& coverage_table(Color ink) {
  static const auto kTables = all_tables();
  const Color opaque{ink.r, ink.g, ink.b, 255};
  const double light = (contrast_ratio(opaque, {0, 0, 0, 255}) - 1) * 0.05;
  const double lightness = 0.5 + (to_stored(light) - 0.5) * ink.a / 255;
  return kTables[static_cast<std::size_t>(lightness * kLevels + 0.5)];
}

}  // namespace xp::paint
