// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/stretches.h"

namespace xp::lint {

void check_clash(const Whole& whole, Diagnostics& out) {
  const playlist::Playlist& playlist = whole.show.playlist;
  for (const show::ZoneShow& zone : whole.show.zones) {
    for (const auto& stretch : stretches_of(zone, whole)) {
      if (!stretch.urgent || stretch.slides.size() < 2) continue;
      const playlist::Slide &one = playlist.slides[stretch.slides[0]],
                            &other = playlist.slides[stretch.slides[1]];
      out.add({Severity::warning, "clash", other.at,
               trf("slides “{one}” and “{other}” are both urgent at {begin}; {seen} take turns where there "
                   "should "
                   "be 1",
                   fmt::arg("one", one.id), fmt::arg("other", other.id),
                   fmt::arg("begin", format_instant(stretch.begin, playlist.campaign.utc_offset)),
                   fmt::arg("seen", stretch.slides.size())),
               tr("change the [slide.schedule] of one, or take priority = \"urgent\" from it")});
      break;
    }
  }
}

}  // namespace xp::lint
