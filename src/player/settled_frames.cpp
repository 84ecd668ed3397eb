// SPDX-License-Identifier: MIT
#include "player/settled_frames.h"

#include "base/paths.h"
#include "player/anchor.h"
#include "present/presenter.h"

namespace xp::player {

Status SettledFrames::observe(const show::Show& show, const std::vector<show::Showing>& showing,
                              Engines& engines) {
  const show::ZoneShow* zone = main_zone(show);
  if (directory_.empty() || !zone) return Done{};
  for (const show::Showing& row : showing) {
    if (row.zone != zone->zone.name || !written_.insert(row.slide).second) continue;
    const show::Frame frame = show::frame_at(show, row.slot_end - Duration{1}, engines.caches());
    present::OutputOptions options;
    options.size = frame.scene.size;
    options.panel = show.screen.panel;
    options.path = join_path(directory_, row.slide + ".png");
    auto file = present::open_presenter("png", options);
    if (!file) return file.error();
    if (Status written = (*file)->present(frame.scene, engines.painter()); !written) return written;
  }
  return Done{};
}

}  // namespace xp::player
