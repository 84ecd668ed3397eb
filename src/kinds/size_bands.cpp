// SPDX-License-Identifier: MIT
#include "kinds/size_bands.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace xp::kinds {
namespace {

constexpr int kSmallestOutline = 24;  // smaller outlines are mud on a panel
constexpr int kSmallestSmooth = 64;   // edges of larger text may have grey
constexpr std::string_view kOutlines = "led", kStrike = "led-";

/// 16 of "led-16"; 0 of other roles.
int strike_px(std::string_view role) {
  int px = 0;
  if (role.starts_with(kStrike)) std::from_chars(role.data() + kStrike.size(), role.data() + role.size(), px);
  return px;
}

/// The panel's bitmap fonts, the largest first.
std::vector<SizeBand> strikes(const text::FontCatalog& catalog) {
  std::vector<SizeBand> bands;
  for (const text::RoleSpec& role : catalog.roles) {
    const int px = strike_px(role.name);
    if (px > 0) bands.push_back({role.name, px, px, px});
  }
  std::ranges::sort(bands, std::greater(), &SizeBand::largest);
  return bands;
}

SizeBand multiples(const std::string& role, int px, int smallest, int largest) {
  const int most = std::max(1, largest / px) * px;
  return {role, std::min(most, (std::max(smallest, px) + px - 1) / px * px), most, px};
}

}  // namespace

std::vector<SizeBand> panel_bands(const text::FontCatalog& catalog, const std::string& role, int smallest,
                                  int largest) {
  if (const int px = strike_px(role); px > 0) return {multiples(role, px, smallest, largest)};
  std::vector<SizeBand> bands;
  const auto add = [&](const SizeBand& band) {
    const int from = std::max(smallest, band.smallest), to = std::min(largest, band.largest);
    if (from <= to) bands.push_back({band.role, from, to, band.step});
  };
  const std::vector<SizeBand> bitmaps = strikes(catalog);
  const bool outlines = catalog.role(kOutlines) != nullptr;
  add({role, outlines ? kSmallestSmooth : bitmaps.empty() ? 1 : kSmallestOutline, largest, 1});
  if (outlines) add({std::string(kOutlines), bitmaps.empty() ? 1 : kSmallestOutline, kSmallestSmooth - 1, 1});
  for (const SizeBand& band : bitmaps) add(band);
  if (!bands.empty()) return bands;
  const auto below = std::ranges::find_if(bitmaps, [&](const SizeBand& b) { return b.largest <= largest; });
  return {below == bitmaps.end() ? bitmaps.back() : *below};
}

}  // namespace xp::kinds
