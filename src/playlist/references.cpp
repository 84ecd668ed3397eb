// SPDX-License-Identifier: MIT
#include "playlist/references.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/i18n.h"
#include "toml/values.h"

namespace xp::playlist {

void check_against(const Playlist& playlist, const Screen& screen, Diagnostics& diagnostics) {
  std::vector<std::string_view> zones;
  for (const Zone& zone : screen.zones)
    if (zone.plays == "slides") zones.push_back(zone.name);
  if (zones.empty()) return;
  for (const Slide& slide : playlist.slides) {
    if (!slide.enabled || std::ranges::find(zones, slide.zone.value) != zones.end()) continue;
    const auto other = std::ranges::find(screen.zones, slide.zone.value, &Zone::name);
    std::string message = other == screen.zones.end()
                              ? trf("screen “{screen}” has no zone “{zone}”", fmt::arg("screen", screen.name),
                                    fmt::arg("zone", slide.zone.value))
                              : trf("zone “{zone}” of screen “{screen}” plays {kind}, not slides",
                                    fmt::arg("screen", screen.name), fmt::arg("zone", slide.zone.value),
                                    fmt::arg("kind", other->plays));
    diagnostics.add({Severity::error, "unknown-zone", slide.zone.at.file ? slide.zone.at : slide.at,
                     std::move(message), toml::detail::suggestion(slide.zone.value, zones)});
  }
}

}  // namespace xp::playlist
