// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "lint/rules.h"

namespace xp::lint {

void check_overflow(const Subject& subject, Diagnostics& out) {
  if (!subject.laid->faults().overflow) return;
  const Rect& box = subject.zone.zone.rect;
  out.add({Severity::error, "overflow", subject.slide.at,
           trf("slide “{id}”: the text does not fit zone “{zone}” ({w} × {h} px) of screen “{screen}” at the "
               "smallest size",
               fmt::arg("id", subject.slide.id), fmt::arg("zone", subject.zone.zone.name),
               fmt::arg("w", box.w), fmt::arg("h", box.h), fmt::arg("screen", subject.show.screen.name)),
           tr("Shorten the text or split it over two slides.")});
}

}  // namespace xp::lint
