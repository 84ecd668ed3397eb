// SPDX-License-Identifier: MIT
#include "player/changes.h"

#include <algorithm>

namespace xp::player {

bool same_slots(const std::vector<show::Showing>& a, const std::vector<show::Showing>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const show::Showing& x, const show::Showing& y) {
                      return x.zone == y.zone && x.slide == y.slide && x.slot_start == y.slot_start &&
                             x.content == y.content;
                    });
}

bool loses_slides(const show::Show& before, const show::Show& after, const std::set<std::string>& known) {
  return std::ranges::any_of(before.playlist.slides, [&](const playlist::Slide& slide) {
    return slide.enabled && after.unusable.contains(slide.id) && !before.unusable.contains(slide.id) &&
           !known.contains(slide.id);
  });
}

bool same_output(const playlist::Screen& a, const playlist::Screen& b) {
  return a.output == b.output && a.region == b.region && a.rotation == b.rotation && a.panel == b.panel &&
         a.presenter == b.presenter;
}

}  // namespace xp::player
